/** Lengths of time, and what they become when counted from a day: two days ago, in three weeks, over the past month. */
import { phraseAt, phrasesOf } from '../set-phrases.ts'
import { dateOf, isoOf } from './calendar.ts'
import { isWithinNumber } from './numbers.ts'
import { point } from './points.ts'
import { looksAhead, willBe } from './tense.ts'
import {
  type Context,
  type Days,
  days,
  digitsAt,
  longest,
  low,
  type Match,
  type Mod,
  monthDays,
  type Rule,
  settled,
  type Time,
  weekdayBefore,
  yearDays,
} from './time.ts'
import { grainOf, isOfDays, type Length, lengthAt, lengthValue, type Part, shifted } from './units.ts'
import { TURNS, UNITS, WEEKDAYS } from './words.ts'

const COMPARED = phrasesOf<Mod>([
  ['about', 'APPROX'],
  ['almost', 'LESS_THAN'],
  ['around', 'APPROX'],
  ['at least', 'MORE_THAN'],
  ['fewer than', 'LESS_THAN'],
  ['less than', 'LESS_THAN'],
  ['more than', 'MORE_THAN'],
  ['nearly', 'LESS_THAN'],
  ['over', 'MORE_THAN'],
  ['roughly', 'APPROX'],
  ['under', 'LESS_THAN'],
  ['up to', 'LESS_THAN'],
])

/** `more than`, `nearly` and the like before an amount. */
function compared(context: Context, i: number): { mod: Mod | null; to: number } {
  const found = phraseAt(context.words, i, COMPARED)
  return found === null ? { mod: null, to: i } : { mod: found.value, to: found.to }
}

/** `three days`, `six and a half days`, `all-week`, `a fortnight`, `more than an hour`, `another week` */
export function duration(context: Context, i: number): Match | null {
  const { mod, to } = compared(context, i)
  const all = wholeUnit(context, to)
  const length = all ?? lengthAt(context, to)
  if (length === null || isWithinNumber(context.words, to)) return null
  if (context.register === 'news' && isOrdinary(context, to, length)) return null
  // day-to-day
  if (low(context, length.to) === '-' && low(context, length.to + 1) === 'to') return null
  return { to: length.to, time: { ...lengthTime(length.parts), mod } }
}

/** `all day`, `full-month`, `the whole year` */
function wholeUnit(context: Context, i: number): Length | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  if (!/^(?:all|full|whole|entire)$/.test(low(context, at))) return null
  at++
  if (low(context, at) === '-') at++
  const unit = UNITS.get(low(context, at))
  if (unit === undefined || low(context, at).endsWith('s') || low(context, at).length < 3) return null
  return { parts: [{ unit, number: 1, vague: false }], to: at + 1 }
}

/** A day, a second, a quarter: too common in other senses to be a length by itself. */
function isOrdinary(context: Context, i: number, { parts, to }: Length): boolean {
  const [part] = parts as [Part]
  if (parts.length > 1) return false
  if (/^an?$/.test(low(context, i))) return /^(?:second|minute|quarter)$/.test(part.unit) || isPer(context, i)
  if (part.unit === 'quarter' || (part.unit === 'second' && low(context, to - 1) === 'second')) return true
  return /^(?:some|many)$/.test(low(context, i)) && low(context, to - 1) === 'second'
}

/** `300 a day`: a rate, not a length. */
function isPer(context: Context, i: number): boolean {
  return digitsAt(context, i - 1) !== null || /^(?:times?|once|twice|people|soldiers|cases)$/.test(low(context, i - 1))
}

function lengthTime(parts: readonly Part[]): Time {
  return settled('duration', lengthValue(parts), grainOf(parts), null, { absolute: true })
}

/** A day counted from another, or null beyond the years of four figures. */
function counted(from: number, parts: readonly Part[], sign: 1 | -1): number | null {
  const day = shifted(from, parts, sign)
  if (day === null) return null
  const { year } = dateOf(day)
  return year >= 1 && year <= 9999 ? day : null
}

const AGO = /^(?:ago|earlier|before|back|previously|prior)$/
const LATER = /^(?:later|hence|after|afterwards|on)$/

