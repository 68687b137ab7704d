/** Stretches named by their ends: from A to B, between A and B, January 3-4, today and yesterday, since October. */
import { dateOf, dayIfAny, dayOf, firstOfWeek, isoOf, mondayOf, padded } from './calendar.ts'
import { countedTime } from './durations.ts'
import { dayNumber, isGlued, isWithinNumber, year } from './numbers.ts'
import { period, yearTime } from './periods.ts'
import { dateTime, isDoubtfulMonth, monthAt, point } from './points.ts'
import { looksAhead } from './tense.ts'
import {
  type Context,
  type Days,
  days,
  dayTime,
  digitsAt,
  longer,
  low,
  type Match,
  type Named,
  type Rule,
  remembered,
  settled,
  type Time,
  weekdayBefore,
} from './time.ts'
import { isOfDays, type Length, lengthAt, lengthValue, shifted } from './units.ts'
import { TURNS, WEEKDAYS } from './words.ts'

/** A day or a stretch, however written. */
export function dayOrPeriod(context: Context, i: number): Match | null {
  return remembered(context, i, 'day or period', readDayOrPeriod)
}

const readDayOrPeriod = (context: Context, i: number): Match | null =>
  longer(point(context, i), longer(countedTime(context, i), period(context, i)))

const TO = /^(?:to|until|till|til|through|thru|and|-|–|—|~)$/

/** `to`, `until`, `-` ...; after `between` also `and`. */
function linkAt(context: Context, i: number, between: boolean): number | null {
  const word = low(context, i)
  if (!TO.test(word)) return null
  if (word === 'and' && !between) return null
  return word === '-' && low(context, i + 1) === '-' ? i + 2 : i + 1
}

/** One end of a range: any time, now, or a year. */
function endAt(context: Context, i: number): Match | null {
  const now = low(context, i)
  if (now === 'now' || now === 'present') return { to: i + 1, time: dayTime(context.today) }
  const found = dayOrPeriod(context, i)
  const read = year(context.words, i)
  const only = read === null ? null : { to: read.to, time: yearTime(read.value) }
  const weekly = weekNumber(context, i)
  const best = longer(longer(found, only), weekly)
  return best !== null && (best.time.kind === 'date' || best.time.kind === 'period') ? best : null
}

function weekNumber(context: Context, i: number): Match | null {
  const number = digitsAt(context, i + 1)
  if (low(context, i) !== 'week' || number === null || number < 1 || number > 53) return null
  const { year: y } = dateOf(context.today)
  const monday = firstOfWeek(y, number)
  const time = settled('period', `${padded(y, 4)}-W${padded(number, 2)}`, 'week', days(monday, monday + 6))
  return { to: i + 2, time }
}

/** `from May 6 to May 9`, `between 1984 and May 1990`, `today till tomorrow`, `from 05/06 to 05/09`, `2014-2018` */
function range(context: Context, i: number): Match | null {
  const lead = low(context, i)
  const between = lead === 'between'
  const led = between || lead === 'from' || (lead === 'in' && context.register === 'diary')
  const at = led ? i + 1 : i
  const first = endAt(context, at)
  if (first === null) return null
  const link = linkAt(context, first.to, between)
  if (link === null) return null
  const dash = /^[-–—~]$/.test(low(context, first.to))
  // a dash written with spaces may be a dash of the sentence
  if (dash && !isGlued(context.words, first.to) && context.register === 'news') return null
  const second = endAt(context, link)
  if (second === null) return null
  if (!led && low(context, first.to) === 'to' && first.time.grain === 'year' && context.register === 'news') return null
  return { to: second.to, time: stretchBetween(context, i, first.time, second.time) }
}

