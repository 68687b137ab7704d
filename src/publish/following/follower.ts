/** What an address follows: confirmed, seen, changed, ended. Where nothing is left of it, nothing of it is kept. */
import type { Followed } from '../../ledger/developments/development.ts'
import { mailboxOf } from './address.ts'
import type { Following, FollowingWriting } from './open.ts'
import { firstDue, type Rhythm } from './rhythm.ts'
import { hashed, secretOf } from './secret.ts'
import { followedIn } from './subject.ts'
import type { FollowingTables } from './tables.ts'

/** Something that an address follows. */
interface Followship {
  readonly id: number
  readonly followed: Followed
  readonly since: string
}

/** All that is kept of an address, but for the letters to it. */
export interface Follower extends Rhythm {
  readonly id: number
  readonly address: string
  readonly since: string
  /** Confirmed ones, in the order in which they were asked for. */
  readonly follows: readonly Followship[]
  readonly letters: number
}

/** An address by its number; null where nothing of it is kept. */
export async function followerOf({ db }: Pick<Following, 'db'>, id: number): Promise<Follower | null> {
  const row = await db.selectFrom('follower').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const follows = await db
    .selectFrom('following')
    .select(['id', 'followedJson', 'confirmedAt'])
    .where('followerId', '=', id)
    .where('confirmedAt', 'is not', null)
    .orderBy('id')
    .execute()
  const { letters } = await db
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<number>().as('letters'))
    .where('followerId', '=', id)
    .executeTakeFirstOrThrow()
  const { address, since, rhythm, hour, weekday } = row
  return {
    id,
    address,
    since,
    rhythm,
    hour,
    weekday,
    follows: follows.map((one) => ({
      id: one.id,
      followed: followedIn(one.followedJson),
      since: one.confirmedAt as string,
    })),
    letters: Number(letters),
  }
}

/** What waits to be confirmed; null where it is over. */
export async function asked(
  { db }: Pick<Following, 'db'>,
  id: number,
): Promise<{ readonly address: string; readonly followed: Followed; readonly rhythm: Rhythm['rhythm'] } | null> {
  const row = await db
    .selectFrom('following')
    .innerJoin('follower', 'follower.id', 'following.followerId')
    .select(['follower.address', 'follower.rhythm', 'following.followedJson'])
    .where('following.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { address: row.address, rhythm: row.rhythm, followed: followedIn(row.followedJson) }
}

/**
 * Confirms that something is followed. Confirmed again it stays as it is.
 * @param last the last development there is: what comes after it is told
 * @returns whose it is; null where it is over
 */
export function confirm(following: Following, id: number, last: number, now: string): Promise<number | null> {
  return following.write(async (db) => {
    await db
      .updateTable('following')
      .set({ confirmedAt: now, after: last })
      .where('id', '=', id)
      .where('confirmedAt', 'is', null)
      .execute()
    const row = await db.selectFrom('following').select('followerId').where('id', '=', id).executeTakeFirst()
    return row?.followerId ?? null
  })
}

/** Changes when letters come. */
export function changeRhythm(following: Following, id: number, rhythm: Rhythm, now: string): Promise<void> {
  return following.write(async (db) => {
    await db
      .updateTable('follower')
      .set({ ...rhythm, dueAt: firstDue(rhythm, now) })
      .where('id', '=', id)
      .execute()
  })
}

/** Ends that something is followed; with the last of them all that is kept of the address goes. */
export async function endFollowing(following: Following, follower: number, id: number): Promise<void> {
  await following.write(async (db) => {
    await db.deleteFrom('following').where('id', '=', id).where('followerId', '=', follower).execute()
    const left = await db
      .selectFrom('following')
      .select('id')
      .where('followerId', '=', follower)
      .where('confirmedAt', 'is not', null)
      .limit(1)
      .execute()
    if (left.length === 0) await forget(db, follower)
  })
  await following.erase()
}

/** Forgets an address: what it follows, and every letter to it. */
export async function forgetFollower(following: Following, follower: number): Promise<void> {
  await following.write((db) => forget(db, follower))
  await following.erase()
}

/** The same in a transaction. */
export async function forget(db: FollowingWriting, follower: number): Promise<void> {
  await db.deleteFrom('follower').where('id', '=', follower).execute()
}

/** Forgets an address, and keeps a keyed hash of it, so that nobody can have letters sent to it again. */
export async function refuse(
  following: Following,
  follower: number,
  why: FollowingTables['refusal']['why'],
  now: string,
): Promise<void> {
  const secret = await secretOf(following)
  await following.write(async (db) => {
    const row = await db.selectFrom('follower').select('addressKey').where('id', '=', follower).executeTakeFirst()
    if (row === undefined) return
    await db
      .insertInto('refusal')
      .values({ addressHash: hashed(secret, `mailbox ${mailboxOf(row.addressKey)}`), at: now, why })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await forget(db, follower)
  })
  await following.erase()
}

/** How long things are kept, in days. What the privacy page says follows from these. */
export const KEPT = { asking: 1, unconfirmed: 3, letter: 90 } as const

const DAY = 24 * 3600_000

/** Forgets what is kept for a time only, where that is over. */
export async function forgetOld(following: Following, now: string): Promise<void> {
  const before = (days: number): string => new Date(Date.parse(now) - days * DAY).toISOString()
  await following.write(async (db) => {
    await db.deleteFrom('asking').where('at', '<', before(KEPT.asking)).execute()
    await db
      .deleteFrom('following')
      .where('confirmedAt', 'is', null)
      .where('askedAt', '<', before(KEPT.unconfirmed))
      .execute()
    await db.deleteFrom('letter').where('settledAt', '<', before(KEPT.letter)).execute()
    await db
      .deleteFrom('follower')
      .where('since', '<', before(KEPT.unconfirmed))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('following').select('following.id').whereRef('following.followerId', '=', 'follower.id')),
        ),
      )
      .execute()
  })
  await following.erase()
}
