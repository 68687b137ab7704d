/** Ranges as a query writes them: of days (2025-01-01..2025-01-05, >=2025-01) and of numbers (100..300, >3,000). */
import type { Span } from '../../page/article.ts'
import type { Amount, Days } from './query.ts'
import { QueryError } from './query-error.ts'

const RANGE = /^(?:(.*?)\.\.(.*)|(>=|<=|>|<)(.*))$/

const DAY = 86_400_000

interface Ends {
  readonly from: string
  readonly to: string
  readonly isAbove: boolean
  readonly isBelow: boolean
}

/** A range's two ends as written, empty where open. */
function endsOf(given: string): Ends {
  const [, first, last, sign, bound = ''] = RANGE.exec(given) ?? []
  if (first !== undefined) return { from: first.trim(), to: (last ?? '').trim(), isAbove: false, isBelow: false }
  if (sign === undefined) return { from: given, to: given, isAbove: false, isBelow: false }
  const up = sign.startsWith('>')
  return { from: up ? bound.trim() : '', to: up ? '' : bound.trim(), isAbove: sign === '>', isBelow: sign === '<' }
}

/**
 * A window of days. Months and years stand for all their days.
 * @throws {QueryError}
 */
export function windowOf(field: string, given: string, span: Span): Pick<Days, 'from' | 'to'> {
  const { from, to, isAbove, isBelow } = endsOf(given)
  const advice = `Write ${field}:2025-01-05, ${field}:2025-01, or a range as in ${field}:2025-01-01..2025-01-05.`
  const first = from === '' ? null : daysOf(from)
  const last = to === '' ? null : daysOf(to)
  if (first === undefined || last === undefined || (first === null && last === null))
    throw new QueryError('not a day', span, advice)
  // After a month is from the next one on.
  const start = first && (isAbove ? moved(first.to, 1) : first.from)
  const end = last && (isBelow ? moved(last.from, -1) : last.to)
  if (start !== null && end !== null && start > end)
    throw new QueryError('reversed', span, `Write the earlier day first: ${field}:${to}..${from}.`)
  return { from: start, to: end }
}

const moved = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** First and last day of a day, a month or a year from 1000 to 2999; undefined for what is none. */
function daysOf(written: string): { from: string; to: string } | undefined {
  const [, year, month, day] = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (month < '01' || month > '12') return undefined
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${length}` }
  return day >= '01' && Number(day) <= length ? { from: written, to: written } : undefined
}

/**
 * A range of numbers.
 * @throws {QueryError}
 */
export function amountOf(given: string, span: Span): Omit<Amount, 'about'> {
  const { from, to, isAbove, isBelow } = endsOf(given)
  const [low, high] = [numberOf(from), numberOf(to)]
  if (low === undefined || high === undefined || (low === null && high === null))
    throw new QueryError(
      'not a number',
      span,
      'Write figure:300, figure:100..300, figure:>=100, with digits: 1,500,000 or 2.5.',
    )
  if (low !== null && high !== null && low > high)
    throw new QueryError('reversed', span, `Write the smaller number first: figure:${to}..${from}.`)
  return { low, high, isAbove, isBelow }
}

function numberOf(written: string): number | null | undefined {
  if (written === '') return null
  return /^-?(?:\d{1,16}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?$/.test(written)
    ? Number(written.replaceAll(',', ''))
    : undefined
}
