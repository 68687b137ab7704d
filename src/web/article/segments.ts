/** An article's text as it is set: its blocks and the pointers printed among them, in their order, in parts of a readable length. */
import type { Article, Block, Related, Span } from '../../page/article.ts'

/** A passage that is set by itself. */
export interface Segment extends Span {
  readonly kind: Block['kind'] | 'related'
  readonly time?: string
  /** Of a caption. */
  readonly credit?: string
  /** Of a pointer to another article. */
  readonly related?: Related
}

/** The passages of an article in the order of the page; all of its text but white space is in them. */
export function segmentsOf({ text, blocks, related, images }: Article): Segment[] {
  const credits = new Map(images.flatMap(({ caption, credit }) => (caption && credit ? [[caption, credit]] : [])))
  const pointers = related.flatMap((one): Segment[] =>
    one.start === undefined || one.end === undefined
      ? []
      : [{ kind: 'related', start: one.start, end: one.end, related: one }],
  )
  const all = [...blocks, ...pointers].toSorted((one, other) => one.start - other.start || other.end - one.end)
  const segments: Segment[] = []
  let from = 0
  for (const { start, end, ...rest } of all) {
    const begin = Math.max(start, from)
    if (end <= begin) continue
    segments.push(...between(text, from, begin))
    const credit = rest.kind === 'caption' ? credits.get(text.slice(start, end)) : undefined
    segments.push({ ...rest, start: begin, end, ...(credit === undefined ? {} : { credit }) })
    from = end
  }
  return [...segments, ...between(text, from, text.length)]
}

/** What stands between blocks is a paragraph too. */
function between(text: string, start: number, end: number): Segment[] {
  const words = text.slice(start, end)
  const own = words.trim()
  if (own === '') return []
  const at = start + words.indexOf(own)
  return [{ kind: 'paragraph', start: at, end: at + own.length }]
}

/** A part of an article: no longer than this, in characters, and with no more claims. */
const LONGEST = 40_000
const MOST_CLAIMS = 150

/**
 * An article in parts. A passage that is longer than a part is cut, between words where it can be.
 * @param starts where claims begin, in their order
 */
export function partsOf(text: string, segments: readonly Segment[], starts: readonly number[]): Segment[][] {
  const parts: Segment[][] = [[]]
  let [length, claims, next] = [0, 0, 0]
  for (const segment of segments.flatMap((one) => cut(text, one))) {
    let own = 0
    while (next < starts.length && (starts[next] as number) < segment.end) {
      next++
      own++
    }
    const size = segment.end - segment.start
    const isFull = length + size > LONGEST || claims + own > MOST_CLAIMS
    if (isFull && parts.at(-1)?.length !== 0) {
      parts.push([])
      length = 0
      claims = 0
    }
    parts.at(-1)?.push(segment)
    length += size
    claims += own
  }
  return parts
}

function cut(text: string, segment: Segment): Segment[] {
  const pieces: Segment[] = []
  let { start } = segment
  while (segment.end - start > LONGEST) {
    const end = wordsEnd(text, start, start + LONGEST)
    pieces.push({ ...segment, start, end })
    start = end
  }
  return [...pieces, { ...segment, start }]
}

/** Where to cut at or before an offset: after a sentence or a word where one ends near, never within a character. */
export function wordsEnd(text: string, start: number, most: number): number {
  const near = text.slice(Math.max(start, most - 200), most)
  const sentence = Math.max(...['. ', '? ', '! ', '” ', '\n'].map((mark) => near.lastIndexOf(mark) + mark.length - 1))
  const word = near.lastIndexOf(' ')
  const end = most - near.length + (sentence > 1 ? sentence : word > 0 ? word : near.length)
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) && end - 1 > start ? end - 1 : end
}
