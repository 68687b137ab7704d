// Times and days for people.
import { expect, test } from 'vitest'
import { dateOf, datesOf, when } from './when.ts'

test('times: nothing is added that the page did not print', () => {
  expect(when('2025-01-05')).toBe('2025-01-05')
  expect(when('2025-01-05T15:48:00')).toBe('2025-01-05 15:48 (no time zone given)')
  expect(when('2025-01-05T15:48:00.000Z')).toBe('2025-01-05 15:48 UTC')
  expect(when('2025-01-05T15:48:00+08:00')).toBe('2025-01-05 15:48 UTC+08:00')
  expect(when('yesterday')).toBe('yesterday')
})

test.each([
  ['2025-01-04', '4 Jan 2025'],
  ['2025-01', 'Jan 2025'],
  ['2025', '2025'],
  ['some day', 'some day'],
])('a date as exact as it is: %s', (date, written) => {
  expect(dateOf(date)).toBe(written)
})

test.each([
  ['2025-01-03', '2025-01-04', '3-4 Jan 2025'],
  ['2025-01-03', '2025-02-04', '3 Jan-4 Feb 2025'],
  ['2024-12-30', '2025-01-02', '30 Dec 2024-2 Jan 2025'],
  ['2024-12-27', '2024-12-27', '27 Dec 2024'],
  ['2024-02-01', '2024-02-29', 'Feb 2024'],
  ['2024-01-01', '2024-12-31', '2024'],
  ['2024-11', '2024-12', 'Nov-Dec 2024'],
  ['2022', '2024', '2022-2024'],
  ['2024-10-01', null, 'since 1 Oct 2024'],
  [null, '2025-03-01', 'until 1 Mar 2025'],
  [null, null, null],
])('first day %s and last day %s', (start, end, written) => {
  expect(datesOf(start, end)).toBe(written)
})
