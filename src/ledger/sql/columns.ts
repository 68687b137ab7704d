/** The few types of columns that the two databases name differently. */
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
