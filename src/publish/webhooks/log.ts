/** What was sent to a webhook, and what became of each attempt. */
import { isAmong } from '../../ledger/sql/lists.ts'
import type { Following } from '../following/open.ts'
import type { FollowingTables } from '../following/tables.ts'

interface AttemptTold {
  readonly at: string
  /** Milliseconds. */
  readonly duration: number
  /** Of HTTP; null where no answer came. */
  readonly status: number | null
  readonly said: string
}

export interface DeliveryTold {
  readonly id: number
  readonly message: string
  /** Null for a trial. */
  readonly development: number | null
  readonly state: FollowingTables['delivery']['state']
  readonly madeAt: string
  readonly dueAt: string
  readonly settledAt: string | null
  /** The oldest first. */
  readonly attempts: readonly AttemptTold[]
}

/** What was sent, the newest first. @param before those before this one */
export async function deliveriesOf(
  { db }: Following,
  webhook: number,
  { limit = 50, before = Number.MAX_SAFE_INTEGER }: { readonly limit?: number; readonly before?: number } = {},
): Promise<DeliveryTold[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'message', 'development', 'state', 'madeAt', 'dueAt', 'settledAt'])
    .where('webhookId', '=', webhook)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const attempts = await db
    .selectFrom('attempt')
    .select(['deliveryId', 'at', 'duration', 'status', 'said'])
    .where(isAmong(db, 'deliveryId', ids))
    .orderBy('id')
    .execute()
  const byDelivery = Map.groupBy(attempts, ({ deliveryId }) => deliveryId)
  return rows.map((row) => ({
    ...row,
    attempts: (byDelivery.get(row.id) ?? []).map(({ at, duration, status, said }) => ({ at, duration, status, said })),
  }))
}
