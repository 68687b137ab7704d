/**
 * Lines and columns of a file, as editors count them: both from 1, columns in UTF-16 code units, a line ending with LF,
 * CR or both.
 */
import type { Span } from '../article.ts'
import type { Draft, DraftString } from './draft.ts'
import { sourceSpan } from './trace.ts'

/** The offsets at which the lines of a file begin. */
export type Lines = readonly number[]

/** The offsets at which the lines of a file start, the first of them 0; CR, LF and CRLF end a line. */
export function linesIn(source: string): Lines {
  return [0, ...Array.from(source.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)]
}

/** A place in a file. */
export interface Place extends Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** `words`: start and end are those of the words; `line`: only the line is right; `file`: it stands nowhere as read. */
  readonly precision: 'words' | 'line' | 'file'
}

function lineOf(lines: Lines, offset: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a span of the file stands, in lines and columns. */
export function placeIn(lines: Lines, { start, end }: Span, precision: Place['precision'] = 'words'): Place {
  const line = lineOf(lines, start)
  const endLine = lineOf(lines, Math.max(start, end - 1))
  return {
    start,
    end,
    line,
    column: start - (lines[line - 1] as number) + 1,
    endLine,
    endColumn: end - (lines[endLine - 1] as number) + 1,
    precision,
  }
}

/** How many characters of words that stand nowhere as read are looked for as they are. */
const SAMPLE = 24

/** Where words of a draft's article stand in its file. */
export function placeOf(
  { source, traces, article }: Draft,
  lines: Lines,
  at: Span & { readonly in: DraftString },
): Place {
  const found = sourceSpan(traces[at.in], at)
  if (found !== null) return placeIn(lines, found)
  const words = (article[at.in] ?? '').slice(at.start, at.end)
  const sample = source.indexOf(words.slice(0, SAMPLE))
  if (words !== '' && sample >= 0) {
    const line = lineOf(lines, sample)
    const start = lines[line - 1] as number
    return placeIn(lines, { start, end: sample + Math.min(words.length, SAMPLE) }, 'line')
  }
  return placeIn(lines, { start: 0, end: 0 }, 'file')
}
