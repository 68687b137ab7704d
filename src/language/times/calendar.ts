/**
 * The Gregorian calendar in day numbers: days since 1 January 1970, negative before it. Weeks are those of ISO 8601
 * (Monday to Sunday; week 1 holds the year's first Thursday). No clock and no time zone enters.
 */

export interface CalendarDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** The day number of a date; months and days beyond their range run on into the next. */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = year + Math.floor((month - 1) / 12)
  const index = (((month - 1) % 12) + 12) % 12
  // years counted from March, so that a leap day ends its year
  const y = index < 2 ? shifted - 1 : shifted
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * ((index + 10) % 12) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The date of a day number. */
export function dateOf(day: number): CalendarDate {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const number = ofYear - Math.floor((153 * month + 2) / 5) + 1
  const civil = month < 10 ? month + 3 : month - 9
  return { year: y + era * 400 + (civil <= 2 ? 1 : 0), month: civil, day: number }
}

export function monthLength(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

/** The day number, or null where the calendar has no such day. */
export function dayIfAny(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return dayOf(year, month, day)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1
}

/** The ISO week that a day stands in. */
export function weekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(day) + 3
  const { year } = dateOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

/** The Monday of an ISO week. */
export function firstOfWeek(year: number, week: number): number {
  return mondayOf(dayOf(year, 1, 4)) + 7 * (week - 1)
}

/** The same day of the month some months on, or the month's last where it has no such day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: number } = dateOf(day)
  const first = dateOf(dayOf(year, month + months, 1))
  return dayOf(first.year, first.month, Math.min(number, monthLength(first.year, first.month)))
}

export function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

/** `2025-01-04`. */
export function isoOf(day: number): string {
  const { year, month, day: number } = dateOf(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(number, 2)}`
}

/** The day number of the date that an ISO string begins with, or null. */
export function dayOfIso(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso)
  return match ? dayIfAny(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
