/** Days: calendar dates in words and figures, weekdays, today and its neighbours, the first Friday of a month. */
import { phraseAt, phrasesOf } from '../set-phrases.ts'
import { addMonths, dateOf, dayIfAny, dayOf, isoOf, mondayOf, monthLength, padded, weekdayOf } from './calendar.ts'
import { dayNumber, fullYear, isGlued, isWithinNumber, ordinal, year } from './numbers.ts'
import { looksAhead, nearer } from './tense.ts'
import {
  type Context,
  type Days,
  days,
  dayTime,
  digitsAt,
  longer,
  longest,
  low,
  type Match,
  type Named,
  type Rule,
  remembered,
  settled,
  type Time,
  weekdayBefore,
} from './time.ts'
import { MONTHS, MONTHS_THAT_ARE_WORDS, PARTS_OF_DAY, TURNS, WEEKDAYS, WEEKDAYS_THAT_ARE_WORDS } from './words.ts'

/** How many years a date without a year is looked for: 29 February may be eight years off. */
const REACH = 9

const valueOfDate = (date: Named): string =>
  `${date.year === undefined ? 'XXXX' : padded(date.year, 4)}-${date.month === undefined ? 'XX' : padded(date.month, 2)}-${padded(date.day ?? 0, 2)}`

/** The time of a date that may lack its year, or year and month. `at` is the index its words begin at. */
export function dateTime(context: Context, at: number, date: Named): Time {
  const { today } = context
  const value = valueOfDate(date)
  const day = date.day as number
  if (date.year !== undefined && date.month !== undefined) {
    const only = dayIfAny(date.year, date.month, day)
    return settled('date', value, 'day', only === null ? null : days(only), { absolute: true, named: date })
  }
  const now = dateOf(today)
  const candidate = (turn: number): number | null => {
    if (date.month !== undefined) return dayIfAny(now.year + turn, date.month, day)
    const month = dateOf(dayOf(now.year, now.month + turn, 1))
    return dayIfAny(month.year, month.month, day)
  }
  const find = (sign: 1 | -1): Days | null => {
    for (let turn = 0; turn < REACH; turn++) {
      const then = candidate(sign * turn)
      if (then !== null && (sign > 0 ? then >= today : then < today)) return days(then)
    }
    return null
  }
  const past = find(-1)
  const future = find(1)
  const news = future?.first === today ? future : nearer(context, at, past, future)
  return { ...settled('date', value, 'day', news, { named: date }), past, future }
}

/** The month that word `i` names. */
export function monthAt(context: Context, i: number): number | null {
  return MONTHS.get(low(context, i)) ?? null
}

/** Is the month name at `i` one that could be another word, printed as that word would be? */
export function isDoubtfulMonth(context: Context, i: number): boolean {
  const word = low(context, i)
  if (!MONTHS_THAT_ARE_WORDS.has(word) || (context.words[i]?.capital ?? false)) return false
  if (context.register === 'news') return true
  // in a diary's lower case, may and march are months beside a number or after a word that takes a time
  if (word !== 'may' && word !== 'march') return false
  return digitsAt(context, i + 1) === null && !TAKES_TIME.test(low(context, i - 1))
}

/** Words that a time follows. */
export const TAKES_TIME =
  /^(?:after|and|before|between|by|during|early|end|from|in|last|late|mid|next|of|or|since|this|through|throughout|till|to|until|-|–)$/

/** A year after a date: `, 2016`, ` 2016`, `of 2016`, `, two thousand`. */
function yearAfter(context: Context, i: number): { value: number; to: number } | null {
  const sign = low(context, i)
  const at = /^(?:,|of|in|-|\/|\.)$/.test(sign) ? i + 1 : i
  if (/^[-/.]$/.test(sign) && (!isGlued(context.words, i) || !isGlued(context.words, at))) return null
  if (sign === ',' && digitsAt(context, at) !== null) {
    // on January 3, 2024 people marched
    const read = year(context.words, at)
    return read
  }
  const read = year(context.words, at)
  // in 1,500 words: year() has refused it; "May 3 of twenty" is no year either
  return read !== null && (read.value >= 1000 || at > i) ? read : null
}

