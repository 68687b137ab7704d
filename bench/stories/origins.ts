// How well claims are brought together that are one original statement: B-cubed over the gold stories' mentions, as the
// shared score/gold.mjs counts, once on the claims as Hearsay reads them and once on the gold claims.

import { collectionOf } from '../../src/stories/collection.ts'
import { originOf } from '../../src/stories/origins.ts'
import type { Reading } from '../../src/stories/reading.ts'
import { claimPairs, type GoldArticle } from '../claims/gold.ts'
import { mentionsOf } from './gold.ts'

export interface BCubed {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

/** B-cubed (Bagga and Baldwin, 1998): for every mention the share of its cluster that belongs with it, and the reverse. */
export function bCubed(wanted: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): BCubed {
  const mentions = [...wanted.keys()]
  const given = (mention: string) => found.get(mention) ?? `alone:${mention}`
  const groups = (of: (mention: string) => string | undefined) => Map.groupBy(mentions, (mention) => of(mention) ?? '')
  const [byOrigin, byCluster] = [groups((mention) => wanted.get(mention)), groups(given)]
  let precision = 0
  let recall = 0
  for (const mention of mentions) {
    const same = byOrigin.get(wanted.get(mention) ?? '') ?? []
    const cluster = byCluster.get(given(mention)) ?? []
    const both = cluster.filter((other) => wanted.get(other) === wanted.get(mention)).length
    precision += both / cluster.length
    recall += both / same.length
  }
  const [p, r] = [precision / mentions.length, recall / mentions.length]
  return { f1: (2 * p * r) / (p + r || 1), precision: p, recall: r }
}

/** The gold origin of each gold mention. */
export function goldOrigins(articles: readonly GoldArticle[]): Map<string, string> {
  return new Map(
    articles.flatMap((article) => mentionsOf(article).map(({ id, origin }) => [`${article.id}#${id}`, origin])),
  )
}

/** The origin found for each gold mention, by the claim that was read in its place. */
export function foundOrigins(articles: readonly GoldArticle[], readings: readonly Reading[]): Map<string, string> {
  const { origins } = collectionOf(readings)
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  const found = new Map<string, string>()
  for (const article of articles) {
    const claims = byId.get(article.id)?.claims ?? []
    for (const [i, j] of claimPairs(article.claims, claims)) {
      const origin = originOf(origins, `${article.id}#${claims[j]?.id}`)
      if (origin !== undefined) found.set(`${article.id}#${article.claims[i]?.id}`, String(origin))
    }
  }
  return found
}
