// How the counts of two statements stand to each other.
import { expect, test } from 'vitest'
import { standings } from './counts.ts'
import type { Count } from './statement.ts'

const count = (low: number, measure: string | null, unit: string | null): Count => ({
  value: String(low),
  measure,
  unit,
  low,
  high: low,
})

test.each([
  ['one measure', count(23, 'harm', null), count(31, 'harm', 'people'), ['differ']],
  ['no measure told, but of one thing', count(44, 'support', 'percent'), count(41, null, 'percent'), ['differ']],
  ['no measure told, of two things', count(44, null, 'percent'), count(41, null, 'euro'), [null]],
  ['two measures of one thing', count(44, 'support', 'percent'), count(41, 'turnout', 'percent'), [null]],
  ['room for each other', { ...count(1000, 'harm', null), high: null }, count(1100, 'harm', null), ['near']],
])('%s', (_, one, other, standing) => {
  expect(standings([one], [other], [])).toEqual(standing)
})
