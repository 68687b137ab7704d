import { expect, test } from 'vitest'
import { NOTHING_ASKED, nextLook } from './pace.ts'

const NOW = Date.parse('2025-01-05T09:12:00Z')
const minutes = (...more: [own: number | null, failures: number, asked?: typeof NOTHING_ASKED]): number =>
  (nextLook(NOW, ...more) - NOW) / 60_000

test('looks as often as its reader says, else as it asks for, within bounds', () => {
  expect(minutes(3, 0, { ...NOTHING_ASKED, everyMinutes: 60 })).toBe(3)
  expect(minutes(null, 0, { ...NOTHING_ASKED, everyMinutes: 60 })).toBe(60)
  expect(minutes(null, 0, { ...NOTHING_ASKED, everyMinutes: 1 })).toBe(5)
  expect(minutes(null, 0, { ...NOTHING_ASKED, everyMinutes: 40_000 })).toBe(24 * 60)
  expect(minutes(null, 0)).toBe(15)
})

test('looks more and more seldom where it fails, and never more often than that', () => {
  expect([1, 2, 3, 20].map((failures) => minutes(null, failures))).toEqual([30, 60, 120, 24 * 60])
  expect(minutes(3 * 24 * 60, 2)).toBe(3 * 24 * 60)
})

test('leaves it alone in the hours and on the days that it names', () => {
  const asked = { everyMinutes: 30, skipHours: [9, 10, 11], skipDays: [] }
  expect(new Date(nextLook(NOW, null, 0, asked)).toISOString()).toBe('2025-01-05T12:00:00.000Z')
  const sunday = { everyMinutes: 30, skipHours: [0], skipDays: ['sunday'] }
  expect(new Date(nextLook(NOW, null, 0, sunday)).toISOString()).toBe('2025-01-06T01:00:00.000Z')
  const never = { everyMinutes: 30, skipHours: Array.from({ length: 24 }, (_, hour) => hour), skipDays: [] }
  expect(minutes(null, 0, never)).toBe(30)
})
