// What a text says is not so.
import { expect, test } from 'vitest'
import { isDenial, negatedIn } from './negation.ts'

test.each([
  ['The mill will not close', [['~near']]],
  ['The mill won’t close its gates', [['~near', 'gat']]],
  ['There was no fraud', [['fraud']]],
  ['Nobody fell from the roof, and the roof held', [['~fall', 'roof']]],
  ['The mayor refused to sign the lease', [['~sign', 'leas']]],
  ['The mill will close', []],
  ['Not only the mill but no fewer than three farms flooded', []],
  ['It is not known who owns the mill', []],
  ['He did not swear that no lamp was lit', []],
])('%s', (text, negated) => {
  expect(negatedIn(text)).toEqual(negated)
})

test('words by which what is said is denied', () => {
  expect(['denied', 'has ruled out', 'rejected as untrue'].map(isDenial)).toEqual([true, true, true])
  expect(['said', 'declined', 'accepted'].map(isDenial)).toEqual([false, false, false])
})

test('time grows with the length of a text, not faster', () => {
  const started = performance.now()
  negatedIn('not no never '.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(5000)
})
