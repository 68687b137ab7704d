/** Letters as rows: what they tell, by numbers, and how they are begun. */
import type { Followed } from '../../ledger/developments/development.ts'
import type { FollowingWriting } from './open.ts'
import type { FollowingTables } from './tables.ts'

/** What a letter tells of one thing that is followed. */
export interface LetterPart {
  readonly following: number
  readonly followed: Followed
  /** The developments, oldest first; none in a letter that asks to confirm. */
  readonly ids: readonly number[]
}

export type LetterKind = FollowingTables['letter']['kind']

/** A letter that is to be written to somebody. */
export interface LetterMade {
  readonly follower: number
  readonly kind: LetterKind
  readonly parts: readonly LetterPart[]
}

/** Puts a letter where senders find it. @returns its number */
export async function begin(db: FollowingWriting, { follower, kind, parts }: LetterMade, now: string): Promise<number> {
  const { id } = await db
    .insertInto('letter')
    .values({ followerId: follower, kind, partsJson: JSON.stringify(parts), state: 'due', madeAt: now, dueAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a letter's row says it tells. */
export const partsIn = (json: string): readonly LetterPart[] => JSON.parse(json) as LetterPart[]