/** The time from A to B. A's year is B's where A names none. */
function stretchBetween(context: Context, i: number, a: Time, b: Time): Time {
  let from = a
  if (a.named.year === undefined && a.named.month !== undefined && b.named.year !== undefined && b.absolute) {
    const y = b.named.year
    const day = a.named.day ?? 1
    const first = dayIfAny(y, a.named.month, day)
    if (first !== null && first <= (b.news?.last ?? first)) {
      if (a.named.day !== undefined) from = dateTime(context, i, { ...a.named, year: y })
      else {
        const at = days(first, dayOf(y, a.named.month + 1, 1) - 1)
        from = { ...a, value: `${padded(y, 4)}${a.value.slice(4)}`, past: at, future: at, news: at, absolute: true }
      }
    }
  }
  return joined(context, i, weekdayOfRange(from, b, -1), weekdayOfRange(withYearOf(a, b), a, 1))
}

/** A bare weekday beside a day that is known: the last before it, or the first after it. */
function weekdayOfRange(bare: Time, known: Time, side: 1 | -1): Time {
  const match = /^XXXX-WXX-(\d)$/.exec(bare.value)
  const fixed = known.news?.first
  if (match === null || fixed == null || known.grain !== 'day' || known.value.startsWith('XXXX')) return bare
  const day = weekdayBefore(Number(match[1]), side < 0 ? fixed - 1 : fixed + 7)
  return dayTime(day, { value: bare.value })
}

/** From June 2015 to July: B's year is A's, or the next, where B names none. */
function withYearOf(a: Time, b: Time): Time {
  const { year: y } = a.named
  const { year: own, month, day } = b.named
  if (!a.absolute || y === undefined || own !== undefined || month === undefined) return b
  const start = a.news?.first ?? 0
  const of = (then: number): Days | null => {
    if (day === undefined) return days(dayOf(then, month, 1), dayOf(then, month + 1, 1) - 1)
    const at = dayIfAny(then, month, day)
    return at === null ? null : days(at)
  }
  const same = of(y)
  const at = same?.first != null && same.first >= start ? same : of(y + 1)
  const then = at === same ? y : y + 1
  return { ...b, value: `${padded(then, 4)}${b.value.slice(4)}`, past: at, future: at, news: at, absolute: true }
}

function joined(context: Context, i: number, a: Time, b: Time): Time {
  const ordered = (first: Days | null, last: Days | null): Days | null =>
    first?.first != null && last?.first != null && last.last !== null && first.first <= last.first
      ? days(first.first, last.last)
      : null
  const future = ordered(a.future, b.future) ?? ordered(a.past, b.future)
  const past = ordered(a.past, b.past) ?? ordered(a.past, b.future)
  const whole0 = ordered(a.news, b.news)
  const news = a.past === a.future && b.past === b.future ? whole0 : looksAhead(context, i) ? future : (whole0 ?? past)
  const at = future ?? past
  const value = at === null ? 'PXD' : lengthBetween(at, a, b)
  return {
    ...settled('period', value, a.grain === b.grain ? a.grain : 'day', news, {
      begin: a.begin ?? a.value,
      end: b.end ?? b.value,
      absolute: a.absolute && b.absolute,
    }),
    past,
    future,
  }
}

/** The length from the beginning of A to the beginning of B, in the unit that both share. */
function lengthBetween(at: Days, a: Time, b: Time): string {
  const coarse = (time: Time) => time.grain === 'year' || time.grain === 'month'
  const first = at.first as number
  const last = startOfUnit(at.last as number, b.grain)
  if (b.value.startsWith('P') && a.grain === 'day') return b.value
  if (a.grain === 'week' && b.grain === 'week') return `P${Math.round((last - first) / 7)}W`
  if (coarse(a) && coarse(b)) {
    const from = dateOf(first)
    const to = dateOf(last)
    return a.grain === 'year' && b.grain === 'year'
      ? `P${to.year - from.year}Y`
      : `P${12 * (to.year - from.year) + to.month - from.month}M`
  }
  return `P${last - first}D`
}

/** The first day of the week, month or year that a day stands in. */
function startOfUnit(day: number, grain: string): number {
  const { year: y, month } = dateOf(day)
  if (grain === 'week') return mondayOf(day)
  if (grain === 'month') return dayOf(y, month, 1)
  return grain === 'year' ? dayOf(y, 1, 1) : day
}

