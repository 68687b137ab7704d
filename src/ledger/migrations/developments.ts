/** What changed in claims, as it was noticed, and how far the log was looked through for it. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytes, makeIndexes, numbered, whole } from '../sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  await db.schema
    .createTable('development')
    .addColumn('id', number, id)
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('seq', number, (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('claim_id', number, (column) => column.notNull().references('claim.id'))
    .addColumn('before_id', number, (column) => column.references('claim.id'))
    .addColumn('packed', bytes(db), (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('noticed')
    .addColumn('up_to', number, (column) => column.notNull())
    .execute()
  await sql`insert into noticed (up_to) values (0)`.execute(db)
  await makeIndexes(db, [
    ['development', 'article_id'],
    ['development', 'claim_id'],
    ['development', 'before_id'],
  ])
}

export const developments: Migration = { up }
