/** On whose word claims are: what is counted of a speaker and of an outlet. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeIndexes } from '../sql/columns.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time only
async function up(db: Kysely<any>): Promise<void> {
  for (const column of ['voice', 'via']) await db.schema.alterTable('claim').addColumn(column, 'text').execute()
  await makeIndexes(db, [['article', 'outlet']])
}

export const sources: Migration = { up }
