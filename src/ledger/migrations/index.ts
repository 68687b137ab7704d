/** All migrations, oldest first. One that was released is never altered: what must change is a new one. */
import type { Migration } from 'kysely/migration'
import * as record from './record.ts'
import * as search from './search.ts'
import * as work from './work.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0003-search': search,
  '0004-work': work,
}
