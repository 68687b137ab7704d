// What the words of a statement are compared by.
import { expect, test } from 'vitest'
import { fingerprintsOf } from './fingerprint.ts'
import { countriesIn, quotationsIn, stemOf, wordKeys } from './words.ts'

test('endings, families and countries', () => {
  expect(['plans', 'planned', 'planning'].map(stemOf)).toEqual(['plan', 'plan', 'plan'])
  expect(wordKeys('the soldiers were killed')).toEqual(wordKeys('troops died'))
  expect(countriesIn('South Korean military officials')).toEqual(countriesIn('an officer in Seoul'))
})

test('what stands in quotation marks', () => {
  expect(quotationsIn('It was “up to a battalion” and "no more".')).toEqual(['up to a battalion', 'no more'])
})

test('texts that share a passage share a fingerprint, whatever their marks and capitals', () => {
  const passage = 'the harbour master said that no boat would leave before the fog had lifted'
  const [one, other] = [`On Monday ${passage} at last`, `Later, ${passage.toUpperCase()}!`].map((text) =>
    fingerprintsOf(text),
  )
  expect(one?.some((print) => other?.includes(print))).toBe(true)
  expect(fingerprintsOf('')).toEqual([])
})
