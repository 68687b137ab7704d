/** Stretches with a place in the calendar: weeks, weekends, months, quarters, seasons, years, decades, and their parts. */
import { TENS } from '../quantities/number-words.ts'
import { dateOf, dayIfAny, dayOf, firstOfWeek, isoOf, mondayOf, padded, weekdayOf, weekOf } from './calendar.ts'
import { dayNumber, fullYear, isGlued, isWithinNumber, ordinal, whole, year } from './numbers.ts'
import { isDoubtfulMonth, monthAt, point, TAKES_TIME } from './points.ts'
import { looksAhead, looksBack, nearer } from './tense.ts'
import {
  type Context,
  type Days,
  days,
  digitsAt,
  type Grain,
  longer,
  longest,
  low,
  type Match,
  type Mod,
  monthDays,
  type Rule,
  remembered,
  settled,
  type Time,
  yearDays,
} from './time.ts'
import {
  decadeTime,
  grainOf,
  isOfDays,
  type Length,
  lengthAt,
  lengthValue,
  monthValue,
  quarterTime,
  shifted,
  unitFrom,
} from './units.ts'
import { SEASONS, type Season, TURNS, UNITS } from './words.ts'

const UNIT_PERIODS = /^(?:week|weekend|month|quarter|year|decade|century)$/

/** `this week`, `last month`, `the coming year`, `over the weekend`; in a diary `my week`, `weekend` */
function turnedUnit(context: Context, i: number): Match | null {
  let at = i
  const the = /^(?:the|my|our|your|his|her|their)$/.test(low(context, at))
  if (the) at++
  const turn = TURNS.get(low(context, at))
  if (turn !== undefined) at++
  if (context.register === 'diary' && low(context, at) === 'my') at++
  const calendar = /^(?:calendar|fiscal|financial|business|working|work)$/.test(low(context, at)) ? 1 : 0
  const word = low(context, at + calendar)
  if (!UNIT_PERIODS.test(word)) return null
  const unit = UNITS.get(word)
  if (unit === undefined) return null
  const to = at + calendar + 1
  if (turn === undefined) {
    if (word === 'weekend' ? !the && context.register === 'news' : !the || context.register === 'news') return null
    if (!the && word !== 'weekend') return null
  }
  const after = afterNext(context, to, turn ?? 0)
  const time = unitFrom(context, unit, after?.turn ?? turn ?? 0)
  if (time === null) return null
  const backward = unit === 'weekend' && turn === undefined && context.register === 'news'
  const until = /^(?:by|before|through|throughout|till|until)$/.test(low(context, i - 1))
  if (backward && !until && weekdayOf(context.today) < 6 && !looksAhead(context, i)) {
    const last = unitFrom(context, 'weekend', -1) as Time
    return { to, time: last }
  }
  return { to: after?.to ?? to, time }
}

/** `next week`, said as `the week after next` */
function afterNext(context: Context, i: number, turn: number): { turn: number; to: number } | null {
  const word = low(context, i)
  if (word !== 'after' && word !== 'before') return null
  const the = low(context, i + 1) === 'the' ? i + 2 : i + 1
  const next = low(context, the)
  if (word === 'after' && next === 'next' && turn >= 0) return { turn: 2, to: the + 1 }
  return word === 'before' && /^(?:last|previous)$/.test(next) ? { turn: -2, to: the + 1 } : null
}

/** `the week after next`, `the year before last` */
function unitAfterNext(context: Context, i: number): Match | null {
  const at = low(context, i) === 'the' ? i + 1 : i
  const unit = UNIT_PERIODS.test(low(context, at)) ? UNITS.get(low(context, at)) : undefined
  if (unit === undefined) return null
  const found = afterNext(context, at + 1, 0)
  const time = found && unitFrom(context, unit, found.turn)
  return found && time ? { to: found.to, time } : null
}

/** `2016`, `year 247`, `nineteen twenty eight`: a year by itself, where a word before it asks for one. */
function bareYear(context: Context, i: number): Match | null {
  const the = low(context, i) === 'the' && low(context, i + 1) === 'year' ? i + 1 : i
  const named = low(context, the) === 'year'
  const at = named ? the + 1 : i
  if (isWithinNumber(context.words, at)) return null
  const read = named ? whole(context.words, at) : year(context.words, at)
  if (read === null || read.value < 1 || read.value > 2999) return null
  if (!named && !asksForYear(context, i, read.to)) return null
  return { to: read.to, time: yearTime(read.value) }
}

