/**
 * Where a claim's number stands: right after the end of its content. Until a line is set, a number is carried between
 * Unicode's interlinear annotation characters (U+FFF9, U+FFFB), which take no column; a page's own are taken out.
 */
import type { Claim } from '../claims/claim.ts'
import type { Span } from '../page/article.ts'

/** One number and where it stands, in UTF-16 code units of the string that it belongs to. */
interface Mark {
  readonly at: number
  readonly number: string
}

/** The numbers of one string in the order in which they stand there. */
export type Marks = readonly Mark[]

/** The number by which a claim is called: `3` for the claim `c3`. */
export const numberOf = ({ id }: Claim): string => id.replace(/^c(?=\d)/, '')

/** The numbers of the claims that are made in the text, the headline or the deck. */
export function marksOf(claims: readonly Claim[], place: Claim['in']): Marks {
  return claims
    .filter((claim) => claim.in === place)
    .map((claim) => ({
      at: Math.max(claim.content.end, ...claim.content.parts.map(({ end }) => end)),
      number: numberOf(claim),
    }))
    .sort((one, other) => one.at - other.at)
}

const OWN = /[\ufff9-\ufffb]/g
// Brackets may have been escaped.
const NUMBER = /\ufff9\\?\[([^\ufff9-\ufffb\\\]]*)\\?\]\ufffb/g

/** A passage of a text with its numbers in place. */
export function marked(text: string, { start, end }: Span, marks: Marks): string {
  let written = ''
  let from = start
  for (let next = firstAfter(marks, start); next < marks.length; next++) {
    const { at, number } = marks[next] as Mark
    if (at > end) break
    written += `${text.slice(from, at).replace(OWN, '')}\ufff9[${number}]\ufffb`
    from = at
  }
  return written + text.slice(from, end).replace(OWN, '')
}

/** The index of the first mark after an offset: a claim is never empty, so none stands where a passage begins. */
function firstAfter(marks: Marks, offset: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] as Mark).at <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A line that was set, its numbers written out. */
export function withNumbers(line: string, write: (number: string) => string): string {
  return line.replace(NUMBER, (_, number: string) => write(number)).replace(OWN, '')
}
