/**
 * What a story's tellings changed: the drift within each article and between the reports of each origin, one change of one
 * origin told once with every article that makes it.
 */
import type { Drift, DriftKind } from './drift/drift.ts'
import { driftWithin } from './drift/within.ts'
import { type Anchored, articleOf, type Mention, mentionOf, type Reading } from './reading.ts'

/** Words of a change, with the claim they are of and its origin; null where there is none. */
export interface DriftSide extends Anchored {
  readonly claim: Mention | null
  readonly origin: string | null
}

export interface DriftTold {
  readonly kind: DriftKind
  /** Between an article and itself (its headline, its other mentions), or from one report to another. */
  readonly where: 'within' | 'between'
  /** The words that were lost or changed. */
  readonly from: DriftSide
  /** Those that stand in their place, in the first article that has the change. */
  readonly to: DriftSide
  readonly lost: boolean
  readonly why: string
  /** Every article that has the change, the earliest first. */
  readonly articles: readonly string[]
}

/** Kinds of drift, the most serious first: what is said to have happened, to whom, how many, on whose word, how sure. */
const SERIOUS: readonly DriftKind[] = [
  'figure changed',
  'measure changed',
  'bound turned',
  'population narrowed',
  'attribution dropped',
  'source pluralised',
  'verb strengthened',
  'hedge dropped',
  'window stretched',
  'hedge added',
]

/**
 * The changes of a story, the most serious first and of one kind those that most articles have.
 * @param readings its articles, the earliest first
 * @param originOf the id of the origin that a claim is of
 */
export function changesOf(
  readings: readonly Reading[],
  originOf: (mention: Mention) => string | null,
): readonly DriftTold[] {
  const all = readings.flatMap((reading) =>
    driftWithin(reading.article, reading.claims).map((drift) => toldOf(drift, reading, originOf)),
  )
  const same = Map.groupBy(all, ({ kind, from, to, lost }) =>
    JSON.stringify([
      kind,
      from.origin ?? to.origin ?? from.article,
      folded(from.text),
      lost,
      lost ? '' : folded(to.text),
    ]),
  )
  return [...same.values()]
    .map((some) => ({ ...(some[0] as DriftTold), articles: [...new Set(some.flatMap(({ articles }) => articles))] }))
    .sort(
      (one, other) =>
        SERIOUS.indexOf(one.kind) - SERIOUS.indexOf(other.kind) || other.articles.length - one.articles.length,
    )
}

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function toldOf({ kind, from, to, lost, why }: Drift, reading: Reading, originOf: (mention: Mention) => string | null) {
  const side = ({ in: place, claim, start, end, text }: Drift['from']): DriftSide => {
    const mention = claim === null ? null : mentionOf(reading.id, claim)
    const origin = mention === null ? null : originOf(mention)
    return { article: reading.id, outlet: reading.article.outlet, in: place, start, end, text, claim: mention, origin }
  }
  return {
    kind,
    where: 'within',
    from: side(from),
    to: side(to),
    lost,
    why,
    articles: [articleOf(`${reading.id}#`)],
  } as const
}
