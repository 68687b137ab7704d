import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

const words = (text: string): string =>
  tokensOf(text)
    .map((token) => token.text)
    .join(' ')

describe('tokens', () => {
  test.each([
    ["She didn't say it's theirs.", "She did n't say it 's theirs ."],
    ['They can’t, and cannot, agree.', 'They ca n’t , and can not , agree .'],
    [
      'Dr. Lund lives in the U.S. and earns $3,000.50 a month.',
      'Dr. Lund lives in the U.S. and earns $ 3,000.50 a month .',
    ],
    ['A 5km run at 10:30 a.m. on Jan. 4', 'A 5 km run at 10:30 a.m. on Jan. 4'],
    ['the so-called 1990s boom (the 5th)', 'the so-called 1990s boom ( the 5th )'],
    ['“Why?” he asked…', '“ Why ? ” he asked …'],
    ['O’Brien’s', 'O’Brien ’s'],
    ['Harbour.no reports, Coast.Ee says. Yes.So be it.', 'Harbour . no reports , Coast.Ee says . Yes . So be it .'],
    ['see https://example.org/a?b=c.', 'see https://example.org/a?b=c .'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  test('every token is the text at its place, in order, and only white space is left out', () => {
    const alphabet = fc.constantFrom(...'aZé9.,\'’"“”-–…$ \n\u00a0\ud83d\ude00\ud800שא#@/'.split(''))
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(alphabet, { maxLength: 80 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        for (const { start, end, text: word } of tokensOf(text)) {
          if (text.slice(at, start).trim() !== '' || word !== text.slice(start, end) || end <= start) return false
          at = end
        }
        return text.slice(at).trim() === ''
      }),
    )
  })

  test('a part of a text has tokens within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        return tokensOf(text, start, end).every((token) => token.start >= start && token.end <= end)
      }),
    )
  })
})
