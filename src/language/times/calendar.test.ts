import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dateOf, dayIfAny, dayOf, dayOfIso, firstOfWeek, isoOf, weekdayOf, weekOf } from './calendar.ts'

const days = fc.integer({ min: -700_000, max: 2_900_000 })

test('day numbers are those of the platform, both ways', () => {
  fc.assert(
    fc.property(days, (day) => {
      const platform = new Date(day * 86_400_000)
      expect(dateOf(day)).toEqual({
        year: platform.getUTCFullYear(),
        month: platform.getUTCMonth() + 1,
        day: platform.getUTCDate(),
      })
      expect(weekdayOf(day)).toBe(((platform.getUTCDay() + 6) % 7) + 1)
      const { year, month, day: number } = dateOf(day)
      expect(dayOf(year, month, number)).toBe(day)
    }),
  )
})

test('a week is found again by its number', () => {
  fc.assert(
    fc.property(days, (day) => {
      const { year, week } = weekOf(day)
      const monday = firstOfWeek(year, week)
      expect(weekdayOf(monday)).toBe(1)
      expect(day - monday).toBeGreaterThanOrEqual(0)
      expect(day - monday).toBeLessThan(7)
    }),
  )
})

test('months are added to the last day that the month has', () => {
  expect(isoOf(addMonths(dayOf(2024, 1, 31), 1))).toBe('2024-02-29')
  expect(isoOf(addMonths(dayOf(2024, 3, 31), -13))).toBe('2023-02-28')
})

test('what is no day is none', () => {
  expect(dayIfAny(2023, 2, 29)).toBeNull()
  expect(dayOfIso('2023-02-29')).toBeNull()
  expect(dayOfIso('2025-01-05T15:48:00+08:00')).toBe(dayOf(2025, 1, 5))
  expect(dayOfIso('Jan 5')).toBeNull()
})
