/** All migrations, oldest first. One that was released is never altered: what must change is a new one. */
import type { Migration } from 'kysely/migration'
import * as corrections from './corrections.ts'
import * as record from './record.ts'
import * as search from './search.ts'
import * as stories from './stories.ts'
import * as work from './work.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0002-stories': stories,
  '0003-search': search,
  '0004-work': work,
  '0005-corrections': corrections,
}
