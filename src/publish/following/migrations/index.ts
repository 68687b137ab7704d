/** All migrations of the store beside the ledger, oldest first. One that was released is never altered. */
import type { Migration } from 'kysely/migration'
import { horizon } from './horizon.ts'
import { letters } from './letters.ts'
import { webhooks } from './webhooks.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-letters': letters,
  '0002-webhooks': webhooks,
  '0003-horizon': horizon,
}
