/**
 * Keys of what search finds: the day of publication, then the number of the claim or article. The order of keys is the
 * order of time, so the newest of all that has a word is read first, without sorting.
 */
import { type RawBuilder, sql } from 'kysely'

/** Numbers of claims and articles are below this: with a day's 17 bits a key is a whole number that JavaScript holds. */
const STEP = 2 ** 35
const DAY = 86_400_000
const LAST_DAY = 2 ** 17 - 1

const dayNumber = (day: string): number =>
  Math.min(LAST_DAY, Math.max(0, Math.floor((Date.parse(day.slice(0, 10)) || 0) / DAY)))

/** The key of a claim or article by its number and its day, of which only the date counts. */
export const keyOf = (id: number, day: string): number => dayNumber(day) * STEP + id

/** The day of a key, counted from 1970, and the first key of a day. */
export const dayOf = (key: number): number => Math.min(LAST_DAY, Math.floor(key / STEP))
export const keyAtDay = (day: number): number => Math.max(0, day) * STEP

/** The claim's or article's number. */
export const idOf = (key: number): number => key % STEP

/** The number in SQL. */
export const idIn = (key: RawBuilder<number>): RawBuilder<number> => sql<number>`(${key} % ${sql.lit(STEP)})`

/** The first and last key of a window of days. */
export const keysBetween = (from: string | null, to: string | null): { first: number; last: number } => ({
  first: from === null ? 0 : dayNumber(from) * STEP,
  last: to === null ? Number.MAX_SAFE_INTEGER : dayNumber(to) * STEP + STEP - 1,
})
