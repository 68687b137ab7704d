/**
 * Asking to follow something by mail. Whoever asks is told the same whether the address follows already, is known, or is
 * not to be written to; the address itself is told more, in a letter. Nothing is followed before it is confirmed there.
 */
import type { Followed } from '../../ledger/developments/development.ts'
import type { MailAddress } from './address.ts'
import { begin } from './letters.ts'
import type { Following, FollowingWriting } from './open.ts'
import { firstDue, type Rhythm } from './rhythm.ts'
import { hashed, secretOf } from './secret.ts'
import { subjectOf } from './subject.ts'

/**
 * In a day: letters that strangers can have sent to one mailbox, requests that one of them can make, and that all can make
 * together, since who has many addresses to ask from would write to the whole world through this site.
 */
const MOST = { letters: 3, requests: 20, all: 1000, follows: 100 } as const

const DAY = 24 * 3600_000

/** Somebody who asks. */
export interface Request {
  readonly address: MailAddress
  readonly followed: Followed
  readonly rhythm: Rhythm
  /** Whom they are counted as: the address that they ask from. */
  readonly from: string
}

/**
 * Asks to follow something: begins a letter to the address, unless it had its share of them today or wants none.
 * @returns `asked too often` where who asks, or everybody, had their share of requests; it does not depend on the address
 * @throws {LedgerError} where the store cannot be written to
 */
export async function askToFollow(
  following: Following,
  { address, followed, rhythm, from }: Request,
  now: string,
): Promise<'asked' | 'asked too often'> {
  const secret = await secretOf(following)
  const own = { addressHash: hashed(secret, `mailbox ${address.mailbox}`), fromHash: hashed(secret, `from ${from}`) }
  return following.write(async (db) => {
    const requests = await askedSince(db, now, { fromHash: own.fromHash })
    if (requests >= MOST.requests || (await askedSince(db, now)) >= MOST.all) return 'asked too often'
    const letters = await askedSince(db, now, { addressHash: own.addressHash })
    await db
      .insertInto('asking')
      .values({ at: now, ...own })
      .execute()
    const refused = await db.selectFrom('refusal').select('at').where('addressHash', '=', own.addressHash).execute()
    if (letters < MOST.letters && refused.length === 0) await letterTo(db, address, followed, rhythm, now)
    return 'asked'
  })
}

/** How often somebody asked within a day: of all, or by or for one. */
async function askedSince(
  db: FollowingWriting,
  now: string,
  of: Partial<Record<'addressHash' | 'fromHash', string>> = {},
): Promise<number> {
  const { count } = await db
    .selectFrom('asking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>', new Date(Date.parse(now) - DAY).toISOString())
    .where(({ eb, and }) => and(Object.entries(of).map(([column, hash]) => eb(column as keyof typeof of, '=', hash))))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A letter that asks to confirm; to who follows it already, one that leads to what they follow. */
async function letterTo(
  db: FollowingWriting,
  { address, key }: MailAddress,
  followed: Followed,
  rhythm: Rhythm,
  now: string,
): Promise<void> {
  await db
    .insertInto('follower')
    .values({ address, addressKey: key, ...rhythm, since: now, dueAt: firstDue(rhythm, now) })
    .onConflict((conflict) => conflict.column('addressKey').doNothing())
    .execute()
  const { id: follower } = await db
    .selectFrom('follower')
    .select('id')
    .where('addressKey', '=', key)
    .executeTakeFirstOrThrow()
  const follows = await db
    .selectFrom('following')
    .select(['id', 'subject', 'confirmedAt'])
    .where('followerId', '=', follower)
    .execute()
  // Nobody confirmed yet when letters come: what was asked last counts.
  if (follows.every(({ confirmedAt }) => confirmedAt === null))
    await db
      .updateTable('follower')
      .set({ ...rhythm, dueAt: firstDue(rhythm, now) })
      .where('id', '=', follower)
      .execute()
  const subject = subjectOf(followed)
  const known = follows.find((one) => one.subject === subject)
  const isFull = follows.length >= MOST.follows
  if (known?.confirmedAt != null || (known === undefined && isFull)) {
    await begin(db, { follower, kind: 'access', parts: [{ following: known?.id ?? 0, followed, ids: [] }] }, now)
    return
  }
  const { id } = await db
    .insertInto('following')
    .values({ followerId: follower, subject, followedJson: JSON.stringify(followed), after: 0, askedAt: now })
    .onConflict((conflict) => conflict.columns(['followerId', 'subject']).doUpdateSet({ askedAt: now }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await begin(db, { follower, kind: 'confirmation', parts: [{ following: id, followed, ids: [] }] }, now)
}
