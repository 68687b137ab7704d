/**
 * Spans of claims as pieces of a text: cut wherever a span begins or ends, so that claims within claims and claims that
 * overlap are all marked, and the words joined are the text unchanged.
 */
import type { Span } from '../../page/article.ts'

/** A span of what it marks. */
export interface Mark<Marked> extends Span {
  readonly of: Marked
}

/** A run of words that the same spans cover. */
export interface Piece<Marked> extends Span {
  /** What covers it, the longest first. */
  readonly of: readonly Marked[]
  /** What begins and what ends with it. */
  readonly begins: readonly Marked[]
  readonly ends: readonly Marked[]
}

const length = ({ start, end }: Span): number => end - start

/**
 * A passage in pieces.
 * @param marks spans in any order; what of them is outside the passage is left out
 * @param cuts other offsets at which to cut
 */
export function piecesOf<Marked>(
  passage: Span,
  marks: readonly Mark<Marked>[],
  cuts: readonly number[] = [],
): Piece<Marked>[] {
  const { start, end } = passage
  const own = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end)
    .toSorted((one, other) => length(other) - length(one) || one.start - other.start)
  const all = [start, end, ...own.flatMap((mark) => [mark.start, mark.end]), ...cuts]
  const at = [...new Set(all.filter((cut) => cut >= start && cut <= end))].sort((one, other) => one - other)
  const once = (some: readonly Mark<Marked>[]): Marked[] => [...new Set(some.map((mark) => mark.of))]
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1] as number
    return {
      start: from,
      end: to,
      of: once(own.filter((mark) => mark.start <= from && mark.end >= to)),
      begins: once(own.filter((mark) => mark.start === from)),
      ends: once(own.filter((mark) => mark.end === to)),
    }
  })
}

/** Lines under the words lie on so many levels. */
const LEVELS = 4

/**
 * On which level the line of each mark lies, 0 nearest to the words: shorter ones nearer, and those that overlap apart
 * where there are levels enough.
 */
export function levelsOf<Marked>(marks: readonly Mark<Marked>[]): Map<Marked, number> {
  const levels = new Map<Marked, number>()
  for (const group of groupsOf(marks)) {
    const placed: Mark<Marked>[] = []
    for (const mark of group.toSorted((one, other) => length(one) - length(other) || one.start - other.start)) {
      const over = placed.filter((one) => one.of !== mark.of && one.start < mark.end && mark.start < one.end)
      const taken = new Set(over.map((one) => levels.get(one.of)))
      const free = Array.from({ length: LEVELS }, (_, level) => level).find((level) => !taken.has(level)) ?? LEVELS - 1
      levels.set(mark.of, Math.max(free, levels.get(mark.of) ?? 0))
      placed.push(mark)
    }
  }
  return levels
}

/** Marks in runs, each of which overlaps none of the others. */
function groupsOf<Marked>(marks: readonly Mark<Marked>[]): Mark<Marked>[][] {
  const groups: Mark<Marked>[][] = []
  let end = -1
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    if (mark.start >= end) groups.push([])
    groups.at(-1)?.push(mark)
    end = Math.max(end, mark.end)
  }
  return groups
}
