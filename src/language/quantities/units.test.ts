import { expect, test } from 'vitest'
import { dimensionsOf } from './dimensions.ts'
import { moneyOf } from './money.ts'
import { ordinalsOf } from './ordinals.ts'
import { percentsOf } from './percents.ts'

test.each([
  [
    '$ 7 billion and €40m',
    [
      ['$ 7 billion', 7e9, 'Dollar'],
      ['€40m', 4e7, 'Euro'],
    ],
  ],
  [
    'US$9m, C$ 12',
    [
      ['US$9m', 9e6, 'United States dollar'],
      ['C$ 12', 12, 'Canadian dollar'],
    ],
  ],
  [
    '3 million euros; 80 swiss francs',
    [
      ['3 million euros', 3e6, 'Euro'],
      ['80 swiss francs', 80, 'Swiss franc'],
    ],
  ],
  [
    'Rs 90 crore, RMB 300',
    [
      ['Rs 90 crore', 9e8, 'Rupee'],
      ['RMB 300', 300, 'Chinese yuan'],
    ],
  ],
  [
    '7 dollars 20 cents, six euros and forty cents',
    [
      ['7 dollars 20 cents', 7.2, 'Dollar'],
      ['six euros and forty cents', 6.4, 'Euro'],
    ],
  ],
  ['a $6 fare; all 8 of them; try 5', [['$6', 6, 'Dollar']]],
])('money: %s', (text, expected) => {
  expect(
    moneyOf(text).map(({ start, end, value, currency }) => [text.slice(start, end), value, currency.name]),
  ).toEqual(expected)
})

test.each([
  [
    'a 6-inch pipe of 12 km',
    [
      ['6-inch', 6, 'Inch'],
      ['12 km', 12, 'Kilometer'],
    ],
  ],
  [
    '70 square miles, 8 m²',
    [
      ['70 square miles', 70, 'Square mile'],
      ['8 m²', 8, 'Square meter'],
    ],
  ],
  [
    '90 miles an hour, 14 km/h',
    [
      ['90 miles an hour', 90, 'Mile per hour'],
      ['14 km/h', 14, 'Kilometer per hour'],
    ],
  ],
  ['6 feet 3 inches', [['6 feet 3 inches', 6.25, 'Foot']]],
  [
    '8 MB, 8 mb',
    [
      ['8 MB', 8, 'Megabyte'],
      ['8 mb', 8, 'Megabit'],
    ],
  ],
  ['at 9 pm, 5pm, 1.4M people, abc-90m', []],
])('measures: %s', (text, expected) => {
  expect(dimensionsOf(text).map(({ start, end, value, unit }) => [text.slice(start, end), value, unit.name])).toEqual(
    expected,
  )
})

test.each([
  [
    '44%, 44 per cent',
    [
      ['44%', 44],
      ['44 per cent', 44],
    ],
  ],
  [
    'eight percent, 8pc',
    [
      ['eight percent', 8],
      ['8pc', 8],
    ],
  ],
  ['6 percentage points', [['6 percentage points', 6]]],
  ['a small percent', [['percent', null]]],
])('percent: %s', (text, expected) => {
  expect(percentsOf(text).map(({ start, end, value }) => [text.slice(start, end), value])).toEqual(expected)
})

test.each([
  [
    'the 42nd, the ninth',
    [
      ['42nd', 42, 'start'],
      ['ninth', 9, 'start'],
    ],
  ],
  [
    'thirty-first; two hundred and fourth',
    [
      ['thirty-first', 31, 'start'],
      ['two hundred and fourth', 204, 'start'],
    ],
  ],
  [
    'the last but one, next to last',
    [
      ['the last but one', -1, 'end'],
      ['next to last', -1, 'end'],
    ],
  ],
  [
    'the previous one; the current page',
    [
      ['previous one', -1, 'current'],
      ['current', 0, 'current'],
    ],
  ],
])('ranks: %s', (text, expected) => {
  expect(ordinalsOf(text).map(({ start, end, offset, from }) => [text.slice(start, end), offset, from])).toEqual(
    expected,
  )
})