/** Does a word before `i` ask for a year? With the words after it none of a count: `in 2016`, not `in 2016 cases`. */
function asksForYear(context: Context, i: number, to: number): boolean {
  const before = low(context, i - 1)
  const value = digitsAt(context, i)
  const asks =
    /^(?:in|of|since|until|till|by|from|to|through|during|before|after|between|and|early|late|mid|fy|throughout|for|circa|around|back|-|–|—|\(|than|beyond)$/.test(
      before,
    )
  if (value !== null && (value < 1800 || value > 2100)) return context.register === 'diary' && before === 'in'
  if (value === null && !/^(?:in|of|since|until|from|by|between|and|to)$/.test(before)) return false
  const next = context.words[to]
  if (next === undefined) return asks
  if (isGlued(context.words, to) && /^[%$€£:/]$/.test(next.low)) return false
  // 2,016 was refused before; "of 2000 soldiers" is a count, "in 2016 he" a year
  if (/^(?:of|for|to|from|than|by|and|around|between|-|through)$/.test(before) && /^\p{L}/u.test(next.low))
    return !/(?:s|men|people|women|children)$/.test(next.low) || /^(?:was|is|has|as|its|his|this|us)$/.test(next.low)
  // in 2000 cases
  if (value !== null && value % 100 === 0 && !next.capital && /^\p{L}{3,}s$/u.test(next.low)) return next.low === 'was'
  return asks
}

export function yearTime(value: number): Time {
  return settled('period', padded(value, 4), 'year', yearDays(value), { absolute: true, named: { year: value } })
}

/** A year as its number or its turn: `2016`, `, 2016`, `of last year`, `this year` */
function anyYear(context: Context, i: number): { value: number; to: number; absolute: boolean } | null {
  let at = low(context, i) === ',' ? i + 1 : i
  if (/^(?:of|in)$/.test(low(context, at))) at++
  if (low(context, at) === 'the' && low(context, at + 1) === 'year') {
    const named = whole(context.words, at + 2)
    return named && { ...named, absolute: true }
  }
  const turn = TURNS.get(low(context, at))
  if (turn !== undefined && low(context, at + 1) === 'year')
    return { value: dateOf(context.today).year + turn, to: at + 2, absolute: false }
  const read = year(context.words, at)
  if (read !== null && read.value > 999) return { ...read, absolute: true }
  // '69
  const figure = context.words[at + 1]
  if (low(context, at) !== "'" || figure?.digits == null || figure.free || figure.end - figure.start !== 2) return null
  if (isGlued(context.words, at + 2) && low(context, at + 2) === 's') return null
  return { value: fullYear(figure.digits), to: at + 2, absolute: true }
}

/** `June 2016`, `Nov. 2016`, `November, 2016`, `May of nineteen eighty four`, `may next year`, `2016 November`, `August 99` */
function monthYear(context: Context, i: number): Match | null {
  const month = monthAt(context, i)
  if (month !== null) {
    const dotted = low(context, i + 1) === '.' ? i + 2 : i + 1
    const read = anyYear(context, dotted) ?? anyYear(context, i + 1)
    if (read !== null && !isDoubtfulMonth(context, i))
      return { to: read.to, time: monthTime(read.value, month, read.absolute) }
    const short = context.words[dotted]
    if (short?.digits != null && short.end - short.start === 2 && short.digits > 31 && !isDoubtfulMonth(context, i)) {
      if (isGlued(context.words, dotted + 1) && /^[.,%:]$/.test(low(context, dotted + 1))) {
        if (context.words[dotted + 2]?.digits != null && isGlued(context.words, dotted + 2)) return null
      }
      return { to: dotted + 1, time: monthTime(fullYear(short.digits), month, true) }
    }
    return null
  }
  const first = year(context.words, i)
  if (first === null || isWithinNumber(context.words, i)) return null
  const at = /^[,-]$/.test(low(context, first.to)) ? first.to + 1 : first.to
  const then = monthAt(context, at)
  if (then === null || isDoubtfulMonth(context, at)) return null
  // in 2016 June fell ...: the figures after a month would make it a day
  if (dayNumber(context.words, at + 1) !== null && digitsAt(context, at + 1) !== null) return null
  return { to: at + 1, time: monthTime(first.value, then, true) }
}

function monthTime(value: number, month: number, absolute: boolean): Time {
  return settled('period', monthValue(value, month), 'month', monthDays(value, month), {
    absolute,
    named: { year: value, month },
  })
}

/** In figures: `2015-3`, `2016 / 11`, `11/2016` */
function monthFigures(context: Context, i: number): Match | null {
  const { words } = context
  if (isWithinNumber(words, i)) return null
  const a = words[i]
  const b = words[i + 2]
  const sign = low(context, i + 1)
  if (a?.digits == null || b?.digits == null || !/^[-/.]$/.test(sign)) return null
  const tight = isGlued(words, i + 1) && isGlued(words, i + 2)
  if (!tight && (context.register === 'news' || sign === '.')) return null
  if (sign === '.' && context.register === 'news') return null
  const next = words[i + 3]
  if (next && !next.free && /^[-/.:]$/.test(next.low) && words[i + 4]?.digits != null && !words[i + 4]?.free)
    return null
  const aLength = a.end - a.start
  const bLength = b.end - b.start
  const [y, month] =
    aLength === 4 && bLength <= 2 ? [a.digits, b.digits] : bLength === 4 && aLength <= 2 ? [b.digits, a.digits] : [0, 0]
  if (month < 1 || month > 12 || y < 1000 || y > 2999) return null
  return { to: i + 3, time: monthTime(y, month, true) }
}

/** `February`, `this September`, `last August`, `next June`, `the month of May` */
function month(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  if (low(context, at) === 'month' && low(context, at + 1) === 'of') {
    const dated = monthYear(context, at + 2)
    if (dated !== null) return dated
    at += 2
  }
  const led = at > i
  const turn = led ? undefined : TURNS.get(low(context, at))
  if (turn !== undefined) at++
  const value = monthAt(context, at)
  if (value === null) return null
  const doubtful = isDoubtfulMonth(context, at)
  if (doubtful && !led && (turn === undefined || low(context, at) === 'may' || low(context, at) === 'march'))
    return null
  // May and March begin sentences as other words do
  if (!led && turn === undefined && /^(?:may|march|mar|dec|jan)$/.test(low(context, at)))
    if (!TAKES_TIME.test(low(context, at - 1)) && !leadsToMonth(context, at + 1)) return null
  const { year: y, month: now } = dateOf(context.today)
  let to = at + 1
  if (low(context, to) === '.' && low(context, at).length <= 4 && low(context, at) !== 'may') {
    const next = context.words[to + 1]
    if (next !== undefined && isGlued(context.words, to) && !next.capital && /^[\p{L},;:)]/u.test(next.low)) to++
  }
  if (turn !== undefined) {
    const time = monthTime(y + turn, value, false)
    const nearest = turn === -1 ? (value < now ? y : y - 1) : turn === 1 ? (value > now ? y : y + 1) : y
    return { to, time: { ...time, news: monthDays(nearest, value) } }
  }
  const past = monthDays(value >= now ? y - 1 : y, value)
  const future = monthDays(value < now ? y + 1 : y, value)
  let news: Days | null
  if (value === now) news = looksAhead(context, i) ? future : days(future.first, context.today)
  else news = nearer(context, i, past, future)
  const time = settled('period', `XXXX-${padded(value, 2)}`, 'month', news, { named: { month: value } })
  return { to, time: { ...time, past, future } }
}

