/**
 * A Collection: articles with the origins of their claims, the text they share, and their stories. It grows by an article
 * at a time, at a cost that does not grow with it; all of it is plain data that a ledger can keep. What it tells is in
 * `told.ts`.
 */
import { addText, type CopyIndex, newCopyIndex, type Overlap } from './lineage/copies.ts'
import { learn, newIndex, type Origin, type OriginIndex, originOf, placeAll, statementsOf } from './origins.ts'
import type { Reading } from './reading.ts'
import type { Statement } from './statement.ts'
import { addToStory, newStoryIndex, type StoryIndex, storiesSharing } from './stories.ts'

export interface Collection {
  readonly origins: OriginIndex
  readonly copies: CopyIndex
  readonly overlaps: Overlap[]
  readonly stories: StoryIndex
}

/** A collection of nothing. */
export const newCollection = (): Collection => ({
  origins: newIndex(),
  copies: newCopyIndex(),
  overlaps: [],
  stories: newStoryIndex(),
})

/** Adds an article; one whose id is there already is passed over. */
export function addArticle(collection: Collection, reading: Reading): void {
  if (collection.stories.placed.has(reading.id)) return
  const statements = statementsOf(reading)
  learn(collection.origins, statements)
  settle(collection, reading, statements)
}

/**
 * A collection of many articles at once: the oldest first and undated ones last, with all their words counted before any
 * claim is placed. Of articles of one id the first counts.
 */
export function collectionOf(readings: readonly Reading[]): Collection {
  const collection = newCollection()
  const first = [...new Map([...readings].reverse().map((reading) => [reading.id, reading])).values()].reverse()
  const dated = ({ article }: Reading) => article.published?.slice(0, 10) ?? '9999'
  const inOrder = first.sort((one, other) => (dated(one) < dated(other) ? -1 : dated(one) > dated(other) ? 1 : 0))
  const statements = inOrder.map(statementsOf)
  for (const some of statements) learn(collection.origins, some)
  inOrder.forEach((reading, at) => {
    settle(collection, reading, statements[at] as Statement[])
  })
  return collection
}

function settle(
  { origins, copies, overlaps, stories }: Collection,
  reading: Reading,
  statements: readonly Statement[],
): void {
  placeAll(origins, statements)
  overlaps.push(...addText(copies, reading))
  const own = new Set(statements.map(({ mention }) => originOf(origins, mention) as number))
  const others = [...own].map((id) => (origins.origins.get(id) as Origin).exemplars)
  addToStory(stories, reading, storiesSharing(stories, others))
}
