/**
 * Offsets of a text as annotations count them. Spans of an article count UTF-16 code units; the Web Annotation Data Model
 * (W3C Recommendation, 4.2.4) wants Unicode code points, and no selection that begins or ends within one.
 */
import type { Span } from '../../page/article.ts'

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

/**
 * Counts the code points of a text before a place.
 * @returns a function from an offset in UTF-16 code units to one in code points; within a pair the one before it
 */
export function codePoints(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(PAIR), ({ index }) => index)
  return (offset) => {
    let [from, to] = [0, pairs.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((pairs[middle] as number) < offset) from = middle + 1
      else to = middle
    }
    return offset - from
  }
}

const isWithinPair = (text: string, at: number): boolean =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

/** A span that takes in the whole of the characters at its ends, and lies in the text. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  return { start: isWithinPair(text, from) ? from - 1 : from, end: isWithinPair(text, to) ? to + 1 : to }
}

/** The whole characters that lie in a span. */
export function charactersWithin(text: string, { start, end }: Span): string {
  const from = isWithinPair(text, start) ? start + 1 : start
  const to = isWithinPair(text, end) ? end - 1 : end
  return text.slice(from, Math.max(from, to))
}
