import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { isClaim } from './sift.ts'

/** Is the attribution with these parts, given by their words, a claim? */
function claims(text: string, source: string | null, cue: string, content: string): boolean {
  const spanOf = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }] as const
  const attribution: Attribution = {
    source: source === null ? null : spanOf(source),
    cue: spanOf(cue),
    content: spanOf(content),
    act: 'speech',
    confidence: 0.5,
    why: '',
  }
  return isClaim(documentOf(text), attribution)
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
])('%s', (text, source, cue, content, expected) => {
  expect(claims(text, source, cue, content)).toBe(expected)
})
