/** One writer at a time: in this process, and in all processes that share a ledger. */
import { sql, type Transaction } from 'kysely'
import { isPostgres } from './columns.ts'

/** The number of PostgreSQL's advisory lock that a ledger's writers take: the letters `hear`. */
const LOCK = 0x68656172

/**
 * A line of this process's own: those that wait in it hold no connection to the database, which readers need.
 * @returns does some work when all that came before it is done
 */
export function inLine(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

/**
 * Waits for the turn among a ledger's writers, and does some work. SQLite has its turns of itself: a transaction begins
 * with the only lock there is.
 */
export async function inTurn<Result>(
  // biome-ignore lint/suspicious/noExplicitAny: whatever its tables
  writing: Transaction<any>,
  work: () => Promise<Result>,
): Promise<Result> {
  if (isPostgres(writing)) await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(writing)
  return work()
}
