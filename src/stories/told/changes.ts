/**
 * What a story's tellings changed: the drift within each article and between the reports of each origin, one change of one
 * origin told once with every article that makes it.
 */
import type { Drift, DriftAnchor, DriftKind } from '../drift/drift.ts'
import { type OriginTelling, originDrift } from '../drift/origin.ts'
import { driftWithin, slugOf } from '../drift/within.ts'
import { type Anchored, articleOf, type Mention, mentionOf, type Read, type Reading } from '../reading.ts'

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

/** The claims of an origin. */
interface Stated {
  readonly id: string
  readonly claims: readonly Mention[]
}

/** The drift within an article. */
export type DriftWithin = (reading: Reading) => readonly Drift[]

/** The drift within articles, looked for once in those that print the same under one headline. */
export function driftWithinEach(): DriftWithin {
  const known = new Map<string, readonly Drift[]>()
  return (reading) => {
    const { article, claims } = reading
    const key = printedAlike(reading)
    const drift = known.get(key) ?? driftWithin(article, claims)
    known.set(key, drift)
    return drift
  }
}

/** The same for articles that print the same and are read alike. */
const printedAlike = ({ article: { headline, deck, url, text, blocks }, claims }: Reading): string =>
  JSON.stringify([headline, deck, slugOf(url), text, blocks, claims])

/**
 * The changes of a story, the most serious first and of one kind those that most articles have.
 * @param readings its articles, the earliest first
 * @param within the drift within each of them
 */
export function changesOf(
  readings: readonly Reading[],
  origins: readonly Stated[],
  told: Read,
  within: DriftWithin,
): readonly DriftTold[] {
  const printed = rememberedBy(({ article: { text }, claims }: Reading) => JSON.stringify([text, claims]))
  const originOf = new Map(origins.flatMap(({ id, claims }) => claims.map((mention) => [mention, id] as const)))
  const order = new Map(readings.map(({ id }, at) => [id, at]))
  const sideOf = ({ in: place, claim, start, end, text }: DriftAnchor, article: string): DriftSide => {
    const mention = claim === null ? null : mentionOf(article, claim)
    const origin = mention === null ? null : (originOf.get(mention) ?? null)
    const outlet = told.readings.get(article)?.article.outlet ?? null
    return { article, outlet, in: place, start, end, text, claim: mention, origin }
  }
  const inEach = readings.flatMap((reading) =>
    within(reading).map(({ kind, from, to, lost, why }): DriftTold => {
      const { id } = reading
      return {
        kind,
        where: 'within',
        from: sideOf(from, id),
        to: sideOf(to, id),
        lost,
        why,
        articles: [id],
      }
    }),
  )
  const between = origins.flatMap((origin) => {
    const { tellings, alike } = tellingsOf(origin, order, told, printed)
    return originDrift(tellings).map(
      ({ kind, from, to, lost, why, articles }): DriftTold => ({
        kind,
        where: 'between',
        from: sideOf(from, from.article),
        to: sideOf(to, to.article),
        lost,
        why,
        articles: articles.flatMap((id) => alike.get(id) ?? id),
      }),
    )
  })
  return folded([...inEach, ...between]).sort(
    (one, other) =>
      SERIOUS.indexOf(one.kind) - SERIOUS.indexOf(other.kind) || other.articles.length - one.articles.length,
  )
}

/** The same of a thing, found once. */
function rememberedBy<Thing extends object, Value>(find: (thing: Thing) => Value): (thing: Thing) => Value {
  const known = new Map<Thing, Value>()
  return (thing) => {
    const value = known.get(thing) ?? find(thing)
    known.set(thing, value)
    return value
  }
}

/** Tellings of an origin, and by the first of those that print one telling on one day all of them. */
interface Tellings {
  readonly tellings: readonly OriginTelling[]
  readonly alike: ReadonlyMap<string, readonly string[]>
}

/** The tellings of an origin that several articles carry, the earliest first; what else an article says is told once. */
function tellingsOf(
  { claims }: Stated,
  order: ReadonlyMap<string, number>,
  told: Read,
  printed: (reading: Reading) => string,
): Tellings {
  const byArticle = [...Map.groupBy(claims, articleOf)]
  if (byArticle.length < 2) return { tellings: [], alike: new Map() }
  byArticle.sort(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
  const once = new Map<string, string[]>()
  const tellings = byArticle.flatMap(([article, mentions]): OriginTelling[] => {
    const own = mentions.flatMap((mention) => told.claims.get(mention) ?? [])
    const beside = told.readings.get(article)?.claims ?? []
    const reading = told.readings.get(article)
    const { text = '', published = null } = reading?.article ?? {}
    const key = JSON.stringify([published?.slice(0, 10), own, reading === undefined ? '' : printed(reading)])
    const others = once.get(key)
    if (others !== undefined) {
      others.push(article)
      return []
    }
    once.set(key, [article])
    return own.map((claim, at) => ({ claim, article, ...(at === 0 ? { beside, text, published } : {}) }))
  })
  return { tellings, alike: new Map([...once.values()].map((some) => [some[0] as string, some])) }
}

/** One change of one origin told once, with every article that has it. */
function folded(all: readonly DriftTold[]): DriftTold[] {
  const same = Map.groupBy(all, ({ kind, where, from, to, lost }) =>
    JSON.stringify([
      kind,
      where,
      from.origin ?? to.origin ?? from.article,
      plain(from.text),
      lost,
      lost ? '' : plain(to.text),
    ]),
  )
  return [...same.values()].map((some) => ({
    ...(some[0] as DriftTold),
    articles: [...new Set(some.flatMap(({ articles }) => articles))],
  }))
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
