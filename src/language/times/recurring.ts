/** Times that recur, and words of time that name no day: every Monday, daily; recently, so far, as of now. */
import { phraseAt, phrasesOf } from '../set-phrases.ts'
import { amount } from './numbers.ts'
import { type Context, days, type Grain, low, type Match, type Rule, settled, type Time } from './time.ts'
import { lengthAt, lengthValue, unitFrom } from './units.ts'
import { UNITS, WEEKDAYS } from './words.ts'

const ADVERBS: ReadonlyMap<string, readonly [value: string, grain: Grain]> = new Map([
  ['annually', ['P1Y', 'year']],
  ['biweekly', ['P2W', 'week']],
  ['daily', ['P1D', 'day']],
  ['fortnightly', ['P2W', 'week']],
  ['hourly', ['PT1H', 'hour']],
  ['monthly', ['P1M', 'month']],
  ['nightly', ['P1D', 'day']],
  ['quarterly', ['P1Q', 'quarter']],
  ['weekly', ['P1W', 'week']],
  ['yearly', ['P1Y', 'year']],
])

/** `every day`, `each week`, `every two weeks`, `Mondays`, `daily`, `per month`, `300 a day` */
function recurring(context: Context, i: number): Match | null {
  if (context.register === 'diary') return null
  const word = low(context, i)
  const adverb = ADVERBS.get(word)
  // the Daily Mail
  const name = i > 0 && (context.words[i]?.capital ?? false)
  if (adverb !== undefined && !name)
    return { to: i + 1, time: settled('set', adverb[0], adverb[1], null, { absolute: true }) }
  const weekday = WEEKDAYS.get(word)
  if (weekday !== undefined && word.endsWith('days') && word !== 'days')
    return { to: i + 1, time: settled('set', `XXXX-WXX-${weekday}`, 'day', null, { absolute: true }) }
  if (!/^(?:every|each|per)$/.test(word)) return null
  const day = WEEKDAYS.get(low(context, i + 1))
  if (day !== undefined) return { to: i + 2, time: settled('set', `XXXX-WXX-${day}`, 'day', null, { absolute: true }) }
  const unit = UNITS.get(low(context, i + 1))
  if (unit !== undefined && low(context, i + 1).length > 2) {
    const value = lengthValue([{ unit, number: 1, vague: false }])
    return { to: i + 2, time: settled('set', value, 'day', null, { absolute: true }) }
  }
  if (amount(context.words, i + 1) === null) return null
  const length = lengthAt(context, i + 1)
  return length && { to: length.to, time: settled('set', lengthValue(length.parts), 'day', null, { absolute: true }) }
}

type Side = 'past' | 'now' | 'future' | 'up to now'

const VAGUE = phrasesOf<Side>([
  ['a while ago', 'past'],
  ['as of now', 'up to now'],
  ['as of today', 'up to now'],
  ['at present', 'now'],
  ['at the moment', 'now'],
  ['at the time', 'past'],
  ['by now', 'up to now'],
  ['currently', 'now'],
  ['earlier', 'past'],
  ['formerly', 'past'],
  ['in recent days', 'past'],
  ['in recent months', 'past'],
  ['in recent weeks', 'past'],
  ['in recent years', 'past'],
  ['in the coming days', 'future'],
  ['in the coming months', 'future'],
  ['in the coming weeks', 'future'],
  ['in the coming years', 'future'],
  ['in the future', 'future'],
  ['in the near future', 'future'],
  ['in the past', 'past'],
  ['lately', 'past'],
  ['long ago', 'past'],
  ['nowadays', 'now'],
  ['previously', 'past'],
  ['recently', 'past'],
  ['so far', 'up to now'],
  ['soon', 'future'],
  ['the other day', 'past'],
  ['thus far', 'up to now'],
  ['to date', 'up to now'],
  ['until now', 'up to now'],
  ['up to now', 'up to now'],
])
const VALUES: Readonly<Record<Side, string>> = {
  past: 'PAST_REF',
  now: 'PRESENT_REF',
  future: 'FUTURE_REF',
  'up to now': 'PRESENT_REF',
}

/** First words of the vague expressions. */
export const VAGUE_STARTS: readonly string[] = [...VAGUE.keys()]

/** `recently`, `so far`, `as of now`, `earlier`, `in recent weeks` */
function vagueTime(context: Context, i: number): Match | null {
  if (context.register === 'diary') return null
  const found = phraseAt(context.words, i, VAGUE)
  if (found === null) return null
  const { to, value: side } = found
  // earlier attempts, earlier than planned
  if (to === i + 1 && low(context, i) === 'earlier' && isComparison(context, to)) return null
  // as soon as, soon after
  if (low(context, i) === 'soon' && (low(context, i - 1) === 'as' || low(context, to) === 'after')) return null
  const news = side === 'up to now' ? days(null, context.today) : side === 'now' ? days(context.today) : null
  return { to, time: settled('vague', VALUES[side], 'day', news) }
}

/** Is `earlier` followed by `than`, or by what it describes? */
function isComparison(context: Context, i: number): boolean {
  const next = low(context, i)
  return (
    next === 'than' ||
    (/^\p{L}{4,}/u.test(next) && !/^(?:been|claimed|made|reported|said|stated|that|this|told|when)$/.test(next))
  )
}

const BACK = phrasesOf<number>([
  ['earlier in the day', 0],
  ['earlier on the day', 0],
  ['earlier that day', 0],
  ['earlier the same day', 0],
  ['later in the day', 0],
  ['later that day', 0],
  ['later the same day', 0],
  ['that day', 0],
  ['that same day', 0],
  ['the day after', 1],
  ['the day before', -1],
  ['the following day', 1],
  ['the next day', 1],
  ['the previous day', -1],
  ['the same day', 0],
  ['the same evening', 0],
])

/** `the same day`, `the next day`: counted from the day that the text named last. */
function fromPrevious(context: Context, i: number): Match | null {
  if (context.register === 'diary') return sameUnit(context, i)
  const found = phraseAt(context.words, i, BACK)
  if (found === null) return null
  const base = context.previous?.last ?? (found.value === 0 ? context.today : null)
  const time = settled('date', 'XXXX-XX-XX', 'day', base === null ? null : days(base + found.value))
  return { to: found.to, time }
}

/** In a diary, `same week`, `that weekend`: the reference day's, for want of a better. */
function sameUnit(context: Context, i: number): Match | null {
  if (!/^(?:same|that)$/.test(low(context, i))) return null
  const found = SAME[low(context, i + 1)]
  return found === undefined ? null : { to: i + 2, time: found(context) }
}

const same =
  (unit: 'week' | 'weekend' | 'month' | 'year', value: string) =>
  (context: Context): Time => ({
    ...(unitFrom(context, unit, 0) as Time),
    value,
  })
const SAME: Readonly<Record<string, (context: Context) => Time>> = {
  week: same('week', 'XXXX-WXX'),
  weekend: same('weekend', 'XXXX-WXX-WE'),
  month: same('month', 'XXXX-XX'),
  year: same('year', 'XXXX'),
}

/** The rules of what recurs, leans on another time or names no day. */
export const OTHERS: readonly Rule[] = [
  ['recurring', recurring],
  ['from the day named last', fromPrevious],
  ['vague', vagueTime],
]
