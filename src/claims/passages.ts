/**
 * The parts of an article that can hold claims, each as a document: its headline, its deck, its text, and the lines
 * within the text that point to other articles. Those share the text's offsets, but are no part of its running words:
 * nothing said around them is theirs.
 */
import { type Document, documentOf } from '../language/document.ts'
import type { Article, Block, Span } from '../page/article.ts'
import type { Claim } from './claim.ts'

export interface Passage {
  readonly in: Claim['in']
  readonly document: Document
  /** Is it the article's running text, which a wire credit speaks of? */
  readonly prose: boolean
}

/** An article's passages in the order in which they are read; an empty string is none. */
export function passagesOf({ headline, deck, text, blocks, related }: Article): Passage[] {
  const passages: Passage[] = []
  if (headline?.trim()) passages.push({ in: 'headline', document: lineOf(headline), prose: false })
  if (deck?.trim()) passages.push({ in: 'deck', document: lineOf(deck), prose: false })
  if (text === '') return passages
  const quotes = blocks.filter(({ kind }) => kind === 'quote').length
  passages.push({
    in: 'text',
    document: documentOf(text, quotes > MOST_PULLED ? blocks : blocks.filter((block) => !isPulled(text, block))),
    prose: true,
  })
  const pointers = related.flatMap(({ start, end }): Span[] =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  )
  if (pointers.length > 0) passages.push({ in: 'text', document: linesOf(text, pointers), prose: false })
  return passages
}

/** An article with more blocks of quotation is a document of them, and none is pulled out of anything. */
const MOST_PULLED = 50

/** Is it a quotation pulled out of the running text, where its words stand as well? */
function isPulled(text: string, { kind, start, end }: Block): boolean {
  if (kind !== 'quote') return false
  const words = text.slice(start, end).replace(/^[\s"“”‘’']+|[\s"“”‘’'.,]+$/g, '')
  return words.length > 20 && text.indexOf(words) !== text.lastIndexOf(words)
}

const lineOf = (text: string): Document => linesOf(text, [{ start: 0, end: text.length }])

/** A document of lines that are written as headlines are. */
const linesOf = (text: string, lines: readonly Span[]): Document =>
  documentOf(
    text,
    lines.map((line) => ({ kind: 'heading', ...line })),
  )