/** `Oct. 2`, `Oct-2`, `October 2nd, 2016`, `September the twenty-first`, `Jan first` */
function monthDay(context: Context, i: number): Match | null {
  if (low(context, i) === 'the' && monthAt(context, i + 1) !== null) return monthDay(context, i + 1)
  const month = monthAt(context, i)
  if (month === null) return null
  let at = i + 1
  if (low(context, at) === '.') at++
  const sign = low(context, at)
  if (sign === '-' || sign === '/') {
    if (!isGlued(context.words, at) || !isGlued(context.words, at + 1)) return null
    at++
  }
  const the = low(context, at) === 'the'
  if (the) at++
  const figure = digitsAt(context, at) !== null
  if (isDoubtfulMonth(context, i) && !figure && !the && context.register === 'news') return null
  const day = dayNumber(context.words, at)
  if (day === null) return null
  // "may second the motion", "March one mile": a bare cardinal word is a day only where nothing else is likely
  if (!figure && !the && MONTHS_THAT_ARE_WORDS.has(low(context, i)) && context.register === 'news' && day.value < 10)
    return null
  const followed = yearAfter(context, day.to)
  if (followed !== null)
    return { to: followed.to, time: dateTime(context, i, { year: followed.value, month, day: day.value }) }
  const short = shortYear(context, day.to)
  if (short !== null) return { to: short.to, time: dateTime(context, i, { year: short.value, month, day: day.value }) }
  return { to: day.to, time: dateTime(context, i, { month, day: day.value }) }
}

/** `'16` after a date */
function shortYear(context: Context, i: number): { value: number; to: number } | null {
  const at = low(context, i) === ',' ? i + 1 : i
  const figure = context.words[at + 1]
  if (low(context, at) !== "'" || !figure || figure.free || figure.digits === null) return null
  return figure.end - figure.start === 2 ? { value: fullYear(figure.digits), to: at + 2 } : null
}

/** `15 June 2016`, `1st Jan`, `the sixth of May, nineteen ninety`, `16. Nov. 2016`, `22 of Jan` */
function dayMonth(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  if (isWithinNumber(context.words, at)) return null
  const day = dayNumber(context.words, at)
  if (day === null) return null
  const figure = digitsAt(context, at) !== null
  at = day.to
  let linked = false
  if (low(context, at) === '.' && figure) at++
  if (low(context, at) === ',' && figure) at++
  if (low(context, at) === 'of') {
    linked = true
    at++
  } else if (/^[-/]$/.test(low(context, at))) {
    if (!isGlued(context.words, at) || !isGlued(context.words, at + 1)) return null
    at++
  }
  const month = monthAt(context, at)
  if (month === null) return null
  if (isDoubtfulMonth(context, at) && !(linked && context.register === 'diary') && !figure) return null
  if (isDoubtfulMonth(context, at) && context.register === 'news') return null
  // "one May ...", "five March": a cardinal word before a month is a count, not a day
  if (!figure && ordinal(context.words, at - (linked ? 2 : 1)) === null && !linked && context.register === 'news') {
    if (ordinal(context.words, low(context, i) === 'the' ? i + 1 : i) === null) return null
  }
  let to = at + 1
  const dotted = low(context, to) === '.' && low(context, at).length < 5 ? to + 1 : to
  const followed = yearAfter(context, dotted) ?? yearAfter(context, to)
  if (followed !== null)
    return { to: followed.to, time: dateTime(context, i, { year: followed.value, month, day: day.value }) }
  const short = shortYear(context, to)
  if (short !== null) {
    to = short.to
    return { to, time: dateTime(context, i, { year: short.value, month, day: day.value }) }
  }
  return { to, time: dateTime(context, i, { month, day: day.value }) }
}

/** `2016 November 3`, `two thousand sixteen, November third` */
function yearMonthDay(context: Context, i: number): Match | null {
  const first = year(context.words, i)
  if (first === null || isWithinNumber(context.words, i)) return null
  const at = low(context, first.to) === ',' ? first.to + 1 : first.to
  if (monthAt(context, at) === null) return null
  const found = monthDay(context, at)
  const { month, day, year: own } = found?.time.named ?? {}
  if (found === null || month === undefined || day === undefined || own !== undefined) return null
  return { to: found.to, time: dateTime(context, i, { year: first.value, month, day }) }
}

