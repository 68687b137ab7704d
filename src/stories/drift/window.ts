/**
 * The window of a statement: over how long its figure was reached. Two days told as a week is stretched.
 */
import type { Quote } from '../../claims/claim.ts'
import { dayOfIso } from '../../language/times/calendar.ts'
import type { Drift } from './drift.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  the: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  single: 1,
}
const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }

const LENGTH =
  /\b(?:in|over|within|during|for) (?:(?:just|only|about|the (?:last|past)|less than|under|a single) ){0,2}(?:(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) )?(?:(?:last|past) )?(hour|day|week|month|year)s?\b(?! (?:ago|earlier|later|before|old))/iu

/** Days that are counted one after the other: today and yesterday, Friday to Sunday. "The end of May" is a point. */
const SEVERAL = /\b(?:and|to|through|until|till|between|since)\b|[-–]/iu

interface Window {
  readonly days: number
  readonly words: Quote
}

/** How long the statement's window is, by its words (in two days, over the past week) or by the days that they mean. */
function windowOf(telling: Telling): Window | null {
  const words = foundIn(telling, LENGTH)
  if (words !== null) {
    const [, count = 'a', unit = ''] = LENGTH.exec(words.text) ?? []
    const number = NUMBERS[count.toLowerCase()] ?? Number(count)
    return { days: number * (DAYS[unit.toLowerCase()] ?? 1), words }
  }
  const time = telling.eventTime
  if (time?.start == null || time.end == null || !SEVERAL.test(time.text)) return null
  const [first, last] = [dayOfIso(time.start), dayOfIso(time.end)]
  if (first === null || last === null || time.anchor.end <= time.anchor.start) return null
  return { days: last - first + 1, words: { ...time.anchor, text: time.text } }
}

/** "This year" names when, not over how long. */
const LONGEST = 100
/** So many times as long is longer than rounding makes it: 10 days are no stretched week. */
const STRETCHED = 1.9

/** The drift of the window in which a figure was reached. Only tellings that give the same figure are compared. */
export function windowDrift(from: Telling, to: Telling): Drift | null {
  const [before, after] = [windowOf(from), windowOf(to)]
  if (before === null || after === null || after.days > LONGEST || after.days < before.days * STRETCHED) return null
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
  return days === 1 ? 'one day' : `${days} days`
}
