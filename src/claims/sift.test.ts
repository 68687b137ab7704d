import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { markedOf } from '../language/phrases.ts'
import type { Attribution } from './attribution.ts'
import { isClaim, isLabelled, withMissed } from './sift.ts'

/** The attribution with these parts, given by their words. */
function attributionOf(text: string, source: string | null, cue: string, content: string): Attribution {
  const spanOf = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }] as const
  return {
    source: source === null ? null : spanOf(source),
    cue: spanOf(cue),
    content: spanOf(content),
    act: 'speech',
    confidence: 0.5,
    why: '',
  }
}

test.each([
  // who is asked does not speak
  ['Asked whether he would go, Berg said no.', 'Berg', 'Asked', 'whether he would go', false],
  ['When asked about the dam, Berg said it was safe.', null, 'asked about', 'the dam', false],
  ['Berg said no when asked if he would go.', 'Berg', 'asked', 'if he would go', false],
  ['Police were asked whether they would go.', 'Police', 'were asked', 'whether they would go', false],
  // who asks does
  ['Berg asked whether the dam was safe.', 'Berg', 'asked', 'whether the dam was safe', true],
  ['Berg once asked whether it was safe.', 'Berg', 'asked', 'whether it was safe', true],
  ['It was asked by Berg whether all was safe.', 'Berg', 'was asked', 'whether all was safe', true],
  // a word for what was said elsewhere
  ['Berg said so.', 'Berg', 'said', 'so', false],
  ['Berg, who said that, left.', 'Berg', 'said', 'that', false],
  ['Berg said it was so.', 'Berg', 'said', 'it was so', true],
  // a pointer to another article
  ['Berg revealed: READ MORE', 'Berg', 'revealed', 'READ MORE', false],
  ['Berg says: Watch now', 'Berg', 'says', 'Watch now', false],
])('%s', (text, source, cue, content, expected) => {
  expect(isClaim(documentOf(text), attributionOf(text, source, cue, content))).toBe(expected)
})

test.each([
  // a participle that belongs to the noun after it
  ["The port's reported losses are small.", "The port's", 'reported', 'losses', 0],
  ['The board dreads the promised strike.', 'The board', 'promised', 'strike', 0],
  // and one that tells
  ['The port reported losses.', 'The port', 'reported', 'losses', 1],
  ["The port's master reported losses.", "The port's master", 'reported', 'losses', 1],
  ["Who's promised a strike?", 'Who', 'promised', 'a strike', 1],
])('%s', (text, source, cue, content, expected) => {
  const given = [attributionOf(text, source, cue, content)]
  expect(withMissed(documentOf(text), given, { plain: [], named: [] }, [])).toHaveLength(expected)
})

test.each([
  ['Opening hours', ':', 'Shops close at noon today', true],
  ['Key points', ':', 'The dam was old and it leaked', true],
  ['Maria Lund', ':', 'The dam was old and it leaked', false],
  ['Rail union chief', ':', 'The dam was old and it leaked', false],
  ['Key points', 'show', 'The dam was old and it leaked', false],
])('a label of a line: %s %s %s', (source, cue, content, expected) => {
  const text = `It rained.\n${source}${cue === ':' ? '' : ' '}${cue} ${content}.`
  expect(isLabelled(markedOf(documentOf(text)), attributionOf(text, source, cue, content))).toBe(expected)
})

test('an article alone, or whoever reads, is no source', () => {
  const text = 'The reported cuts would hit you. You say no. Lund said yes.'
  const found = [
    attributionOf(text, 'The', 'reported', 'cuts would hit you'),
    attributionOf(text, 'You', 'say', 'no'),
    attributionOf(text, 'Lund', 'said', 'yes'),
  ]
  expect(withMissed(documentOf(text), found, { plain: [], named: [] }, [])).toEqual(found.slice(2))
})
