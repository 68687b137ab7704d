// Offsets in code points: whatever stands in a text, what they cut out of its characters is what the span cut out of it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, wholeCharacters } from './characters.ts'

/** Texts with characters beyond the Basic Multilingual Plane, marks, right-to-left words and halves of pairs. */
const texts = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('𝔘', '👩‍🚒', '\ud83d', '\ude00', 'שלום', 'é', '\u0000')),
  )
  .map((parts) => parts.join(''))

test.each([
  ['a👩b', 0, 0],
  ['a👩b', 1, 1],
  ['a👩b', 3, 2],
  ['a👩b', 4, 3],
  ['\ud83dx', 1, 1],
])('%j, %i code units: %i code points', (text, units, points) => {
  expect(codePoints(text)(units)).toBe(points)
})

test('a span of whole characters cuts out the same by code points', () => {
  fc.assert(
    fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
      const span = wholeCharacters(text, { start: Math.min(a, b), end: Math.max(a, b) })
      const count = codePoints(text)
      const cut = Array.from(text).slice(count(span.start), count(span.end)).join('')
      expect(cut).toBe(text.slice(span.start, span.end))
    }),
  )
})

test('a span that begins or ends within a character takes in the whole of it', () => {
  expect(wholeCharacters('a👩b', { start: 2, end: 4 })).toEqual({ start: 1, end: 4 })
  expect(wholeCharacters('a👩b', { start: 0, end: 2 })).toEqual({ start: 0, end: 3 })
  expect(wholeCharacters('ab', { start: 1, end: 9 })).toEqual({ start: 1, end: 2 })
})
