import { expect, test } from 'vitest'
import { isRight } from './judge.ts'
import { saidNumber } from './kind.ts'

const kind = {
  expectedOf: ({ Resolution }: { Resolution?: unknown }) => saidNumber((Resolution as { value: string }).value),
}
const given = {
  Input: 'One or 20',
  Results: [
    { Text: '20', TypeName: 'number', Resolution: { value: '20' }, Start: 7, End: 8 },
    { Text: 'one', TypeName: 'number', Resolution: { value: '1' }, Start: 0, End: 2 },
  ],
}

test('a case is right when every expression is found in its place with its value, in any order', () => {
  const one = { start: 0, end: 3, value: '1' }
  const twenty = { start: 7, end: 9, value: '20' }
  expect(isRight(kind, given, [one, twenty])).toBe(true)
  expect(isRight(kind, given, [twenty, one])).toBe(true)
  expect(isRight(kind, given, [one])).toBe(false)
  expect(isRight(kind, given, [one, twenty, { start: 4, end: 6, value: '3' }])).toBe(false)
  expect(isRight(kind, given, [one, { ...twenty, value: '2' }])).toBe(false)
  expect(isRight(kind, given, [{ ...one, end: 2 }, twenty])).toBe(false)
})

test('numbers are compared to ten digits, and none is none', () => {
  expect(saidNumber('0.666666666666667')).toBe(saidNumber(2 / 3))
  expect(saidNumber('20%')).toBe('20')
  expect(saidNumber(null)).toBe('none')
  expect(saidNumber('null')).toBe('none')
})
