/**
 * Times for people. What the page did not print - an hour, a zone, a day - is not added.
 */

const TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** `2025-01-05T15:48:00` as `2025-01-05 15:48 (no time zone given)`; what is not such a time stays as it is. */
export function when(time: string): string {
  const found = TIME.exec(time)
  if (!found) return time
  const [, day, hour, zone] = found
  if (hour === undefined) return `${day}`
  return `${day} ${hour} ${zone === undefined ? '(no time zone given)' : /^(?:Z|[+-]00:?00)$/.test(zone) ? 'UTC' : `UTC${zone}`}`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/

/** A date as exact as it is: `2025-01-04` as `4 Jan 2025`, `2025-01` as `Jan 2025`. */
export function dateOf(date: string): string {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined) return date
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** Days written out as the whole month or year that they are. */
function wholeOf(start: string, end: string): string | null {
  const [, year, month, day] = DATE.exec(start) ?? []
  if (day !== '01') return null
  if (month === '01' && end === `${year}-12-31`) return `${year}`
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return end === `${year}-${month}-${days}` ? `${year}-${month}` : null
}

/** First and last day together, what they share said once: `3-4 Jan 2025`, `30 Dec 2024-2 Jan 2025`, `since 3 Jan 2025`. */
export function datesOf(start: string | null, end: string | null): string | null {
  if (start === null) return end === null ? null : `until ${dateOf(end)}`
  if (end === null) return `since ${dateOf(start)}`
  const whole = start === end ? start : wholeOf(start, end)
  if (whole !== null) return dateOf(whole)
  const [first, last] = [dateOf(start).split(' '), dateOf(end).split(' ')]
  while (first.length > 1 && first.at(-1) === last.pop()) first.pop()
  return `${first.join(' ')}-${dateOf(end)}`
}

/** A moment of ours, in UTC: `2025-01-05T09:12:00.000Z` as `5 Jan 2025 09:12 UTC`. */
export const moment = (time: string): string => `${dateOf(time.slice(0, 10))} ${time.slice(11, 16)} UTC`
