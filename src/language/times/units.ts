/** Units of the calendar counted from the reference day: this week, last month, the next decade, two years on. */
import { addMonths, dateOf, dayOf, isoOf, mondayOf, padded, weekdayOf, weekOf } from './calendar.ts'
import { type Amount, amount, isGlued } from './numbers.ts'
import { type Context, days, digitsAt, type Grain, low, monthDays, settled, type Time, yearDays } from './time.ts'
import { UNITS, type Unit } from './words.ts'

/** `2025-W01` */
function weekValue(day: number): string {
  const { year, week } = weekOf(day)
  return `${padded(year, 4)}-W${padded(week, 2)}`
}

/** `2025-01` */
export const monthValue = (year: number, month: number): string => `${padded(year, 4)}-${padded(month, 2)}`

export function quarterTime(year: number, quarter: number, more: Partial<Time> = {}): Time {
  const at = days(dayOf(year, 3 * quarter - 2, 1), dayOf(year, 3 * quarter + 1, 1) - 1)
  return settled('period', `${padded(year, 4)}-Q${quarter}`, 'quarter', at, more)
}

/** The unit that lies `turn` units from the one the reference day stands in. */
export function unitFrom(context: Context, unit: Unit, turn: number): Time | null {
  const { today } = context
  const { year, month } = dateOf(today)
  switch (unit) {
    case 'day':
      return settled('date', isoOf(today + turn), 'day', days(today + turn))
    case 'week': {
      const monday = mondayOf(today) + 7 * turn
      return settled('period', weekValue(monday), 'week', days(monday, monday + 6))
    }
    case 'weekend': {
      const saturday = mondayOf(today) + 7 * turn + 5
      return settled('period', `${weekValue(saturday)}-WE`, 'weekend', days(saturday, saturday + 1))
    }
    case 'month': {
      const then = dateOf(dayOf(year, month + turn, 1))
      return settled('period', monthValue(then.year, then.month), 'month', monthDays(then.year, then.month), {
        named: { year: then.year, month: then.month },
      })
    }
    case 'quarter': {
      const then = dateOf(dayOf(year, month + 3 * turn, 1))
      return quarterTime(then.year, Math.ceil(then.month / 3))
    }
    case 'year':
      return settled('period', padded(year + turn, 4), 'year', yearDays(year + turn), { named: { year: year + turn } })
    case 'decade':
      return decadeTime(10 * (Math.floor(year / 10) + turn), false)
    case 'century': {
      const first = 100 * (Math.floor(year / 100) + turn)
      return settled('period', String(first / 100), 'century', yearDays(first, 100))
    }
    default:
      return null
  }
}

export function decadeTime(year: number, absolute: boolean): Time {
  return settled('period', padded(year / 10, 3), 'decade', yearDays(year, 10), { absolute })
}

/** One part of a length of time: 3 days. */
export interface Part extends Amount {
  readonly unit: Unit
}

export interface Length {
  readonly parts: readonly Part[]
  readonly to: number
}

/** `3 days`, `two-week`, `2 years 3 months 5 days`, `3 months and 5 days`, `an hour and a half`. */
export function lengthAt(context: Context, i: number): Length | null {
  const { words } = context
  const parts: Part[] = []
  let to = i
  for (let at = i; parts.length < 7; ) {
    const read = amount(words, at)
    if (read === null) break
    const unit = unitAt(context, read.to, read.to === at + 1 && digitsAt(context, at) !== null)
    if (unit === null) break
    if (parts.some((part) => part.unit === unit.unit)) break
    if (parts.length > 0 && read.value.vague) break
    parts.push({ ...read.value, unit: unit.unit })
    to = unit.to
    at = to
    const half = low(context, at) === 'and' ? at + 1 : -1
    if (parts.length === 1 && half > 0) {
      const end = low(context, half) === 'a' ? half + 1 : half
      const more = low(context, end) === 'half' ? 0.5 : low(context, end) === 'quarter' && end > half ? 0.25 : 0
      if (more > 0 && UNITS.get(low(context, end + 1)) === undefined) {
        parts[0] = { ...(parts[0] as Part), number: (parts[0] as Part).number + more }
        to = end + 1
        break
      }
    }
    if (low(context, at) === ',' || low(context, at) === 'and') at++
    if (low(context, at) === 'and') at++
  }
  return parts.length > 0 ? { parts, to } : null
}