/** Does a link to another month follow: `May to July`? */
function leadsToMonth(context: Context, i: number): boolean {
  return /^(?:and|through|till|to|until|-|–)$/.test(low(context, i)) && monthAt(context, i + 1) !== null
}

/** First month of each season as meteorologists count them; winter ends in the next year. */
const SEASON_STARTS: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

const seasonDays = (y: number, season: Season): Days =>
  days(dayOf(y, SEASON_STARTS[season], 1), dayOf(y, SEASON_STARTS[season] + 3, 1) - 1)

/** `last fall`, `this summer`, `summer 2016`, `the summer of nineteen eighty four`; in a diary `summer` */
function season(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const turn = TURNS.get(low(context, at))
  if (turn !== undefined) at++
  const value = SEASONS.get(low(context, at))
  if (value === undefined) return null
  const read = turn === undefined ? anyYear(context, at + 1) : null
  if (read !== null) {
    const time = settled('period', `${padded(read.value, 4)}-${value}`, 'season', seasonDays(read.value, value), {
      absolute: read.absolute,
    })
    return { to: read.to, time }
  }
  const now = dateOf(context.today).year
  if (turn !== undefined) {
    let y = now + turn
    const at0 = seasonDays(now, value)
    let news = y
    if (turn < 0 && (at0.last as number) < context.today) news = now
    if (turn > 0 && (at0.first as number) > context.today) news = now
    if (context.register === 'news') y = news
    const time = settled('period', `${padded(y, 4)}-${value}`, 'season', seasonDays(y, value))
    return { to: at + 1, time }
  }
  if (
    context.register === 'news' &&
    (at === i || !/^(?:in|of|by|since|until|during|over|through)$/.test(low(context, i - 1)))
  )
    return null
  if (at === i && low(context, at) === 'fall') return null
  // "in the fall of Kabul"
  if (low(context, at + 1) === 'of') return null
  const past = seasonDays((seasonDays(now, value).first as number) >= context.today ? now - 1 : now, value)
  const future = seasonDays((seasonDays(now, value).last as number) < context.today ? now + 1 : now, value)
  const news = nearer(context, i, past, future)
  return { to: at + 1, time: { ...settled('period', `XXXX-${value}`, 'season', news), past, future } }
}

const HALVES = (y: number, half: number): Time =>
  settled('period', `${padded(y, 4)}-H${half}`, 'half', days(dayOf(y, 6 * half - 5, 1), dayOf(y, 6 * half + 1, 1) - 1))

