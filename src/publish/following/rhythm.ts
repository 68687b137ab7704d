/** When a follower's letters come: at once, or as a digest at an hour of every day or of one day of the week, in UTC. */

export interface Rhythm {
  readonly rhythm: 'at once' | 'daily' | 'weekly'
  /** 0 to 23. */
  readonly hour: number
  /** 0 for Sunday. */
  readonly weekday: number
}

export const RHYTHMS = ['at once', 'daily', 'weekly'] as const

/** Milliseconds between two letters at once: what comes meanwhile is told together. */
const PAUSE = 15 * 60_000

const DAY = 24 * 3600_000

/** Before when nothing more is told, after something was told or was due at a moment. ISO in UTC. */
export function nextDue({ rhythm, hour, weekday }: Rhythm, now: string): string {
  if (rhythm === 'at once') return new Date(Date.parse(now) + PAUSE).toISOString()
  const due = new Date(now)
  due.setUTCHours(hour, 0, 0, 0)
  if (rhythm === 'weekly') due.setTime(due.getTime() + ((weekday - due.getUTCDay() + 7) % 7) * DAY)
  if (due.getTime() <= Date.parse(now)) due.setTime(due.getTime() + (rhythm === 'weekly' ? 7 * DAY : DAY))
  return due.toISOString()
}

/** Before when nothing is told to who has just begun to follow, or changed when letters come. */
export const firstDue = (rhythm: Rhythm, now: string): string =>
  rhythm.rhythm === 'at once' ? now : nextDue(rhythm, now)
