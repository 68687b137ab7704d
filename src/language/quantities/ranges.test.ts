import { expect, test } from 'vitest'
import { rangesOf } from './ranges.ts'

const read = (text: string) =>
  rangesOf(text).map(({ start, end, low, high, lowIncluded, highIncluded }) => [
    text.slice(start, end),
    low,
    lowIncluded,
    high,
    highIncluded,
  ])

test.each([
  ['between', 'between 40 and 60', [['between 40 and 60', 40, true, 60, true]]],
  ['from and to', 'from six to nine', [['from six to nine', 6, true, 9, true]]],
  ['a dash', '700-900', [['700-900', 700, true, 900, true]]],
  ['through', '8 through 12', [['8 through 12', 8, true, 12, true]]],
  ['more than', 'more than 80', [['more than 80', 80, false, null, false]]],
  ['at least', 'at least ninety', [['at least ninety', 90, true, null, true]]],
  ['fewer than', 'fewer than a dozen', [['fewer than a dozen', null, false, 12, false]]],
  ['up to', 'up to 350', [['up to 350', null, true, 350, true]]],
  [
    'signs',
    '>= 8, <3',
    [
      ['>= 8', 8, true, null, true],
      ['<3', null, false, 3, false],
    ],
  ],
  ['after the number', '400 or more', [['400 or more', 400, true, null, true]]],
  ['both sides', 'more than 8 and less than 12', [['more than 8 and less than 12', 8, false, 12, false]]],
  [
    'both sides of nothing',
    'more than 12 and less than 8',
    [
      ['more than 12', 12, false, null, false],
      ['less than 8', null, false, 8, false],
    ],
  ],
  ['equal', 'equal to 44', [['equal to 44', 44, true, 44, true]]],
  ['ranks', 'between the third and the ninth', [['between the third and the ninth', 3, true, 9, true]]],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('telephone numbers, dates and approximations are no intervals', () => {
  expect(read('+1-333-4444')).toEqual([])
  expect(read('1998-07')).toEqual([])
  expect(read('about 40, nearly 60')).toEqual([])
})
