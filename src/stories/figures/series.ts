/**
 * Series of figures: what one claimant said of one thing, from day to day. A later number of the same claimant is a
 * revision, not a rival; when it was said and as of when it counts are kept apart; vague words stay words.
 */
import { type Count, comparable } from './comparable.ts'
import { conceptName, conceptOf } from './concepts.ts'
import { populationKey } from './populations.ts'

/** A figure as someone gave it. */
export interface Given extends Count {
  /** `<article id>#<claim id>`. */
  readonly mention: string
  /** The key of who gave it, the same in every article; and the name. */
  readonly claimant: string
  readonly name: string
  /** The day it was said, as exact as is known; null where unknown. */
  readonly said: string | null
}

/** What a claimant gave on a day: one number, or words where there is none. */
interface Point {
  readonly said: string | null
  /** The day up to which it counts, where the claim says so. */
  readonly asOf: string | null
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  /** As it was put, each wording once, in the order of the figures given. */
  readonly words: readonly string[]
  readonly mentions: readonly string[]
}

export interface Series {
  readonly claimant: string
  readonly name: string
  readonly measure: string | null
  readonly unit: string | null
  readonly of: string | null
  /** By the day they were said, those of no known day last. The first was given, the others revise it. */
  readonly points: readonly Point[]
  /** One of its figures, for holding it against other series. */
  readonly like: Count
}

/** One claimant's figures of one thing; that neither says of whom keeps rivals apart, but not one's own figures. */
function alike(one: Given, other: Given): boolean {
  if (one.claimant !== other.claimant) return false
  const found = comparable(one, other)
  return found === true || (found.by === 'population' && one.figure.of === null && other.figure.of === null)
}

const numberOf = ({ low, high }: Given['figure']): number | null => high ?? low

/** Figures of one series, with the number that each claim gives: two numbers in one breath count two things. */
interface Group {
  readonly figures: [Given, ...Given[]]
  readonly numbers: Map<string, number | null>
}

/** Figures of another key are never of one series; those of one key may be. */
const keyOf = ({ claimant, figure: { measure, unit, of } }: Given): string =>
  JSON.stringify([claimant, measure && conceptName(conceptOf(measure)), unit, populationKey(of)])

/** The series of some figures, in the order in which each begins. */
export function seriesOf(given: readonly Given[]): Series[] {
  const groups: Group[] = []
  const byKey = new Map<string, Group[]>()
  for (const one of given) {
    const key = keyOf(one)
    const own = byKey.get(key) ?? []
    byKey.set(key, own)
    const number = numberOf(one.figure)
    const group = own.find(
      ({ figures, numbers }) => (numbers.get(one.mention) ?? number) === number && alike(figures[0], one),
    )
    if (group) {
      group.figures.push(one)
      group.numbers.set(one.mention, number)
    } else {
      const opened: Group = { figures: [one], numbers: new Map([[one.mention, number]]) }
      own.push(opened)
      groups.push(opened)
    }
  }
  return groups.map(({ figures }) => {
    const [first] = figures
    const { measure, unit, of } = first.figure
    const like: Count = { figure: first.figure, place: first.place, when: first.when }
    return {
      claimant: first.claimant,
      name: first.name,
      measure: measure && conceptName(conceptOf(measure)),
      unit,
      of,
      points: pointsOf(figures),
      like,
    }
  })
}

/** Figures of one day and number are one point, told with other bounds or not: that is drift, and no revision. */
function pointsOf(group: readonly Given[]): Point[] {
  const pointKey = ({ said, when, figure }: Given): string =>
    JSON.stringify([said, when?.end ?? null, numberOf(figure)])
  return [...Map.groupBy(group, pointKey).values()]
    .map((same): Point => {
      const { low, high } = mostTold(same)
      return {
        said: same[0]?.said ?? null,
        asOf: same[0]?.when?.end ?? null,
        low,
        high,
        approximate: same.some(({ figure }) => figure.approximate),
        words: [...new Set(same.map(({ figure }) => figure.text))],
        mentions: [...new Set(same.map(({ mention }) => mention))],
      }
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

/** The bounds that most tell, the first of them where as many tell others. */
function mostTold(same: readonly Given[]): Pick<Given['figure'], 'low' | 'high'> {
  const told = [...Map.groupBy(same, ({ figure: { low, high } }) => `${low} ${high}`).values()]
  const most = told.reduce((best, some) => (some.length > best.length ? some : best))
  return (most[0] as Given).figure
}

/** Days sort as they are written; a day that is unknown comes last. */
const order = ({ said, asOf }: Point): string => `${said ?? '~'} ${asOf ?? '~'}`

/** Series that can be charted together, and for the rest why not. */
export interface Table {
  readonly series: readonly Series[]
  readonly apart: readonly { readonly series: Series; readonly reason: string }[]
}

/** What stands beside a series: those that can be compared with it, each claimant's, and the reason for each other one. */
export function beside(own: Series, all: readonly Series[]): Table {
  const others = all
    .filter((series) => series !== own)
    .map((series) => ({ series, found: comparable(own.like, series.like) }))
  return {
    series: [own, ...others.flatMap(({ series, found }) => (found === true ? series : []))],
    apart: others.flatMap(({ series, found }) => (found === true ? [] : { series, reason: found.reason })),
  }
}