/** `Q3`, `Q4 2016`, `2016H2`, `the second quarter of next year`, `2016 the third quarter`, `the first half of 2024` */
function quarter(context: Context, i: number): Match | null {
  const before = year(context.words, i)
  const comma = before !== null && low(context, before.to) === ',' ? before.to + 1 : (before?.to ?? i)
  const part = partOfYear(context, comma)
  if (part === null) return null
  const make = (y: number, absolute: boolean): Time =>
    part.half ? { ...HALVES(y, part.value), absolute } : quarterTime(y, part.value, { absolute })
  if (before !== null) return { to: part.to, time: make(before.value, true) }
  const after = anyYear(context, part.to)
  if (after !== null) return { to: after.to, time: make(after.value, after.absolute) }
  const now = dateOf(context.today).year
  if (low(context, part.to) === 'of' || part.half) {
    // the second half of the match; the first quarter of the game
    const the = low(context, part.to) === 'of' && low(context, part.to + 1) === 'the'
    return the && low(context, part.to + 2) === 'year' ? { to: part.to + 3, time: make(now, false) } : null
  }
  const current = make(now, false)
  const past = (current.news?.first as number) > context.today ? make(now - 1, false) : current
  const future = (current.news?.last as number) < context.today ? make(now + 1, false) : current
  const news = nearer(context, i, past.news, future.news)
  const value = `XXXX-Q${part.value}`
  return { to: part.to, time: { ...current, value, past: past.news, future: future.news, news } }
}

/** `Q3`, `the third quarter`, `H1`, `the second half` */
function partOfYear(context: Context, i: number): { half: boolean; value: number; to: number } | null {
  const letter = low(context, i)
  const figure = context.words[i + 1]
  if ((letter === 'q' || letter === 'h') && figure && !figure.free && figure.digits !== null) {
    const half = letter === 'h'
    return figure.digits >= 1 && figure.digits <= (half ? 2 : 4) ? { half, value: figure.digits, to: i + 2 } : null
  }
  // 3Q
  const number = digitsAt(context, i)
  if (number !== null && number >= 1 && number <= 4 && low(context, i + 1) === 'q' && isGlued(context.words, i + 1))
    return isWithinNumber(context.words, i) ? null : { half: false, value: number, to: i + 2 }
  let at = letter === 'the' ? i + 1 : i
  const last = low(context, at) === 'last' || low(context, at) === 'final'
  const read = last ? null : ordinal(context.words, at)
  if (!last && read === null) return null
  at = read?.to ?? at + 1
  if (low(context, at) === '-') at++
  if (/^(?:fiscal|financial|calendar)$/.test(low(context, at))) at++
  const half = low(context, at) === 'half'
  if (!half && low(context, at) !== 'quarter') return null
  // the last quarter alone is the one before this
  if (last && !/^(?:of|in)$/.test(low(context, at + 1))) return null
  const value = read?.value ?? (half ? 2 : 4)
  return value <= (half ? 2 : 4) ? { half, value, to: at + 1 } : null
}

/** `the 1970s`, `the '40s`, `70's`, `the nineteen seventies`, `the noughties` */
function decade(context: Context, i: number): Match | null {
  const { words } = context
  let at = low(context, i) === 'the' ? i + 1 : i
  if (/^(?:early|mid|late)$/.test(low(context, at))) return null
  if (isWithinNumber(words, at)) return null
  const the = at > i
  if (low(context, at) === 'noughties') return { to: at + 1, time: decadeTime(2000, true) }
  const mark = low(context, at) === "'" && isGlued(words, at + 1)
  const figure = words[mark ? at + 1 : at]
  if (figure?.digits != null) {
    let to = (mark ? at + 1 : at) + 1
    if (low(context, to) === "'" && isGlued(words, to)) to++
    if (low(context, to) !== 's' || !isGlued(words, to)) return null
    const length = figure.end - figure.start
    if (figure.digits % 10 !== 0) return null
    if (length === 4 && figure.digits >= 1000 && figure.digits < 3000)
      return { to: to + 1, time: decadeTime(figure.digits, true) }
    if (length !== 2 || (!the && !mark && !/^(?:in|early|mid|late|-)$/.test(low(context, at - 1)))) return null
    return { to: to + 1, time: shortDecade(context, i, figure.digits) }
  }
  // nineteen seventies, two thousand and tens, twenty-tens
  let century: number | null = null
  if (low(context, at) === 'two' && low(context, at + 1) === 'thousand') {
    century = 2000
    at += 2
    if (low(context, at) === 'and') at++
  } else if (low(context, at) === 'two' && low(context, at + 1) === 'thousands') {
    return { to: at + 2, time: decadeTime(2000, true) }
  } else {
    const hundreds = whole(words, at)
    if (hundreds !== null && hundreds.to === at + 1 && hundreds.value >= 10 && hundreds.value <= 20) {
      century = 100 * hundreds.value
      at++
      if (low(context, at) === '-') at++
      if (low(context, at) === 'hundreds') return { to: at + 1, time: decadeTime(century, true) }
    }
  }
  const plural = low(context, at)
  const tens = plural === 'tens' ? 10 : (TENS.get(plural.replace(/ies$/, 'y')) ?? null)
  if (tens === null || !/(?:ies|tens)$/.test(plural)) return null
  if (century !== null) return { to: at + 1, time: decadeTime(century + tens, true) }
  const led = the || /^(?:early|mid|late|-)$/.test(low(context, i - 1))
  return led && plural !== 'tens' ? { to: at + 1, time: shortDecade(context, i, tens) } : null
}

