/** Spans in the order of a text, found by halving: a text of any length is looked up in a few steps. */
import type { Span } from '../page/article.ts'

export const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
/** Do the two share something? */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end
/** From the first of some parts to the end of the last; an empty span where there are none. */
export const hullOf = (parts: readonly Span[]): Span => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 })

/** The one of `spans`, in order and without overlap, that holds the place `at`, or null. */
export function spanAt<Kind extends Span>(spans: readonly Kind[], at: number): Kind | null {
  const found = spans[endingAfter(spans, at)]
  return found !== undefined && found.start <= at ? found : null
}

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

/** Those of `spans`, in order and without overlap, that share something with one of `parts`. */
export function meeting<Kind extends Span>(spans: readonly Kind[], parts: readonly Span[]): Kind[] {
  const found = new Set<number>()
  for (const { start, end } of parts)
    for (let i = endingAfter(spans, start); i < spans.length && (spans[i] as Kind).start < end; i++) found.add(i)
  return [...found].sort((a, b) => a - b).map((i) => spans[i] as Kind)
}

/** Tells whether a span shares something with one of `spans`, which may stand in any order and overlap. */
export function meets(spans: readonly Span[]): (span: Span) => boolean {
  const inOrder = spans.toSorted((a, b) => a.start - b.start)
  let reach = Number.NEGATIVE_INFINITY
  const reaches = inOrder.map(({ end }) => {
    reach = Math.max(reach, end)
    return reach
  })
  return ({ start, end }) => (reaches[startingBefore(inOrder, end - 1)] ?? Number.NEGATIVE_INFINITY) > start
}
