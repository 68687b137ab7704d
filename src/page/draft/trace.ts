/**
 * Text written piece by piece with where each piece stands in its source: offsets of the written text lead back to the
 * file as the writer sees it. A piece is copied letter by letter, or stands for another one (an entity, an escape).
 */
import type { Span } from '../article.ts'

/** `length` units of the written text from `at` come from `width` units of the source from `from`. */
export interface Stretch {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly width: number
}

/** A text with the way back to where each part of it stands in the source. */
export interface Traced {
  readonly text: string
  readonly stretches: readonly Stretch[]
}

/** Puts a text together from parts of a source. */
export interface Tracer {
  /** Adds words that stand in the source at `from`; `width` where they are written otherwise there. */
  readonly add: (words: string, from: number, width?: number) => void
  /** Adds words that the source does not have: what joins two pieces. */
  readonly join: (words: string) => void
  readonly length: () => number
  readonly traced: () => Traced
}

/** A tracer that has nothing yet. */
export function tracer(): Tracer {
  const pieces: string[] = []
  const stretches: Stretch[] = []
  let length = 0
  return {
    add: (words, from, width = words.length) => {
      if (words === '') return
      const last = stretches.at(-1)
      const goesOn =
        last !== undefined &&
        last.at + last.length === length &&
        last.from + last.width === from &&
        last.length === last.width &&
        words.length === width
      if (goesOn) stretches[stretches.length - 1] = { ...last, length: last.length + width, width: last.width + width }
      else stretches.push({ at: length, length: words.length, from, width })
      pieces.push(words)
      length += words.length
    },
    join: (words) => {
      pieces.push(words)
      length += words.length
    },
    length: () => length,
    traced: () => ({ text: pieces.join(''), stretches }),
  }
}

/** A traced text put after what was written, shifted to where it now stands. */
export function append(to: Tracer, { text, stretches }: Traced): Span {
  if (to.length() > 0) to.join('\n\n')
  const start = to.length()
  let written = 0
  for (const { at, length, from, width } of stretches) {
    to.join(text.slice(written, at))
    to.add(text.slice(at, at + length), from, width)
    written = at + length
  }
  to.join(text.slice(written))
  return { start, end: to.length() }
}

/** A traced text without white space at its ends. */
export function trimmed({ text, stretches }: Traced): Traced {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  if (start === 0 && end === text.length) return { text, stretches }
  const kept = stretches.flatMap(({ at, length, from, width }): Stretch[] => {
    const [first, last] = [Math.max(at, start), Math.min(at + length, end)]
    if (last <= first) return []
    if (length !== width) return [{ at: at - start, length, from, width }]
    return [{ at: first - start, length: last - first, from: from + first - at, width: last - first }]
  })
  return { text: text.slice(start, Math.max(start, end)), stretches: kept }
}

/** A part of the source copied as it stands, line ends as spaces. */
export function copied(source: string, { start, end }: Span): Traced {
  const made = tracer()
  for (const match of source.slice(start, end).matchAll(/\r\n|[\r\n]|[^\r\n]+/g)) {
    const words = /^[\r\n]/.test(match[0]) ? ' ' : match[0]
    made.add(words, start + match.index, match[0].length)
  }
  return trimmed(made.traced())
}

/** Where a span of a written text stands in its source; null where no piece of it does. */
export function sourceSpan(stretches: readonly Stretch[], { start, end }: Span): Span | null {
  const first = firstEndingAfter(stretches, start)
  const one = stretches[first]
  if (one === undefined || one.at >= Math.max(end, start + 1)) return null
  const from = one.length === one.width && start > one.at ? one.from + start - one.at : one.from
  let to = from
  for (let i = first; i < stretches.length; i++) {
    const { at, length, from: begin, width } = stretches[i] as Stretch
    if (at >= end) break
    const within = Math.min(end - at, length)
    to = Math.max(to, length === width ? begin + within : begin + width)
  }
  return { start: from, end: to }
}

function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { at, length } = stretches[middle] as Stretch
    if (at + length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
