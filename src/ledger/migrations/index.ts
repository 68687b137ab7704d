/** All migrations, oldest first. One that was released is never altered: what must change is a new one. */
import type { Migration } from 'kysely/migration'
import { corrections } from './corrections.ts'
import { developments } from './developments.ts'
import { record } from './record.ts'
import { search } from './search.ts'
import { sources } from './sources.ts'
import { stories } from './stories.ts'
import { work } from './work.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0002-stories': stories,
  '0003-search': search,
  '0004-work': work,
  '0005-corrections': corrections,
  '0006-sources': sources,
  '0007-developments': developments,
}