function shortDecade(context: Context, i: number, tens: number): Time {
  const now = dateOf(context.today).year
  const first = 100 * Math.floor(now / 100) + tens
  const past = yearDays(first >= now ? first - 100 : first, 10)
  const future = yearDays(first < now ? first + 100 : first, 10)
  const time = settled('period', `XX${tens / 10}`, 'decade', looksAhead(context, i) ? future : past)
  return { ...time, past, future }
}

/** `15th century`, `the twenty-first century` */
function century(context: Context, i: number): Match | null {
  const at = low(context, i) === 'the' ? i + 1 : i
  const read = ordinal(context.words, at)
  if (read === null || read.value > 30) return null
  const word = low(context, read.to) === '-' ? read.to + 1 : read.to
  if (low(context, word) !== 'century') return null
  const value = padded(read.value - 1, 2)
  return {
    to: word + 1,
    time: settled('period', value, 'century', yearDays(100 * (read.value - 1), 100), { absolute: true }),
  }
}

/** `week 10`, `Week 31 of 2018` */
function numberedWeek(context: Context, i: number): Match | null {
  if (low(context, i) !== 'week') return null
  const number = context.words[i + 1]
  if (number?.digits == null || number.digits < 1 || number.digits > 53) return null
  const read = anyYear(context, i + 2)
  const y = read?.value ?? dateOf(context.today).year
  // a season's week, a pregnancy's, a trial's
  if (context.register === 'news' && read === null) return null
  const monday = firstOfWeek(y, number.digits)
  const value = `${padded(y, 4)}-W${padded(number.digits, 2)}`
  const time = settled('period', value, 'week', days(monday, monday + 6), { absolute: read?.absolute ?? false })
  return { to: read?.to ?? i + 2, time }
}

/** `the first week of Feb`, `the last week of may`, `the sixth week of 2031`, `first week of this month`, `the first weekend of May` */
function nthWeek(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const last = low(context, at) === 'last' || low(context, at) === 'final'
  const count = last ? null : ordinal(context.words, at)
  if (!last && (count === null || count.value > 53)) return null
  at = count?.to ?? at + 1
  const weekend = low(context, at) === 'weekend'
  if (!weekend && low(context, at) !== 'week') return null
  at++
  const linked = /^(?:of|in)$/.test(low(context, at))
  if (linked) at++
  if (low(context, at) === 'the' && linked) at++
  const n = count?.value ?? -1
  const within =
    longer(monthYear(context, at), month(context, at)) ?? turnedOf(context, at, linked) ?? yearOf(context, at)
  if (within === null) return null
  const { grain } = within.time
  if (grain !== 'month' && grain !== 'year') return null
  const of = (span: Days | null): Days | null => {
    if (span?.first == null) return null
    const { year: y, month: m } = dateOf(span.first)
    const monday = grain === 'month' ? weekOfMonth(y, m, n) : weekOfYear(y, n)
    if (monday === null) return null
    return weekend ? days(monday + 5, monday + 6) : days(monday, monday + 6)
  }
  const news = of(within.time.news)
  const past = of(within.time.past)
  const future = of(within.time.future)
  const first = future?.first ?? context.today
  const week = grain === 'month' ? (n < 0 ? 5 : n) : weekOf(first).week
  const value = `${within.time.value}-W${padded(week, 2)}${weekend ? '-WE' : ''}`
  const time = settled('period', value, weekend ? 'weekend' : 'week', news, { absolute: within.time.absolute })
  return { to: within.to, time: { ...time, past, future } }
}

/** The month or year after `the first week of`: `next month`, `the year`. */
function turnedOf(context: Context, i: number, linked: boolean): Match | null {
  const turn = TURNS.get(low(context, i))
  const word = turn === undefined ? i : i + 1
  if (turn === undefined && !linked) return null
  if (!/^(?:month|year)$/.test(low(context, word))) return null
  const time = unitFrom(context, low(context, word) as 'month' | 'year', turn ?? 0)
  return time && { to: word + 1, time }
}

function yearOf(context: Context, i: number): Match | null {
  const read = year(context.words, i)
  return read && { to: read.to, time: yearTime(read.value) }
}