/** `20th of next month`, `the 31st of this month`, `the 3rd of the month` */
function dayOfTurn(context: Context, i: number): Match | null {
  const at = low(context, i) === 'the' ? i + 1 : i
  const day = dayNumber(context.words, at)
  if (day === null) return null
  let to = day.to
  if (!/^(?:of|in)$/.test(low(context, to))) return null
  to++
  if (low(context, to) === 'the') to++
  const turn = TURNS.get(low(context, to))
  const word = turn === undefined ? to : to + 1
  if (low(context, word) !== 'month') return null
  const { year: y, month } = dateOf(addMonths(context.today, turn ?? 0))
  const then = dayIfAny(y, month, day.value)
  const date = { year: y, month, day: day.value }
  return {
    to: word + 1,
    time: settled('date', valueOfDate(date), 'day', then === null ? null : days(then), { named: date }),
  }
}

/** A date in figures: `02/22/2016`, `21-04-2016`, `2015/08/12`, `13.5.2015`, `2019-sep-1`, `08/12,2015`; in a diary `4/22`. */
function figures(context: Context, i: number): Match | null {
  const { words } = context
  if (isWithinNumber(words, i)) return null
  const part = (at: number): { value: number; length: number; name: boolean } | null => {
    const word = words[at]
    if (word === undefined) return null
    if (word.digits !== null) return { value: word.digits, length: word.end - word.start, name: false }
    const month = monthAt(context, at)
    return month === null ? null : { value: month, length: 2, name: true }
  }
  const a = part(i)
  const b = part(i + 2)
  const sign = low(context, i + 1)
  if (a === null || b === null || a.name || !/^[-/.]$/.test(sign)) return null
  if (!isGlued(words, i + 1) || !isGlued(words, i + 2)) return null
  const c = part(i + 4)
  const second = low(context, i + 3)
  if (
    c !== null &&
    !c.name &&
    isGlued(words, i + 3) &&
    (isGlued(words, i + 4) || second === ',') &&
    (second === sign || (sign === '/' && second === ','))
  ) {
    // more figures: an address, a number; unless they are another date, to which this one runs
    if (isGlued(words, i + 5) && /^[-/.,]$/.test(low(context, i + 5)) && isGlued(words, i + 6) && part(i + 6))
      if (low(context, i + 5) !== '-' || figures(context, i + 6) === null) return null
    const date = ordered(a.value, a.length, b.value, b.name, c.value, c.length)
    if (date === null) return null
    return { to: i + 5, time: dateTime(context, i, date) }
  }
  if (context.register === 'news' || b.name || a.length > 2 || b.length > 2) return null
  const after = low(context, i + 3)
  const linked = /^(?:-|~|to|through|until)$/.test(after) && after !== sign && part(i + 4) !== null
  if (isGlued(words, i + 3) && /^[-/.%]$/.test(after) && isGlued(words, i + 4) && !linked) return null
  const before = low(context, i - 1)
  if (sign !== '/' && !linked && !/^(?:~|on|in|since|until|till|from|to|by)$/.test(before)) return null
  const [month, day] = a.value <= 12 ? [a.value, b.value] : [b.value, a.value]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { to: i + 3, time: dateTime(context, i, { month, day }) }
}

/** Year first, or month first as in the United States unless the figure is too high for a month. */
function ordered(a: number, aLength: number, b: number, bName: boolean, c: number, cLength: number): Named | null {
  let date: { year: number; month: number; day: number }
  if (aLength === 4) date = { year: a, month: b, day: c }
  else if (cLength !== 4 && cLength !== 2) return null
  else {
    const y = cLength === 4 ? c : fullYear(c)
    date = a > 12 || bName ? { year: y, month: b, day: a } : { year: y, month: a, day: b }
  }
  const { year: y, month, day } = date
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && y >= 1000 && y < 3000 ? date : null
}

