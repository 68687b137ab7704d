/** How much room a ledger takes. */
import { type Kysely, sql } from 'kysely'
import { isPostgres } from './columns.ts'

/** The size of a ledger's database in bytes, indexes and free pages among it. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export async function bytesOf(db: Kysely<any>): Promise<number> {
  const { rows } = isPostgres(db)
    ? await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db)
    : await sql<{ bytes: number }>`
        select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}
