/** One writer at a time: in this process, and in all processes that share a store. */
import { sql, type Transaction } from 'kysely'
import { isPostgres } from './columns.ts'

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
 * Waits for the turn among a store's writers, and does some work. SQLite has its turns of itself: a transaction begins
 * with the only lock there is.
 * @param lock the number of the advisory lock that they take on PostgreSQL
 */
export async function inTurn<Result>(
  // biome-ignore lint/suspicious/noExplicitAny: whatever its tables
  writing: Transaction<any>,
  lock: number,
  work: () => Promise<Result>,
): Promise<Result> {
  if (isPostgres(writing)) await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(writing)
  return work()
}
