/**
 * Text set into columns of a terminal. Wide characters (East Asian Width) count two; Chinese and Japanese break between
 * characters but not before closing punctuation (a little of JIS X 4051); Korean and the rest break at spaces. All text
 * that is set here is made printable first.
 */
import stringWidth from 'string-width'
import { printable } from '../publish/printable.ts'

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const ASCII = /^\p{ASCII}*$/u
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u
const NOT_FIRST = /^[、。，．・：；？！」』）】〕〉》〗〙’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}]/u
const NOT_LAST = /[「『（【〔〈《〖〘‘“([{]$/u

/** How many columns printable text takes. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text)
}

/** What precedes the lines of a paragraph: `first` the first, `rest` the others. */
export interface Indent {
  readonly first: string
  readonly rest: string
}

const NO_INDENT: Indent = { first: '', rest: '' }

const ADDRESS = /^[<(]?https?:\/\//i

/** A word cut where a line may end inside it, and wherever it must because it is wider than a whole line. Addresses stay whole, to be copied. */
function piecesOf(word: string, width: number): string[] {
  const ideographic = IDEOGRAPHIC.test(word)
  if ((!ideographic && widthOf(word) <= width) || ADDRESS.test(word)) return [word]
  const pieces: string[] = []
  let piece = ''
  let columns = 0
  for (const { segment } of SEGMENTER.segment(word)) {
    const own = widthOf(segment)
    const mayBreak =
      ideographic &&
      (IDEOGRAPHIC.test(segment) || IDEOGRAPHIC.test(piece.slice(-2))) &&
      !NOT_FIRST.test(segment) &&
      !NOT_LAST.test(piece)
    if (piece !== '' && (mayBreak || columns + own > width)) {
      pieces.push(piece)
      piece = ''
      columns = 0
    }
    piece += segment
    columns += own
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

/** Text as lines of at most `width` columns, indents included. Line feeds in the text end lines. */
export function wrap(text: string, width: number, indent: Indent = NO_INDENT): string[] {
  const room = Math.max(8, width - Math.max(widthOf(indent.first), widthOf(indent.rest)))
  const lines: string[] = []
  for (const paragraph of printable(text).split('\n')) {
    let line = ''
    let columns = 0
    for (const word of paragraph.split(/[ \t]+/)) {
      let glue = line === '' ? '' : ' '
      for (const piece of piecesOf(word, room)) {
        const own = widthOf(piece)
        if (line !== '' && columns + glue.length + own > room) {
          lines.push(line)
          line = ''
          columns = 0
          glue = ''
        }
        line += glue + piece
        columns += glue.length + own
        glue = ''
      }
    }
    lines.push(line)
  }
  return lines.map((line, index) => (index === 0 ? indent.first : indent.rest) + line)
}

/** Text on one line, cut with an ellipsis where it is wider than `width`. */
export function clip(text: string, width: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim()
  if (widthOf(line) <= width) return line
  let kept = ''
  let columns = 1
  for (const { segment } of SEGMENTER.segment(line)) {
    columns += widthOf(segment)
    if (columns > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Text filled with spaces to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
