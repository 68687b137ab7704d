/** Corrections as rows of the ledger: read, written and entered in its log. */
import { digestOf, enter } from '../log.ts'
import type { Ledger, Writing } from '../open.ts'
import type { Tables } from '../tables.ts'
import type { Change } from './change.ts'
import type { CorrectionEntry } from './correction.ts'

type Row = Omit<Tables['correction'], 'id'>

/** What a correction's digest is made of: all that is told of it. */
export const correctionDigest = (row: Row): string =>
  digestOf(row.kind, row.claimId, row.articleId, row.target, row.field, row.changeJson, row.person, row.at, row.why)

/** Writes down a correction, an undo or a redo. @param at when it enters; one of another ledger was said long before */
export async function writeEntry(db: Writing, row: Row, at: string = row.at): Promise<number> {
  const { id } = await db.insertInto('correction').values(row).returning('id').executeTakeFirstOrThrow()
  await enter(db, at, 'correction', id, correctionDigest(row))
  return id
}

/** A correction with the article and the claim that it was made at. */
export type Kept = CorrectionEntry & { readonly article: number; readonly claim: number }

/** Some corrections with what undid them. */
export async function entriesOf(db: Ledger['db'], corrections: readonly number[]): Promise<Kept[]> {
  if (corrections.length === 0) return []
  const rows = await db
    .selectFrom('correction')
    .selectAll()
    .where(({ or, eb }) => or([eb('id', 'in', corrections), eb('target', 'in', corrections)]))
    .orderBy('id')
    .execute()
  return rows.map(entryOf)
}

/** What of the ledger's corrections is asked for: of some articles, or all. */
export async function correctionEntries(
  { db }: Pick<Ledger, 'db'>,
  { articles }: { readonly articles?: readonly number[] } = {},
): Promise<Kept[]> {
  let query = db.selectFrom('correction').selectAll().orderBy('id')
  if (articles !== undefined) query = query.where('articleId', 'in', articles)
  return (await query.execute()).map(entryOf)
}

function entryOf(row: Row & { readonly id: number }): Kept {
  const { id, kind, claimId: claim, articleId: article, target, changeJson, person: by, at, why } = row
  const said = { id, by, at, why, claim, article }
  return kind === 'change'
    ? { ...said, kind, change: JSON.parse(changeJson ?? 'null') as Change }
    : { ...said, kind, target: target ?? 0 }
}
