/**
 * Stories told from the ledger: the rows of one story are made into a Collection, and the pure functions of `stories` tell
 * it. Others are not loaded.
 */
import type { Kysely } from 'kysely'
import type { Collection } from '../stories/collection.ts'
import { newIndex } from '../stories/origins.ts'
import { newStoryIndex } from '../stories/stories.ts'
import { type StoryTold, toldStory } from '../stories/told/told.ts'
import { decidedIndex, originsAround } from './corrections/decided.ts'
import { rowsOf, type Shape } from './neighbourhood/rows.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { nameOf, numberOf, readingsOf } from './settled.ts'

/** The number that a story goes by now; null where there is none. */
export async function storyNow({ db }: Pick<Ledger, 'db'>, id: number): Promise<number | null> {
  const merged = await loaded<number, number>(db, shapes.STORY_MERGED, [id])
  const next = merged.get(id)
  if (next !== undefined) return storyNow({ db }, next)
  const member = await db.selectFrom('storyMember').select('storyId').where('storyId', '=', id).executeTakeFirst()
  return member === undefined ? null : id
}

/**
 * A story of the ledger.
 * @param id its number, or one that it had before it became one with another
 * @returns null where the ledger has no such story; ids of its articles are names of readings
 */
export async function storyTold(ledger: Pick<Ledger, 'db'>, id: number): Promise<StoryTold | null> {
  const { db } = ledger
  const now = await storyNow(ledger, id)
  if (now === null) return null
  const own = await db
    .selectFrom('storyMember')
    .select('reading')
    .where('storyId', '=', now)
    .orderBy('reading')
    .execute()
  const { members, decisions } = await originsAround(
    ledger,
    own.map(({ reading }) => numberOf(reading)),
  )
  const numbers = [...new Set([...own.map(({ reading }) => numberOf(reading)), ...members.map((row) => row.readingId)])]
  const names = numbers.map(nameOf)
  const readings = await readingsOf(db, numbers)
  const statements = await loaded(
    db,
    shapes.STATEMENT,
    members.map(({ mention }) => mention),
  )
  const words = new Set([...statements.values()].flatMap((statement) => [...statement.words]))
  const overlaps = await db
    .selectFrom('overlap')
    .selectAll()
    .where('one', 'in', names)
    .where('other', 'in', names)
    .execute()
  const collection: Collection = {
    origins: decidedIndex(
      {
        ...newIndex(),
        statements,
        origins: await loaded(db, shapes.ORIGIN, [...new Set(members.map(({ originId }) => originId))]),
        members: new Map(members.map((row) => [row.mention, shapes.MEMBER.read({ ...row })])),
        frequencies: await loaded(db, shapes.STATEMENT_WORD, [...words]),
        tallies: await loaded(db, shapes.TALLY, ['statements']),
      },
      decisions,
    ),
    copies: { prints: new Map(), postings: new Map() },
    overlaps: overlaps.map(({ one, other, share, isCopy }) => ({ one, other, share, copy: isCopy === 1 })),
    stories: {
      ...newStoryIndex(),
      stories: await loaded(db, shapes.STORY, [now]),
      placed: await loaded(db, shapes.PLACED, names),
    },
  }
  return toldStory(collection, readings, `s${now}`)
}

/** Rows of a table by their keys. */
async function loaded<Key extends string | number, Value>(
  db: Ledger['db'],
  shape: Shape<Value>,
  keys: readonly Key[],
): Promise<Map<Key, Value>> {
  return new Map(await rowsOf<Key, Value>(db as unknown as Kysely<never>, shape).load(keys))
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
