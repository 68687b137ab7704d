/**
 * What failing letters mean for a follower. An address is forgotten when letters were refused or came back on three days, no
 * two of them a month apart; at once where nothing was confirmed from it yet, or somebody complained. What fails for our
 * part - a server on a blocklist, words that a filter took for another's - says nothing of an address.
 */
import { forget, refuse } from '../following/follower.ts'
import type { Following } from '../following/open.ts'

/** Days on which letters failed, and for how long one is remembered, in milliseconds. */
const MOST = 3
const REMEMBERED = 30 * 24 * 3600_000

/** One failed letter that was not counted yet. */
export interface Returned {
  readonly letter: number
  readonly kind: 'failed' | 'complaint'
  /** Of RFC 3463; null where none was said. */
  readonly status: string | null
  readonly said: string | null
}

/** What became of the follower. */
export type Consequence = 'counted' | 'not counted' | 'forgotten' | 'known already' | 'nobody'

/** Whether a failure is one of the address or its mailbox (RFC 3463, 3.2 and 3.3), as far as anything was said of it. */
const isOfAddress = (status: string | null): boolean => status === null || /^[45]\.[0-2]\./.test(status)

/** Writes down that a letter came back, or was complained of. */
export async function returned(following: Following, back: Returned, now: string): Promise<Consequence> {
  const { letter, kind, status, said } = back
  const row = await following.db
    .selectFrom('letter')
    .select(['followerId', 'kind', 'state'])
    .where('id', '=', letter)
    .executeTakeFirst()
  if (row === undefined) return 'nobody'
  if (kind === 'complaint') {
    await refuse(following, row.followerId, 'complaint', now)
    return 'forgotten'
  }
  return following.write(async (db) => {
    const { numInsertedOrUpdatedRows: isNew } = await db
      .insertInto('return')
      .values({
        letterId: letter,
        followerId: row.followerId,
        at: now,
        kind,
        status,
        said: said?.slice(0, 500) ?? null,
      })
      .onConflict((conflict) => conflict.columns(['letterId', 'kind']).doNothing())
      .executeTakeFirstOrThrow()
    if (isNew !== 1n) return 'known already'
    await db
      .updateTable('letter')
      .set({ state: 'refused' })
      .where('id', '=', letter)
      .where('state', 'in', ['sent', 'doubtful'])
      .execute()
    if (!isOfAddress(status)) return 'not counted'
    const follower = await db.selectFrom('follower').selectAll().where('id', '=', row.followerId).executeTakeFirst()
    if (follower === undefined) return 'nobody'
    const confirmed = await db
      .selectFrom('following')
      .select('id')
      .where('followerId', '=', row.followerId)
      .where('confirmedAt', 'is not', null)
      .execute()
    const { failures: before, failedAt } = follower
    const isRemembered = failedAt !== null && Date.parse(now) - Date.parse(failedAt) < REMEMBERED
    const isSameDay = failedAt?.slice(0, 10) === now.slice(0, 10)
    const failures = isRemembered ? before + (isSameDay ? 0 : 1) : 1
    if (confirmed.length === 0 || failures >= MOST) {
      await forget(db, row.followerId)
      return 'forgotten'
    }
    await db.updateTable('follower').set({ failures, failedAt: now }).where('id', '=', row.followerId).execute()
    return 'counted'
  })
}

/** A letter that its server refused. */
export async function failedOnce(following: Following, letter: number, said: string): Promise<void> {
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null
  await returned(following, { letter, kind: 'failed', status, said }, new Date().toISOString())
}
