/**
 * The words of time expressions: names of months, weekdays, seasons and units, and the text divided into runs of
 * letters, runs of digits and single marks, so that `Oct2`, `3h` and `2016H2` fall apart where they should.
 */

export interface Word {
  readonly start: number
  readonly end: number
  /** In lower case; curly apostrophes made straight. */
  readonly low: string
  readonly capital: boolean
  /** Does white space, or the text's start, stand before it? */
  readonly free: boolean
  /** The value of a run of digits, else null. */
  readonly digits: number | null
}

const WORD = /[\p{L}\p{M}]+|\d+|\S/gu

/** A run of letters longer than this is no word of time. */
const LONGEST = 24

/** The words of `text` from `start` to `end`. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const words: Word[] = []
  WORD.lastIndex = start
  let before = start
  for (let match = WORD.exec(text); match !== null && match.index < end; match = WORD.exec(text)) {
    const [sign] = match
    const from = match.index
    const to = Math.min(end, from + sign.length)
    const first = sign.charCodeAt(0)
    const digits = first >= 48 && first <= 57
    words.push({
      start: from,
      end: to,
      low: to - from > LONGEST ? '' : /[‘’]/.test(sign) ? "'" : text.slice(from, to).toLowerCase(),
      capital: /\p{Lu}/u.test(sign[0] as string),
      free: from > before || from === start,
      digits: digits && to - from <= 9 ? Number(text.slice(from, to)) : null,
    })
    before = to
  }
  return words
}

const named = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)))

/** Month names, 1 for January. */
export const MONTHS = named([
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
])

/** Month names that are words too: believed only beside a number, a year or a word that takes a time. */
export const MONTHS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(['dec', 'jan', 'mar', 'march', 'may', 'nov', 'sep'])

/** Weekdays, 1 for Monday. */
export const WEEKDAYS = named([
  'monday mon mondays',
  'tuesday tue tues tuesdays',
  'wednesday wed weds wednesdays',
  'thursday thu thur thurs thursdays',
  'friday fri fridays',
  'saturday sat saturdays',
  'sunday sun sundays',
])

/** Short forms of weekdays that are words or names too: believed only within a fuller date. */
export const WEEKDAYS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(['mon', 'sat', 'sun', 'wed', 'fri', 'thu', 'tue'])

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export const SEASONS: ReadonlyMap<string, Season> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
])

/** ISO 8601's letters, TIMEX3's WE for the weekend, and the longer units by their length in years. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'business day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

const units = (table: Readonly<Record<Unit, string>>): ReadonlyMap<string, Unit> =>
  new Map(
    Object.entries(table).flatMap(([unit, forms]) =>
      forms.split(' ').map((form) => [form, unit as Unit] as readonly [string, Unit]),
    ),
  )

export const UNITS = units({
  second: 'second seconds sec secs s',
  minute: 'minute minutes min mins',
  hour: 'hour hours hr hrs h',
  day: 'day days',
  'business day': 'workday workdays',
  night: 'night nights',
  weekend: 'weekend weekends',
  week: 'week weeks wk wks',
  fortnight: 'fortnight fortnights',
  month: 'month months',
  quarter: 'quarter quarters',
  year: 'year years yr yrs',
  decade: 'decade decades',
  century: 'century centuries',
})

/** Which way a determiner turns a unit: 0 the present one, 1 the next, -1 the last. */
export const TURNS: ReadonlyMap<string, number> = new Map([
  ['coming', 1],
  ['current', 0],
  ['following', 1],
  ['last', -1],
  ['next', 1],
  ['past', -1],
  ['preceding', -1],
  ['previous', -1],
  ['prior', -1],
  ['this', 0],
  ['upcoming', 1],
])

export const PARTS_OF_DAY: ReadonlySet<string> = new Set(['afternoon', 'evening', 'midday', 'morning', 'night', 'noon'])