/** Weeks of a month: the first is the one that holds its first Thursday, the last the one that holds its last. */
function weekOfMonth(y: number, m: number, n: number): number | null {
  if (n > 5) return null
  if (n > 0) {
    const first = dayOf(y, m, 1)
    const monday = weekdayOf(first) <= 4 ? mondayOf(first) : mondayOf(first) + 7
    return monday + 7 * (n - 1)
  }
  const last = dayOf(y, m + 1, 1) - 1
  return weekdayOf(last) >= 4 ? mondayOf(last) : mondayOf(last) - 7
}

function weekOfYear(y: number, n: number): number | null {
  if (n > 0) return n <= 53 ? firstOfWeek(y, n) : null
  return mondayOf(dayOf(y, 12, 28))
}

/** `the last day of October`, `the first two weeks of July`, `the last three months of 2024`, `first 10 days of next month` */
function unitsOfPeriod(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const last = /^(?:last|final|closing)$/.test(low(context, at))
  if (!last && !/^(?:first|opening)$/.test(low(context, at))) return null
  at++
  const unit = /^(?:day|weekend|week)$/.test(low(context, at)) ? UNITS.get(low(context, at)) : undefined
  if (unit !== undefined && unit !== 'day') return null
  const length: Length | null =
    unit === undefined ? lengthAt(context, at) : { parts: [{ unit, number: 1, vague: false }], to: at + 1 }
  if (length === null || length.parts.length > 1 || !isOfDays(length.parts)) return null
  at = length.to
  if (!/^(?:of|in)$/.test(low(context, at))) return null
  at++
  const within = longer(plainPeriod(context, at), longer(ofThe(context, at), yearOf(context, at)))
  if (within === null || within.to === at) return null
  const { time } = within
  const of = (span: Days | null): Days | null => {
    if (span?.first == null || span.last == null) return null
    const edge = last ? shifted(span.last + 1, length.parts, -1) : shifted(span.first, length.parts, 1)
    if (edge === null) return null
    return last ? days(edge, span.last) : days(span.first, edge - 1)
  }
  const past = of(time.past)
  const future = of(time.future)
  const news = of(time.news)
  if (news?.first != null && news.first === news.last) {
    const day = settled('date', isoOf(news.first), 'day', news, { absolute: time.absolute })
    return { to: within.to, time: { ...day, past, future } }
  }
  const same = past?.first === future?.first && past?.last === future?.last
  const ends =
    !same || future?.first == null || future.last === null
      ? {}
      : { begin: isoOf(future.first), end: isoOf(future.last + 1) }
  const value = lengthValue(length.parts)
  const stretch = settled('period', value, grainOf(length.parts), news, { absolute: time.absolute, ...ends })
  return { to: within.to, time: { ...stretch, past, future } }
}

/** `the second half of May`, `first half of next month` */
function halfOfPeriod(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const read = ordinal(context.words, at)
  const last = /^(?:last|latter)$/.test(low(context, at))
  if (!last && (read === null || read.value > 2)) return null
  at = read?.to ?? at + 1
  if (low(context, at) === '-') at++
  if (low(context, at) !== 'half' || low(context, at + 1) !== 'of') return null
  const within = longer(plainPeriod(context, at + 2), ofThe(context, at + 2))
  if (within === null || !/^(?:week|month|season|quarter|decade|century)$/.test(within.time.grain)) return null
  const { time } = within
  const first = read?.value === 1
  const of = (span: Days | null): Days | null => {
    if (span?.first == null || span.last == null) return null
    const middle = span.first + Math.floor((span.last - span.first + 1) / 2)
    return first ? days(span.first, middle - 1) : days(middle, span.last)
  }
  const mod: Mod = first ? 'START' : 'END'
  return {
    to: within.to,
    time: { ...time, mod, past: of(time.past), future: of(time.future), news: of(time.news) },
  }
}

/** `year to date`, `the month to date`: from its start to today */
function toDate(context: Context, i: number): Match | null {
  const at = low(context, i) === 'the' ? i + 1 : i
  if (!/^(?:week|month|quarter|year)$/.test(low(context, at))) return null
  const to = low(context, at + 1) === '-' ? at + 2 : at + 1
  const dash = low(context, to + 1) === '-' ? to + 2 : to + 1
  if (low(context, to) !== 'to' || low(context, dash) !== 'date') return null
  const time = unitFrom(context, UNITS.get(low(context, at)) as 'week', 0)
  if (time?.news?.first == null) return null
  const { first } = time.news
  const span = days(first, context.today)
  const value = `P${context.today - first}D`
  return {
    to: dash + 1,
    time: settled('period', value, time.grain, span, { begin: isoOf(first), end: isoOf(context.today) }),
  }
}

