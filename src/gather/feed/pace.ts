/** How often a feed asks to be read: the syndication module's period and RSS's skipHours and skipDays. */
import { kids, xmlText } from './elements.ts'
import type { XmlElement } from './xml.ts'

const MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
}

/** `hourly`, `4` -> 15 minutes; null where the period is none of the module's. */
export function periodMinutes(period: string | null, frequency: string | null): number | null {
  const minutes = MINUTES[period?.trim().toLowerCase() ?? '']
  const times = frequency === null ? 1 : Number(frequency)
  return minutes !== undefined && times >= 1 && times <= minutes ? minutes / times : null
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The hours (0 to 23, UTC; RSS 0.91 counts 24 for midnight) and days at which a feed asks not to be read. */
export function hoursOf(
  skipHours: XmlElement | null,
  skipDays: XmlElement | null,
): { skipHours: number[]; skipDays: string[] } {
  const hours = (skipHours ? kids(skipHours, 'hour') : [])
    .map((hour) => xmlText(hour).trim())
    .filter((hour) => /^\d{1,2}$/.test(hour) && Number(hour) <= 24)
    .map((hour) => Number(hour) % 24)
  const days = (skipDays ? kids(skipDays, 'day') : [])
    .map((day) => xmlText(day).trim().toLowerCase())
    .filter((day) => DAYS.includes(day))
  return { skipHours: [...new Set(hours)].sort((a, b) => a - b), skipDays: [...new Set(days)] }
}
