/** An article as it goes into tables: with as much of its words as may be given. */
import type { ArticleHeld, ClaimHeld } from '../../ledger/holdings/articles.ts'

/** A claim with as much of what it says as may be given. */
export interface ClaimTold extends ClaimHeld {
  readonly content: string
}

/** An article whose claims are told. */
export interface ArticleTold extends Omit<ArticleHeld, 'claims'> {
  readonly claims: readonly ClaimTold[]
}

/**
 * @param excerpt characters of its claims' contents that are given in all, in their order; null for all of them. What is
 * left out is told by an ellipsis.
 */
export function toldOf(article: ArticleHeld, excerpt: number | null): ArticleTold {
  let left = excerpt ?? Number.POSITIVE_INFINITY
  const claims = article.claims.map((held): ClaimTold => {
    const { text } = held.claim.content
    const content = text.length <= left ? text : `${text.slice(0, left).toWellFormed()}\u2026`
    left = Math.max(0, left - text.length)
    return { ...held, content }
  })
  return { ...article, claims }
}
