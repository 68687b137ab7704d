import { assert, date, property, string } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { feedTime } from './when.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

test.each([
  ['Mon, 06 Jan 2025 10:00:00 GMT', '2025-01-06T10:00:00+00:00'],
  ['6 Jan 25 10:00 EST', '2025-01-06T10:00:00-05:00'],
  ['Mon, 6 January 2025 9:05:07 +0530', '2025-01-06T09:05:07+05:30'],
  ['Mon,  06  Jan 2025 10:00:00 +0000 (UTC)', '2025-01-06T10:00:00+00:00'],
  ['Mon, 06 Jan 2025 10:00:00 GMT+0100', '2025-01-06T10:00:00+01:00'],
  ['Mon, 06 Jan 2025 10:00:00 +01:00', '2025-01-06T10:00:00+01:00'],
  ['Mon, 06-Jan-2025 10:00:00 PDT', '2025-01-06T10:00:00-07:00'],
  ['Mon, 06 Jan 2025 10:00:00', '2025-01-06T10:00:00'],
  ['Mon, 06 Jan 2025', '2025-01-06'],
  ['Mon Jan  6 10:00:00 UTC 2025', '2025-01-06T10:00:00+00:00'],
  ['Mon Jan 6 10:00:00 2025', '2025-01-06T10:00:00'],
  ['31 Dec 99 23:59:59 Z', '1999-12-31T23:59:59Z'],
  ['2025-01-06T10:00:00.25Z', '2025-01-06T10:00:00.25Z'],
  ['2025-01-06 10:00:00 +0100', '2025-01-06T10:00:00+01:00'],
  ['2025-01-06', '2025-01-06'],
  ['20250106T100000Z', '2025-01-06T10:00:00Z'],
  ['January 6, 2025', '2025-01-06'],
  ['1736157600', '2025-01-06T10:00:00Z'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', null],
  ['0001-01-01T00:00:00Z', null],
  ['Mon, 32 Jan 2025 10:00:00 GMT', null],
  ['Wed, 30 Feb 2025 10:00:00 GMT', null],
  ['01/06/2025', null],
  ['yesterday', null],
  ['', null],
])('%s', (written, iso) => {
  expect(feedTime(written)).toBe(iso)
})

test('every time that RFC 822 writes is read as it was', () => {
  assert(
    property(date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (time) => {
      const seconds = Math.floor(time.getTime() / 1000) * 1000
      expect(Date.parse(feedTime(time.toUTCString()) ?? '')).toBe(seconds)
    }),
  )
})

test('nothing makes it throw, and what it gives is a date', () => {
  assert(
    property(string({ unit: 'binary' }), (written) => {
      const iso = feedTime(written)
      if (iso !== null) expect(Date.parse(iso)).not.toBeNaN()
    }),
  )
})
