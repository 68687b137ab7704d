/**
 * The dates of feeds -> ISO 8601 with the zone that is written: RFC 822 and 2822 in RSS, RFC 3339 in Atom, W3CDTF in
 * sitemaps, and what systems write instead.
 */
import { isoOf, isZoned } from '../../page/dates.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** RFC 822, section 5: the zones it names. Military letters are read as no zone (RFC 2822, section 4.3). */
const ZONES: Readonly<Record<string, string>> = {
  cdt: '-05:00',
  cst: '-06:00',
  edt: '-04:00',
  est: '-05:00',
  gmt: '+00:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00',
  ut: '+00:00',
  utc: '+00:00',
  z: 'Z',
}

const RFC822 =
  /^(?:\p{L}{2,10}\.?,?\s{1,3})?(\d{1,2})[\s-](\p{L}{3})\p{L}{0,6}\.?[\s-](\d{4}|\d{2})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,3}(.{0,40}))?$/u
/** C's asctime: `Mon Jan  6 10:00:00 GMT 2025`. */
const ASCTIME =
  /^\p{L}{3},?\s(\p{L}{3})\s{1,2}(\d{1,2})\s(\d{1,2}):(\d{2}):(\d{2})\s(?:([A-Z]{1,5}|[+-]\d{4})\s)?(\d{4})$/u

/** No date that a feed gives is longer. */
const MAX_CHARS = 100

function zoneOf(written: string): string {
  const offset = /(?:^|[\s(]|GMT|UTC)([+-])(\d{1,2}):?(\d{2})(?!\d)/i.exec(written)
  if (offset && Number(offset[2]) <= 14 && Number(offset[3]) < 60)
    return `${offset[1]}${offset[2]?.padStart(2, '0')}:${offset[3]}`
  return ZONES[/^[a-z]{1,5}(?![a-z])/i.exec(written)?.[0].toLowerCase() ?? ''] ?? ''
}

/** RFC 2822, section 4.3: two digits below 50 are of this century. */
const yearOf = (digits: string): string =>
  digits.length === 4 ? digits : `${Number(digits) < 50 ? '20' : '19'}${digits}`

/**
 * A feed's date as ISO 8601: `2025-01-06T10:00:00+01:00`; without a zone where none is written, a day where no time is.
 * Null for what is no date, and for the zero of clocks (1 January 1970), which systems write for "not known".
 */
export function feedTime(written: string): string | null {
  const text = written.trim().replace(/\s{2,}/g, ' ')
  if (text === '' || text.length > MAX_CHARS) return null
  const iso = rfc822(text) ?? asctime(text) ?? isoOf(text)
  return iso === null || /^(?:1970-01-01(?:T00:00|$)|19(?:69-12-31T))/.test(iso) ? null : iso
}

/**
 * The moment of an ISO time in milliseconds since 1970, NaN for none. A time without a zone is read as if it were in UTC:
 * the same on every machine.
 */
export const instantOf = (iso: string | null): number =>
  iso === null ? Number.NaN : Date.parse(iso.includes('T') && !isZoned(iso) ? `${iso}Z` : iso)

function rfc822(text: string): string | null {
  const match = RFC822.exec(text)
  if (!match) return null
  const [, day, name, year, hour, minute, second, zone] = match
  return built(yearOf(year ?? ''), name ?? '', day ?? '', hour, minute, second, zone ?? '')
}

function asctime(text: string): string | null {
  const match = ASCTIME.exec(text)
  if (!match) return null
  const [, name, day, hour, minute, second, zone, year] = match
  return built(year ?? '', name ?? '', day ?? '', hour, minute, second, zone ?? '')
}

function built(
  year: string,
  name: string,
  day: string,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string,
): string | null {
  const month = MONTHS.indexOf(name.toLowerCase() as (typeof MONTHS)[number]) + 1
  if (month === 0) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  // isoOf knows which days and times there are.
  return isoOf(
    hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${zoneOf(zone)}`,
  )
}
