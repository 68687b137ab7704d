import { assert, constantFrom, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, LONGEST, textCell, unguarded } from '../src/publish/tables/cell.ts'
import { linesOf } from './tables.ts'

const read = (cell: string): string => linesOf(`${cell},end\r\n`)[0]?.[0] as string

describe('words that would be a formula', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\n=1',
    ' =1',
    '"=1',
    "'=1",
    '\u201c=cmd',
    '\uff1d1+1',
    '\uff0bx',
    '\u200b=1',
    '\ufeff=1',
    '\r=1',
    '- We stay, he said',
  ])('%j has an apostrophe before it, which can be taken away', (words) => {
    const cell = read(textCell(words))
    expect(cell[0]).toBe("'")
    expect(unguarded(cell)).toBe(words.replace(/\r\n?/g, '\n'))
  })

  test.each(["'We stay'", "'", '1-1', 'a=b', '3,000', '"up to" 80', 'x@example.org', ''])('%j is none', (words) => {
    expect(read(textCell(words))).toBe(words)
    expect(unguarded(words)).toBe(words)
  })

  test('numbers below zero, days and yes or no stay as they are', () => {
    expect(cellOf('number', -5.5)).toBe('-5.5')
    expect(cellOf('integer', -5)).toBe('-5')
    expect(cellOf('date', '2025-01-04')).toBe('2025-01-04')
    expect(cellOf('boolean', false)).toBe('false')
  })
})

test.each(["'\n", "''\t1", "'=1", '\n'])('%j comes back as it was', (words) => {
  expect(unguarded(read(textCell(words)))).toBe(words)
})

test('any words come back, whole and as they were', () => {
  const part = constantFrom(
    '=',
    "'",
    '"',
    '\t',
    '\r',
    '\n',
    ',',
    ' ',
    'a',
    '\u201c',
    '\uff0d',
    '\ud800',
    '\0',
    '\u{1f600}',
  )
  assert(
    property(
      tuple(string({ unit: part, maxLength: 12 }), string({ unit: 'binary', maxLength: 12 })),
      ([one, other]) => {
        for (const words of [one, one + other]) {
          const fit = words
            .toWellFormed()
            .replace(/\r\n?/g, '\n')
            // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
            .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '\ufffd')
          expect(unguarded(read(textCell(words)))).toBe(fit)
          expect(read(textCell(words))).not.toMatch(/^[=+\-@\t]/)
        }
      },
    ),
  )
})

test('what is too long for a cell of Excel is cut between characters, and says so', () => {
  const cell = read(textCell(`x${'\u{1f600}'.repeat(500_000)}`))
  expect(cell.length).toBeLessThan(LONGEST + 10)
  expect(cell.isWellFormed()).toBe(true)
  expect(cell.endsWith('\u2026')).toBe(true)
})

test('what is not of its column is not told', () => {
  expect(cellOf('date', '2025-02-30')).toBe('')
  expect(cellOf('date', '2025-01')).toBe('')
  expect(cellOf('date', '=1')).toBe('')
  expect(cellOf('datetime', 'yesterday')).toBe('')
  expect(cellOf('number', Number.NaN)).toBe('')
  expect(cellOf('integer', 1.5)).toBe('')
  expect(cellOf('integer', undefined)).toBe('')
})
