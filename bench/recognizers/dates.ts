// Dates, stretches and durations as every reader's are written here: the days of the reading in the past and of the one
// in the future, or of both where they are the same. The cases give a whole unit's end as the day after it, and a range's
// as its last point.
import type { TimeExpression } from '../../src/language/times/time.ts'
import { timesOf } from '../../src/language/times/times.ts'
import type { Case, Expected, Found, Reader } from './kind.ts'

/** The day an input without a context is read on by readers that need one. */
const SOME_DAY = '2016-11-07'

type DateType = 'date' | 'daterange' | 'duration'

/** Prepositions, and the article: the cases hold them in some expressions and leave them out of others alike. */
export const LEAD = /^(?:(?:at|between|by|during|for|from|in|of|on|over|the)\s+)+/i

const readings = (past: string, future: string): string => [...new Set([past, future].toSorted())].join(' | ')

interface Resolution {
  readonly date?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly duration?: string
}

/** No such day, as 30 February is none. */
const NO_DAY = '0001-01-01'

function said(type: DateType, { date, startDate, endDate, duration }: Resolution, timex: string): string {
  if (type === 'duration') return String(Number(duration))
  if (type === 'date') return date === undefined || date === NO_DAY ? 'none' : date
  // seasons are kept as they are
  if (startDate === undefined && endDate === undefined) return timex
  return startDate === NO_DAY ? 'none' : `${startDate ?? ''}/${endDate ?? ''}`
}

interface ExpectedValue {
  readonly Timex: string
  readonly FutureResolution: Resolution
  readonly PastResolution: Resolution
}

export const expectedOf =
  (type: DateType) =>
  ({ Value }: Expected): string => {
    const { Timex, FutureResolution, PastResolution } = Value as ExpectedValue
    return readings(said(type, PastResolution, Timex), said(type, FutureResolution, Timex))
  }

const DAY = 86_400_000
const shifted = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** The last day of a reading as the cases give it. */
function endOf({ endPoint, mod }: TimeExpression, last: string): string {
  if (endPoint === null) return mod === 'BEFORE' ? last : shifted(last, 1)
  if (/^\d{4}-\d{2}-\d{2}$/.test(endPoint)) return endPoint
  if (/-W\d{2}$/.test(endPoint)) return shifted(last, -6)
  if (/^[\dX]{4}-\d{2}$/.test(endPoint)) return `${last.slice(0, 8)}01`
  return /^[\dX]{4}$/.test(endPoint) ? `${last.slice(0, 5)}01-01` : last
}

/** The cases' seconds: a year of 365 days, a month of 30. */
const SECONDS: Readonly<Record<string, number>> = {
  Y: 365 * 86_400,
  M: 30 * 86_400,
  W: 7 * 86_400,
  D: 86_400,
  BD: 86_400,
  TH: 3600,
  TM: 60,
  TS: 1,
}

function secondsOf(value: string): number {
  const [, days = '', time = ''] = /^P([^T]*)T?(.*)$/.exec(value) ?? []
  const sum = (part: string, prefix: string): number =>
    Array.from(part.matchAll(/([\d.]+)([A-Z]+)/g)).reduce(
      (total, [, number, unit]) => total + Number(number) * (SECONDS[prefix + unit] ?? Number.NaN),
      0,
    )
  return Number((sum(days, '') + sum(time, 'T')).toFixed(6))
}

const TYPES: Readonly<Record<TimeExpression['kind'], DateType | null>> = {
  date: 'date',
  period: 'daterange',
  duration: 'duration',
  set: null,
  vague: null,
}

function valueOfExpression(type: DateType, time: TimeExpression): string {
  if (type === 'duration') return String(secondsOf(time.value))
  if (/(?:^|-)(?:SP|SU|FA|WI)$/.test(time.value)) return time.value.replace(/^XXXX-/, '')
  const one = (reading: TimeExpression['past']): string => {
    if (reading === null) return 'none'
    const { start, end } = reading
    return type === 'date' ? (start ?? 'none') : `${start ?? ''}/${end === null ? '' : endOf(time, end)}`
  }
  return readings(one(time.past), one(time.future))
}

const referenceOf = ({ Context }: Case): string | null => Context?.ReferenceDateTime?.slice(0, 10) ?? null

/** Hearsay, reading as a diary is written. */
export const hearsay = (type: DateType) => async (): Promise<Reader> => (input, given) =>
  timesOf(input, { published: referenceOf(given), register: 'diary' })
    .filter(({ kind }) => TYPES[kind] === type)
    .map((time) => ({ start: time.start, end: time.end, value: valueOfExpression(type, time) }))

interface MicrosoftValue {
  readonly timex: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}

function microsoftValue(type: DateType, values: readonly MicrosoftValue[]): string {
  const all = values.map(({ timex, value, start, end }) => {
    if (type === 'duration') return String(Number(value))
    if (value === 'not resolved') return type === 'date' ? 'none' : timex
    return type === 'date' ? (value ?? 'none') : `${start ?? ''}/${end ?? ''}`
  })
  return [...new Set(all.toSorted())].join(' | ')
}

/** Noon, so that no zone moves the day. */
const noon = (given: Case): Date => new Date(`${referenceOf(given) ?? SOME_DAY}T12:00:00`)

export const microsoftDates = (type: DateType) => async (): Promise<Reader> => {
  const { default: suite } = await import('@microsoft/recognizers-text-suite')
  return (input, given) =>
    suite
      .recognizeDateTime(input, suite.Culture.English, 0, noon(given))
      .filter(({ typeName }) => typeName === `datetimeV2.${type}`)
      .map(({ start, end, resolution }) => ({
        start,
        end: end + 1,
        value: microsoftValue(type, (resolution?.values ?? []) as MicrosoftValue[]),
      }))
}

const local = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-')

/** chrono-node, asked twice: for what lies behind and for what lies ahead. A month or a year alone is the whole of it. */
export const chronoDates = (type: 'date' | 'daterange') => async (): Promise<Reader> => {
  const { parse } = await import('chrono-node')
  type Result = ReturnType<typeof parse>[number]
  const one = ({ start, end }: Result): string | null => {
    const day = start.isCertain('day') || start.isCertain('weekday')
    if (type === 'date') return day && !end ? local(start.date()) : null
    const from = start.date()
    if (end) return `${local(from)}/${local(end.date())}`
    if (day) return null
    if (start.isCertain('month')) {
      const first = new Date(from.getFullYear(), from.getMonth(), 1)
      return `${local(first)}/${local(new Date(first.getFullYear(), first.getMonth() + 1, 1))}`
    }
    return start.isCertain('year') ? `${from.getFullYear()}-01-01/${from.getFullYear() + 1}-01-01` : null
  }
  return (input, given) => {
    const ahead = parse(input, noon(given), { forwardDate: true })
    return parse(input, noon(given)).flatMap((result): Found[] => {
      const past = one(result)
      const twin = ahead.find(({ index }) => index === result.index)
      const future = twin ? one(twin) : past
      if (past === null || future === null) return []
      return [{ start: result.index, end: result.index + result.text.length, value: readings(past, future) }]
    })
  }
}