/** The month and year that two days of the month share, with the index after it. */
interface Shared extends Named {
  readonly to: number
}

/** `of Sept`, `January, 1995`, `this month`, `in next month` */
function sharedMonth(context: Context, i: number): Shared | null {
  let at = i
  if (/^(?:of|in)$/.test(low(context, at))) at++
  const turn = TURNS.get(low(context, at))
  const the = low(context, at) === 'the'
  if ((turn !== undefined || the) && low(context, at + 1) === 'month') {
    const now = dateOf(context.today)
    const { year: y, month } = dateOf(dayOf(now.year, now.month + (turn ?? 0), 1))
    return { year: y, month, to: at + 2 }
  }
  const month = monthAt(context, at)
  if (month === null || isDoubtfulMonth(context, at)) return null
  return { month, ...withYear(context, at + 1) }
}

function withYear(context: Context, i: number): { year?: number; to: number } {
  let at = i
  if (/^[.,]$/.test(low(context, at))) at++
  const read = year(context.words, at)
  return read === null ? { to: i } : { year: read.value, to: read.to }
}

/** `from 6 to 9 this month`, `6 until 9 of May`, `November 19-20`, `Feb between 2 and 7`, `January 3 and 4`, `from 6 to May 9, 1984` */
function daysOfMonth(context: Context, i: number): Match | null {
  const lead = low(context, i)
  let between = lead === 'between'
  let at = between || lead === 'from' || lead === 'the' ? i + 1 : i
  const led = at > i
  const monthFirst = isDoubtfulMonth(context, at) ? null : monthAt(context, at)
  if (monthFirst !== null) {
    at++
    if (low(context, at) === '.') at++
    const inner = /^(?:between|from)$/.test(low(context, at))
    if (inner) {
      between = low(context, at) === 'between'
      at++
    }
    if (low(context, at) === 'the') at++
  } else if (isWithinNumber(context.words, at)) return null
  const a = dayNumber(context.words, at)
  if (a === null) return null
  const figure = digitsAt(context, at) !== null
  const link = linkAt(context, a.to, true)
  if (link === null) return null
  const and = low(context, a.to) === 'and'
  const second = low(context, link) === 'the' ? link + 1 : link
  // from 6 to May 9, 1984
  if (monthFirst === null && led && !and) {
    const whole0 = point(context, second)
    if (whole0 !== null && whole0.time.named.month !== undefined && whole0.time.named.day !== undefined) {
      const { year: y, month } = whole0.time.named
      if (monthAt(context, second) !== null) {
        const start = dateTime(context, i, {
          ...(y !== undefined && { year: y }),
          month: month as number,
          day: a.value,
        })
        return { to: whole0.to, time: joined(context, i, start, whole0.time) }
      }
    }
  }
  const b = dayNumber(context.words, second)
  if (b === null || b.value <= a.value) return null
  if (!figure && context.register === 'news') return null
  const shared: Shared | null =
    monthFirst !== null ? { month: monthFirst, ...withYear(context, b.to) } : sharedMonth(context, b.to)
  if (shared === null || shared.month === undefined) return null
  // January 3 and 4 million people
  if (
    monthFirst !== null &&
    and &&
    !between &&
    /^(?:million|billion|thousand|hundred|percent|%)$/.test(low(context, b.to))
  )
    return null
  const { to, year: y, month } = shared
  const date = { ...(y !== undefined && { year: y }), month }
  const start = dateTime(context, i, { ...date, day: a.value })
  const end = dateTime(context, i, { ...date, day: b.value })
  return { to, time: joined(context, i, start, end) }
}

/** `this week from Mon to Wed`, `next week between Tuesday and Thursday` */
function weekdaysOfWeek(context: Context, i: number): Match | null {
  const turn = TURNS.get(low(context, i))
  if (turn === undefined || low(context, i + 1) !== 'week') return null
  const lead = low(context, i + 2)
  if (lead !== 'between' && lead !== 'from') return null
  const a = WEEKDAYS.get(low(context, i + 3))
  const link = linkAt(context, i + 4, lead === 'between')
  const b = link === null ? undefined : WEEKDAYS.get(low(context, link))
  if (a === undefined || b === undefined || b < a) return null
  const monday = mondayOf(context.today) + 7 * turn
  const time = joined(context, i, dayTime(monday + a - 1), dayTime(monday + b - 1))
  return { to: (link as number) + 1, time }
}

