/** What is to be done, what is watched, what was asked of the world, and how far an ingest has come. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeIndexes, numbered, whole } from '../sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  await db.schema
    .createTable('job')
    .addColumn('id', number, id)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('host', 'text')
    .addColumn('data_json', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('leased_by', 'text')
    .addColumn('leased_until', 'text')
    .addColumn('reason', 'text')
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('job_once', ['kind', 'key'])
    .execute()
  await db.schema
    .createTable('watch')
    .addColumn('id', number, id)
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('kind', 'text')
    .addColumn('title', 'text')
    .addColumn('folder_json', 'text', (column) => column.notNull())
    .addColumn('every_minutes', 'integer')
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('remembered_json', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('visit')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('remembered_json', 'text')
    .addColumn('version_id', number)
    .addColumn('asked_at', 'text')
    .addColumn('changed_at', 'text')
    .addColumn('due_at', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute()
  await db.schema
    .createTable('site_file')
    .addColumn('url', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('until', number, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('ingest')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', number, (column) => column.notNull())
    .addColumn('offset', number, (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('entered', number, (column) => column.notNull())
    .addColumn('passed_over', number, (column) => column.notNull())
    .addColumn('failed', number, (column) => column.notNull())
    .addColumn('began_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .execute()
  await makeIndexes(db, [
    ['job', 'state', 'kind', 'due_at'],
    ['job', 'host', 'state'],
    ['watch', 'due_at'],
    ['visit', 'due_at'],
  ])
}

export const work: Migration = { up }
