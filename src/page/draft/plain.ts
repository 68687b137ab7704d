/**
 * Plain text -> blocks of a draft: paragraphs are parted by empty lines, or every line is one. The first line is the
 * headline where it is none of a paragraph; a line between it and the byline, date or dateline is the standfirst.
 */

import { countWords } from '../runs.ts'
import { datelineOf } from '../wire.ts'
import type { Remark } from './draft.ts'
import type { Piece } from './markdown.ts'
import { copied } from './trace.ts'

export interface PlainText {
  readonly pieces: readonly Piece[]
  readonly remarks: readonly Remark[]
}

/** Lines wrapped by hand are at most so long. */
const WRAP = 92
/** A line shorter than this does not reach the margin: the paragraph ends. */
const FULL = 48
const REMARK = /^\s*\[?\s*(hearsay-(?:disable|enable)\b[^\]]*?)\s*\]?\s*$/
const SENTENCE_END = /[.!?…]["'”’)\]]*$/u
const BULLET = /^[•▪◦‣●·*–-]\s+/u
/** A headline has at most so many words. */
const LONGEST_HEADLINE = 30

interface Line {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Reads plain text from an offset on. */
export function plainOf(source: string, from: number): PlainText {
  const remarks: Remark[] = []
  const paragraphs: Line[][] = [[]]
  for (const { index, 0: line } of source.slice(from).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const start = from + index
    const words = line.trim()
    const remark = REMARK.exec(words)
    if (words === '') paragraphs.push([])
    else if (remark) remarks.push({ start, end: start + line.trimEnd().length, words: remark[1] ?? '' })
    else paragraphs.at(-1)?.push({ start, end: start + line.trimEnd().length, words })
  }
  const blocks = paragraphs.flatMap((lines): Line[][] => (isWrapped(lines) ? [lines] : lines.map((line) => [line])))
  const pieces = blocks.map((lines): Piece => {
    const [first] = lines as [Line]
    const bullet = BULLET.exec(first.words)
    const start = first.start + (bullet ? source.slice(first.start).search(/\S/) + bullet[0].length : 0)
    return {
      kind: bullet ? 'list-item' : 'paragraph',
      traced: copied(source, { start, end: (lines.at(-1) as Line).end }),
      level: 0,
      emphasised: false,
      underPicture: false,
    }
  })
  return { pieces: headed(pieces), remarks }
}

const isWrapped = (lines: readonly Line[]): boolean =>
  lines.length > 1 &&
  lines.every(({ words }) => words.length <= WRAP && !BULLET.test(words)) &&
  lines.slice(0, -1).every(({ words }) => words.length > FULL)

/** The first line as a heading of level 1 and the standfirst as one of level 2, where they are. */
function headed(pieces: readonly Piece[]): Piece[] {
  const [first, second, third] = pieces
  if (first === undefined || !isHeadline(first)) return [...pieces]
  const headline: Piece = { ...first, kind: 'heading', level: 1 }
  if (second === undefined || third === undefined) return [headline, ...pieces.slice(1)]
  const text = third.traced.text
  const isHead = /^(?:by|written by) \p{Lu}/iu.test(text) || /^\p{L}{3,9}\.? \d{1,2}, \d{4}/u.test(text)
  const isDeck =
    (isHead || datelineOf(text) !== null) &&
    datelineOf(second.traced.text) === null &&
    !/^by /i.test(second.traced.text)
  if (!isDeck) return [headline, ...pieces.slice(1)]
  return [headline, { ...second, kind: 'heading', level: 2 }, ...pieces.slice(2)]
}

function isHeadline({ traced: { text }, kind }: Piece): boolean {
  return (
    kind === 'paragraph' &&
    countWords(text) <= LONGEST_HEADLINE &&
    !SENTENCE_END.test(text) &&
    datelineOf(text) === null &&
    !/^by \p{Lu}/iu.test(text)
  )
}
