// Dates as pages write them, rule by rule.
import { describe, expect, test } from 'vitest'
import { isoOf, isZoned, printedDate, UPDATED } from './dates.ts'

describe('isoOf: marked-up dates', () => {
  test.each([
    // ISO 8601 and near misses
    ['2025-01-05', '2025-01-05'],
    ['2025-1-5', '2025-01-05'],
    [' 2025-01-05\n', '2025-01-05'],
    ['2025-01-05T15:48', '2025-01-05T15:48:00'],
    ['2025-01-05T15:48:09', '2025-01-05T15:48:09'],
    ['2025-01-05 15:48:09', '2025-01-05T15:48:09'],
    ['2025-01-05T15:48:09Z', '2025-01-05T15:48:09Z'],
    ['2025-01-05T15:48:09z', '2025-01-05T15:48:09Z'],
    ['2025-01-05T15:48:09+09:00', '2025-01-05T15:48:09+09:00'],
    ['2025-01-05T15:48:09+0900', '2025-01-05T15:48:09+09:00'],
    ['2025-01-05T15:48:09+09', '2025-01-05T15:48:09+09:00'],
    ['2025-01-05T15:48:09 -05:00', '2025-01-05T15:48:09-05:00'],
    ['2025-01-05T15:48:09.120Z', '2025-01-05T15:48:09.120Z'],
    ['2025-01-05T15:48:09.000Z', '2025-01-05T15:48:09Z'],
    ['2025-01-05T15:48:09.1234567Z', '2025-01-05T15:48:09.123Z'],
    ['2025-01-05 15:48 KST', '2025-01-05T15:48:00+09:00'],
    ['2025-01-05 15:48:00 GMT', '2025-01-05T15:48:00+00:00'],
    ['2024-02-29', '2024-02-29'],
    // compact
    ['20250105T154809Z', '2025-01-05T15:48:09Z'],
    ['20250105154809', '2025-01-05T15:48:09'],
    ['202501051548', '2025-01-05T15:48:00'],
    // Unix time
    ['1736063280', '2025-01-05T07:48:00Z'],
    ['1736063280000', '2025-01-05T07:48:00Z'],
    // RFC 2822 and printed
    ['Sun, 05 Jan 2025 15:48:00 GMT', '2025-01-05T15:48:00+00:00'],
    ['Sun, 5 Jan 2025 15:48:00 +0900', '2025-01-05T15:48:00+09:00'],
    ['January 5, 2025', '2025-01-05'],
    ['Sun Jan 05 2025 15:48:00 GMT+0900', '2025-01-05T15:48:00+09:00'],
  ])('%j is %s', (written, iso) => {
    expect(isoOf(written)).toBe(iso)
  })

  test.each([
    [''],
    ['   '],
    ['null'],
    ['{{ article.date }}'],
    ['0001-01-01T00:00:00Z'],
    ['0000-00-00'],
    ['1750-01-01'],
    ['2025-13-01'],
    ['2025-00-10'],
    ['2025-01-32'],
    ['2025-02-30'],
    ['2025-04-31'],
    ['2025'],
    ['12345'],
    ['today'],
    ['5 minutes ago'],
    ['0000000000'],
  ])('%j is none', (written) => {
    expect(isoOf(written)).toBeNull()
  })

  test('a clock that no clock shows leaves the day', () => {
    expect(isoOf('2025-01-05T25:00:00')).toBe('2025-01-05')
    expect(isoOf('2025-01-05T12:75:00Z')).toBe('2025-01-05')
  })
  test('a year that has no 29 February has none', () => {
    expect(isoOf('2025-02-29')).toBeNull()
    expect(isoOf('2100-02-29')).toBeNull()
  })
  test('an offset that no zone has is not kept', () => {
    expect(isoOf('2025-01-05T15:48:00+99:99')).toBe('2025-01-05T15:48:00')
  })
  test('ET is a zone whose offset depends on the season, so none is given', () => {
    expect(isoOf('2025-01-05 15:48 ET')).toBe('2025-01-05T15:48:00')
  })
})

