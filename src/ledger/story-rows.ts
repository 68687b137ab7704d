/**
 * The rows that a story is told from, and the telling. What a story is told from has a digest: the same rows tell the same,
 * since readings never change under their numbers.
 */
import type { Kysely } from 'kysely'
import type { Collection } from '../stories/collection.ts'
import { newIndex, type OriginIndex } from '../stories/origins.ts'
import { newStoryIndex } from '../stories/stories.ts'
import type { DriftWithin } from '../stories/told/changes.ts'
import { type StoryParts, storyParts } from '../stories/told/told.ts'
import { type Decided, decidedIndex, originsAround } from './corrections/decided.ts'
import { sha256 } from './log.ts'
import { rowsOf, type Shape } from './neighbourhood/rows.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { nameOf, numberOf, readingsOf } from './settled.ts'
import type { Tables } from './tables.ts'

type Db = Ledger['db']

/** What a story is told from, beside the readings with these numbers. */
export interface StoryRows extends Decided {
  readonly story: number
  readonly readings: readonly number[]
  readonly overlaps: readonly Tables['overlap'][]
  readonly stories: Collection['stories']
  /** The last correction of the ledger, since corrections change what readings say; null where there is none. */
  readonly correction: number | null
}

/** The rows of a story. @param story its number now */
export async function storyRows(ledger: Pick<Ledger, 'db'>, story: number): Promise<StoryRows> {
  const { db } = ledger
  const own = await db
    .selectFrom('storyMember')
    .select('reading')
    .where('storyId', '=', story)
    .orderBy('reading')
    .execute()
  const telling = own.map(({ reading }) => numberOf(reading))
  const { members, decisions } = await originsAround(ledger, telling)
  const readings = [...new Set([...telling, ...members.map((row) => row.readingId)])]
  const names = readings.map(nameOf)
  const overlaps = await db
    .selectFrom('overlap')
    .selectAll()
    .where('one', 'in', names)
    .where('other', 'in', names)
    .orderBy('one')
    .orderBy('other')
    .execute()
  const last = await db.selectFrom('correction').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return {
    story,
    readings,
    members,
    decisions,
    overlaps,
    stories: {
      ...newStoryIndex(),
      stories: await loaded(db, shapes.STORY, [story]),
      placed: await loaded(db, shapes.PLACED, names),
    },
    correction: last?.id ?? null,
  }
}

/** The digest of all that a story is told from. */
export function digestOf({ stories, ...rows }: StoryRows): string {
  const parts = [rows, [...stories.stories], [...stories.placed].sort(([one], [other]) => (one < other ? -1 : 1))]
  return sha256(JSON.stringify(parts, (_, value) => (value instanceof Map ? [...value] : value)))
}

/**
 * A story but for its matters, and the index of its origins; null where there is no such story.
 * @param within the drift within an article, where it is known already
 */
export async function partsFrom(
  db: Db,
  { story, readings, members, decisions, overlaps, stories }: StoryRows,
  within: DriftWithin,
): Promise<{ readonly parts: StoryParts; readonly index: OriginIndex } | null> {
  const index = decidedIndex(
    {
      ...newIndex(),
      statements: await loaded(
        db,
        shapes.STATEMENT,
        members.map(({ mention }) => mention),
      ),
      origins: await loaded(db, shapes.ORIGIN, [...new Set(members.map(({ originId }) => originId))]),
      members: new Map(members.map((row) => [row.mention, shapes.MEMBER.read({ ...row })])),
    },
    decisions,
  )
  const collection: Collection = {
    origins: index,
    copies: { prints: new Map(), postings: new Map() },
    overlaps: overlaps.map(({ one, other, share, isCopy }) => ({ one, other, share, copy: isCopy === 1 })),
    stories,
  }
  const parts = storyParts(collection, await readingsOf(db, readings), `s${story}`, within)
  return parts === null ? null : { parts, index: exemplary(index) }
}

/** What of an index is needed to hold its origins against each other: the statements that stand for them. */
function exemplary({ origins, statements }: OriginIndex): OriginIndex {
  const standing = [...origins.values()].flatMap(({ exemplars }) => exemplars)
  return {
    ...newIndex(),
    origins,
    statements: new Map(
      standing.flatMap((mention) => {
        const statement = statements.get(mention)
        return statement === undefined ? [] : [[mention, statement] as const]
      }),
    ),
  }
}

/** An index with how rare its words are among all statements now. */
export async function weighed(db: Db, index: OriginIndex): Promise<OriginIndex> {
  const words = new Set([...index.statements.values()].flatMap((statement) => [...statement.words]))
  return {
    ...index,
    frequencies: await loaded(db, shapes.STATEMENT_WORD, [...words]),
    tallies: await loaded(db, shapes.TALLY, ['statements']),
  }
}

/** Rows of a table by their keys. */
export async function loaded<Key extends string | number, Value>(
  db: Db,
  shape: Shape<Value>,
  keys: readonly Key[],
): Promise<Map<Key, Value>> {
  return new Map(await rowsOf<Key, Value>(db as unknown as Kysely<never>, shape).load(keys))
}
