/**
 * Looking ahead: what readings that are to join will look at is loaded for all of them together, at a fraction of what
 * joining costs. What it overlooks is loaded when it is read; it changes nothing.
 */

import type { Collection } from '../../stories/collection.ts'
import { textsNear } from '../../stories/lineage/copies.ts'
import { keysOf, originsNear, originsUnder, tellersOf, toldBy, weightIn } from '../../stories/origins.ts'
import type { Reading } from '../../stories/reading.ts'
import type { Statement } from '../../stories/statement.ts'
import { storiesNear, storyOf } from '../../stories/stories.ts'

/** A reading with its statements. */
export interface Coming {
  readonly reading: Reading
  readonly statements: readonly Statement[]
}

/** Does some reading, again and again until it lacks nothing. */
type Look = <Result>(work: () => Result) => Promise<Result>

/** Loads what readings will look at when they are added. */
export async function lookAhead(
  look: Look,
  { origins, copies, stories }: Omit<Collection, 'overlaps'>,
  coming: readonly Coming[],
): Promise<void> {
  const statements = coming.flatMap((one) => one.statements)
  const keys = await look(() => {
    const weigh = weightIn(origins)
    return statements.map((statement) => keysOf(statement, weigh))
  })
  await look(() => {
    originsUnder(origins, new Set(keys.flat()))
    for (const { mention } of statements) origins.statements.has(mention)
  })
  const near = await look(() => new Set(statements.flatMap((one, at) => originsNear(origins, one, keys[at] ?? []))))
  await look(() => {
    const tellers = tellersOf(origins, near)
    const told = new Map<number, number>()
    for (const article of [...tellers, ...coming.map(({ reading }) => reading.id)]) {
      toldBy(origins, article)
      const story = storyOf(stories, article)
      if (story !== undefined) told.set(story, 1)
    }
    for (const { reading } of coming) {
      for (const story of storiesNear(stories, reading, told)) stories.stories.has(story)
      for (const text of [reading.id, ...textsNear(copies, reading)]) copies.prints.has(text)
    }
  })
}
