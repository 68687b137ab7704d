/** The last development that was looked at: by it a ledger that was put back from a backup is known. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { whole } from '../../../ledger/sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('horizon')
    .addColumn('development', whole(db), (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
}

export const horizon: Migration = { up }
