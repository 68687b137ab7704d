// A document in passages: nothing asked about twice, nothing left out but what is said to be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import { passageOf, windowsOf } from './windows.ts'

const sentence = 'The harbour office said that the old crane would be taken down before the storms. '

test('paragraphs stand together as long as they fit', () => {
  const document = documentOf(Array(100).fill(sentence.trim()).join('\n\n'))
  const { windows, unread } = windowsOf(document, 100_000)
  expect(unread).toBe(0)
  expect(windows).toHaveLength(3)
  expect(windows.flatMap(({ runs }) => runs)).toEqual(document.paragraphs.map(({ start, end }) => ({ start, end })))
  for (const window of windows) expect(passageOf(document, window).length).toBeLessThan(4_200)
})

test('a paragraph that does not fit is cut between sentences', () => {
  const document = documentOf(sentence.repeat(100))
  const { windows } = windowsOf(document, 100_000)
  expect(windows).toHaveLength(3)
  for (const window of windows) expect(passageOf(document, window)).toMatch(/^The harbour .* storms\.$/s)
})

test('what is beyond the most that may be asked about is counted', () => {
  const document = documentOf(Array(100).fill(sentence.trim()).join('\n\n'))
  const length = sentence.trim().length
  const { windows, unread } = windowsOf(document, 10 * length)
  expect(windows.flatMap(({ runs }) => runs)).toHaveLength(10)
  expect(unread).toBe(90 * length)
})

test('what is too short for a source, a cue and a content is not asked about', () => {
  expect(windowsOf(documentOf('Rain.'), 1_000).windows).toEqual([])
  expect(windowsOf(documentOf('— — — …'), 1_000).windows).toEqual([])
})

test('every character of a paragraph stands in one window or is unread', () => {
  const text = fc
    .array(fc.oneof(fc.constant(sentence.repeat(30)), fc.string({ unit: 'binary' }), fc.lorem()))
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 20_000 }), (text, most) => {
      const document = documentOf(text)
      const { windows, unread } = windowsOf(document, most)
      let at = 0
      for (const { start, end } of windows.flatMap(({ runs }) => runs)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      const asked = windows.flatMap(({ runs }) => runs).reduce((sum, { start, end }) => sum + end - start, 0)
      expect(asked).toBeLessThanOrEqual(most)
      expect(asked + unread).toBeLessThanOrEqual(text.length)
      for (const window of windows) expect(passageOf(document, window).length).toBeLessThan(9_000)
    }),
    { numRuns: 60 },
  )
})
