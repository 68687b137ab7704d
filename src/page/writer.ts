/**
 * The text of an article, written piece by piece: blocks joined by two newlines, each with its span.
 */
import type { Span } from './article.ts'

export interface Writer {
  /** Adds a piece and gives its span of the whole. */
  readonly put: (piece: string) => Span
  /** The whole text so far. */
  readonly text: () => string
}

export function writer(): Writer {
  const pieces: string[] = []
  let length = 0
  return {
    put: (piece) => {
      if (length > 0) length += 2
      const start = length
      pieces.push(piece)
      length += piece.length
      return { start, end: length }
    },
    text: () => pieces.join('\n\n'),
  }
}
