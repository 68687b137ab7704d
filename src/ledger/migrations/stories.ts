/** Which claims are one statement, which articles one story, and what they are found by. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytes, makeIndexes, whole } from '../sql/columns.ts'

/** What is kept as a table of keys and values: JSON as text, or packed. */
const KEYED = [
  ['statement', 'mention', 'text', 'json'],
  ['origin', 'id', 'whole', 'json'],
  ['origin_merged', 'id', 'whole', 'json'],
  ['origin_key', 'key', 'whole', 'json'],
  ['statement_word', 'word', 'text', 'json'],
  ['told_in', 'reading', 'text', 'json'],
  ['tally', 'name', 'text', 'json'],
  ['text_prints', 'reading', 'text', 'packed'],
  ['print_key', 'key', 'whole', 'json'],
  ['story', 'id', 'whole', 'packed'],
  ['story_merged', 'id', 'whole', 'json'],
  ['story_word', 'word', 'text', 'json'],
  ['story_key', 'word', 'text', 'json'],
] as const

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [number, packed] = [whole(db), bytes(db)]
  for (const [table, key, kind, value] of KEYED)
    await db.schema
      .createTable(table)
      .addColumn(key, kind === 'whole' ? number : 'text', (column) => column.primaryKey())
      .addColumn(value, value === 'json' ? 'text' : packed, (column) => column.notNull())
      .execute()
  await db.schema.alterTable('story').addColumn('size', 'integer').execute()
  await db.schema.alterTable('story').addColumn('last_day', 'integer').execute()
  await db.schema
    .createTable('member')
    .addColumn('mention', 'text', (column) => column.primaryKey())
    .addColumn('reading_id', number, (column) => column.notNull().references('reading.id'))
    .addColumn('origin_id', number, (column) => column.notNull())
    .addColumn('joined_to', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('reasons_json', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('story_member')
    .addColumn('reading', 'text', (column) => column.primaryKey())
    .addColumn('story_id', number, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('overlap')
    .addColumn('one', 'text', (column) => column.notNull())
    .addColumn('other', 'text', (column) => column.notNull())
    .addColumn('share', 'double precision', (column) => column.notNull())
    .addColumn('is_copy', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('overlap_of_two', ['one', 'other'])
    .execute()
  await makeIndexes(db, [
    ['member', 'origin_id'],
    ['member', 'reading_id'],
    ['story_member', 'story_id'],
    ['overlap', 'other'],
    ['story', 'last_day'],
  ])
}

export const stories: Migration = { up }
