/**
 * Settling: readings join the origins and stories of the ledger, by the pure functions of `stories` over the few rows that
 * they touch. A newer reading of an article takes over from the older one.
 */
import type { Kysely } from 'kysely'
import { addArticle, type Collection, removeArticle } from '../../stories/collection.ts'
import type { Overlap } from '../../stories/lineage/copies.ts'
import type { Member } from '../../stories/origins.ts'
import { statementsOf } from '../../stories/origins.ts'
import type { Reading } from '../../stories/reading.ts'
import type { Story } from '../../stories/stories.ts'
import { type Filling, PartialMap } from './partial.ts'
import { json, packed, rowsOf, type Shape } from './rows.ts'
import { run } from './run.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tables are those of migrations/stories.ts
type AnyDb = Kysely<any>

const readingOf = (mention: string): number => Number(mention.slice(1, mention.lastIndexOf('#')))

const MEMBER: Shape<Member> = {
  table: 'member',
  key: 'mention',
  columns: ['readingId', 'originId', 'joinedTo', 'confidence', 'reasonsJson'],
  write: ({ mention, origin, to, confidence, reasons }) => ({
    readingId: readingOf(mention),
    originId: origin,
    joinedTo: to,
    confidence,
    reasonsJson: JSON.stringify(reasons),
  }),
  read: ({ mention, originId, joinedTo, confidence, reasonsJson }) => ({
    mention: mention as string,
    origin: originId as number,
    to: joinedTo as string | null,
    confidence: confidence as number,
    reasons: JSON.parse(reasonsJson as string) as Member['reasons'],
  }),
}

const PLACED: Shape<number> = {
  table: 'storyMember',
  key: 'reading',
  columns: ['storyId'],
  write: (story) => ({ storyId: story }),
  read: ({ storyId }) => storyId as number,
}

type StoryForm = Omit<Story, 'words' | 'names'> & Record<'words' | 'names', [string, number][]>

const STORY = packed<Story, StoryForm>(
  'story',
  'id',
  (story) => ({ ...story, words: [...story.words], names: [...story.names] }),
  (form) => ({ ...form, words: new Map(form.words), names: new Map(form.names) }),
)

const PRINTS = packed<readonly number[], readonly number[]>(
  'textPrints',
  'reading',
  (prints) => prints,
  (prints) => prints,
)

/** The ledger's index as a Collection of which a part is at hand, and its maps. */
function indexIn(db: AnyDb): { collection: Omit<Collection, 'overlaps'>; maps: Filling[] } {
  const maps: Filling[] = []
  const map = <Key extends string | number, Value>(shape: Shape<Value>): Map<Key, Value> => {
    const partial = new PartialMap<Key, Value>(rowsOf<Key, Value>(db, shape))
    maps.push(partial)
    return partial
  }
  const tallies = () => map<string, number>(json('tally', 'name')) as Map<never, number>
  const collection: Omit<Collection, 'overlaps'> = {
    origins: {
      statements: map(json('statement', 'mention')),
      origins: map(json('origin', 'id')),
      members: map(MEMBER),
      postings: map(json('originKey', 'key')),
      frequencies: map(json('statementWord', 'word')),
      merged: map(json('originMerged', 'id')),
      toldIn: map(json('toldIn', 'reading')),
      tallies: tallies(),
    },
    copies: { prints: map(PRINTS), postings: map(json('printKey', 'key')) },
    stories: {
      stories: map(STORY),
      placed: map(PLACED),
      merged: map(json('storyMerged', 'id')),
      frequencies: map(json('storyWord', 'word')),
      postings: map(json('storyKey', 'word')),
      tallies: tallies(),
    },
  }
  return { collection, maps }
}

/** What settles: readings that came, and those of the same articles that they take the place of. */
export interface Settling {
  readonly came: readonly Reading[]
  readonly went: readonly Reading[]
}

/** Settles readings, whose ids are `r` and their numbers; all that is written is in the transaction. */
export async function settle(db: AnyDb, { came, went }: Settling): Promise<void> {
  if (came.length === 0 && went.length === 0) return
  const { collection, maps } = indexIn(db)
  const overlaps: Overlap[] = []
  for (const reading of came) {
    const statements = statementsOf(reading)
    const found = await run(maps, () => {
      const whole: Collection = { ...collection, overlaps: [] }
      addArticle(whole, reading, statements)
      return whole.overlaps
    })
    overlaps.push(...found)
  }
  for (const reading of went) await run(maps, () => removeArticle({ ...collection, overlaps: [] }, reading))
  for (const map of maps) await map.store()
  const left = new Set(went.map(({ id }) => id))
  const shared = overlaps.filter(({ one, other }) => !left.has(one) && !left.has(other))
  if (left.size > 0)
    await db
      .deleteFrom('overlap')
      .where((eb) => eb.or([eb('one', 'in', [...left]), eb('other', 'in', [...left])]))
      .execute()
  if (shared.length > 0)
    await db
      .insertInto('overlap')
      .values(shared.map(({ one, other, share, copy }) => ({ one, other, share, isCopy: copy ? 1 : 0 })))
      .onConflict((conflict) => conflict.columns(['one', 'other']).doNothing())
      .execute()
}
