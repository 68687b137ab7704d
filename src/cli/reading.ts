/**
 * The Reading of the reading contract: what one input says, as programs get it.
 */
import { type Article, type ReadPageOptions, readPage } from '../page/index.ts'

/** One input, read. Claims and the headline's reading are empty until claims are read. */
export interface Reading {
  readonly id: string
  readonly article: Article
  readonly claims: readonly []
  readonly headline: null
}

/** What stands in the place of a Reading that could not be made. */
export interface Failure {
  readonly id: string | null
  readonly error: string
}

/** Reads one input. */
export function readingOf(id: string, input: Uint8Array | string, options: ReadPageOptions): Reading {
  return { id, article: readPage(input, options), claims: [], headline: null }
}

/** Why nothing at all could be read, in words; null where there is something to show. */
export function unreadable(article: Article): string | null {
  if (article.text !== '' || article.headline !== null) return null
  return article.notes.find(({ kind }) => kind === 'not-a-page' || kind === 'empty')?.message ?? null
}
