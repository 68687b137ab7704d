/**
 * Settling: readings join the origins and stories of the ledger, by the pure functions of `stories` over the few rows that
 * they touch. A newer reading of an article takes over from the older one.
 */
import type { Kysely } from 'kysely'
import { type Collection, removeArticle, stepsOfAdding, stepsOfRetelling } from '../../stories/collection.ts'
import type { Overlap } from '../../stories/lineage/copies.ts'
import { statementsOf } from '../../stories/origins.ts'
import type { Reading } from '../../stories/reading.ts'
import { type Coming, lookAhead } from './ahead.ts'
import { assertEdition } from './edition.ts'
import { type Filling, PartialMap } from './partial.ts'
import { json, rowsOf, type Shape } from './rows.ts'
import { run } from './run.ts'
import * as shapes from './shapes.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tables are those of migrations/stories.ts
type AnyDb = Kysely<any>

/** The ledger's index as a Collection of which a part is at hand, its maps, and what has become another in it. */
function indexIn(db: AnyDb) {
  const maps: Filling[] = []
  const map = <Key extends string | number, Value>(shape: Shape<Value>): PartialMap<Key, Value> => {
    const partial = new PartialMap<Key, Value>(rowsOf<Key, Value>(db, shape))
    maps.push(partial)
    return partial
  }
  const [originsMerged, storiesMerged] = [
    map<number, number>(shapes.ORIGIN_MERGED),
    map<number, number>(shapes.STORY_MERGED),
  ]
  const collection: Omit<Collection, 'overlaps'> = {
    origins: {
      statements: map(shapes.STATEMENT),
      origins: map(shapes.ORIGIN),
      members: map(shapes.MEMBER),
      postings: map(json('originKey', 'key')),
      frequencies: map(shapes.STATEMENT_WORD),
      merged: originsMerged,
      toldIn: map(json('toldIn', 'reading')),
      tallies: map(shapes.TALLY),
    },
    copies: { prints: map(shapes.PRINTS), postings: map(json('printKey', 'key')) },
    stories: {
      stories: map(shapes.STORY),
      placed: map(shapes.PLACED),
      merged: storiesMerged,
      frequencies: map(json('storyWord', 'word')),
      postings: map(json('storyKey', 'word')),
      tallies: map(shapes.TALLY),
    },
  }
  return { collection, maps, originsMerged, storiesMerged }
}

/** What settles: readings that came, and those of the same articles that they take the place of. */
export interface Settling {
  readonly came: readonly Reading[]
  readonly went: readonly Reading[]
  /** Readings whose claims are to be taken otherwise than before. */
  readonly again?: readonly { readonly before: Reading; readonly after: Reading }[]
}

/** Settles readings, whose ids are `r` and their numbers; all that is written is in the transaction. */
export async function settle(db: AnyDb, { came, went, again = [] }: Settling): Promise<void> {
  if (came.length === 0 && went.length === 0 && again.length === 0) return
  await assertEdition(db)
  const { collection, maps, originsMerged, storiesMerged } = indexIn(db)
  const overlaps: Overlap[] = []
  const look = <Result>(work: () => Result): Promise<Result> => run(maps, work)
  const coming = came.map((reading): Coming => ({ reading, statements: statementsOf(reading) }))
  await lookAhead(look, collection, coming)
  for (const { reading, statements } of coming) {
    if (await look(() => collection.stories.placed.has(reading.id))) continue
    for (const step of stepsOfAdding(reading, statements))
      overlaps.push(
        ...(await look(() => {
          const whole: Collection = { ...collection, overlaps: [] }
          step(whole)
          return whole.overlaps
        })),
      )
  }
  for (const { before, after } of again)
    for (const step of stepsOfRetelling(before, statementsOf(after)))
      await look(() => step({ ...collection, overlaps: [] }))
  for (const reading of went) await look(() => removeArticle({ ...collection, overlaps: [] }, reading))
  const [origins, stories] = [[...originsMerged.kept], [...storiesMerged.kept]]
  for (const map of maps) await map.store()
  for (const [from, into] of origins)
    await db.updateTable('member').set({ originId: into }).where('originId', '=', from).execute()
  for (const [from, into] of stories)
    await db.updateTable('storyMember').set({ storyId: into }).where('storyId', '=', from).execute()
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
