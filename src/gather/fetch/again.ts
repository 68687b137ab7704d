/** When to ask again: what Retry-After says (RFC 9110, 10.2.3), or else longer and longer, with jitter. */

/** The first wait, doubled each time. */
const FIRST_MS = 1_000
/** No site means to be left alone for longer than this; a day is what crawlers wait at most. */
const LONGEST_MS = 24 * 3_600_000

/**
 * The time that a Retry-After names, in milliseconds since 1970; null where it says nothing that can be read.
 * @param value seconds (`120`) or a date (`Wed, 21 Oct 2026 07:28:00 GMT`)
 */
export function retryAfter(value: string | undefined, now: number): number | null {
  const said = value?.trim() ?? ''
  if (/^\d{1,15}$/.test(said)) return now + Math.min(Number(said) * 1_000, LONGEST_MS)
  // Dates in headers begin with a weekday; Date.parse alone would take "-5" and "2" for years and months.
  if (said.length > 40 || !/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(said)) return null
  const date = Date.parse(said)
  return Number.isNaN(date) ? null : Math.min(Math.max(date, now), now + LONGEST_MS)
}

/**
 * How long to wait before the next try, in milliseconds.
 * @param tries how often it has been tried
 * @param random between 0 and 1: half of the wait is chance, so that many who failed together do not return together
 */
export function backOff(tries: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries - 1) * (0.5 + random))
}
