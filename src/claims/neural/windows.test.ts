import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import { datelinesOf } from './datelines.ts'
import { LONGEST, windowsOf } from './windows.ts'

test('windows hold every token once, in order, and none is longer than the longest', () => {
  const word = fc.constantFrom('word', 'Word', 'end.', '\n', '“quote', 'said,', 'Mr.')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 1200 }), fc.constantFrom(0, 40, 160), (words, fill) => {
      const document = documentOf(words.join(' '))
      let at = 0
      for (const { first, last } of windowsOf(document, new Map(), fill)) {
        expect(first).toBe(at)
        expect(last).toBeGreaterThan(first)
        expect(last - first).toBeLessThanOrEqual(LONGEST)
        at = last
      }
      expect(at).toBe(document.tokens.length)
    }),
    { numRuns: 40 },
  )
})

test('a paragraph stands alone, unless paragraphs are put together', () => {
  const document = documentOf('One here.\nTwo here.\nThree is here.')
  expect(windowsOf(document).map(({ first, last }) => [first, last])).toEqual([
    [0, 3],
    [3, 6],
    [6, 10],
  ])
  expect(windowsOf(document, new Map(), 6).map(({ first, last }) => [first, last])).toEqual([
    [0, 6],
    [6, 10],
  ])
})

test('a long paragraph is cut where a sentence ends', () => {
  const sentence = `${'It went on and on '.repeat(11)}there.`
  const document = documentOf(Array(20).fill(sentence).join(' '))
  for (const { last } of windowsOf(document)) expect(document.tokens[last - 1]?.text).toBe('.')
})

test('a dateline is in no window', () => {
  const read = (text: string) => {
    const document = documentOf(text)
    return windowsOf(document, datelinesOf(document)).map(({ first, last }) =>
      document.tokens
        .slice(first, last)
        .map((token) => token.text)
        .join(' '),
    )
  }
  expect(read('KYIV, Jan 5 (Reuters) - It rained.\nIt rained again.')).toEqual(['It rained .', 'It rained again .'])
  expect(read('WASHINGTON (AP) — “No,” he said. He left.')).toEqual(['“ No , ” he said . He left .'])
  expect(read('Rain, wind and hail - all came at once.')).toEqual(['Rain , wind and hail - all came at once .'])
  expect(read('Jakarta, Indonesia (AP) — ')).toHaveLength(1)
})