/** `two weeks ago`, `a month earlier`, `3 years 5 days later`, `two weeks from now`, `three weeks from tomorrow`, `two days before yesterday` */
function counting(context: Context, i: number): Match | null {
  const lead = compared(context, i)
  const mod = lead.mod
  const at0 = lead.to
  if (isWithinNumber(context.words, at0)) return null
  const length = lengthAt(context, at0)
  if (length === null) return weekdaysOn(context, i)
  const { parts } = length
  let at = length.to
  let from = context.today
  let sign: 1 | -1
  let absolute = false
  let named = false
  const word = low(context, at)
  if (word === 'from' || word === 'after' || word === 'before' || word === 'since') {
    if (word === 'since') return null
    sign = word === 'before' ? -1 : 1
    const now = /^(?:now|then)$/.test(low(context, at + 1)) ? at + 2 : 0
    const that = low(context, at + 1) === 'that' ? at + 2 : 0
    if (now > 0) at = now
    else if (that > 0) at = that
    else {
      const base = point(context, at + 1)
      if (base === null || base.time.grain !== 'day' || base.time.kind !== 'date') {
        // "a week before." counts from the day in hand; "two days after the attack" from something that is no date
        if (word === 'from' || /^\p{L}|\d/u.test(low(context, at + 1))) return null
        at++
      } else {
        const day = base.time.news?.first
        if (day == null) return null
        from = day
        absolute = base.time.absolute
        named = true
        at = base.to
      }
    }
  } else if (low(context, at) === 'in' && low(context, at + 1) === 'the' && low(context, at + 2) === 'future') {
    const first = context.today + 1
    const last = counted(context.today + 1, parts, 1)
    return last === null ? null : { to: at + 3, time: stretch(parts, first, last) }
  } else if (AGO.test(word)) {
    if (word === 'back' || word === 'prior' || word === 'previously') {
      if (context.register === 'diary') return null
    }
    sign = -1
    at++
    if (word === 'earlier' && low(context, at) === 'than') return null
  } else if (LATER.test(word)) {
    if (word === 'on') return null
    sign = 1
    at++
    if (word === 'hence' && context.register === 'diary') {
      const last = counted(context.today + 1, parts, 1)
      return last === null ? null : { to: at, time: stretch(parts, context.today + 1, last) }
    }
  } else return null
  const relative = !named && /^(?:earlier|before|later|after|afterwards|prior|previously)$/.test(word)
  const previous = context.previous?.last ?? null
  if (relative && context.register === 'news' && previous !== null) from = previous
  const lost = relative && context.register === 'news' && previous === null && !/^(?:day|week)$/.test(grainOf(parts))
  if (parts.some(({ vague }) => vague) && context.register === 'news')
    return { to: at, time: roughly(parts, from, sign, mod) }
  const day = counted(from, parts, sign)
  if (day === null) return null
  if (mod === 'MORE_THAN' || mod === 'LESS_THAN') return { to: at, time: beyond(parts, from, day, sign, mod, absolute) }
  const time = settled('date', isoOf(day), 'day', days(day), { absolute, mod })
  return { to: at, time: { ...time, news: lost ? null : loose(parts, day) } }
}

/** `more than 3 days after today` is open at its far end; `less than 3 days from today` runs up to it. */
function beyond(parts: readonly Part[], from: number, day: number, sign: 1 | -1, mod: Mod, absolute: boolean): Time {
  if (mod === 'MORE_THAN') {
    const open = sign > 0 ? days(day, null) : days(null, day)
    return settled('period', isoOf(day), 'day', open, { mod: sign > 0 ? 'AFTER' : 'BEFORE', absolute })
  }
  return { ...stretch(parts, Math.min(from, day), Math.max(from, day)), absolute }
}

/** Months and years ago are seldom meant to the day. */
function loose(parts: readonly Part[], day: number): Days {
  const grain = grainOf(parts)
  const { year, month } = dateOf(day)
  if (grain === 'year' || grain === 'decade' || grain === 'century') return yearDays(year)
  if (grain === 'month') return monthDays(year, month)
  return days(day)
}

/** A few days ago, several weeks later: no day is named. */
function roughly(parts: readonly Part[], from: number, sign: 1 | -1, mod: Mod | null): Time {
  const day = counted(from, parts, sign)
  const value = sign < 0 ? 'PAST_REF' : 'FUTURE_REF'
  const at = day === null ? null : days(day)
  return { ...settled('vague', value, grainOf(parts), at, { mod }), news: null }
}

