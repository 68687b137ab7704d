/**
 * When an event happened, by the scale of the UCDP GED codebook (date_prec): 1 the day, 2 two to six days, 3 a week, 4 up
 * to 30 days or a month, 5 up to a year. What is longer, or open at an end, has no precision.
 */
import type { Claim } from '../../claims/claim.ts'

export interface EventTime {
  readonly start: string | null
  readonly end: string | null
  readonly precision: 1 | 2 | 3 | 4 | 5 | null
}

const DAY = 86_400_000

/** When a claim says that it happened; null where it does not say. */
export function eventTimeOf({ eventTime }: Pick<Claim, 'eventTime'>): EventTime | null {
  if (eventTime === null) return null
  const { start, end } = eventTime
  if (start == null && end == null) return null
  return { start: start ?? null, end: end ?? null, precision: precisionOf(start, end) }
}

function precisionOf(start: string | null, end: string | null): EventTime['precision'] {
  const days = start == null || end == null ? Number.NaN : (Date.parse(end) - Date.parse(start)) / DAY + 1
  if (!(days >= 1)) return null
  if (days === 1) return 1
  if (days <= 6) return 2
  if (days === 7) return 3
  if (days <= 31) return 4
  return days <= 366 ? 5 : null
}
