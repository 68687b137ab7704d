/**
 * Slices of time. An index that gives all that has a word at once and in no order is asked slice by slice, the newest
 * first: what is common is found in the first, and what is rare costs little in all. Each entry has a term for its day and
 * for the spans of 4, 16 ... 1024 days that it is in, so that a slice is asked for by few terms: with more, an
 * index goes through all of the slice rather than through the word that is rarest.
 */
import { dayOf, keyAtDay } from './keys.ts'

const SPANS = [1, 4, 16, 64, 256, 1024] as const
const MOST_TERMS = 5

/** Keys from `low` to `high`. */
export interface Slice {
  readonly low: number
  readonly high: number
}

const termOf = (span: number, number: number): string => `b_${span}_${number}`

/** The terms of an entry, by its key. */
export const spanTerms = (key: number): string[] => SPANS.map((span) => termOf(span, Math.floor(dayOf(key) / span)))

/** The first and last span that a slice is in, of the shortest that will do; null where none will. */
function spansOf({ low, high }: Slice): { span: number; first: number; last: number } | null {
  for (const span of SPANS) {
    const [first, last] = [Math.floor(dayOf(low) / span), Math.floor(dayOf(high) / span)]
    if (last - first < MOST_TERMS) return { span, first, last }
  }
  return null
}

/** Terms of which all entries of a slice have one, and some others that are near. Null where it is not worth asking. */
export function sliceTerms(slice: Slice): string[] | null {
  const spans = spansOf(slice)
  if (spans === null) return null
  const { span, first, last } = spans
  return Array.from({ length: last - first + 1 }, (_, i) => termOf(span, first + i))
}

/** Entries of the first slice. */
export const FIRST_SLICE = 4000

/** How many times as long as all before it a slice may be. */
const GROWTH = 16

/**
 * The slice before what was looked through, as long as it should take to find all that is wanted, and half more.
 * @param least the oldest key; where a slice comes near to it, it is the last
 * @param share how much was found of what is wanted
 */
export function olderSlice({ low, high }: Slice, least: number, share: number): Slice {
  const through = dayOf(high) - dayOf(low) + 1
  const days = Math.ceil(through * Math.min(GROWTH, Math.max(1, 1.5 / share - 1)))
  const begin = { low: keyAtDay(dayOf(low) - days), high: low - 1 }
  const spans = spansOf(begin)
  const first = spans === null ? begin.low : keyAtDay(spans.first * spans.span)
  const isLast = dayOf(first) - dayOf(least) < days / 4
  return { low: isLast ? least : first, high: low - 1 }
}
