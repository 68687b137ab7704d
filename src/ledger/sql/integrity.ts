/** What a database knows of damage to its own file. */
import { type Kysely, sql } from 'kysely'
import { isPostgres } from './columns.ts'

/** Faults that are told at most. */
const MOST = 100

/**
 * What is wrong with the file of an embedded ledger by SQLite's own checks: of every page and index, in its words, and of
 * rows that belong to others. A server checks its pages whenever it reads them, and says so itself.
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export async function fileFaults(db: Kysely<any>): Promise<string[]> {
  if (isPostgres(db)) return []
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(${sql.lit(MOST)})`.execute(db)
  const lines = rows.flatMap(({ integrityCheck }) => integrityCheck.split('\n'))
  const { rows: orphans } = await sql<{ table: string; rowid: number; parent: string }>`
    select "table", rowid, parent from pragma_foreign_key_check limit ${sql.lit(MOST)}`.execute(db)
  return [
    ...lines.filter((line) => line !== 'ok' && !line.startsWith('***')),
    ...orphans.map(({ table, rowid, parent }) => `${table} ${rowid}: the ${parent} that it belongs to is missing`),
  ]
}
