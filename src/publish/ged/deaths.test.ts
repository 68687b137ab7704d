import { expect, test } from 'vitest'
import type { Figure } from '../../claims/claim.ts'
import type { ArticleHeld, ClaimHeld } from '../../ledger/holdings/articles.ts'
import { deathFigures } from './deaths.ts'

const killed = (low: number | null, high: number | null, of: string | null, more: Partial<Figure> = {}): Figure => ({
  ...{ start: 0, end: 2, text: 'x', low, high, approximate: false, qualifier: null, unit: 'people' },
  ...{ measure: 'killed', of, ...more },
})
let claims = 0
const article = (number: number, ...told: Figure[][]): ArticleHeld =>
  ({
    article: number,
    claims: told.map(
      (figures) => ({ number: ++claims, claim: { act: 'speech', hedges: [], figures } }) as never as ClaimHeld,
    ),
  }) as never
const rowsOf = (...articles: ArticleHeld[]) =>
  deathFigures({ origin: 1, articles }).map(({ low, high, tellings }) => [low, high, tellings.length])

test('one figure is one row, however its carriers call those who died', () => {
  expect(
    rowsOf(
      article(1, [killed(12, 12, 'soldiers')]),
      article(2, [killed(12, 12, 'men')]),
      article(3, [killed(12, 12, null)]),
    ),
  ).toEqual([[12, 12, 3]])
})

test('one number told of two kinds of people in one claim is two rows', () => {
  const both = [killed(12, 12, 'soldiers'), killed(12, 12, 'nurses')]
  expect(rowsOf(article(1, both), article(2, both), article(3, [killed(12, 12, 'soldiers')]))).toEqual([
    [12, 12, 3],
    [12, 12, 2],
  ])
})

test('other bounds are another row; shares, halves and words without a number are none', () => {
  const told = [killed(40, null, null), killed(40, 40, null), killed(null, null, null), killed(0.5, 0.5, null)]
  expect(
    rowsOf(article(1, told, [killed(20, 20, null, { unit: '%' }), killed(3, 3, null, { measure: 'wounded' })])),
  ).toEqual([
    [40, null, 1],
    [40, 40, 1],
  ])
})
