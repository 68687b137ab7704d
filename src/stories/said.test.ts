// When a statement was said, and whether two can have been said at once.
import { expect, test } from 'vitest'
import { dateOfDay, dayOf, daysOf, timingOf } from './said.ts'

const said = (date: string | null, published: string | null) => {
  const days = daysOf(date)
  return { from: days?.[0] ?? null, to: days?.[1] ?? null, presumed: false, published: dayOf(published) }
}

test('a date is as exact as it is written', () => {
  expect(daysOf('2031-02')?.map(dateOfDay)).toEqual(['2031-02-01', '2031-02-28'])
  expect(daysOf('2031')?.map(dateOfDay)).toEqual(['2031-01-01', '2031-12-31'])
  expect(daysOf('soon')).toBeNull()
})

test.each([
  ['2031-02-03', '2031-02-03', 'same day'],
  ['2031-02-03', '2031-02-04', 'next day'],
  ['2031-02', '2031-03-01', 'same time'],
  ['2031-02-03', '2031-02', 'same time'],
  ['2031-02-03', '2031-02-09', 'conflict'],
])('said on %s and on %s: %s', (one, other, timing) => {
  expect(timingOf(said(one, null), said(other, null))).toBe(timing)
})

test('an article from before does not report it', () => {
  expect(timingOf(said('2031-02-09', null), said(null, '2031-02-01'))).toBe('conflict')
  expect(timingOf(said('2031-02-09', null), said(null, '2031-02-10'))).toBe('near')
  expect(timingOf(said(null, null), said(null, '2031-02-10'))).toBe('unknown')
  expect(timingOf(said(null, '2031-02-10'), said(null, '2031-06-10'))).toBe('long ago')
})

test('a day taken over from what else a speaker says speaks less loudly', () => {
  const taken = { ...said('2031-02-03', null), presumed: true }
  expect(timingOf(taken, said('2031-02-03', null))).toBe('presumed day')
  expect(timingOf(taken, said('2031-02-09', null))).toBe('presumed other')
})