/** News: `today and yesterday`, `on Friday and Saturday`, `January and February` make one stretch. */
function pair(context: Context, i: number): Match | null {
  if (context.register === 'diary') return null
  const a = dayOrPeriod(context, i)
  if (a === null) return null
  let at = a.to
  if (low(context, at) === "'" && low(context, at + 1) === 's') at += 2
  if (!/^(?:and|&)$/.test(low(context, at))) return null
  at++
  if (/^(?:on|in)$/.test(low(context, at))) at++
  const b = dayOrPeriod(context, at)
  if (b === null || a.time.grain !== b.time.grain) return null
  if (!/^(?:date|period)$/.test(a.time.kind) || !/^(?:date|period)$/.test(b.time.kind)) return null
  // Monday and Friday: days of the same week, and nothing more than a week apart
  const first = a.time.news
  let second = b.time.news
  if (first?.first == null || second?.last == null || first.last === null || second.first === null) return null
  if (second.last < first.first && second.first < first.first && a.time.value.startsWith('XXXX-W')) {
    // on Saturday and Sunday, the Sunday being the reference day's: the nearer way round
    const turned = weekdayBefore(WEEKDAYS.get(low(context, at)) ?? 1, first.first + 6)
    if (turned <= context.today) second = days(turned)
  }
  if (a.time.grain === 'month' && a.time.named.year === undefined && b.time.named.year !== undefined) {
    const start = dayIfAny(b.time.named.year, a.time.named.month ?? 1, 1)
    if (start !== null && start < (b.time.news?.first ?? 0)) {
      const end = b.time.news?.last ?? null
      return { to: b.to, time: pairTime(a.time, b.time, days(start, end)) }
    }
  }
  const start = Math.min(first.first, second.first as number)
  const end = Math.max(first.last as number, second.last as number)
  const reach = a.time.grain === 'day' ? 8 : a.time.grain === 'year' ? 1200 : 130
  if (end - start > reach) return null
  return { to: b.to, time: pairTime(a.time, b.time, days(start, end)) }
}

function pairTime(a: Time, b: Time, at: Days): Time {
  const length = (at.last as number) - (at.first as number) + 1
  return settled('period', `P${length}D`, a.grain, at, {
    begin: isoOf(at.first as number),
    end: isoOf(at.last as number),
    absolute: a.absolute && b.absolute,
  })
}

/** `the six months ended June 30`, `three months to March`, `the year ending 31 December 2017` */
function lengthUpTo(context: Context, i: number): Match | null {
  const start = low(context, i) === 'the' ? i + 1 : i
  const unit = low(context, start) === 'year' || low(context, start) === 'quarter' || low(context, start) === 'month'
  const length: Length | null = unit
    ? { parts: [{ unit: low(context, start) as 'year', number: 1, vague: false }], to: start + 1 }
    : lengthAt(context, start)
  if (length === null || length.parts.length > 1 || !isOfDays(length.parts)) return null
  const link = low(context, length.to)
  if (!/^(?:ended|ending)$/.test(link) && (unit || !/^(?:to|through)$/.test(link))) return null
  const found = dayOrPeriod(context, low(context, length.to + 1) === 'on' ? length.to + 2 : length.to + 1)
  if (found === null || !/^(?:date|period)$/.test(found.time.kind) || found.time.grain === 'year') return null
  const of = (at: Days | null): Days | null => {
    if (at?.last == null) return null
    const first = shifted(at.last + 1, length.parts, -1)
    return first === null ? null : days(first, at.last)
  }
  const { past, future, news, absolute, value } = found.time
  const time = settled('period', lengthValue(length.parts), 'day', of(news), { absolute })
  const same = past === future && past?.last != null
  const ends = same ? { begin: isoOf(of(past)?.first ?? 0), end: value } : {}
  return { to: found.to, time: { ...time, ...ends, past: of(past), future: of(future) } }
}

