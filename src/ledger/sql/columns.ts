/** What the two databases name differently in making tables, and how their indexes are named. */
import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter, sql } from 'kysely'

/** Whether a database is PostgreSQL; else it is SQLite. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export const isPostgres = (db: Kysely<any>): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** A table's own number, given by the database in rising order. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export function numbered(db: Kysely<any>) {
  return isPostgres(db)
    ? (column: ColumnDefinitionBuilder) => column.generatedByDefaultAsIdentity().primaryKey()
    : (column: ColumnDefinitionBuilder) => column.autoIncrement().primaryKey()
}

/** The type of whole numbers that `numbered` columns have. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export const whole = (db: Kysely<any>) => (isPostgres(db) ? ('bigint' as const) : ('integer' as const))

/** The type of bytes. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
export const bytes = (db: Kysely<any>) => (isPostgres(db) ? sql`bytea` : sql`blob`)

/** Makes indexes: of each table's columns in their order, named after them. */
export async function makeIndexes(
  // biome-ignore lint/suspicious/noExplicitAny: whatever its tables
  db: Kysely<any>,
  indexes: readonly (readonly [table: string, ...columns: string[]])[],
): Promise<void> {
  for (const [table, ...columns] of indexes)
    await db.schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns(columns)
      .execute()
}
