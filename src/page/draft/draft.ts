/**
 * A draft: what a writer has before publishing, as an Article whose every offset leads back to the line and column of
 * the file that it was read from.
 */
import type { Article } from '../article.ts'
import type { Stretch } from './trace.ts'

export const DRAFT_KINDS = ['html', 'markdown', 'text'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** The strings of an article that words stand in. */
export type DraftString = 'text' | 'headline' | 'deck'

/** A remark of the writer's that no reader sees: an HTML comment, a comment of the front matter, a line of its own. */
export interface Remark {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** What the writer must know of how the draft was read. */
export interface DraftNote {
  readonly kind: 'no-headline' | 'no-text' | 'no-date' | 'language' | 'encoding' | 'front-matter' | 'page'
  readonly message: string
}

export interface Draft {
  readonly kind: DraftKind
  /** The decoded file, which every source offset indexes in UTF-16 code units. */
  readonly source: string
  readonly article: Article
  readonly traces: Readonly<Record<DraftString, readonly Stretch[]>>
  readonly remarks: readonly Remark[]
  readonly notes: readonly DraftNote[]
}

/** Why a file is no draft that can be checked. `line` and `column` count from 1, where the trouble has a place. */
export class DraftError extends Error {
  override readonly name = 'DraftError'
  readonly kind: 'empty' | 'binary' | 'too-large' | 'front-matter'
  readonly line: number | null
  readonly column: number | null

  constructor(kind: DraftError['kind'], message: string, line: number | null = null, column: number | null = null) {
    super(message)
    this.kind = kind
    this.line = line
    this.column = column
  }
}