/** A unit after an amount: `days`, `-day`, `business days`, `calendar months`, `straight days`. */
function unitAt(context: Context, i: number, figure = false): { unit: Unit; to: number } | null {
  let at = i
  if (low(context, at) === '-') at++
  const word = low(context, at)
  if (/^(?:business|working|work)$/.test(word) && /^days?$/.test(low(context, at + 1)))
    return { unit: 'business day', to: at + 2 }
  if (/^(?:more|full|whole|straight|consecutive|calendar|long|short|additional|further|entire)$/.test(word)) at++
  const unit = UNITS.get(low(context, at))
  if (unit === undefined) return null
  const short = low(context, at).length === 1
  // 3h is three hours; 3 s, 5 h. are too much like other things
  if (short && !(figure && (isGlued(context.words, at) || context.register === 'diary'))) return null
  // in their 30s
  if (low(context, at) === 's' && context.register === 'news') return null
  return { unit, to: at + 1 }
}

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  'business day': 'BD',
  night: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}
const TIMES: Readonly<Partial<Record<Unit, number>>> = { fortnight: 2, decade: 10, century: 100 }
const ORDER = ['Y', 'Q', 'M', 'W', 'WE', 'BD', 'D', 'TH', 'TM', 'TS']

/** ISO 8601's duration: `P1Y1M21D`, `PT1.5H`, `P20Y`; an unknown number is X. Business days and weekends as TIMEX3 has them. */
export function lengthValue(parts: readonly Part[]): string {
  const written = parts
    .map(({ unit, number }) => ({
      letter: LETTERS[unit],
      text: Number.isNaN(number) ? 'X' : String(number * (TIMES[unit] ?? 1)),
    }))
    .sort((a, b) => ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter))
  const dates = written.filter(({ letter }) => !letter.startsWith('T'))
  const times = written.filter(({ letter }) => letter.startsWith('T'))
  return `P${dates.map(({ letter, text }) => text + letter).join('')}${
    times.length > 0 ? `T${times.map(({ letter, text }) => text + letter.slice(1)).join('')}` : ''
  }`
}

const GRAINS: Readonly<Record<Unit, Grain>> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  'business day': 'day',
  night: 'day',
  weekend: 'weekend',
  week: 'week',
  fortnight: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
}
const FINENESS: readonly Grain[] = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
]

/** The finest of the parts' units. */
export function grainOf(parts: readonly Part[]): Grain {
  return parts.map(({ unit }) => GRAINS[unit]).reduce((a, b) => (FINENESS.indexOf(b) < FINENESS.indexOf(a) ? b : a))
}

/** The day a length of time after the day (`sign` 1) or before it (-1); null where the length is unknown. */
export function shifted(day: number, parts: readonly Part[], sign: 1 | -1): number | null {
  let at = day
  const sum = (units: readonly Unit[]) =>
    parts.filter(({ unit }) => units.includes(unit)).reduce((n, { number, unit }) => n + number * (TIMES[unit] ?? 1), 0)
  const years = sum(['year', 'decade', 'century'])
  const months = sum(['month']) + 3 * sum(['quarter']) + 12 * years
  if (!Number.isFinite(months) || parts.some(({ number }) => !Number.isFinite(number) || number > 10_000)) return null
  at = addMonths(at, sign * Math.trunc(months))
  at += sign * Math.trunc((months - Math.trunc(months)) * 30)
  at += sign * Math.trunc(7 * sum(['week', 'fortnight', 'weekend']))
  at +=
    sign * Math.trunc(sum(['day', 'night']) + sum(['hour']) / 24 + sum(['minute']) / 1440 + sum(['second']) / 86_400)
  for (let left = Math.trunc(sum(['business day'])); left > 0 && left < 10_000; ) {
    at += sign
    if (weekdayOf(at) < 6) left--
  }
  return at
}

/** Is every part at least a day long? */
export function isOfDays(parts: readonly Part[]): boolean {
  return parts.every(({ unit }) => !/^(?:second|minute|hour)$/.test(unit))
}
