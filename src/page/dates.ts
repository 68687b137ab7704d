/**
 * Dates as pages write them -> ISO 8601, with a zone only where one is written.
 *
 * Marked-up dates come as ISO 8601, RFC 2822 and near misses of both; printed ones in the words of their language.
 * Nothing is guessed: an ambiguous numeric date (03/04/2025) is read by the order its page's language uses, and not at
 * all where the language leaves it open and neither number exceeds 12.
 */

/** English month names and those of the languages most read here, by the first letters that tell them apart. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      'january january jan januar janvier enero gennaio januari janeiro stycznia styczeń ocak janeira gener ianuarie január ledna leden siječnja января січня jänner gen ene janv januarie januwari janar tammikuuta tháng-1',
      'february feb februar février fevrier febrero febbraio februari fevereiro lutego luty şubat subat févr fevr fev února únor февраля лютого feber februarie febr pebruari helmikuuta',
      'march mar märz marz mars marzo maart março marco marca marzec mart mrz maret března březen марта березня maaliskuuta maa',
      'april apr avril abril aprile kwietnia kwiecień nisan avr abr dubna duben апреля квітня huhtikuuta april',
      'may mai mayo maggio mei maio maja mayıs mayis mag května květen мая травня toukokuuta',
      'june jun juni juin junio giugno junho czerwca czerwiec haziran giu června červen июня червня kesäkuuta jún juny',
      'july jul juli juillet julio luglio julho lipca lipiec temmuz lug juil července červenec июля липня heinäkuuta júl juliol',
      'august aug août aout agosto augustus sierpnia sierpień ağustos agustos ago agu srpna srpen августа серпня elokuuta agost',
      'september sep sept septembre septiembre settembre setembro września wrzesień eylül eylul set září zář сентября вересня syyskuuta setiembre',
      'october oct oktober octobre octubre ottobre outubro października październik ekim okt ott out října říjen октября жовтня lokakuuta',
      'november nov novembre noviembre novembro listopada listopad kasım kasim november ноября листопада marraskuuta nop',
      'december dec dezember décembre decembre diciembre dicembre desember dezembro grudnia grudzień aralık aralik dez des dic déc prosince prosinec декабря грудня joulukuuta',
    ] as const
  ).flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)

/** Zone abbreviations that news sites print, with the offset they mean there; those that mean several (IST, CST, GST, ART) are read as no zone. */
const ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    z: 'Z',
    gmt: '+00:00',
    utc: '+00:00',
    wet: '+00:00',
    bst: '+01:00',
    cet: '+01:00',
    mez: '+01:00',
    wat: '+01:00',
    cest: '+02:00',
    mesz: '+02:00',
    eet: '+02:00',
    cat: '+02:00',
    sast: '+02:00',
    eest: '+03:00',
    eat: '+03:00',
    msk: '+03:00',
    trt: '+03:00',
    pkt: '+05:00',
    wib: '+07:00',
    ict: '+07:00',
    sgt: '+08:00',
    hkt: '+08:00',
    myt: '+08:00',
    pht: '+08:00',
    awst: '+08:00',
    jst: '+09:00',
    kst: '+09:00',
    aest: '+10:00',
    aedt: '+11:00',
    nzst: '+12:00',
    nzdt: '+13:00',
    est: '-05:00',
    edt: '-04:00',
    et: '',
    cdt: '-05:00',
    mst: '-07:00',
    mdt: '-06:00',
    pst: '-08:00',
    pdt: '-07:00',
    brt: '-03:00',
  }),
)

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2}|(?![AaPp][Mm])[A-Za-z]{2,4})?\s*$/
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/

const pad = (n: number): string => String(n).padStart(2, '0')
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1800 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (DAYS[month - 1] ?? 0) &&
    (month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)))
  )
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return ''
  const known = /^[A-Za-z]+$/.test(zone) ? ZONES.get(zone.toLowerCase()) : undefined
  if (known !== undefined) return known
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  // Offsets run from -12:00 to +14:00.
  return match && Number(match[2]) <= 14 && Number(match[3] ?? 0) < 60
    ? `${match[1]}${match[2]}:${match[3] ?? '00'}`
    : ''
}

/**
 * A marked-up date (JSON-LD, meta, `datetime`) as ISO 8601: `2025-01-05`, `2025-01-05T15:48:00`,
 * `2025-01-05T15:48:00+09:00`. Null for anything else, the year 1 and the unfilled template included.
 */
export function isoOf(value: string, lang: string | null = null): string | null {
  const trimmed = value.trim()
  if (trimmed.length > MAX_DATE_CHARS) return null
  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed)
  if (iso) {
    const compact = iso.length === 8
    const [, y, mo, d, h, mi, s] = iso
    const fraction = compact ? undefined : iso[7]
    const zone = compact ? iso[7] : iso[8]
    if (!isDay(Number(y), Number(mo), Number(d))) return null
    const day = `${y}-${pad(Number(mo))}-${pad(Number(d))}`
    if (h === undefined) return day
    if (Number(h) > 23 || Number(mi) > 59 || Number(s ?? 0) > 60) return day
    return `${day}T${pad(Number(h))}:${mi}:${s ?? '00'}${fraction && Number(fraction) > 0 ? `.${fraction.slice(0, 3)}` : ''}${zoneOf(zone)}`
  }
  if (/^1\d{9}(?:\d{3})?$/.test(trimmed)) {
    // Unix time in seconds or milliseconds, as some systems write it
    const ms = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
    return new Date(ms).toISOString().replace('.000', '')
  }
  return printedDate(trimmed, lang)?.iso ?? null
}

