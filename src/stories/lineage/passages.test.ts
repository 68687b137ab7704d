// Passages that two texts share, aligned.
import { expect, test } from 'vitest'
import { sharedPassages } from './passages.ts'

const ONE =
  'Before dawn the harbour master of Grange said that no boat would leave before the fog had lifted from the bay.'

test('a passage is found wherever it stands, with its place in both', () => {
  const other = `In a note: "the harbour master of Grange said that no boat would leave", it read.`
  const [passage, ...more] = sharedPassages(ONE, other)
  expect(more).toEqual([])
  expect(ONE.slice(passage?.one.start, passage?.one.end)).toBe(
    'the harbour master of Grange said that no boat would leave',
  )
  expect(other.slice(passage?.other.start, passage?.other.end)).toBe(
    'the harbour master of Grange said that no boat would leave',
  )
})

test('a word put in or changed does not end it', () => {
  const other = ONE.replace('said that', 'said on Monday that')
  expect(sharedPassages(ONE, other)).toHaveLength(1)
})

test('a few words in common are none', () => {
  expect(sharedPassages(ONE, 'The harbour master of Rona said something else.')).toEqual([])
})

test("quoted words, names and numbers in common are not the writers' own", () => {
  const quoted = '"We searched the whole bay until dawn and found no boat at all," she said.'
  const [passage] = sharedPassages(quoted, `In Rona they heard: ${quoted}`)
  expect(passage?.words).toBe(15)
  expect(passage?.own).toBe(2)
})
