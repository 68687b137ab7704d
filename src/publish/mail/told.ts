/** What a letter tells, read from the ledger: as it is known when it is sent or looked at, under the permalinks of then. */
import type { Development } from '../../ledger/developments/development.ts'
import { type Follower, followerOf } from '../following/follower.ts'
import { type LetterKind, type LetterPart, partsIn } from '../following/letters.ts'
import type { Following } from '../following/open.ts'
import type { Known } from './known.ts'
import { LETTER } from './words.ts'

/** Developments of one story, or of none. */
export interface StoryNews {
  readonly story: number | null
  /** What it was called when its first development here was noticed. */
  readonly title: string | null
  readonly developments: readonly Development[]
}

/** Another letter that may not have arrived. */
interface Missed {
  readonly letter: number
  readonly madeAt: string
}

export interface LetterTold {
  readonly id: number
  readonly kind: LetterKind
  readonly madeAt: string
  readonly to: string
  readonly follower: number
  /** Of a letter that asks to confirm: what. */
  readonly following: number
  /** The names of what it is about. */
  readonly about: readonly string[]
  readonly stories: readonly StoryNews[]
  readonly missed: readonly Missed[]
  /** The names of all that its reader follows. */
  readonly follows: readonly string[]
}

/** A letter as a row has it, or as it would be begun. */
export interface LetterKnown {
  readonly id: number
  readonly kind: LetterKind
  readonly madeAt: string
  readonly parts: readonly LetterPart[]
  readonly missed: readonly Missed[]
}

/** What a letter tells; null where there is no such letter any more. */
export async function letterTold(known: Known, following: Following, id: number): Promise<LetterTold | null> {
  const row = await following.db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
  const follower = row === undefined ? null : await followerOf(following, row.followerId)
  if (row === undefined || follower === null) return null
  const missed = await following.db
    .selectFrom('letter')
    .select(['id as letter', 'madeAt'])
    .where('toldIn', '=', id)
    .orderBy('id')
    .execute()
  const { kind, madeAt, partsJson } = row
  return toldTo(known, follower, { id, kind, madeAt, parts: partsIn(partsJson), missed })
}

/** What a letter to somebody tells. */
export async function toldTo(
  { developmentBy, nameOf }: Known,
  { id: follower, address, follows }: Follower,
  { id, kind, madeAt, parts, missed }: LetterKnown,
): Promise<LetterTold> {
  const numbers = parts.flatMap(({ ids }) => ids).toSorted((one, other) => one - other)
  const developments: Development[] = []
  for (const number of numbers) developments.push(...(await developmentBy(number)))
  return {
    id,
    kind,
    madeAt,
    to: address,
    follower,
    following: parts[0]?.following ?? 0,
    about: await Promise.all(
      parts.map(({ followed }) => (kind !== 'news' && followed.kind === 'search' ? LETTER.search : nameOf(followed))),
    ),
    stories: byStory(developments),
    missed,
    follows: await Promise.all(follows.map(({ followed }) => nameOf(followed))),
  }
}

function byStory(developments: readonly Development[]): StoryNews[] {
  const groups = Map.groupBy(developments, ({ story }) => story)
  return [...groups].map(([story, own]) => ({ story, title: own[0]?.storyTitle ?? null, developments: own }))
}
