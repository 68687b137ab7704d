/** What a story is made from: articles with their claims read, under the ids they go by. */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'

/** One article, read. `hearsay read --jsonl` writes one a line. */
export interface Reading {
  readonly id: string
  readonly article: Article
  readonly claims: readonly Claim[]
}

/** A claim's name among all articles: `<article id>#<claim id>`, as the reading contract has it. */
export type Mention = string

export const mentionOf = (article: string, claim: string): Mention => `${article}#${claim}`
