/**
 * Points of a claimant's figures: what was given on a day, told with other bounds or not - that is drift, and no
 * revision. When it was said and as of when it counts are kept apart; vague words stay words.
 */
import type { Anchored, Mention } from '../reading.ts'
import type { Given } from './given.ts'

/** One report of a figure: which claim of which article, and the words that carry it. */
interface PointMention extends Anchored {
  readonly mention: Mention
}

/** What a claimant gave on a day: a number with its bounds, or words where there is none (`dozens`, `a battalion`). */
export interface PanelPoint {
  /** The day it was said, as exact as is known; null where unknown. */
  readonly said: string | null
  /** The day up to which it counts, where the claim says so. */
  readonly asOf: string | null
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  /** As most put it: `more than`. */
  readonly qualifier: string | null
  /** As it was put, each wording once, the one that most use first. */
  readonly words: readonly string[]
  readonly mentions: readonly PointMention[]
}

/** The points of one claimant's figures by the day they were said; those of no known day last. */
export function pointsOf(given: readonly Given[]): PanelPoint[] {
  const same = Map.groupBy(given, ({ said, asOf, figure: { low, high } }) =>
    JSON.stringify([said, asOf, low === null && high === null ? null : (high ?? low)]),
  )
  return [...same.values()]
    .map((some) => some as [Given, ...Given[]])
    .sort(([one], [other]) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
    .map(pointOf)
}

/** Days sort as they are written. */
const order = ({ said, asOf, carried }: Given): string => `${said ?? '~'} ${asOf ?? '~'} ${carried ?? '~'}`

function pointOf(some: readonly [Given, ...Given[]]): PanelPoint {
  const most = some.reduce((best, one) => (one.articles > best.articles ? one : best))
  const wordings = some.flatMap((one) => one.wordings)
  const times = Map.groupBy(wordings, ({ figure }) => figure.text)
  return {
    said: some[0].said,
    asOf: some[0].asOf,
    low: most.figure.low,
    high: most.figure.high,
    approximate: most.figure.approximate,
    qualifier: most.figure.qualifier,
    words: [...times].sort(([, a], [, b]) => b.length - a.length).map(([words]) => words),
    mentions: wordings.map(({ mention, article, outlet, claim, figure: { start, end, text } }) => ({
      mention,
      article,
      outlet,
      in: claim.in,
      start,
      end,
      text,
    })),
  }
}