describe('printedDate', () => {
  test.each<[string, string | null, string]>([
    // month first
    ['January 5, 2025', 'en', '2025-01-05'],
    ['Jan. 5, 2025', 'en', '2025-01-05'],
    ['Sept 5th, 2025', 'en', '2025-09-05'],
    ['/ 03:48 PM January 05, 2025', 'en', '2025-01-05T15:48:00'],
    ['Posted: Mar. 3, 2026 at 9:12 AM EST', 'en', '2026-03-03T09:12:00-05:00'],
    ['Published June 17, 2025 12:05 a.m. GMT', 'en', '2025-06-17T00:05:00+00:00'],
    ['December 31, 2024 at 12 noon', 'en', '2024-12-31'],
    ['May 1, 2025 5pm', 'en', '2025-05-01T17:00:00'],
    // day first, in several languages
    ['5 January 2025', 'en', '2025-01-05'],
    ['Sunday 5th January 2025, 15:48 GMT', 'en', '2025-01-05T15:48:00+00:00'],
    ['12. Februar 2025, 16:05 Uhr', 'de', '2025-02-12T16:05:00'],
    ['12. März 2025', 'de', '2025-03-12'],
    ['5 de enero de 2025 a las 15:48', 'es', '2025-01-05T15:48:00'],
    ['1er février 2025 à 8h05', 'fr', '2025-02-01T08:05:00'],
    ['5 gennaio 2025', 'it', '2025-01-05'],
    ['5 stycznia 2025', 'pl', '2025-01-05'],
    ['5 января 2025, 15:48', 'ru', '2025-01-05T15:48:00'],
    ['5 Ocak 2025', 'tr', '2025-01-05'],
    ['05-Jan-2025 10:00 IST', 'en', '2025-01-05T10:00:00'],
    // Chinese, Japanese, Korean
    ['2025年1月5日 15時48分', 'ja', '2025-01-05T15:48:00'],
    ['2025년 1월 5일 15:48', 'ko', '2025-01-05T15:48:00'],
    ['입력 2025.03.11 09:20', 'ko', '2025-03-11T09:20:00'],
    // year first
    ['2025/01/05 15:48', 'en', '2025-01-05T15:48:00'],
    ['2025-01-05', 'en', '2025-01-05'],
    // numbers alone, by the language's order
    ['05.01.2025, 15:48', 'de', '2025-01-05T15:48:00'],
    ['05.01.2025', 'en', '2025-01-05'],
    ['05/01/2025', 'es', '2025-01-05'],
    ['25/01/2025', 'en', '2025-01-25'],
    ['01/25/2025', 'en', '2025-01-25'],
    ['03/03/2025', null, '2025-03-03'],
    // zones
    ['5 January 2025 15:48 GMT+8', 'en', '2025-01-05T15:48:00+08:00'],
    ['5 January 2025 15:48 (UTC-03:30)', 'en', '2025-01-05T15:48:00-03:30'],
    ['5 January 2025 15:48 +0900', 'en', '2025-01-05T15:48:00+09:00'],
  ])('%j in %s is %s', (text, lang, iso) => {
    expect(printedDate(text, lang)?.iso).toBe(iso)
  })

  test.each<[string, string | null]>([
    ['', 'en'],
    ['no date here', 'en'],
    ['3,000 people in 2025', 'en'],
    ['the war of 1812 and 40 ships', 'en'],
    ['03/04/2025', 'en'],
    ['03/04/2025', null],
    ['Version 10.2.2025.1', 'en'],
    ['February 30, 2025', 'en'],
    ['5 Smarch 2025', 'en'],
    ['constructor 5, 2025', 'en'],
    ['Room 12 of 2025', 'en'],
  ])('%j in %s is no date', (text, lang) => {
    expect(printedDate(text, lang)).toBeNull()
  })

  test('the first date is taken', () => {
    expect(printedDate('Published 5 January 2025, updated 6 January 2025', 'en')?.iso).toBe('2025-01-05')
  })
  test('the span holds the date and its clock, and nothing else', () => {
    for (const [text, said] of [
      ['By Ann Lee, 5 January 2025 15:48 in Kyiv', '5 January 2025 15:48'],
      ['/ 03:48 PM January 05, 2025', '03:48 PM January 05, 2025'],
      ['입력 2025.03.11 09:20 기자', '2025.03.11 09:20'],
    ] as const) {
      const found = printedDate(text, 'en')
      expect(text.slice(found?.start, found?.end).trim()).toBe(said)
    }
  })
  test('a number beside the date that is no clock is not read as one', () => {
    expect(printedDate('5 January 2025, 40 boats', 'en')?.iso).toBe('2025-01-05')
    expect(printedDate('5 January 2025 at 1.4 per cent', 'en')?.iso).toBe('2025-01-05')
  })
})

describe('isZoned', () => {
  test.each(['2025-01-05T15:48:00Z', '2025-01-05T15:48:00+09:00', '2025-01-05T15:48:00.123-03:30'])('%s', (iso) => {
    expect(isZoned(iso)).toBe(true)
  })
  test.each(['2025-01-05', '2025-01-05T15:48:00', '2025-01-05T15:48:00.123'])('not %s', (iso) => {
    expect(isZoned(iso)).toBe(false)
  })
})

describe('UPDATED', () => {
  test.each([
    'Updated 5 hrs ago',
    'Last modified: 5 Jan',
    'Aktualisiert am',
    'Mis à jour le',
    '수정 2025.03.11',
    '更新 2025年',
  ])('%j', (text) => {
    expect(UPDATED.test(text)).toBe(true)
  })
  test.each(['Published 5 Jan', 'Posted', 'a standing offer', 'backdated', 'Verstand'])('not %j', (text) => {
    expect(UPDATED.test(text)).toBe(false)
  })
})
