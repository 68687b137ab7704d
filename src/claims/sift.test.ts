import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { isClaim, withMissed } from './sift.ts'

/** An attribution whose parts are the words given, where they first stand. */
function attributionOf(text: string, source: string, cue: string, content: string): Attribution {
  const spanOf = (words: string) => {
    const start = text.indexOf(words)
    return [{ start, end: start + words.length }]
  }
  return {
    source: spanOf(source),
    cue: spanOf(cue),
    content: spanOf(content),
    act: 'speech',
    confidence: 0.8,
    why: '',
  }
}

test.each([
  ['Lund', 'said', 'the dam was old', true],
  ['Lund', 'said', 'it', false],
  ['Lund', 'revealed', 'READ MORE', false],
  ['Lund', 'says', 'Watch now', false],
  ['This photo', 'shows', 'the dam', false],
])('%s | %s | %s', (source, cue, content, expected) => {
  const text = `${source} ${cue} ${content}.`
  expect(isClaim(documentOf(text), attributionOf(text, source, cue, content))).toBe(expected)
})

test('an article alone, or whoever reads, is no source', () => {
  const text = 'The reported cuts would hit you. You say no. Lund said yes.'
  const document = documentOf(text)
  const found = [
    attributionOf(text, 'The', 'reported', 'cuts would hit you'),
    attributionOf(text, 'You', 'say', 'no'),
    attributionOf(text, 'Lund', 'said', 'yes'),
  ]
  const kept = withMissed(document, found, { plain: [], named: [] }, [])
  expect(kept).toEqual(found.slice(2))
})
