/**
 * Times for people. What the page did not print - an hour, a zone - is not added.
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
