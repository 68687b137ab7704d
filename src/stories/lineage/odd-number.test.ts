// A wrong number that a few share, and numbers that differ for a reason.
import { expect, test } from 'vitest'
import type { Claim } from '../../claims/claim.ts'
import { type Counting, oddNumbers } from './odd-number.ts'

const claim = (value: number, more: object = {}): Claim =>
  ({
    in: 'text',
    figures: [
      {
        start: 0,
        end: 2,
        text: String(value),
        low: value,
        high: value,
        approximate: false,
        measure: 'injured',
        unit: 'people',
        of: 'miners',
        ...more,
      },
    ],
  }) as unknown as Claim
const telling = (n: number, value: number, more: Partial<Counting> = {}): Counting => ({
  article: `a${n}`,
  copy: n,
  published: '2031-03-04',
  claims: [claim(value)],
  ...more,
})
const odd = (...tellings: readonly Counting[]) =>
  oddNumbers(tellings).map(({ text, instead, usual, places }) => [text, instead, usual, places.length])
const MOST = [1, 2, 3, 4, 5].map((n) => telling(n, 26))

test('a number that two share where five have another', () => {
  expect(odd(...MOST, telling(6, 62), telling(7, 62))).toEqual([['62', '26', 5, 2]])
})

test('one alone, copies of one, and as many as the others are not odd', () => {
  expect(odd(...MOST, telling(6, 62))).toEqual([])
  expect(odd(...MOST, telling(6, 62), telling(7, 62, { copy: 6 }))).toEqual([])
  expect(odd(...MOST.slice(0, 4), telling(6, 62), telling(7, 62))).toEqual([])
})

test('a later number may be a revision, an undated one too', () => {
  const later = { published: '2031-03-05' }
  expect(odd(...MOST, telling(6, 62, later), telling(7, 62, later))).toEqual([])
  expect(odd(...MOST, telling(6, 62, { published: null }), telling(7, 62))).toEqual([])
})

test('a number near the others may be rounded, and one of another thing counts that', () => {
  expect(odd(...MOST, telling(6, 25), telling(7, 25))).toEqual([])
  const others = [6, 7].map((n) => telling(n, 62, { claims: [claim(62, { of: 'children' })] }))
  expect(odd(...MOST, ...others)).toEqual([])
})
