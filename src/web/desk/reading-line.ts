/** A page's reading in a line: `9 claims, 6 figures, 3 chains, 5 things left out`. */
import type { Found } from '../../ledger/readings.ts'
import type { Article } from '../../page/article.ts'
import { DESK } from '../words/desk.ts'

/** A chain is told where somebody stands between the outlet and who speaks. */
const LINKS = 2

export function readingLine({ leftOut }: Pick<Article, 'leftOut'>, { claims }: Pick<Found, 'claims'>): string {
  const figures = claims.reduce((sum, claim) => sum + claim.figures.length, 0)
  const chains = claims.filter(({ chain }) => chain.length > LINKS).length
  return DESK.reading(claims.length, figures, chains, leftOut.length)
}