const UNTIL = /^(?:until|till|til|through|by|before|prior)$/

/** Open at one end: `since October`, `by mid-April 2025`, `until Friday`, `before 2014`, `after January 3`, `since the mill's fire in May` */
function openEnded(context: Context, i: number): Match | null {
  const word = low(context, i)
  let at = i + 1
  if (/^(?:up|right)$/.test(word) && UNTIL.test(low(context, at))) at++
  const signal = low(context, at - 1)
  if (signal === 'prior' && low(context, at) !== 'to') return null
  if (signal === 'prior') at++
  if (signal === 'from') {
    // from Monday on, from 2014 onward
    const found = dayOrPeriod(context, at)
    if (found === null || !/^(?:on|onward|onwards|forward)$/.test(low(context, found.to))) return null
    if (low(context, found.to) === 'on' && digitsAt(context, found.to + 1) !== null) return null
    return { to: found.to + 1, time: open(found.time, found.time.news?.first ?? null, null) }
  }
  if (signal !== 'since' && signal !== 'after' && !UNTIL.test(signal)) return null
  if (low(context, at) === 'now') {
    if (!/^(?:by|until|till)$/.test(signal)) return null
    return { to: at + 1, time: settled('vague', 'PRESENT_REF', 'day', days(null, context.today)) }
  }
  if (/^(?:at|about|around)$/.test(low(context, at))) at++
  if (low(context, at) === 'least' && low(context, at - 1) === 'at') at++
  const found = longer(dayOrPeriod(context, at), bareYearAfter(context, at, signal)) ?? sinceEvent(context, at, signal)
  if (found === null) return null
  const { time } = found
  if (time.kind !== 'date' && time.kind !== 'period') return null
  const { news } = time
  const first = news?.first ?? null
  const last = news?.last ?? null
  if (signal === 'since') return { to: found.to, time: open(time, first, null) }
  if (signal === 'after') return { to: found.to, time: open(time, last === null ? null : last + 1, null) }
  if (signal === 'before' || signal === 'prior')
    return { to: found.to, time: open(time, null, first === null ? null : first - 1) }
  const end = time.mod === 'MID' && last !== null && first !== null && time.grain === 'month' ? middle(first) : last
  return { to: found.to, time: open(time, null, end) }
}

/** How many words may name what a time is since. */
const EVENT_REACH = 7

/** Since what happened then: `since the mill's fire in May`, `since they met on Friday`. */
function sinceEvent(context: Context, i: number, signal: string): Match | null {
  if (signal !== 'since') return null
  for (let at = i + 1; at < i + EVENT_REACH; at++) {
    if (!/^[\p{L}'-]/u.test(low(context, at))) return null
    if (/^(?:in|on|last)$/.test(low(context, at))) {
      const found = dayOrPeriod(context, low(context, at) === 'last' ? at : at + 1)
      if (found !== null && (found.time.kind === 'date' || found.time.kind === 'period')) return found
    }
  }
  return null
}

/** A bare year after `since`, `by` or `until`, whatever follows it. */
function bareYearAfter(context: Context, i: number, signal: string): Match | null {
  if (signal === 'after' || signal === 'before') return null
  const read = year(context.words, i)
  return read && { to: read.to, time: yearTime(read.value) }
}

/** The fifteenth of the month. */
function middle(day: number): number {
  const { year: y, month } = dateOf(day)
  return dayOf(y, month, 15)
}

function open(time: Time, first: number | null, last: number | null): Time {
  const news = first === null && last === null ? null : days(first, last)
  return { ...time, kind: 'period', news }
}

/** The rules of stretches named by their ends. */
export const RANGES: readonly Rule[] = [
  ['two joined', pair],
  ['from one to another', range],
  ['days of one month', daysOfMonth],
  ['weekdays of one week', weekdaysOfWeek],
  ['length up to a day', lengthUpTo],
  ['open at one end', openEnded],
]
