/** Who is due to be told something. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Followed } from '../../ledger/developments/development.ts'
import { isAmong } from '../../ledger/sql/lists.ts'
import type { Following } from '../following/open.ts'
import type { Rhythm } from '../following/rhythm.ts'
import { followedIn } from '../following/subject.ts'

/** Something that is followed, and up to where it was told. */
export interface Mark {
  readonly id: number
  readonly followed: Followed
  readonly subject: string
  readonly after: number
}

/** A follower who is due. */
export interface Due extends Rhythm {
  readonly id: number
  readonly dueAt: string
  readonly marks: readonly Mark[]
}

/** Followers of one answer. */
const TOGETHER = 500

/** Which followers are asked for. */
interface Asked {
  /** Those after this one. */
  readonly after: number
  /** The last development there is. */
  readonly last: number
  readonly now: string
}

/** Those who are due by the time, whom no letter is waiting for; of those who are told at once, where there may be news. */
export async function dueAfter({ db }: Following, { after, last, now }: Asked): Promise<Due[]> {
  const waiting = sql<SqlBool>`not exists (select 1 from letter where letter.follower_id = follower.id
    and letter.kind = 'news' and letter.state in ('due', 'taken', 'handed over'))`
  const news: Expression<SqlBool> = sql<SqlBool>`exists (select 1 from following where following.follower_id = follower.id
    and following.confirmed_at is not null and (following.after < ${last} or follower.rhythm <> 'at once'))`
  const followers = await db
    .selectFrom('follower')
    .select(['id', 'rhythm', 'hour', 'weekday', 'dueAt'])
    .where('id', '>', after)
    .where('dueAt', '<=', now)
    .where(news)
    .where(waiting)
    .orderBy('id')
    .limit(TOGETHER)
    .execute()
  if (followers.length === 0) return []
  const rows = await db
    .selectFrom('following')
    .select(['id', 'followerId', 'subject', 'followedJson', 'after'])
    .where(
      isAmong(
        db,
        'followerId',
        followers.map(({ id }) => id),
      ),
    )
    .where('confirmedAt', 'is not', null)
    .orderBy('id')
    .execute()
  const marks = Map.groupBy(rows, ({ followerId }) => followerId)
  return followers.map((follower) => ({
    ...follower,
    marks: (marks.get(follower.id) ?? []).map(({ id, subject, followedJson, after }) => ({
      id,
      subject,
      after,
      followed: followedIn(followedJson),
    })),
  }))
}
