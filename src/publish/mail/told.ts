/** What a letter tells, read from the ledger: as it is known when it is sent or looked at, under the permalinks of then. */
import type { Development } from '../../ledger/developments/development.ts'
import { developmentsOf } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'
import { followedName } from '../developments/followed.ts'
import { followerOf } from '../following/follower.ts'
import { type LetterKind, partsIn } from '../following/letters.ts'
import type { Following } from '../following/open.ts'

/** Developments of one story, or of none. */
export interface StoryNews {
  readonly story: number | null
  /** What it was called when its first development here was noticed. */
  readonly title: string | null
  readonly developments: readonly Development[]
}

/** Another letter that may not have arrived. */
export interface Missed {
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

/** What a letter tells; null where there is no such letter any more. */
export async function letterTold(ledger: Ledger, following: Following, id: number): Promise<LetterTold | null> {
  const row = await following.db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
  const follower = row === undefined ? null : await followerOf(following, row.followerId)
  if (row === undefined || follower === null) return null
  const parts = partsIn(row.partsJson)
  const numbers = parts.flatMap(({ ids }) => ids).toSorted((one, other) => one - other)
  const developments: Development[] = []
  for (const number of numbers) developments.push(...(await developmentBy(ledger, number)))
  const missed = await following.db
    .selectFrom('letter')
    .select(['id', 'madeAt'])
    .where('toldIn', '=', id)
    .orderBy('id')
    .execute()
  const nameOf = namesIn(ledger)
  return {
    id,
    kind: row.kind,
    madeAt: row.madeAt,
    to: follower.address,
    follower: follower.id,
    following: parts[0]?.following ?? 0,
    about: await Promise.all(parts.map(({ followed }) => nameOf(followed))),
    stories: byStory(developments),
    missed: missed.map(({ id: letter, madeAt }) => ({ letter, madeAt })),
    follows: await Promise.all(follower.follows.map(({ followed }) => nameOf(followed))),
  }
}

/** The development of a number; none where its claim was hidden since. */
const developmentBy = async (ledger: Ledger, id: number): Promise<Development[]> =>
  (await developmentsOf(ledger, { kind: 'all' }, { after: id - 1, limit: 1 })).filter((one) => one.id === id)

const namesIn =
  (ledger: Ledger) =>
  async (followed: Parameters<typeof followedName>[1]): Promise<string> =>
    (await followedName(ledger, followed)) ?? 'what is no longer there'

function byStory(developments: readonly Development[]): StoryNews[] {
  const groups = Map.groupBy(developments, ({ story }) => story)
  return [...groups].map(([story, own]) => ({ story, title: own[0]?.storyTitle ?? null, developments: own }))
}
