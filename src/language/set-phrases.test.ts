import { expect, test } from 'vitest'
import { phraseAt, phrasesOf } from './set-phrases.ts'

const PHRASES = phrasesOf([
  ['in', 1],
  ['in the end', 2],
  ['in the', 3],
])
const wordsOf = (text: string) => text.split(' ').map((low) => ({ low }))

test('the longest phrase that begins at a word is found', () => {
  expect(phraseAt(wordsOf('late in the end'), 1, PHRASES)).toEqual({ value: 2, to: 4 })
  expect(phraseAt(wordsOf('in the'), 0, PHRASES)).toEqual({ value: 3, to: 2 })
  expect(phraseAt(wordsOf('in a'), 0, PHRASES)).toEqual({ value: 1, to: 1 })
})

test('and none where none begins, or the words end', () => {
  expect(phraseAt(wordsOf('the end'), 0, PHRASES)).toBeNull()
  expect(phraseAt([], 0, PHRASES)).toBeNull()
})