/** The longest way to write a date with its zone in words has some 60 characters. */
const MAX_DATE_CHARS = 120

export interface PrintedDate {
  readonly iso: string
  readonly start: number
  readonly end: number
}

const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?\s{0,2},?\s{1,2}(\d{4})(?!\d)/gu
const DAY_FIRST =
  /(?<![\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]{1,2}(?:(?:de|of|di|d')\s{1,2})?(\p{L}{3,12})\.?,?[\s-]{1,2}(?:(?:de|del|of)\s{1,2})?(\d{4})(?!\d)/gu
/** A day's number before a word, without which no date of that order is there: far cheaper to tell than the date itself. */
const DAY_AND_WORD = /(?<![\d.:])\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?[\s-]{1,2}[^\s\d]/
const CJK = /(\d{4})\s{0,2}[年년]\s{0,2}(\d{1,2})\s{0,2}[月월]\s{0,2}(\d{1,2})\s{0,2}[日일]/gu
const YEAR_FIRST = /(?<![\d.])(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/gu
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d|[./-]\d)/gu
const CLOCK =
  /(?<![\d:.])(\d{1,2})(?:[:.hH時시]\s?(\d{2})分?분?(?::(\d{2}))?(?!\d)\s{0,2}(a\.?m\.?|p\.?m\.?)?|\s{0,1}(a\.?m\.?|p\.?m\.?))(?![\p{L}\d])\s{0,2}\(?((?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|\p{L}{2,5}(?!\p{L})|[+-]\d{2}:?\d{2})?/giu

/**
 * The first date printed in `text`, with the clock time beside it if any.
 * @param lang the page's language, which decides the order of a numeric date
 */
export function printedDate(text: string, lang: string | null): PrintedDate | null {
  const sample = text.length > 300 ? text.slice(0, 300) : text
  let found: { y: number; m: number; d: number; start: number; end: number } | null = null
  const take = (y: number, m: number, d: number, match: RegExpMatchArray): void => {
    const start = match.index ?? 0
    if (isDay(y, m, d) && (!found || start < found.start)) found = { y, m, d, start, end: start + match[0].length }
  }
  if (!/\d{4}/.test(sample)) return null
  for (const match of sample.matchAll(MONTH_FIRST))
    take(Number(match[3]), MONTHS.get((match[1] ?? '').toLowerCase()) ?? 0, Number(match[2]), match)
  for (const match of DAY_AND_WORD.test(sample) ? sample.matchAll(DAY_FIRST) : [])
    take(Number(match[3]), MONTHS.get((match[2] ?? '').toLowerCase()) ?? 0, Number(match[1]), match)
  for (const match of sample.matchAll(CJK)) take(Number(match[1]), Number(match[2]), Number(match[3]), match)
  for (const match of sample.matchAll(YEAR_FIRST)) take(Number(match[1]), Number(match[3]), Number(match[4]), match)
  if (!found) {
    for (const match of sample.matchAll(NUMERIC)) {
      const [a, b] = [Number(match[1]), Number(match[3])]
      const dots = match[2] === '.'
      if (a > 12 || dots || (lang !== null && lang !== 'en')) take(Number(match[4]), b, a, match)
      else if (b > 12) take(Number(match[4]), a, b, match)
      else if (a === b) take(Number(match[4]), a, b, match)
    }
  }
  if (!found) return null
  const { y, m, d, start, end } = found as { y: number; m: number; d: number; start: number; end: number }
  const day = `${y}-${pad(m)}-${pad(d)}`
  // The clock stands within a few words of the date, on either side.
  const from = Math.max(0, start - 24)
  const around = `${sample.slice(from, start)}${' '.repeat(end - start)}${sample.slice(end, end + 40)}`
  const away = (found: { start: number; end: number }): number =>
    found.start < start ? start - found.end : found.start - end
  let clock: { iso: string; start: number; end: number } | null = null
  for (const match of around.matchAll(CLOCK)) {
    const half = (match[4] ?? match[5] ?? '').toLowerCase().replaceAll('.', '')
    let hour = Number(match[1])
    if (half === 'pm' && hour < 12) hour += 12
    if (half === 'am' && hour === 12) hour = 0
    if (hour > 23 || Number(match[2] ?? 0) > 59) continue
    // Zones are written in capitals; "est" and "art" are words.
    const suffix = match[6] ?? ''
    const written = /^(?:[A-Z]|[+-]\d)/.test(suffix) && suffix === suffix.toUpperCase() ? suffix : ''
    const offset = /^(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(written)
    const zone = offset ? `${offset[1]}${pad(Number(offset[2]))}:${offset[3] ?? '00'}` : zoneOf(written)
    const at = from + (match.index ?? 0)
    const candidate = {
      iso: `T${pad(hour)}:${match[2] ?? '00'}:${match[3] ?? '00'}${zone}`,
      start: at,
      end: at + (written === '' ? match[0].slice(0, match[0].length - suffix.length).trimEnd() : match[0]).length,
    }
    if (!clock || away(candidate) < away(clock)) clock = candidate
  }
  return clock
    ? { iso: day + clock.iso, start: Math.min(start, clock.start), end: Math.max(end, clock.end) }
    : { iso: day, start, end }
}

/** Whether an ISO time names its zone. */
export function isZoned(iso: string): boolean {
  return /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(iso)
}

/** Words before a printed date that say it is the time of an update. */
export const UPDATED =
  /\b(?:updated|last updated|modified|last modified|aktualisiert|stand|actualizado|mis à jour|aggiornato|atualizado|zaktualizowano|güncelleme|güncellenme|updated on|diperbarui|oppdatert)\b|更新|수정|обновлено|оновлено/iu
