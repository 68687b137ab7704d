// Claims marked in a text: whatever they cover, the words stay the words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING } from '../../src/page/article.ts'
import { levelsOf, type Mark, piecesOf } from '../../src/web/article/marks.ts'
import { partsOf, segmentsOf, wordsEnd } from '../../src/web/article/segments.ts'

const TEXT = 'She said he said it rained, she said.'
const mark = (words: string, of = words): Mark<string> => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, of }
}

test('a claim within a claim, and claims that overlap, are all marked', () => {
  const whole = { start: 0, end: TEXT.length }
  const pieces = piecesOf(whole, [mark('he said it rained'), mark('it rained'), mark('rained, she said')])
  expect(pieces.map(({ start, end, of }) => [TEXT.slice(start, end), of.length])).toEqual([
    ['She said ', 0],
    ['he said ', 1],
    ['it ', 2],
    ['rained', 3],
    [', she said', 1],
    ['.', 0],
  ])
  expect(pieces[3]?.of).toEqual(['he said it rained', 'rained, she said', 'it rained'])
  expect(pieces[3]?.ends).toEqual(['he said it rained', 'it rained'])
  expect(pieces[2]?.begins).toEqual(['it rained'])
})

test('lines of claims that overlap lie on different levels, shorter ones nearer to the words', () => {
  const levels = levelsOf([mark('he said it rained'), mark('it rained'), mark('She said')])
  expect([...levels]).toEqual([
    ['She said', 0],
    ['it rained', 0],
    ['he said it rained', 1],
  ])
})

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(9))
    .map(([a, b, of]): Mark<number> => ({ start: Math.min(a, b), end: Math.max(a, b), of })),
  { maxLength: 20 },
)

test('pieces joined are the text, and each span is covered by pieces that name it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 30, maxLength: 60 }),
      spans,
      fc.array(fc.nat(60)),
      (text, marks, cuts) => {
        const pieces = piecesOf({ start: 0, end: text.length }, marks, cuts)
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const { start, end, of } of marks)
          for (const piece of pieces)
            if (piece.start >= start && piece.end <= Math.min(end, text.length) && start < end)
              expect(piece.of).toContain(of)
      },
    ),
  )
})

test('all of a text is set, in parts that are not too long, whatever its blocks say', () => {
  const word = fc.constantFrom('rain ', 'fell.\n\n', '\u{1f30a}', 'x'.repeat(700))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.array(fc.nat(5000), { maxLength: 12 }), (words, cuts) => {
      const text = words.join('')
      const at = cuts.filter((cut) => cut <= text.length).sort((a, b) => a - b)
      const blocks = at.slice(1).map((end, i) => ({ kind: 'paragraph' as const, start: at[i] ?? 0, end }))
      const segments = segmentsOf({ ...NOTHING, text, blocks })
      const parts = partsOf(text, segments, [])
      const shown = parts.flat().map(({ start, end }) => text.slice(start, end))
      expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const part of parts) expect(part.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(40_001)
    }),
    { numRuns: 50 },
  )
})

test('a passage without an end is cut between words, never within a character', () => {
  const long = 'word '.repeat(50_000)
  const parts = partsOf(long, segmentsOf({ ...NOTHING, text: long }), [])
  expect(parts.length).toBeGreaterThan(5)
  for (const [{ end } = { end: 0 }] of parts.slice(0, -1)) expect(long.slice(end - 4, end + 1).trim()).toBe('word')
  const waves = '\u{1f30a}'.repeat(300)
  expect(wordsEnd(waves, 0, 301)).toBe(300)
})

test('many claims make another part too', () => {
  const text = 'It rained.\n\n'.repeat(1000).trim()
  const segments = segmentsOf({
    ...NOTHING,
    text,
    blocks: Array.from({ length: 1000 }, (_, i) => ({ kind: 'paragraph', start: i * 12, end: i * 12 + 10 })),
  })
  expect(
    partsOf(
      text,
      segments,
      segments.map(({ start }) => start),
    ).map(({ length }) => length),
  ).toEqual([150, 150, 150, 150, 150, 150, 100])
})
