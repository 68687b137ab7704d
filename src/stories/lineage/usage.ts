/**
 * Usage: which texts spell a word in which way, where it first stands in each, and beside which names. Texts that are
 * copies of each other are one: a spelling is not the more usual for being copied.
 */
import type { Span } from '../../page/article.ts'
import { STOPWORDS } from '../wording/stopwords.ts'
import { isSpelt } from './odd-spelling.ts'

/** A text among those compared. */
export interface Told {
  readonly id: string
  readonly text: string
}

export interface Usage {
  /** The articles that have it, and where it first stands in each. */
  readonly articles: Map<string, Span>
  /** The same with copies as one. */
  readonly texts: Set<number>
  /** Capitalised words right before or after it. */
  readonly beside: Set<string>
}

const WORD = /[\p{L}\p{M}]+/gu

/** The words of some texts and who uses them. */
export function usagesIn(texts: readonly Told[], numberOf: (id: string) => number): Map<string, Usage> {
  const usages = new Map<string, Usage>()
  for (const { id, text } of texts) {
    let before: { word: string; end: number; usage: Usage | null } | null = null
    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      const end = start + word.length
      let usage: Usage | null = null
      if (isSpelt(word)) {
        usage = usages.get(word) ?? { articles: new Map(), texts: new Set(), beside: new Set() }
        usages.set(word, usage)
        if (!usage.articles.has(id)) usage.articles.set(id, { start, end })
        usage.texts.add(numberOf(id))
      }
      if (before !== null && start === before.end + 1 && text[before.end] === ' ') {
        if (usage !== null && isName(before.word)) usage.beside.add(before.word)
        if (before.usage !== null && isName(word)) before.usage.beside.add(word)
      }
      before = { word, end, usage }
    }
  }
  return usages
}

const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !STOPWORDS.has(word.toLowerCase())