/** `week of September 16th`, `the week commencing May 9`, `w/c may 9`, `the week of the 12th`, `month of september.16th` */
function weekOfDate(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  let unit: 'week' | 'month' = 'week'
  if (low(context, at) === 'w' && low(context, at + 1) === '/' && low(context, at + 2) === 'c') at += 3
  else {
    if (!/^(?:week|month)$/.test(low(context, at))) return null
    unit = low(context, at) as 'week' | 'month'
    at++
    if (!/^(?:of|commencing|starting|beginning|ending)$/.test(low(context, at))) return null
    at++
    if (low(context, at) === 'on') at++
  }
  const date = point(context, at) ?? theDay(context, at)
  if (date === null) return null
  const of = (day: Days | null): Days | null => {
    if (day?.first == null) return null
    const { year: y, month: m } = dateOf(day.first)
    return unit === 'month' ? monthDays(y, m) : days(mondayOf(day.first), mondayOf(day.first) + 6)
  }
  const { value, past, future, news, absolute } = date.time
  const time = settled('period', value, unit, of(news), { absolute })
  return { to: date.to, time: { ...time, past: of(past), future: of(future) } }
}

/** `the 18th` after `week of` */
function theDay(context: Context, i: number): Match | null {
  if (low(context, i) !== 'the') return null
  const read = dayNumber(context.words, i + 1)
  if (read === null) return null
  const { year: y, month: m } = dateOf(context.today)
  const find = (sign: 1 | -1): Days | null => {
    for (let turn = 0; turn < 4; turn++) {
      const then = dateOf(dayOf(y, m + sign * turn, 1))
      const day = dayIfAny(then.year, then.month, read.value)
      if (day !== null && (sign > 0 ? day >= context.today : day < context.today)) return days(day)
    }
    return null
  }
  const past = find(-1)
  const future = find(1)
  const time = settled('date', `XXXX-XX-${padded(read.value, 2)}`, 'day', nearer(context, i, past, future))
  return { to: read.to, time: { ...time, past, future } }
}

/** The rules of whole stretches. */
export const PLAIN_PERIODS: readonly Rule[] = [
  ['this or another unit', turnedUnit],
  ['unit after next', unitAfterNext],
  ['month and year', monthYear],
  ['month in figures', monthFigures],
  ['month', month],
  ['season', season],
  ['quarter or half', quarter],
  ['decade', decade],
  ['century', century],
  ['numbered week', numberedWeek],
  ['nth week', nthWeek],
  ['first or last units', unitsOfPeriod],
  ['to date', toDate],
  ['week of a date', weekOfDate],
  ['year', bareYear],
]

const readPeriod = (context: Context, i: number): Match | null => longest(context, i, PLAIN_PERIODS)

/** A stretch of the calendar however written, without a word for its part. */
function plainPeriod(context: Context, i: number): Match | null {
  return remembered(context, i, 'period', readPeriod)
}

const PARTS: ReadonlyMap<string, Mod> = new Map([
  ['beginning', 'START'],
  ['close', 'END'],
  ['early', 'START'],
  ['end', 'END'],
  ['ending', 'END'],
  ['late', 'END'],
  ['mid', 'MID'],
  ['middle', 'MID'],
  ['start', 'START'],
])

/** `late December`, `mid-April 2025`, `the end of 2024`, `late in 2024`, `early next week`, `beginning of next week` */
function partOfPeriod(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  if (low(context, at) === 'very') at++
  const word = low(context, at)
  const mod = PARTS.get(word)
  if (mod === undefined) return null
  const noun = /^(?:beginning|close|end|ending|middle|start)$/.test(word)
  at++
  if (low(context, at) === '-') at++
  // the end of May, late in May; but not "start in May"
  const linked = noun ? low(context, at) === 'of' : /^(?:of|in|on)$/.test(low(context, at))
  if (linked) at++
  if (noun && !linked) return null
  const within =
    longer(plainPeriod(context, at), longer(yearOf(context, at), ofThe(context, at))) ??
    (noun && linked ? bareUnit(context, at) : null)
  if (within === null) {
    // late on Saturday, early Tuesday: a part of a day is that day
    const day = noun || word === 'mid' ? null : point(context, at)
    return day !== null && day.time.grain === 'day' && low(context, i) !== 'the' ? day : null
  }
  const { time } = within
  const bare = time.grain === 'year' && noun && digitsAt(context, within.to - 1) !== null
  const part = (span: Days | null) => partOf(span, time.grain, mod, bare)
  return {
    to: within.to,
    time: { ...time, mod, past: part(time.past), future: part(time.future), news: newsPart(time.news, mod, noun) },
  }
}

/** `the end of the year`, `late in the month` */
function ofThe(context: Context, i: number): Match | null {
  if (low(context, i) !== 'the') return null
  const word = low(context, i + 1)
  if (!/^(?:week|month|quarter|year|decade|century)$/.test(word)) return null
  const unit = UNITS.get(word) as 'week'
  const time = unitFrom(context, unit, 0)
  if (time === null) return null
  // the year's end, in a sentence of what has been: the last one that is over
  const over = context.register === 'news' && (time.news?.last ?? 0) > context.today && looksBack(context, i)
  const ends = over && /^(?:end|close)$/.test(low(context, i - 2)) ? unitFrom(context, unit, -1) : null
  return { to: i + 2, time: ends === null ? time : { ...time, news: ends.news } }
}

