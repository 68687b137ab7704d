/** What a story is made from: articles with their claims read, under the ids they go by. */
import type { Claim } from '../claims/claim.ts'
import type { Article, Span } from '../page/article.ts'
import type { TellingPlace } from './drift/drift.ts'

/** One article, read. `hearsay read --jsonl` writes one a line. */
export interface Reading {
  readonly id: string
  readonly article: Article
  readonly claims: readonly Claim[]
}

/** A claim's name among all articles: `<article id>#<claim id>`, as the reading contract has it. */
export type Mention = string

export const mentionOf = (article: string, claim: string): Mention => `${article}#${claim}`

/** The article that a claim is of. */
export const articleOf = (mention: Mention): string => mention.slice(0, mention.lastIndexOf('#'))

/** Words of one of the articles, with where they stand: `text` is what `in` has from `start` to `end`. */
export interface Anchored extends Span {
  readonly article: string
  readonly outlet: string | null
  readonly in: TellingPlace
  readonly text: string
}

/** Articles by their ids, and their claims by name. */
export interface Read {
  readonly readings: ReadonlyMap<string, Reading>
  readonly claims: ReadonlyMap<Mention, Claim>
}
