/**
 * A Collection: articles with the origins of their claims, the text they share, and their stories. It grows by an article
 * at a time, at a cost that does not grow with it; all of it is plain data that a ledger can keep. What it tells is in
 * `told.ts`.
 */
import { addText, type CopyIndex, newCopyIndex, type Overlap, removeText } from './lineage/copies.ts'
import { learn, newIndex, type OriginIndex, originOf, placeAll, removeAll, statementsOf } from './origins.ts'
import { mentionOf, type Reading } from './reading.ts'
import { dayOf } from './said.ts'
import type { Statement } from './statement.ts'
import { addToStory, newStoryIndex, removeFromStory, type StoryIndex, storiesSharing } from './stories.ts'

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

/**
 * Adds an article; one whose id is there already is passed over.
 * @param statements its own, where they are made already
 */
export function addArticle(
  collection: Collection,
  reading: Reading,
  statements: readonly Statement[] = statementsOf(reading),
): void {
  if (collection.stories.placed.has(reading.id)) return
  for (const step of stepsOfAdding(reading, statements)) step(collection)
}

/** A part of what is done to a collection. */
export type Step = (collection: Collection) => void

/** Adding an article that is not there, in steps of which each reads and changes little. */
export const stepsOfAdding = (reading: Reading, statements: readonly Statement[]): Step[] => [
  ({ origins }) => learn(origins, statements),
  ...stepsOfSettling(reading, statements),
]

/**
 * Telling an article's claims otherwise, as when people corrected them: its text and its story stay as they are.
 * @param before as it was added
 */
export const stepsOfRetelling = (before: Reading, statements: readonly Statement[]): Step[] => [
  ({ origins }) => removeAll(origins, before.id, mentionsIn(before)),
  ({ origins }) => learn(origins, statements),
  ...statements.map(
    (statement): Step =>
      ({ origins }) =>
        placeAll(origins, [statement]),
  ),
]

const mentionsIn = ({ id, claims }: Reading) => claims.map((claim) => mentionOf(id, claim.id))

/**
 * Takes an article out, as when a newer reading of it has come: added first, the newer one takes over its origins and
 * its story.
 */
export function removeArticle({ origins, copies, overlaps, stories }: Collection, reading: Reading): void {
  removeAll(origins, reading.id, mentionsIn(reading))
  removeText(copies, reading.id)
  removeFromStory(stories, reading)
  const left = overlaps.filter(({ one, other }) => one !== reading.id && other !== reading.id)
  overlaps.splice(0, overlaps.length, ...left)
}

/**
 * A collection of many articles at once: the oldest first and undated ones last, with all their words counted before any
 * claim is placed. The order in which they are given changes nothing; of articles of one id the first counts.
 */
export function collectionOf(readings: readonly Reading[]): Collection {
  const collection = newCollection()
  const first = [...new Map([...readings].reverse().map((reading) => [reading.id, reading])).values()].reverse()
  const inOrder = first.sort(byDayAndId)
  const statements = inOrder.map(statementsOf)
  for (const some of statements) learn(collection.origins, some)
  inOrder.forEach((reading, at) => {
    for (const step of stepsOfSettling(reading, statements[at] as Statement[])) step(collection)
  })
  return collection
}

/** The oldest day first, undated articles last, and by their ids where the day tells nothing. */
function byDayAndId(one: Reading, other: Reading): number {
  const [a, b] = [one, other].map(({ article }) => dayOf(article.published) ?? Number.POSITIVE_INFINITY) as [
    number,
    number,
  ]
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

const stepsOfSettling = (reading: Reading, statements: readonly Statement[]): Step[] => [
  ...statements.map(
    (statement): Step =>
      ({ origins }) =>
        placeAll(origins, [statement]),
  ),
  ({ copies, overlaps }) => {
    overlaps.push(...addText(copies, reading))
  },
  ({ origins, stories }) => {
    const own = new Set(statements.map(({ mention }) => originOf(origins, mention) as number))
    const others = [...own].map((id) => origins.origins.get(id)?.exemplars ?? [])
    addToStory(stories, reading, storiesSharing(stories, others))
  },
]
