/**
 * Entry: a page comes into the ledger - its capture, the article and version that it is, what was read in it - as one
 * transaction, so that none of it is there without the rest.
 */
import type { Article } from '../page/article.ts'
import { type Placed, placeArticle } from './articles.ts'
import { addCapture, type Captured, isPartial } from './captures.ts'
import type { Address } from './identity.ts'
import type { Ledger, Writing } from './open.ts'
import { addReading, type Found, type Kept, type Reader } from './readings.ts'
import { indexForSearch } from './search/entries.ts'
import { settleArticles } from './settled.ts'

/** A page with what was read in it. */
export interface Page extends Captured {
  readonly article: Article
  /** Every address that leads to it, and how addresses are compared. */
  readonly addresses: readonly Address[]
  readonly reader: Reader
  readonly found: Found
}

/** Where a page is in the ledger. */
export interface Entered extends Placed, Kept {
  readonly capture: number
  /** False for a capture that was there already. */
  readonly isNewCapture: boolean
}

/**
 * Enters pages, together or none of them. What was entered before stays as it is.
 * @param at when they enter, ISO in UTC: captured they were then, or long before
 * @param alongside is written in the same transaction, after them: how far an ingest has come, what to ask with next time
 * @throws {LedgerError} where the ledger cannot be written to
 */
export function enterPages(
  ledger: Ledger,
  pages: readonly Page[],
  at: string,
  alongside: (db: Writing, entered: readonly Entered[]) => Promise<void> = async () => {},
): Promise<Entered[]> {
  return ledger.write(async (db) => {
    const entered: Entered[] = []
    for (const page of pages) entered.push(await enterPage(db, page, at))
    await settleArticles(
      db,
      entered.map(({ article }) => article),
    )
    await indexForSearch(
      db,
      entered.map(({ article }) => article),
    )
    await alongside(db, entered)
    return entered
  })
}

async function enterPage(db: Writing, page: Page, at: string): Promise<Entered> {
  const { article, addresses, reader, found } = page
  const { id: capture, capturedAt, isNew: isNewCapture } = await addCapture(db, page)
  const read = { capture, capturedAt, article, addresses, isPartial: isPartial(page.notes, article.notes) }
  const placed = await placeArticle(db, read, at)
  const kept = await addReading(db, { ...placed, isUnread: placed.isNewArticle }, reader, at, found)
  return { ...placed, ...kept, capture, isNewCapture }
}
