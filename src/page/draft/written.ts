/**
 * Blocks of a draft -> the Article that they make: which one is the headline, the standfirst, the byline, the date; the
 * rest is the text, nothing left out.
 */
import { type Article, type Block, NOTHING } from '../article.ts'
import { namesIn } from '../bylines.ts'
import { printedDate } from '../dates.ts'
import { languageOf } from '../language.ts'
import { countWords } from '../runs.ts'
import { datelineOf, wireOf } from '../wire.ts'
import type { Draft } from './draft.ts'
import type { FrontMatter } from './frontmatter.ts'
import type { Piece } from './markdown.ts'
import { append, type Traced, tracer } from './trace.ts'

const BYLINE = /^(?:by|written by|reported by)\s+(?=\p{Lu})/iu
/** A byline or a date has fewer words than this. */
const SHORT = 16
/** Byline, date and standfirst stand among the first pieces. */
const HEAD = 6
/** A standfirst has at most so many words. */
const LONGEST_DECK = 60

export type Written = Pick<Draft, 'article' | 'traces'>

/**
 * The article of a draft.
 * @param pieces its blocks in order; a heading of level 1 among the first is the headline
 */
export function written(pieces: readonly Piece[], front: FrontMatter): Written {
  const taken = new Set<Piece>()
  const same = (one: Traced, other: Traced | null) => other !== null && fold(one.text) === fold(other.text)
  const title = pieces
    .slice(0, HEAD)
    .find(({ level, traced }) => level === 1 && (front.headline === null || same(traced, front.headline)))
  if (title) taken.add(title)
  const headline = title?.traced ?? front.headline
  let { deck, published } = front
  const bylines = [...front.bylines]
  const head = pieces.filter((piece) => !taken.has(piece)).slice(0, HEAD)
  for (const [i, piece] of head.entries()) {
    const { text } = piece.traced
    const words = countWords(text)
    const date = words < SHORT ? printedDate(text, 'en') : null
    if (BYLINE.test(text) && words < SHORT) {
      taken.add(piece)
      bylines.push(...namesIn(date ? text.slice(0, date.start) : text).filter((name) => !bylines.includes(name)))
      published ??= date?.iso ?? null
    } else if (date && words - countWords(text.slice(date.start, date.end)) < 3) {
      taken.add(piece)
      published ??= date.iso
    } else if (same(piece.traced, deck)) taken.add(piece)
    else if (deck === null && isDeck(piece, pieces) && headline !== null) {
      deck = piece.traced
      taken.add(piece)
    } else if (!taken.has(piece) && i > 0) break
  }
  const made = tracer()
  const blocks: Block[] = []
  for (const piece of pieces) {
    if (taken.has(piece)) continue
    const { kind, emphasised, underPicture, traced } = piece
    blocks.push({ kind: underPicture && emphasised ? 'caption' : kind, ...append(made, traced) })
  }
  const { text, stretches } = made.traced()
  const said = blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => text.slice(start, end))
  const dateline = said[0] ? datelineOf(said[0]) : null
  const article: Article = {
    ...NOTHING,
    outlet: front.outlet,
    headline: headline?.text ?? null,
    deck: deck?.text ?? null,
    bylines,
    published,
    dateline: dateline?.text ?? null,
    wire: wireOf(said, dateline, bylines, [], front.outlet).name,
    lang: languageOf(text),
    text,
    blocks,
  }
  return { article, traces: { text: stretches, headline: headline?.stretches ?? [], deck: deck?.stretches ?? [] } }
}

const fold = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** A standfirst: wholly emphasised, or a heading right under the headline that no further heading of its level follows. */
function isDeck(piece: Piece, pieces: readonly Piece[]): boolean {
  if (piece.underPicture || countWords(piece.traced.text) > LONGEST_DECK || countWords(piece.traced.text) < 4)
    return false
  if (piece.level > 1) return pieces.filter(({ level }) => level === piece.level).length === 1
  return piece.kind === 'paragraph' && piece.emphasised
}
