/**
 * Slices of time. An index that gives all that has a word at once and in no order is asked slice by slice, the newest
 * first: what is common is found in the first, and what is rare costs little in all. Each entry has a term for its span of
 * 512, of 64, of 8 days and for its day, so that a slice is a few terms.
 */
import { dayOf, keyAtDay } from './keys.ts'

const SPANS = [512, 64, 8, 1] as const

/** Keys from `low` to `high`. */
export interface Slice {
  readonly low: number
  readonly high: number
}

const termOf = (days: number, day: number): string => `b_${days}_${Math.floor(day / days)}`

/** The terms of an entry, by its key. */
export const spanTerms = (key: number): string[] => SPANS.map((days) => termOf(days, dayOf(key)))

/** More terms cost more than they spare. */
const MOST_TERMS = 24

/** The terms of a slice: each entry of its days has one of them, and no other has. Null where it would be too many. */
export function sliceTerms({ low, high }: Slice): string[] | null {
  const [last, terms] = [dayOf(high), [] as string[]]
  for (let day = dayOf(low); day <= last; ) {
    if (terms.length === MOST_TERMS) return null
    const days = SPANS.find((span) => day % span === 0 && day + span - 1 <= last) ?? 1
    terms.push(termOf(days, day))
    day += days
  }
  return terms
}

/** Entries of the first slice. */
export const FIRST_SLICE = 4000

/** How many times as long as all before it a slice may be, and is at least. */
const GROWTH = { most: 8, least: 1 }

/**
 * The slice before what was looked through, as long as it should take to find all that is wanted, and half more. It begins
 * where a long span does, so that it is of few terms.
 * @param share how much was found of what is wanted
 */
export function olderSlice({ low, high }: Slice, least: number, share: number): Slice {
  const through = dayOf(high) - dayOf(low) + 1
  const days = through * Math.min(GROWTH.most, Math.max(GROWTH.least, 1.5 / share - 1.5))
  const span = SPANS.find((length) => 2 * length <= days) ?? 1
  const first = Math.floor((dayOf(low) - days) / span) * span
  return { low: Math.max(least, keyAtDay(first)), high: low - 1 }
}