/** `two Sundays from now`, `two Mondays later` */
function weekdaysOn(context: Context, i: number): Match | null {
  const number = countWord(context, i)
  if (number === null) return null
  const weekday = WEEKDAYS.get(low(context, number.to))
  if (weekday === undefined) return null
  const at = number.to + 1
  const ago = low(context, at) === 'ago'
  const on = low(context, at) === 'later' || (low(context, at) === 'from' && low(context, at + 1) === 'now')
  if (!ago && !on) return null
  const day = ago
    ? weekdayBefore(weekday, context.today - 1) - 7 * (number.value - 1)
    : weekdayBefore(weekday, context.today + 7) + 7 * (number.value - 1)
  return { to: low(context, at) === 'from' ? at + 2 : at + 1, time: settled('date', isoOf(day), 'day', days(day)) }
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  'a one two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, Math.max(1, i)] as const),
)

function countWord(context: Context, i: number): { value: number; to: number } | null {
  const value = digitsAt(context, i) ?? COUNTS.get(low(context, i)) ?? null
  return value === null || value > 520 ? null : { value, to: i + 1 }
}

/** A length that lies between two days; the last is not within it. */
function stretch(parts: readonly Part[], first: number, after: number): Time {
  return settled('period', lengthValue(parts), grainOf(parts), days(first, Math.max(first, after - 1)), {
    begin: isoOf(first),
    end: isoOf(after),
  })
}

/** News counts days with today among them, and longer units back to the same day. */
function backInNews(context: Context, parts: readonly Part[]): Days | null {
  const first = counted(context.today, parts, -1)
  if (first === null) return null
  const ofDays = parts.every(({ unit }) => unit === 'day' || unit === 'night')
  return days(ofDays ? first + 1 : first, context.today)
}

/** `in 3 weeks`, `in two days`, `within 5 days`, `within the next three years`, `in just one week` */
function within(context: Context, i: number): Match | null {
  const word = low(context, i)
  const inside = word === 'within' || word === 'inside'
  if (!inside && word !== 'in') return null
  let at = i + 1
  if (/^(?:just|only|about|around|under|over|barely)$/.test(low(context, at))) at++
  if (inside && low(context, at) === 'the') at++
  const turn = inside ? TURNS.get(low(context, at)) : undefined
  if (turn !== undefined) at++
  const length = lengthAt(context, at)
  if (length === null || isWithinNumber(context.words, at)) return null
  const { parts } = length
  if (turn !== undefined && turn < 0) return null
  let to = length.to
  let from = context.today
  if (low(context, to) === 'from') {
    const base = point(context, to + 1)
    if (base !== null && base.time.news?.first != null) {
      from = base.time.news.first
      to = base.to
    } else if (low(context, to + 1) === 'now') to += 2
  } else if (low(context, to) === 'time' || low(context, to) === "'") {
    if (low(context, to) === "'" && low(context, to + 1) === 'time') to += 2
    else if (low(context, to) === 'time') to++
  }
  const after = counted(from, parts, 1)
  if (after === null) return null
  const vague = parts.some((part) => part.vague)
  const ahead = looksAhead(context, i)
  if (!inside) {
    if (/^(?:after|before|alone|later)$/.test(low(context, to)) && context.register === 'diary') return null
    const day = settled('date', isoOf(after), 'day', days(after))
    if (context.register === 'diary') return vague || !isOfDays(parts) ? null : { to, time: day }
    if (!isOfDays(parts)) return { to, time: lengthTime(parts) }
    if (ahead)
      return {
        to,
        time: vague
          ? { ...day, kind: 'vague', value: 'FUTURE_REF', news: null }
          : { ...day, news: loose(parts, after) },
      }
    const time = { ...lengthTime(parts), past: day.past, future: day.future, absolute: false }
    return { to, time: { ...time, news: vague ? null : backInNews(context, parts) } }
  }
  const time = stretch(parts, from, after)
  if (context.register === 'diary' || turn === 1 || ahead) return { to, time }
  return { to, time: { ...time, news: vague ? null : backInNews(context, parts) } }
}

