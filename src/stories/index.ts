/**
 * The door to stories: Readings of many articles -> which claims are one statement, how few origins stand behind them, by
 * what evidence, and what the retelling changed. Pure: plain data in, plain data out.
 */
import { collectionOf } from './collection.ts'
import type { Reading } from './reading.ts'
import { type StoryTold, told } from './told/told.ts'

export { addArticle, type Collection, collectionOf, newCollection, removeArticle } from './collection.ts'
export { driftBetween } from './drift/between.ts'
export type { Drift, DriftAnchor, DriftKind, TellingPlace } from './drift/drift.ts'
export { type HeadlineCheck, headlineCheck } from './drift/headline.ts'
export { driftWithin } from './drift/within.ts'
export type { Report } from './lineage/lineage.ts'
export { articleOf, type Mention, mentionOf, type Reading } from './reading.ts'
export { type ArticleTold, type OriginTold, type StoryTold, told } from './told/told.ts'

/**
 * The stories that articles tell, the largest first, each with its origins, rival figures and drift. The order in which
 * the articles are given changes nothing; of articles of one id the first counts.
 *
 * For a collection that grows by an article at a time: `newCollection`, `addArticle`, `told`.
 */
export const storiesOf = (readings: readonly Reading[]): StoryTold[] => told(collectionOf(readings), readings)
