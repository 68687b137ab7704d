/** Captures, their log, articles with their versions, and what was read in them. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytes, makeIndexes, numbered, whole } from '../sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  const [id, number, packed] = [numbered(db), whole(db), bytes(db)]
  await db.schema
    .createTable('body')
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('size', number, (column) => column.notNull())
    .addColumn('packed', packed, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('article')
    .addColumn('id', number, id)
    .addColumn('version_id', number)
    .addColumn('outlet', 'text')
    .addColumn('first_seen', 'text', (column) => column.notNull())
    .addColumn('last_seen', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('address')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('is_sure', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('version')
    .addColumn('id', number, id)
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('words_sha256', 'text', (column) => column.notNull())
    .addColumn('headline', 'text')
    .addColumn('outlet', 'text')
    .addColumn('published', 'text')
    .addColumn('lang', 'text')
    .addColumn('wire', 'text')
    .addColumn('first_seen', 'text', (column) => column.notNull())
    .addColumn('last_seen', 'text', (column) => column.notNull())
    .addColumn('is_partial', 'integer', (column) => column.notNull())
    .addColumn('page', packed, (column) => column.notNull())
    .addUniqueConstraint('version_of_article', ['article_id', 'number'])
    .execute()
  await db.schema
    .createTable('capture')
    .addColumn('id', number, id)
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('sha256', 'text', (column) => column.notNull().references('body.sha256'))
    .addColumn('url', 'text')
    .addColumn('final_url', 'text')
    .addColumn('redirects_json', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('headers_json', 'text', (column) => column.notNull())
    .addColumn('captured_at', 'text', (column) => column.notNull())
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('notes_json', 'text', (column) => column.notNull())
    .addColumn('version_id', number, (column) => column.references('version.id'))
    .execute()
  await db.schema
    .createTable('log')
    .addColumn('seq', number, (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', number, (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('reading')
    .addColumn('id', number, id)
    .addColumn('version_id', number, (column) => column.notNull().references('version.id'))
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('edition', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addColumn('is_current', 'integer', (column) => column.notNull())
    .addColumn('packed', packed, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('claim')
    .addColumn('id', number, id)
    .addColumn('reading_id', number, (column) => column.notNull().references('reading.id'))
    .addColumn('version_id', number, (column) => column.notNull().references('version.id'))
    .addColumn('article_id', number, (column) => column.notNull().references('article.id'))
    .addColumn('local', 'text', (column) => column.notNull())
    .addColumn('is_current', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text')
    .addColumn('speaker_key', 'text')
    .addColumn('speaker_kind', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('stands_in', 'text', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('end', 'integer', (column) => column.notNull())
    .addColumn('said_on', 'text')
    .addColumn('happened_from', 'text')
    .addColumn('happened_to', 'text')
    .addColumn('place', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('continues', number)
    .addColumn('anchor', 'text')
    .addColumn('thread', number)
    .addColumn('is_hidden', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('figure')
    .addColumn('id', number, id)
    .addColumn('claim_id', number, (column) => column.notNull().references('claim.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('measure', 'text')
    .addColumn('unit', 'text')
    .addColumn('population', 'text')
    .execute()
  await makeIndexes(db, [
    ['address', 'article_id'],
    ['capture', 'sha256'],
    ['capture', 'version_id'],
    ['capture', 'final_url'],
    ['version', 'words_sha256'],
    ['reading', 'version_id'],
    ['claim', 'reading_id'],
    ['claim', 'article_id'],
    ['claim', 'thread'],
    ['claim', 'speaker_key', 'said_on'],
    ['figure', 'claim_id'],
    ['log', 'kind', 'subject'],
  ])
}

export const record: Migration = { up }
