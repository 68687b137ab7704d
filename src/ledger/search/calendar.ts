/**
 * Days as index terms. What is said on a day is under its day, month and year, so that a window is a few terms: whole
 * years, whole months, and the days that are left. What is known to the month or year only has a term that says so, and
 * is found in every window that it could be in.
 */

/** The years that windows are looked for in; before and after, the first and last stand for all. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** An event of more months is under its years only. */
const MONTHS = 24

const yearOf = (day: string): number => Math.min(LAST_YEAR, Math.max(FIRST_YEAR, Number(day.slice(0, 4))))
const two = (number: number): string => String(number).padStart(2, '0')
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The terms of when something was said: an ISO date as exact as it is known. */
export function saidTerms(date: string | null): string[] {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? '') ?? []
  if (year === undefined) return []
  if (month === undefined) return [`d_${year}`, `e_${year}`]
  if (day === undefined) return [`d_${year}`, `d_${year}${month}`, `e_${year}${month}`]
  return [`d_${year}`, `d_${year}${month}`, `d_${year}${month}${day}`]
}

/** The terms of a window of days for what was said: whatever is under one of them could have been said in it. */
export function saidWindow(from: string | null, to: string | null): string[] {
  const [first, last] = [from ?? `${FIRST_YEAR}-01-01`, to ?? `${LAST_YEAR}-12-31`]
  const terms: string[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    if (first <= `${year}-01-01` && last >= `${year}-12-31`) terms.push(`d_${year}`)
    else terms.push(`e_${year}`, ...monthsOf(year, first, last))
  }
  return terms
}

function monthsOf(year: number, first: string, last: string): string[] {
  const terms: string[] = []
  for (let month = 1; month <= 12; month++) {
    const [start, length] = [`${year}-${two(month)}`, lengthOf(year, month)]
    if (last < `${start}-01` || first > `${start}-${length}`) continue
    const term = `${year}${two(month)}`
    if (first <= `${start}-01` && last >= `${start}-${length}`) {
      terms.push(`d_${term}`)
      continue
    }
    terms.push(`e_${term}`)
    for (let day = 1; day <= length; day++) {
      const date = `${start}-${two(day)}`
      if (date >= first && date <= last) terms.push(`d_${term}${two(day)}`)
    }
  }
  return terms
}

/** How many months it is from year 0 to a day's month. */
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const monthTerm = (number: number): string => `h_${Math.floor(number / 12)}${two((number % 12) + 1)}`

/** The terms of when something happened; an end that is not known is open. */
export function happenedTerms(from: string | null, to: string | null): string[] {
  if (from === null && to === null) return []
  if (from === null || to === null || from > to) return ['h_open']
  const [first, last] = [monthNumber(from), monthNumber(to)]
  const years = range(yearOf(from), yearOf(to))
  if (last - first >= MONTHS) return years.flatMap((year) => [`h_${year}`, `h_long${year}`])
  return [...years.map((year) => `h_${year}`), ...range(first, last).map(monthTerm)]
}

/** The terms of a window of days for what happened: all that happened in it are under one of them, and some others. */
export function happenedWindow(from: string | null, to: string | null): string[] {
  const [first, last] = [from ?? `${FIRST_YEAR}-01-01`, to ?? `${LAST_YEAR}-12-31`]
  const years = range(yearOf(first), yearOf(last))
  const [start, end] = [monthNumber(first), monthNumber(last)]
  if (end - start >= MONTHS) return ['h_open', ...years.map((year) => `h_${year}`)]
  return ['h_open', ...years.map((year) => `h_long${year}`), ...range(start, end).map(monthTerm)]
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)