/**
 * The calendar's parts: of a week Monday to Wednesday, Tuesday to Friday, Thursday to Sunday; of a month or year its
 * halves, or the middle half; of a year named as `the end of 2000`, its thirds.
 */
function partOf(span: Days | null, grain: Grain, mod: Mod, thirds: boolean): Days | null {
  if (span?.first == null || span.last == null) return span
  const { first, last } = span
  if (grain === 'week') {
    if (mod === 'START') return days(first, first + 2)
    return mod === 'MID' ? days(first + 1, first + 4) : days(first + 3, last)
  }
  const { year: y, month: m } = dateOf(first)
  if (grain === 'month') {
    if (mod === 'START') return days(first, first + 14)
    return mod === 'MID' ? days(first + 9, first + 19) : days(first + 15, last)
  }
  if (grain === 'year' && thirds) {
    const third = mod === 'START' ? 1 : mod === 'MID' ? 5 : 9
    return days(dayOf(y, third, 1), dayOf(y, third + 4, 1) - 1)
  }
  if (grain === 'year') {
    const from = mod === 'START' ? 1 : mod === 'MID' ? 4 : 7
    return days(dayOf(y, from, 1), dayOf(y, from + 6, 1) - 1)
  }
  if (grain === 'season' || grain === 'quarter') {
    const at = mod === 'START' ? 0 : mod === 'MID' ? 1 : 2
    return days(dayOf(y, m + at, 1), dayOf(y, m + at + 1, 1) - 1)
  }
  const part = Math.max(1, Math.floor((last - first + 1) / 3))
  if (mod === 'START') return days(first, first + part - 1)
  if (mod === 'MID') return first + part <= last - part ? days(first + part, last - part) : span
  return days(last - part + 1, last)
}

/** News: the end of a year is its last day and its start the first; early, mid and late are thirds. */
function newsPart(span: Days | null, mod: Mod, noun: boolean): Days | null {
  if (span?.first == null || span.last == null) return span
  const { first, last } = span
  if (noun && mod === 'END') return days(last)
  if (noun && mod === 'START') return days(first)
  // a weekend has a first and a last day, and no middle
  if (last - first < 2) return mod === 'MID' ? span : days(mod === 'START' ? first : last)
  const part = Math.floor((last - first + 1) / 3)
  if (mod === 'START') return days(first, first + part - 1)
  return mod === 'MID' ? days(first + part, first + 2 * part - 1) : days(first + 2 * part, last)
}

/** `earlier this week`, `earlier in January`, `later in the year`, `rest of the month`: from its start to today, or from today to its end. */
function sideOfPeriod(context: Context, i: number): Match | null {
  let at = low(context, i) === 'the' ? i + 1 : i
  const word = low(context, at)
  const rest = /^(?:rest|remainder)$/.test(word)
  if (!rest && word !== 'earlier' && word !== 'later') return null
  at++
  const linked = /^(?:of|in|on|during)$/.test(low(context, at))
  if (linked) at++
  if (/^(?:my|our)$/.test(low(context, at))) at++
  const within = longer(plainPeriod(context, at), longer(ofThe(context, at), rest ? ofThe(context, at - 1) : null))
  const bare = within ?? (rest ? bareUnit(context, at) : null)
  if (bare === null) {
    const day = rest ? null : point(context, at)
    return day !== null && day.time.grain === 'day' ? day : null
  }
  const { today } = context
  const { time } = bare
  const part = (span: Days | null): Days | null => {
    if (span?.first == null || span.last == null || today < span.first || today > span.last) return span
    if (rest) return days(today, span.last)
    return word === 'later' ? days(today, span.last) : days(span.first, Math.max(span.first, today - 1))
  }
  const past = part(time.past)
  const future = part(time.future)
  if (!rest) {
    const news = part(time.news)
    return { to: bare.to, time: { ...time, past, future, news } }
  }
  const last = future?.last ?? today
  return {
    to: bare.to,
    time: { ...time, value: `P${last - today}D`, begin: isoOf(today), end: isoOf(last), past, future, news: future },
  }
}

/** `rest of week` */
function bareUnit(context: Context, i: number): Match | null {
  const word = low(context, i)
  if (!/^(?:week|month|quarter|year)$/.test(word)) return null
  const time = unitFrom(context, UNITS.get(word) as 'week', 0)
  return time && { to: i + 1, time }
}

/** The rules of parts of stretches. */
export const PARTS_OF_PERIODS: readonly Rule[] = [
  ['part of a period', partOfPeriod],
  ['half of a period', halfOfPeriod],
  ['side of a period', sideOfPeriod],
]

/** A stretch of the calendar however written. */
export function period(context: Context, i: number): Match | null {
  return longer(plainPeriod(context, i), longest(context, i, PARTS_OF_PERIODS))
}
