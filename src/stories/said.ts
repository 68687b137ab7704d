/**
 * When a statement was said: the days its words allow, and the latest day that its article's date allows. Days are
 * counted from 1970-01-01, so that a persisted index needs no clock and no calendar.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'

export interface Said {
  /** First and last day that the words name; null where they name none. */
  readonly from: number | null
  readonly to: number | null
  /** The days are those of the speaker's other claims in the article, not of its own words. */
  readonly presumed: boolean
  /** The day the article was published, or the latest day that it tells of where it is undated; null where none is. */
  readonly published: number | null
}

const DAY = 86_400_000

/** The day of an ISO date, or null where there is none. */
export function dayOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '')
  if (!match) return null
  const time = Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1))
  return Number.isNaN(time) ? null : Math.round(time / DAY)
}

/** The ISO date of a day. */
export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** First and last day of a date as exact as it is: `2025`, `2025-01` or `2025-01-04`. */
export function daysOf(date: string | null | undefined): readonly [number, number] | null {
  const from = dayOf(date)
  if (from === null || !date) return null
  const [year = 0, month = 0] = date.split('-').map(Number)
  if (/^\d{4}-\d\d-\d\d/.test(date)) return [from, from]
  const end = /^\d{4}-\d\d/.test(date) ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)
  return [from, Math.round(end / DAY) - 1]
}

/** When a claim was said, as far as its words and its article's date tell. */
export function saidOf(claim: Pick<Claim, 'saidTime'>, article: Pick<Article, 'published' | 'modified'>): Said {
  const days = daysOf(claim.saidTime?.date)
  return {
    from: days?.[0] ?? null,
    to: days?.[1] ?? null,
    presumed: false,
    published: dayOf(article.published ?? article.modified),
  }
}

/** How two times of saying stand to each other. */
export type Timing =
  | 'same day'
  | 'next day'
  | 'same time'
  | 'presumed day'
  | 'presumed other'
  | 'near'
  | 'unknown'
  | 'far'
  | 'long ago'
  | 'conflict'

/** Clocks and time zones set a day apart; news is retold within days. */
const ZONE = 1
const NEAR = 3
const FAR = 10
/** Days after which what is not dated alike is another time's. */
const LONG = 45

const byDistance = (days: number): Timing =>
  days <= NEAR ? 'near' : days <= FAR ? 'unknown' : days <= LONG ? 'far' : 'long ago'

/** Can both have been said at once? */
export function timingOf(one: Said, other: Said): Timing {
  if (one.from !== null && other.from !== null && one.to !== null && other.to !== null) {
    const apart = one.from > other.to + ZONE || other.from > one.to + ZONE
    if (one.presumed || other.presumed) return apart ? 'presumed other' : 'presumed day'
    if (apart) return 'conflict'
    const isExact = one.from === one.to && other.from === other.to
    return !isExact ? 'same time' : one.from === other.from ? 'same day' : 'next day'
  }
  const dated = one.from !== null ? one : other.from !== null ? other : null
  if (dated !== null) {
    const { published } = dated === one ? other : one
    if (published === null) return 'unknown'
    // What was said after the other article came out is not what it reports.
    if ((dated.from as number) > published + ZONE) return dated.presumed ? 'presumed other' : 'conflict'
    return byDistance(published - (dated.to as number))
  }
  if (one.published === null || other.published === null) return 'unknown'
  return byDistance(Math.abs(one.published - other.published))
}