/** `the past two days`, `last 3 weeks`, `next 3 months`, `the past few days`, `the last two decades` */
function turnedLength(context: Context, i: number): Match | null {
  let at = i
  if (/^(?:over|during|throughout|in|for)$/.test(low(context, at)) && context.register === 'news') at++
  if (/^(?:just|only)$/.test(low(context, at)) && at > i) at++
  if (/^(?:the|these|those|our|his|her|their|my|its)$/.test(low(context, at))) at++
  const turn = TURNS.get(low(context, at))
  if (turn === undefined || turn === 0) return null
  at++
  const recent = low(context, at)
  const single = UNITS.get(recent)
  // in the past month alone, over the last week: a length that ends today, where a determiner makes it one
  const length =
    lengthAt(context, at) ??
    (context.register === 'news' && single !== undefined && lastsUntilNow(context, i, at) ? oneOf(context, at) : null)
  if (length === null) return null
  const { parts } = length
  const [part] = parts as [Part]
  let { to } = length
  if (low(context, to) === 'alone') to++
  if (parts.length === 1 && part.unit === 'decade' && !part.vague) {
    const now = 10 * Math.floor(dateOf(context.today).year / 10)
    const at1 = yearDays(turn > 0 ? now + 10 : now - 10 * part.number, 10 * part.number)
    return {
      to,
      time: {
        ...settled('period', lengthValue(parts), 'decade', at1, {
          begin: isoOf(at1.first as number),
          end: isoOf((at1.last as number) + 1),
        }),
        news: turn > 0 ? at1 : backInNews(context, parts),
      },
    }
  }
  const first = turn > 0 ? context.today + 1 : counted(context.today, parts, -1)
  const after = turn > 0 ? counted(context.today + 1, parts, 1) : context.today
  if (first === null || after === null) {
    // the past many years
    return { to, time: settled('vague', turn > 0 ? 'FUTURE_REF' : 'PAST_REF', grainOf(parts), null) }
  }
  const time = stretch(parts, first, after)
  if (context.register === 'diary') return { to, time }
  const ends = turn > 0 ? days(context.today, after - 1) : backInNews(context, parts)
  const news = part.vague ? (turn > 0 ? days(context.today, null) : days(null, context.today)) : ends
  return { to, time: { ...time, news } }
}

function oneOf(context: Context, i: number): Length | null {
  const unit = UNITS.get(low(context, i))
  return unit === undefined ? null : { parts: [{ unit, number: 1, vague: false }], to: i + 1 }
}

/** `in the past week`, `over the last month`: with the article it ends today; without, it is the calendar's. */
function lastsUntilNow(context: Context, i: number, at: number): boolean {
  const word = low(context, at - 1)
  if (/^(?:next|coming|upcoming|following|previous|preceding|prior)$/.test(word)) return false
  const article = /^(?:the|these)$/.test(low(context, at - 2))
  const led = /^(?:over|during|in|for|just|only|throughout|within)$/.test(low(context, at - 3))
  return article && (led || i < at - 2) && (word === 'past' || word === 'last')
}

/** `for 2 months, from 6th may`, `6 days starting from Friday`, `a week starting tomorrow`, `for 3 days from today` */
function lengthFrom(context: Context, i: number): Match | null {
  const start = low(context, i) === 'for' ? i + 1 : i
  const length = lengthAt(context, start)
  if (length === null || !isOfDays(length.parts)) return null
  let at = length.to
  if (low(context, at) === ',') at++
  const starting = /^(?:starting|beginning|commencing)$/.test(low(context, at))
  if (starting) at++
  const from = /^(?:from|on)$/.test(low(context, at))
  if (from) at++
  if (!starting && !(from && start > i && low(context, at - 1) === 'from')) return null
  const date = point(context, at)
  if (date === null || date.time.grain !== 'day') return null
  const { year } = dateOf(context.today)
  // from 20 December: this year's, whichever way it lies
  const sameYear = [date.time.past, date.time.future].find(
    (day) => day?.first != null && dateOf(day.first).year === year,
  )
  const base = sameYear ?? date.time.news
  if (base?.first == null) return null
  const after = counted(base.first, length.parts, 1)
  if (after === null) return null
  return { to: date.to, time: { ...stretch(length.parts, base.first, after), absolute: date.time.absolute } }
}

/** `will arrive over several weeks`: from today on, where the sentence looks ahead. */
function overLength(context: Context, i: number): Match | null {
  if (context.register === 'diary' || !/^(?:over|during|for)$/.test(low(context, i))) return null
  const length = lengthAt(context, low(context, i + 1) === 'the' ? i + 2 : i + 1)
  if (length === null || !isOfDays(length.parts) || !willBe(context, i)) return null
  // over 70 years old
  if (low(context, length.to) === 'old') return null
  const { parts, to } = length
  const after = parts.some(({ vague }) => vague) ? null : counted(context.today, parts, 1)
  return { to, time: { ...lengthTime(parts), news: days(context.today, after), absolute: false } }
}

/** The rules of what is counted from the reference day. */
export const COUNTED: readonly Rule[] = [
  ['length ago or ahead', counting],
  ['within a length', within],
  ['last or next length', turnedLength],
  ['length from a day', lengthFrom],
  ['length ahead', overLength],
]

/** A day or a stretch counted from the reference day. */
export function countedTime(context: Context, i: number): Match | null {
  return longest(context, i, COUNTED)
}
