/**
 * Which edition made the origins and stories of a ledger: what joins later must be made alike. While they are made anew it
 * is kept how far that has come, so that what was stopped is not taken for done.
 */
import { type Kysely, sql } from 'kysely'
import { STORIES_EDITION } from '../../stories/edition.ts'
import { LedgerError } from '../errors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tables are those of migrations/stories.ts
type AnyDb = Kysely<any>

/** Under which names the edition, and how far it has come, are kept among the tallies. */
const NAME = 'edition'
const UP_TO = 'rejoined up to'

async function noted(db: AnyDb, name: string): Promise<number | null> {
  const { rows } = await sql<{ json: string }>`select json from tally where name = ${name}`.execute(db)
  return rows[0] === undefined ? null : Number(rows[0].json)
}

/** The edition that made them; null where nothing has joined yet. */
export const editionOf = (db: AnyDb): Promise<number | null> => noted(db, NAME)

/** Up to which article they are made anew; null where they are not being made anew. */
export const rejoinedUpTo = (db: AnyDb): Promise<number | null> => noted(db, UP_TO)

/** Notes up to which article they are made anew; null where all of them are. */
export async function noteRejoined(db: AnyDb, article: number | null): Promise<void> {
  await sql`delete from tally where name = ${UP_TO}`.execute(db)
  if (article !== null) await sql`insert into tally (name, json) values (${UP_TO}, ${String(article)})`.execute(db)
}

/** Says that this edition makes them from now on. */
export async function beginEdition(db: AnyDb): Promise<void> {
  await sql`insert into tally (name, json) values (${NAME}, ${String(STORIES_EDITION)})`.execute(db)
}

/**
 * Makes sure that what is to join will fit what has joined.
 * @throws {LedgerError} where another edition made the origins and stories
 */
export async function assertEdition(db: AnyDb): Promise<void> {
  const edition = await editionOf(db)
  if (edition === null) await beginEdition(db)
  else if (edition !== STORIES_EDITION)
    throw new LedgerError(
      'outdated',
      'The origins and stories of this ledger were made by another release. Make them anew: hearsay rejoin. Nothing that was read or corrected is lost by it.',
    )
}
