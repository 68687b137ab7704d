// Numbers for people.
import { expect, test } from 'vitest'
import { counted, grouped, short } from './numbers.ts'

test.each([
  [11000, '11,000', '11,000'],
  [1_500_000, '1,500,000', '1.5m'],
  [2e9, '2,000,000,000', '2bn'],
  [0.5, '0.5', '0.5'],
  [-1234.567, '-1,234.57', '-1,234.57'],
  [0, '0', '0'],
])('%d', (value, whole, brief) => {
  expect(grouped(value)).toBe(whole)
  expect(short(value)).toBe(brief)
})

test('one, and more', () => {
  expect([counted(1, 'origin'), counted(1200, 'origin')]).toEqual(['1 origin', '1,200 origins'])
})
