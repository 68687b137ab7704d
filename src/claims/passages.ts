/**
 * The strings of an article that can hold claims, each as a document: its headline, its deck and its text. Blocks are
 * the text's paragraphs, and so are the lines within it that point to other articles.
 */
import { type Document, documentOf, type Paragraph } from '../language/document.ts'
import type { Article } from '../page/article.ts'
import type { Claim } from './claim.ts'

export interface Passage {
  readonly in: Claim['in']
  readonly document: Document
}

/** An article's passages in the order in which they are read; an empty string is none. */
export function passagesOf(article: Article): Passage[] {
  const passages: Passage[] = []
  if (article.headline?.trim()) passages.push({ in: 'headline', document: lineOf(article.headline) })
  if (article.deck?.trim()) passages.push({ in: 'deck', document: lineOf(article.deck) })
  if (article.text !== '') passages.push({ in: 'text', document: documentOf(article.text, paragraphsOf(article)) })
  return passages
}

const lineOf = (text: string): Document => documentOf(text, [{ kind: 'heading', start: 0, end: text.length }])

function paragraphsOf({ blocks, related }: Article): Paragraph[] {
  const pointers = related.flatMap(({ start, end }): Paragraph[] =>
    start === undefined || end === undefined ? [] : [{ kind: 'heading', start, end }],
  )
  return [...blocks, ...pointers].sort((a, b) => a.start - b.start)
}
