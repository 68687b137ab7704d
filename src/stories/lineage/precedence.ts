/**
 * Which of two articles came first, as far as their own dates tell: by the minute where both give minute and zone, else
 * by the day. A date that the article's own words belie - it tells on Monday what was said on Friday - tells nothing.
 */
import type { Reading } from '../reading.ts'
import { dayOf } from '../said.ts'

const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/

/** Days that clocks and time zones set apart. */
const ZONE = 1

/** When an article was published, as far as that is to be believed. */
interface Publication {
  readonly day: number | null
  /** In milliseconds; null where no minute or no zone is given. */
  readonly minute: number | null
}

function publicationOf({ article, claims }: Reading): Publication {
  const day = dayOf(article.published)
  const belied = claims.some(({ saidTime }) => {
    const said = /^\d{4}-\d\d-\d\d$/.test(saidTime?.date ?? '') ? dayOf(saidTime?.date) : null
    return said !== null && day !== null && said > day + ZONE
  })
  if (day === null || belied) return { day: null, minute: null }
  const time = EXACT.test(article.published ?? '') ? Date.parse(article.published as string) : Number.NaN
  return { day, minute: Number.isNaN(time) ? null : time }
}

/** What comes of two articles' dates: the first is older, younger, or that is not known. */
export type Precedence = 'older' | 'younger' | 'unknown'

/** Tells of any two of some articles which is older. */
export function precedenceAmong(readings: Iterable<Reading>): (one: string, other: string) => Precedence {
  const when = new Map([...readings].map((reading) => [reading.id, publicationOf(reading)]))
  return (one, other) => {
    const [a, b] = [when.get(one), when.get(other)]
    if (a === undefined || b === undefined || a.day === null || b.day === null) return 'unknown'
    const exact = a.minute !== null && b.minute !== null
    const [x, y] = exact ? [a.minute, b.minute] : [a.day, b.day]
    return (x as number) < (y as number) ? 'older' : (x as number) > (y as number) ? 'younger' : 'unknown'
  }
}
