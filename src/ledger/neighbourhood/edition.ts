/** Which edition made the origins and stories of a ledger: what joins later must be made alike. */
import { type Kysely, sql } from 'kysely'
import { STORIES_EDITION } from '../../stories/edition.ts'
import { LedgerError } from '../errors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tables are those of migrations/stories.ts
type AnyDb = Kysely<any>

/** Under which name the edition is kept among the tallies. */
const NAME = 'edition'

/** The edition that made them; null where nothing has joined yet. */
export async function editionOf(db: AnyDb): Promise<number | null> {
  const { rows } = await sql<{ json: string }>`select json from tally where name = ${NAME}`.execute(db)
  return rows[0] === undefined ? null : Number(rows[0].json)
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