const DEICTIC = phrasesOf<number>([
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['the day after tmrw', 2],
  ['day after tmrw', 2],
  ['this day', 0],
  ['this very day', 0],
  ['earlier today', 0],
  ['later today', 0],
  ['today', 0],
  ['tonight', 0],
  ['tonite', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['last night', -1],
  ['last evening', -1],
  ['overnight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['tmrw', 1],
  ['tmr', 1],
  ['tomorow', 1],
])

const DIARY_DAYS = phrasesOf<number>([
  ['the day', 0],
  ['my day', 0],
  ['the next day', 1],
  ['next day', 1],
  ['the following day', 1],
  ['the last day', -1],
  ['last day', -1],
  ['past day', -1],
  ['the past day', -1],
  ['previous day', -1],
  ['the previous day', -1],
])

/** `today`, `tomorrow`, `the day before yesterday`, `tonight`, `last night`, `yesterday evening` */
function deictic(context: Context, i: number): Match | null {
  // USA Today
  if (context.words[i]?.capital && context.words[i - 1]?.capital && context.register === 'news') return null
  const found = phraseAt(context.words, i, DEICTIC)
  const diary = context.register === 'diary' ? phraseAt(context.words, i, DIARY_DAYS) : null
  const best = diary !== null && (found === null || diary.to > found.to) ? diary : found
  if (best === null) return null
  const to = PARTS_OF_DAY.has(low(context, best.to)) ? best.to + 1 : best.to
  return { to, time: dayTime(context.today + best.value) }
}

/** The weekday that word `i` names, with what comes after its abbreviating dot. */
function weekdayAt(context: Context, i: number): { weekday: number; to: number; sure: boolean } | null {
  const word = low(context, i)
  const weekday = WEEKDAYS.get(word)
  if (weekday === undefined) return null
  const doubtful = WEEKDAYS_THAT_ARE_WORDS.has(word) || /^(?:tues|thurs|thur|weds)$/.test(word)
  const dotted = low(context, i + 1) === '.' && isGlued(context.words, i + 1) && doubtful
  return { weekday, to: dotted ? i + 2 : i + 1, sure: !doubtful || (context.register === 'diary' && word !== 'sun') }
}

/** `monday january 12th, 2016`, `Wed, 22 of Jan`, `Friday the 11th`, `Saturday, Jan. 4` */
function weekdayDate(context: Context, i: number): Match | null {
  const read = weekdayAt(context, i)
  if (read === null) return null
  const at = low(context, read.to) === ',' ? read.to + 1 : read.to
  const date = longer(longer(monthDay(context, at), dayMonth(context, at)), figures(context, at))
  if (date !== null) return { to: date.to, time: byWeekday(context, date.time, read.weekday) }
  if (low(context, at) !== 'the') {
    const bare = at === read.to && digitsAt(context, at) !== null ? ordinal(context.words, at) : null
    if (bare === null || bare.value > 31) return null
    return { to: bare.to, time: weekdayThe(context, read.weekday, bare.value) }
  }
  const day = dayNumber(context.words, at + 1)
  if (day === null) return null
  if (context.register === 'news' && digitsAt(context, at + 1) === null) return null
  return { to: day.to, time: weekdayThe(context, read.weekday, day.value) }
}

/** In the news, the weekday tells which year's date is meant. */
function byWeekday(context: Context, time: Time, weekday: number): Time {
  const fits = (at: Days | null) => at?.first != null && weekdayOf(at.first) === weekday
  if (time.absolute || fits(time.news)) return time
  const { today } = context
  const near = (at: Days | null) => at?.first != null && Math.abs(at.first - today) < 400
  if (fits(time.past) && near(time.past)) return { ...time, news: time.past }
  return fits(time.future) && near(time.future) ? { ...time, news: time.future } : time
}

/** The nearest month in which that day of the month is that weekday. */
function weekdayThe(context: Context, weekday: number, day: number): Time {
  const { year: y, month } = dateOf(context.today)
  for (const turn of [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6]) {
    const then = dateOf(dayOf(y, month + turn, 1))
    const at = dayIfAny(then.year, then.month, day)
    if (at !== null && weekdayOf(at) === weekday)
      return dayTime(at, { named: { year: then.year, month: then.month, day } })
  }
  return dateTime(context, 0, { year: y, month, day })
}

/** How many weeks on: this, next, last. */
function weekTurn(context: Context, i: number): { turn: number; to: number } | null {
  const turn = TURNS.get(low(context, i))
  if (turn === undefined || low(context, i + 1) !== 'week') return null
  return { turn, to: i + 2 }
}

/** `this Friday`, `next Sunday`, `last week Sunday`, `next week on Friday`, `Tuesday next week`, `Sunday of next week` */
function turnedWeekday(context: Context, i: number): Match | null {
  const of = (weekday: number, turn: number) => dayTime(mondayOf(context.today) + 7 * turn + weekday - 1)
  const start = low(context, i) === 'the' ? i + 1 : i
  const turn = TURNS.get(low(context, start))
  // following Monday's debate
  if (start === i && /^(?:following|preceding|prior)$/.test(low(context, i))) return null
  if (turn !== undefined) {
    let at = start + 1
    if (low(context, at) === 'week') at++
    if (low(context, at) === 'on' || low(context, at) === ',') at = at > start + 1 ? at + 1 : at
    const read = weekdayAt(context, at)
    if (read === null) return null
    if (at === start + 1 && !read.sure && !(context.words[at]?.capital ?? false)) return null
    const time =
      context.register === 'news' && at === start + 1 ? newsTurn(context, read.weekday, low(context, start)) : null
    const to = PARTS_OF_DAY.has(low(context, read.to)) ? read.to + 1 : read.to
    return { to, time: { ...of(read.weekday, turn), ...(time && { news: time }) } }
  }
  const on = low(context, i) === 'on' ? i + 1 : i
  const read = weekdayAt(context, on)
  if (read === null) return null
  let at = read.to
  if (low(context, at) === 'after' && low(context, at + 1) === 'next') return { to: at + 2, time: of(read.weekday, 2) }
  if (PARTS_OF_DAY.has(low(context, at))) at++
  if (low(context, at) === 'of') at++
  const week = weekTurn(context, low(context, at) === 'the' ? at + 1 : at)
  return week === null ? null : { to: week.to, time: of(read.weekday, week.turn) }
}

/** `coming Friday` and `this Friday` are the nearest ahead; `this past Friday` and `last Friday` the nearest behind. */
function newsTurn(context: Context, weekday: number, word: string): Days {
  const { today } = context
  const monday = mondayOf(today)
  if (word === 'coming' || word === 'upcoming') return days(weekdayBefore(weekday, today + 7))
  if (word === 'this') return days(monday + weekday - 1)
  if (word === 'past' || word === 'last') return days(weekdayBefore(weekday, today - 1))
  const turn = TURNS.get(word) ?? 0
  return days(monday + 7 * turn + weekday - 1)
}

/** `Friday`, `Saturday night`, `this past Saturday` */
function weekday(context: Context, i: number): Match | null {
  let at = i
  const past = low(context, i) === 'this' && /^(?:past|coming)$/.test(low(context, i + 1)) ? low(context, i + 1) : null
  if (past !== null) at = i + 2
  const read = weekdayAt(context, at)
  if (read === null) return null
  const dotted = read.to > at + 1
  if (!read.sure && !(context.words[at]?.capital && (dotted || context.register === 'diary'))) return null
  if (context.register === 'news' && !(context.words[at]?.capital ?? false)) return null
  // Mondays recur
  if (low(context, at).endsWith('days')) return null
  const { today } = context
  const before = weekdayBefore(read.weekday, today - 1)
  const after = weekdayBefore(read.weekday, today + 6)
  const ahead = past === 'coming' || (past === null && looksAhead(context, i))
  const news = days(ahead ? after : past === 'past' || after !== today ? before : today)
  const to = PARTS_OF_DAY.has(low(context, read.to)) ? read.to + 1 : read.to
  // a dot that ends a sentence is not the abbreviation's
  const end = dotted && to === read.to && (context.words[to]?.capital ?? true) ? read.to - 1 : to
  const time = settled('date', `XXXX-WXX-${read.weekday}`, 'day', news)
  return { to: end, time: { ...time, past: days(before), future: days(after) } }
}

/** The nth weekday of a month, `last` counted from its end; null where the month has fewer. */
function nth(y: number, month: number, weekday: number, count: number): number | null {
  if (count < 0) return weekdayBefore(weekday, dayOf(y, month, monthLength(y, month)))
  const first = weekdayBefore(weekday, dayOf(y, month, 7)) + 7 * (count - 1)
  return dateOf(first).month === month ? first : null
}

/** `next year`, as its number. */
function turnedYear(context: Context, i: number): { value: number; to: number } | null {
  const turn = TURNS.get(low(context, i))
  if (turn === undefined || low(context, i + 1) !== 'year') return null
  return { value: dateOf(context.today).year + turn, to: i + 2 }
}

/** `the first Sunday of May`, `the second Tuesday of last month`, `last Monday in April 2018`; in a diary `third Tuesday` */
function nthWeekday(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const last = low(context, at) === 'last' || low(context, at) === 'final'
  const count = last ? null : ordinal(context.words, at)
  if (!last && (count === null || count.value > 5)) return null
  at = count?.to ?? at + 1
  const read = weekdayAt(context, at)
  if (read === null) return null
  const n = count?.value ?? -1
  at = read.to
  const linked = /^(?:of|in)$/.test(low(context, at))
  if (linked) at++
  if (low(context, at) === 'the' && linked) at++
  const now = dateOf(context.today)
  const mark = (month: string) => `${month}-WXX-${read.weekday}-#${n < 0 ? 5 : n}`
  const month = monthAt(context, at)
  if (month !== null) {
    let to = at + 1
    const after = /^(?:,|of)$/.test(low(context, to)) ? to + 1 : to
    const named = year(context.words, after)
    const y = named ?? turnedYear(context, after)
    if (y !== null) {
      const on = nth(y.value, month, read.weekday, n)
      to = y.to
      const value = mark(`${padded(y.value, 4)}-${padded(month, 2)}`)
      return { to, time: settled('date', value, 'day', on === null ? null : days(on), { absolute: named !== null }) }
    }
    const find = (sign: 1 | -1): Days | null => {
      for (let turn = 0; turn < REACH; turn++) {
        const on = nth(now.year + sign * turn, month, read.weekday, n)
        if (on !== null && (sign > 0 ? on >= context.today : on < context.today)) return days(on)
      }
      return null
    }
    const past = find(-1)
    const future = find(1)
    const news = nearer(context, i, past, future)
    return { to, time: { ...settled('date', mark(`XXXX-${padded(month, 2)}`), 'day', news), past, future } }
  }
  const turn = TURNS.get(low(context, at))
  const word = turn === undefined ? at : at + 1
  const ofMonth = low(context, word) === 'month' && (turn !== undefined || linked)
  if (!ofMonth && (context.register === 'news' || last || linked)) return null
  const then = dateOf(dayOf(now.year, now.month + (ofMonth ? (turn ?? 0) : 0), 1))
  const on = nth(then.year, then.month, read.weekday, n)
  const value = ofMonth
    ? mark(`XXXX-${padded(then.month, 2)}`)
    : isoOf(weekdayBefore(read.weekday, dayOf(then.year, then.month, 7)) + 7 * (n - 1))
  return { to: ofMonth ? word + 1 : at, time: settled('date', value, 'day', on === null ? null : days(on)) }
}

/** In a diary: `on 15`, `the 27th`, `the twenty second` */
function bareDay(context: Context, i: number): Match | null {
  if (context.register !== 'diary') return null
  const on = /^(?:on|for)$/.test(low(context, i))
  const the = low(context, on ? i + 1 : i) === 'the'
  if (!on && !the) return null
  const at = i + (on ? 1 : 0) + (the ? 1 : 0)
  const day = dayNumber(context.words, at)
  if (day === null || (low(context, i) === 'for' && !the)) return null
  const next = context.words[day.to]
  if (next !== undefined && !/^(?:[.,;!?)]|and|at|because|for|if|in|or|so|until|when|with)$/.test(next.low)) return null
  if (low(context, day.to) === '.' && isGlued(context.words, day.to + 1)) return null
  return { to: day.to, time: dateTime(context, i, { day: day.value }) }
}

/** The rules of days, the first named of equally long readings first. */
export const POINTS: readonly Rule[] = [
  ['weekday and date', weekdayDate],
  ['month and day', monthDay],
  ['day and month', dayMonth],
  ['year, month and day', yearMonthDay],
  ['date in figures', figures],
  ['day of this or another month', dayOfTurn],
  ['weekday of this or another week', turnedWeekday],
  ['nth weekday of a month', nthWeekday],
  ['counted from the day', deictic],
  ['weekday', weekday],
  ['day of the month alone', bareDay],
]

const readPoint = (context: Context, i: number): Match | null => longest(context, i, POINTS)

/** A day however written. */
export function point(context: Context, i: number): Match | null {
  return remembered(context, i, 'point', readPoint)
}
