/** Who follows what by mail, and the letters to them. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeIndexes, numbered, whole } from '../../../ledger/sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  await db.schema
    .createTable('secret')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('follower')
    .addColumn('id', number, id)
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('address_key', 'text', (column) => column.notNull().unique())
    .addColumn('rhythm', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('weekday', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failed_at', 'text')
    .execute()
  await db.schema
    .createTable('following')
    .addColumn('id', number, id)
    .addColumn('follower_id', number, (column) => column.notNull().references('follower.id').onDelete('cascade'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('followed_json', 'text', (column) => column.notNull())
    .addColumn('after', number, (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addUniqueConstraint('following_of_follower', ['follower_id', 'subject'])
    .execute()
  await db.schema
    .createTable('letter')
    .addColumn('id', number, id)
    .addColumn('follower_id', number, (column) => column.notNull().references('follower.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('parts_json', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('sender', number)
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('answer', 'text')
    .addColumn('told_in', number)
    .execute()
  await db.schema
    .createTable('asking')
    .addColumn('id', number, id)
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('address_hash', 'text', (column) => column.notNull())
    .addColumn('from_hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('refusal')
    .addColumn('address_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('number', number, (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('return')
    .addColumn('id', number, id)
    .addColumn('letter_id', number, (column) => column.notNull())
    .addColumn('follower_id', number, (column) => column.notNull().references('follower.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('status', 'text')
    .addColumn('said', 'text')
    .addUniqueConstraint('return_of_letter', ['letter_id', 'kind'])
    .execute()
  await makeIndexes(db, [
    ['follower', 'due_at'],
    ['letter', 'state', 'due_at'],
    ['letter', 'follower_id'],
    ['return', 'follower_id'],
    ['asking', 'address_hash'],
    ['asking', 'from_hash'],
  ])
}

export const letters: Migration = { up }
