/** What people corrected, and which claims they decided to be one origin or not. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeIndexes, numbered, whole } from '../sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  await db.schema
    .createTable('correction')
    .addColumn('id', number, id)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('claim_id', number, (column) => column.notNull().references('claim.id'))
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('target', number, (column) => column.references('correction.id'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('change_json', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('decision')
    .addColumn('correction_id', number, (column) => column.notNull().references('correction.id'))
    .addColumn('claim_id', number, (column) => column.notNull().references('claim.id'))
    .addColumn('thread', number, (column) => column.notNull())
    .addColumn('side', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decision_of_thread', ['correction_id', 'thread'])
    .execute()
  await makeIndexes(db, [
    ['correction', 'article_id'],
    ['correction', 'target'],
    ['decision', 'thread'],
  ])
}

export const corrections: Migration = { up }
