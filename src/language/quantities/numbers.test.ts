import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbersOf } from './numbers.ts'

const read = (text: string) => numbersOf(text).map(({ start, end, value }) => [text.slice(start, end), value])

describe('numbers', () => {
  test.each([
    [
      'groups',
      '4,200 and 61 500',
      [
        ['4,200', 4200],
        ['61 500', 61500],
      ],
    ],
    [
      'groups, the Indian way',
      '2,07,300; 11,22,333',
      [
        ['2,07,300', 207300],
        ['11,22,333', 1122333],
      ],
    ],
    [
      'points and a decimal comma',
      '2.345,60, then 7,5',
      [
        ['2.345,60', 2345.6],
        ['7,5', 7.5],
      ],
    ],
    [
      'decimals',
      '2.75 and .5',
      [
        ['2.75', 2.75],
        ['.5', 0.5],
      ],
    ],
    [
      'scales',
      '2.4 million, 3 lakh crore',
      [
        ['2.4 million', 2.4e6],
        ['3 lakh crore', 3e12],
      ],
    ],
    [
      'letters for scales',
      '12k, 1.5bn',
      [
        ['12k', 12000],
        ['1.5bn', 1.5e9],
      ],
    ],
    [
      'tens and units',
      'forty-seven, sixty two',
      [
        ['forty-seven', 47],
        ['sixty two', 62],
      ],
    ],
    [
      'hundreds',
      'a hundred and nine, six hundred four',
      [
        ['a hundred and nine', 109],
        ['six hundred four', 604],
      ],
    ],
    [
      'terms',
      'nine thousand and eighty, two million six hundred',
      [
        ['nine thousand and eighty', 9080],
        ['two million six hundred', 2000600],
      ],
    ],
    [
      'hyphens',
      'seven-thousand, nineteen-thousand',
      [
        ['seven-thousand', 7000],
        ['nineteen-thousand', 19000],
      ],
    ],
    [
      'dozens',
      'four dozen, half a dozen',
      [
        ['four dozen', 48],
        ['half a dozen', 6],
      ],
    ],
    [
      'fractions',
      'three quarters, a fifth',
      [
        ['three quarters', 0.75],
        ['a fifth', 0.2],
      ],
    ],
    [
      'fractions in figures',
      '3/8, 7 1/2',
      [
        ['3/8', 0.375],
        ['7 1/2', 7.5],
      ],
    ],
    [
      'parts of a scale',
      'half a billion, a quarter million',
      [
        ['half a billion', 5e8],
        ['a quarter million', 250000],
      ],
    ],
    [
      'a number and a fraction',
      'six and a half, 4 million and a quarter',
      [
        ['six and a half', 6.5],
        ['4 million and a quarter', 4.25e6],
      ],
    ],
    [
      'shares',
      'one in nine, three out of eight',
      [
        ['one in nine', 1 / 9],
        ['three out of eight', 0.375],
      ],
    ],
    [
      'decimals in words',
      'two point zero five, nought point six',
      [
        ['two point zero five', 2.05],
        ['nought point six', 0.6],
      ],
    ],
    [
      'signs',
      '-14, minus eight',
      [
        ['-14', -14],
        ['minus eight', -8],
      ],
    ],
    [
      'powers',
      '2e6, 3^4',
      [
        ['2e6', 2000000],
        ['3^4', 81],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('a numeral written to letters is no number of its own, nor is a pronoun', () => {
    expect(read('90ml, 14km, the 3rd')).toEqual([])
    expect(read('this one, the one that')).toEqual([])
    expect(read('https://example.org/12?x=34')).toEqual([])
  })

  test('a hyphen or a dash is no minus', () => {
    expect(read('ABC-14')).toEqual([['14', 14]])
    expect(read('the toll - 300 - rose')).toEqual([['300', 300]])
  })

  test('numbers lie in the text, in order, without overlap', () => {
    const words = fc.constantFrom(
      'two',
      'hundred',
      'and',
      'a',
      'half',
      'third',
      'of',
      '3,000',
      '1/2',
      '-',
      'million',
      'point',
      'minus',
      ' ',
      '1 000',
      '\ud800',
      'e',
      '^',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
          fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        (text) => {
          let last = 0
          for (const { start, end, value } of numbersOf(text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(value).not.toBeNaN()
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
