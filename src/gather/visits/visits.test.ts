import { expect, test } from 'vitest'
import { nextTry, nextVisit } from './visits.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2025-01-05T09:12:00Z')
const hours = (unchanged: number): number | null => {
  const next = nextVisit(NOW, NOW - unchanged * HOUR)
  return next === null ? null : (next - NOW) / HOUR
}

test('asks for an article again after as long as it has stood unchanged, within bounds, and in the end no more', () => {
  expect([0, 0.25, 1, 6, 30, 24 * 14].map(hours)).toEqual([0.5, 0.5, 1, 6, 24, 24])
  expect(hours(24 * 15)).toBeNull()
})

test('takes a clock that was set back for no time passed', () => {
  expect(nextVisit(NOW, NOW + HOUR)).toBe(NOW + HOUR / 2)
})

test('tries again what could not be had, more and more seldom for three days, and in the end no more', () => {
  const tries = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => nextTry(NOW, failures))
  expect(tries.map((at) => at && (at - NOW) / HOUR)).toEqual([1, 2, 4, 8, 16, 24, 24, null])
})
