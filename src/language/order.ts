/** Spans in the order of a text, found by halving: a text of any length is looked up in a few steps. */
import type { Span } from '../page/article.ts'

/** The first of `spans`, in order and without overlap, that ends after `at`; their number where none does. */
export function endingAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end > at) high = middle
    else low = middle + 1
  }
  return low
}

/** The last of `spans`, in the order of their starts, that starts at `at` or before; -1 where none does. */
export function startingBefore(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).start > at) high = middle
    else low = middle + 1
  }
  return low - 1
}
