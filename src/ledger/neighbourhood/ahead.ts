/**
 * Looking ahead: what readings that are to join will look at is loaded for all of them together, at a fraction of what
 * joining costs. What it overlooks is loaded when it is read; it changes nothing.
 */

import type { Collection } from '../../stories/collection.ts'
import { textsNear } from '../../stories/lineage/copies.ts'
import { exemplarsOf, keysOf, originsNear, originsUnder, toldBy, weightIn } from '../../stories/origins.ts'
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
    // The numbers that new ones will get.
    const [origin, story] = [origins.tallies.get('origins') ?? 0, stories.tallies.get('stories') ?? 0]
    for (let more = 1; more <= statements.length; more++)
      for (const map of [origins.origins, origins.merged]) map.has(origin + more)
    for (let more = 1; more <= coming.length; more++)
      for (const map of [stories.stories, stories.merged]) map.has(story + more)
  })
  const near = await look(() => new Set(statements.flatMap((one, at) => originsNear(origins, one, keys[at] ?? []))))
  const looked = await look(() => [...statements, ...[...near].flatMap((id) => exemplarsOf(origins, id))])
  const words = new Set(looked.flatMap((one) => [...one.words, ...one.context]))
  const articles = new Set(looked.map(({ article }) => article))
  const told = await look(() => {
    for (const word of words) origins.frequencies.has(word)
    for (const article of articles) toldBy(origins, article)
    return new Set([...articles].flatMap((article) => storyOf(stories, article) ?? []))
  })
  await look(() => {
    for (const { reading } of coming) {
      for (const story of storiesNear(stories, reading, told)) stories.stories.has(story)
      for (const text of [reading.id, ...textsNear(copies, reading)]) copies.prints.has(text)
    }
  })
}
