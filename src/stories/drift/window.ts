/**
 * The window of a statement: over how long its figure was reached, or by when it will be. Two days told as a week is
 * stretched; a year that only dates it is none.
 */
import type { Quote } from '../../claims/claim.ts'
import { dayOfIso } from '../../language/times/calendar.ts'
import type { Drift } from './drift.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  coming: 1,
  current: 1,
  last: 1,
  next: 1,
  past: 1,
  previous: 1,
  single: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  night: 1,
  weekend: 2,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
  decade: 3650,
}
const COUNT = '\\d{1,3}|an?|single|couple of|two|three|four|five|six|seven|eight|nine|ten'
const UNIT = 'hour|day|night|weekend|week|fortnight|month|quarter|year|decade'

/** In two days, over the past week, within the next six months; "five days ago" is a point. */
const LENGTH = new RegExp(
  `\\b(?:in|over|within|during|for|through) (?:(?:just|only|about|less than|under|the) ){0,2}(?:(?:last|past|previous|next|coming) )?(?:(${COUNT}) )?(?:(?:last|past|previous|next|coming|single) )?(${UNIT})s?\\b(?! (?:ago|earlier|later|before|old|of|to|after))`,
  'iu',
)

/** Lengths in other words, in days. Those of a calendar's part are as long as it is. */
const WORDED: readonly (readonly [RegExp, number])[] = [
  [/\bovernight\b/iu, 1],
  [/\bin (?:a single|one) (?:night|day)\b/iu, 1],
  [/\b(?:in|over) recent days\b/iu, 5],
  [/\bthis week\b/iu, 7],
  [/\b(?:in|over) recent weeks\b/iu, 28],
  [
    /\b(?:this month|since the (?:start|beginning) of the month|by the end of the month|before the end of the month)\b/iu,
    30,
  ],
  [/\b(?:this quarter|in the current quarter|by the end of the quarter)\b/iu, 91],
  [/\b(?:in|over) recent months\b/iu, 120],
  [/\bin the first half of the year\b/iu, 182],
  [
    /\b(?:so far this year|this year|since the (?:start|beginning) of the year|by the end of the year|this calendar year)\b/iu,
    365,
  ],
  [/\b(?:by the end of next year|before the end of next year)\b/iu, 730],
  [/\b(?:in|over) recent years\b/iu, 1500],
]

/** Days that are counted one after the other: today and yesterday, Friday to Sunday. "The end of May" is a point. */
const SEVERAL = /\b(?:and|to|through|until|till|between|since)\b|[-–]/iu

interface Window {
  readonly days: number
  readonly words: Quote
  /** The words give a length, not only a part of the calendar that may date it. */
  readonly exact: boolean
}

/** How long the statement's window is, by its words (in two days, over the past week) or by the days that they mean. */
function windowOf(telling: Telling): Window | null {
  const words = foundIn(telling, LENGTH)
  if (words !== null) {
    const [, count = 'a', unit = ''] = LENGTH.exec(words.text) ?? []
    const number = NUMBERS[count.toLowerCase().split(' ')[0] as string] ?? Number(count)
    return { days: number * (DAYS[unit.toLowerCase()] ?? 1), words, exact: true }
  }
  for (const [pattern, days] of WORDED) {
    const named = foundIn(telling, pattern)
    if (named !== null) return { days, words: named, exact: days < CALENDAR }
  }
  const time = telling.eventTime
  if (time?.start == null || time.end == null || !SEVERAL.test(time.text)) return null
  const [first, last] = [dayOfIso(time.start), dayOfIso(time.end)]
  if (first === null || last === null || time.anchor.end <= time.anchor.start) return null
  return { days: last - first + 1, words: { ...time.anchor, text: time.text }, exact: true }
}

/** A month and more in words of the calendar may say when, not over how long. */
const CALENDAR = 30
/** So many times as long is longer than rounding makes it: 10 days are no stretched week. */
const STRETCHED = 1.9
/** so many times where the shorter one may only say when, */
const LONGER = 2.5
/** and so many where the longer one may: March is in this year. */
const FAR = 10

/** The drift of the window in which a figure was reached. Only tellings that give the same figure are compared. */
export function windowDrift(from: Telling, to: Telling): Drift | null {
  const [before, after] = [windowOf(from), windowOf(to)]
  if (before === null || after === null) return null
  if (after.days < before.days * (!after.exact ? FAR : before.exact ? STRETCHED : LONGER)) return null
  return {
    kind: 'window stretched',
    from: anchorOf(from, before.words),
    to: anchorOf(to, after.words),
    lost: false,
    why: `the figure is of ${lengthOf(before.days)} there, of ${lengthOf(after.days)} here`,
  }
}

const lengthOf = (days: number): string => {
  if (days < 1) return `${Math.round(days * 24)} hours`
  if (days === 1) return 'one day'
  if (days < 60) return `${days} days`
  return days < 720 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365)} years`
}
