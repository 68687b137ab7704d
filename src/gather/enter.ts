/** Pages into the ledger together; where one of them cannot be entered, the others are. */
import { type Entered, enterPages, type Page } from '../ledger/entry.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { Ledger, Writing } from '../ledger/open.ts'
import type { Unread } from './reading/arrival.ts'

/**
 * Enters pages. Done twice it is the same as done once, so that pages of a batch that failed may be entered alone first
 * and again with the rest.
 * @param at when they enter, ISO in UTC
 * @param alongside is written in the same transaction as the pages that could be entered
 * @returns for each page its place in the ledger, or in words why it has none
 * @throws {LedgerError} where the ledger cannot be written to
 */
export async function enterTogether(
  ledger: Ledger,
  pages: readonly Page[],
  at: string,
  alongside: (db: Writing, results: readonly (Entered | Unread)[]) => Promise<void> = async () => {},
): Promise<(Entered | Unread)[]> {
  try {
    return await enterPages(ledger, pages, at, alongside)
  } catch (error) {
    if (error instanceof LedgerError || pages.length === 0) throw error
  }
  const results: (Entered | Unread)[] = []
  for (const page of pages)
    try {
      results.push(...(await enterPages(ledger, [page], at)))
    } catch (error) {
      if (error instanceof LedgerError) throw error
      results.push({ unread: `it could not be entered: ${(error as Error).message}` })
    }
  await ledger.write((db) => alongside(db, results))
  return results
}
