/**
 * Stories told from the ledger: the rows of one story are made into a Collection, and the pure functions of `stories` tell
 * it. Others are not loaded.
 */
import { LRUCache } from 'lru-cache'
import type { Drift } from '../stories/drift/drift.ts'
import type { OriginIndex } from '../stories/origins.ts'
import { type DriftWithin, driftWithinEach } from '../stories/told/changes.ts'
import { type StoryParts, type StoryTold, withMatters } from '../stories/told/told.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { digestOf, loaded, partsFrom, storyRows, weighed } from './story-rows.ts'

/** The number that a story goes by now; null where there is none. */
export async function storyNow({ db }: Pick<Ledger, 'db'>, id: number): Promise<number | null> {
  const merged = await loaded<number, number>(db, shapes.STORY_MERGED, [id])
  const next = merged.get(id)
  if (next !== undefined) return storyNow({ db }, next)
  const member = await db.selectFrom('storyMember').select('storyId').where('storyId', '=', id).executeTakeFirst()
  return member === undefined ? null : id
}

/** What of a story is told by itself, and the index of its origins. */
interface Known {
  readonly parts: StoryParts
  readonly index: OriginIndex
}

/** What is known of a ledger's stories. */
interface Kept {
  /** By the digest of all that a story was told from. */
  readonly stories: LRUCache<string, Known>
  /** By readings and the last correction: an article that joins a story does not change how the others are told. */
  readonly within: LRUCache<string, readonly Drift[]>
}

const KEPT = new WeakMap<Ledger['db'], Kept>()
/** Articles of all stories that are kept for a ledger: some 20 KB each. */
const MOST = 4000

/**
 * A story of the ledger. What was told is kept until something of this story changes; only what its origins tell alike is
 * weighed anew each time, since words become common or rare with all that enters the ledger.
 * @param id its number, or one that it had before it became one with another
 * @returns null where the ledger has no such story; ids of its articles are names of readings
 */
export async function storyTold(ledger: Pick<Ledger, 'db'>, id: number): Promise<StoryTold | null> {
  const { db } = ledger
  const now = await storyNow(ledger, id)
  if (now === null) return null
  const rows = await storyRows(ledger, now)
  const kept = KEPT.get(db) ?? nothingKept()
  KEPT.set(db, kept)
  const digest = digestOf(rows)
  const known = kept.stories.get(digest) ?? (await partsFrom(db, rows, remembering(kept, rows.correction)))
  if (known === null) return null
  kept.stories.set(digest, known)
  return withMatters(await weighed(db, known.index), known.parts)
}

const nothingKept = (): Kept => ({
  stories: new LRUCache<string, Known>({
    maxSize: MOST,
    sizeCalculation: ({ parts }) => Math.max(1, parts.story.articles.length),
  }),
  within: new LRUCache<string, readonly Drift[]>({ max: MOST }),
})

/** The drift within articles, as it is known. */
function remembering({ within }: Kept, correction: number | null): DriftWithin {
  const find = driftWithinEach()
  return (reading) => {
    const key = `${reading.id} ${correction}`
    const drift = within.get(key) ?? find(reading)
    within.set(key, drift)
    return drift
  }
}

/** A story as it is listed. */
interface StoryListed {
  readonly id: number
  /** How many articles tell it. */
  readonly articles: number
  /** The last day on which one was published, in days since 1970; null where none is dated. */
  readonly lastDay: number | null
}

/** Which stories are listed. */
interface StoriesAsked {
  readonly limit?: number
  /** The story after which the list goes on. */
  readonly after?: StoryListed | null
}

/** Stories without a day stand after all others. */
const NO_DAY = -1

/** The stories told last, latest first, of one day the largest first, those without a day after them. */
export async function storiesListed(
  { db }: Pick<Ledger, 'db'>,
  { limit = 50, after = null }: StoriesAsked = {},
): Promise<StoryListed[]> {
  let query = db
    .selectFrom('story')
    .select(['id', 'size as articles', 'lastDay'])
    .orderBy(({ eb, fn }) => fn.coalesce('lastDay', eb.lit(NO_DAY)), 'desc')
    .orderBy('size', 'desc')
    .orderBy('id')
    .limit(limit)
  if (after !== null) {
    const { id, articles, lastDay } = after
    const last = lastDay ?? NO_DAY
    query = query.where(({ eb, fn, and, or }) => {
      const day = fn.coalesce('lastDay', eb.lit(NO_DAY))
      return or([
        eb(day, '<', last),
        and([eb(day, '=', last), eb('size', '<', articles)]),
        and([eb(day, '=', last), eb('size', '=', articles), eb('id', '>', id)]),
      ])
    })
  }
  return query.execute()
}
