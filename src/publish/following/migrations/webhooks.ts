/** Webhooks: where developments are sent to, what is sent, and what became of each attempt. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeIndexes, numbered, whole } from '../../../ledger/sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  await db.schema
    .createTable('webhook')
    .addColumn('id', number, id)
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('followed_json', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('old_secret', 'text')
    .addColumn('old_until', 'text')
    .addColumn('after', number, (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failing_since', 'text')
    .addColumn('off_at', 'text')
    .addColumn('off_why', 'text')
    .execute()
  await db.schema
    .createTable('delivery')
    .addColumn('id', number, id)
    .addColumn('webhook_id', number, (column) => column.notNull().references('webhook.id').onDelete('cascade'))
    .addColumn('message', 'text', (column) => column.notNull().unique())
    .addColumn('development', number)
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('refusals', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .execute()
  await db.schema
    .createTable('attempt')
    .addColumn('id', number, id)
    .addColumn('delivery_id', number, (column) => column.notNull().references('delivery.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('duration', 'integer', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('said', 'text', (column) => column.notNull())
    .execute()
  await makeIndexes(db, [
    ['delivery', 'webhook_id', 'state', 'due_at'],
    ['delivery', 'state', 'settled_at'],
    ['attempt', 'delivery_id'],
  ])
}

export const webhooks: Migration = { up }
