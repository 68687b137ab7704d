/** What search needs: which claims and articles count, the index of their words, drift by kind, and names with counts. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres, makeIndexes, numbered, whole } from '../sql/columns.ts'
import { makeWordIndexes } from '../sql/words.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number] = [numbered(db), whole(db)]
  // Beginnings are looked up by the order of their letters' numbers, which is SQLite's own.
  const ordered = isPostgres(db) ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('claim_search')
    .addColumn('key', number, (column) => column.primaryKey())
    .addColumn('article_id', number, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('article_search')
    .addColumn('key', number, (column) => column.primaryKey())
    .addColumn('article_id', number, (column) => column.notNull())
    .addColumn('reading_id', number, (column) => column.notNull())
    .execute()
  await makeWordIndexes(db)
  await db.schema
    .createTable('drift')
    .addColumn('id', number, id)
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('claim_id', number, (column) => column.references('claim.id'))
    .addColumn('told_in', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('name')
    .addColumn('id', number, id)
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('folded', ordered, (column) => column.notNull())
    .addColumn('claims', 'integer', (column) => column.notNull())
    .addUniqueConstraint('name_of_field', ['field', 'folded'])
    .execute()
  await db.schema
    .createTable('name_part')
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('part', ordered, (column) => column.notNull())
    .addColumn('name_id', number, (column) => column.notNull().references('name.id'))
    .addPrimaryKeyConstraint('name_part_of_field', ['field', 'part', 'name_id'])
    .execute()
  await db.schema
    .createTable('name_use')
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('name_id', number, (column) => column.notNull().references('name.id'))
    .addColumn('claims', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('name_use_of_article', ['article_id', 'name_id'])
    .execute()
  await makeIndexes(db, [
    ['claim_search', 'article_id'],
    ['article_search', 'article_id'],
    ['drift', 'article_id'],
  ])
}

export const search: Migration = { up }
