/** How often a watched address is looked at. */

const MINUTE_MS = 60_000
/** Where neither the reader nor the address says how often: a newsroom's feed brings some articles an hour. */
const USUAL_MINUTES = 15
/** A feed may ask to be read each minute, and is not: nothing is older for it. */
const LEAST_MINUTES = 5
/** News is looked for once a day, however seldom a feed says that it changes. */
const MOST_MINUTES = 24 * 60
/** Doubled so often at most while an address cannot be read. */
const MOST_DOUBLINGS = 8

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** What a feed says of when it is to be read. */
export interface Asked {
  readonly everyMinutes: number | null
  /** Hours of the day in UTC, and days of the week, at which it asks to be left alone. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
}

export const NOTHING_ASKED: Asked = { everyMinutes: null, skipHours: [], skipDays: [] }

/**
 * When to look again, in milliseconds since 1970.
 * @param own how often its reader wants it looked at, in minutes; null for as often as it asks to be
 * @param failures how often in a row it could not be read
 */
export function nextLook(now: number, own: number | null, failures: number, asked: Asked = NOTHING_ASKED): number {
  const minutes = own ?? Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, asked.everyMinutes ?? USUAL_MINUTES))
  const backedOff = failures === 0 ? minutes : Math.min(MOST_MINUTES, minutes * 2 ** Math.min(failures, MOST_DOUBLINGS))
  const next = now + Math.max(minutes, backedOff) * MINUTE_MS
  if (own !== null) return next
  const hours = new Set(asked.skipHours)
  const days = new Set(asked.skipDays)
  if (hours.size >= 24 || days.size >= 7) return next
  let at = new Date(next)
  while (hours.has(at.getUTCHours()) || days.has(DAYS[at.getUTCDay()] as string))
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours() + 1))
  return at.getTime()
}
