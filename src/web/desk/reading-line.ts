/** A page's reading in a line: `9 claims, 6 figures, 3 chains, 5 things left out`. */
import { countsOf } from '../../ledger/desk.ts'
import type { Found } from '../../ledger/readings.ts'
import type { Article } from '../../page/article.ts'
import { DESK } from '../words/desk.ts'

export function readingLine(article: Pick<Article, 'leftOut'>, found: Pick<Found, 'claims'>): string {
  const { claims, figures, chains, leftOut } = countsOf(article, found.claims)
  return DESK.reading(claims, figures, chains, leftOut)
}
