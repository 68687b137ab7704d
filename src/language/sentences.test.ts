import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from './document.ts'

function sentences(text: string): string[] {
  const document = documentOf(text)
  return document.sentences.map(({ start, end }) => document.text.slice(start, end))
}

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['It rained. It poured.', ['It rained.', 'It poured.']],
    ['Gov. Lund met Dr. Roe on Jan. 4 in the U.S. capital.', ['Gov. Lund met Dr. Roe on Jan. 4 in the U.S. capital.']],
    ['He moved to the U.S. The law changed.', ['He moved to the U.S.', 'The law changed.']],
    ['“Why?” she asked. “Who knows.”', ['“Why?” she asked.', '“Who knows.”']],
    ['“It is over.” Nobody spoke.', ['“It is over.”', 'Nobody spoke.']],
    ['Prices rose 3.5 percent. Wages fell...', ['Prices rose 3.5 percent.', 'Wages fell...']],
    ['One line without an end\nAnother line', ['One line without an end', 'Another line']],
    ['He paid $5. $4 was too little.', ['He paid $5.', '$4 was too little.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test('share out all tokens of a paragraph, in order', () => {
    const pieces = fc.constantFrom(
      'Roe',
      'said',
      '.',
      '!',
      ' ',
      ' ',
      '\n',
      '“',
      '”',
      '"',
      'U.S.',
      'Mr.',
      '5',
      '…',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { tokens, sentences: found } = documentOf(parts.join(''))
        let next = 0
        for (const { first, last, start, end } of found) {
          expect(first).toBe(next)
          expect(last).toBeGreaterThan(first)
          expect(start).toBe(tokens[first]?.start)
          expect(end).toBe(tokens[last - 1]?.end)
          next = last
        }
        expect(next).toBe(tokens.length)
      }),
    )
  })
})
