// The scale of rival figures: nought to beyond the largest, logarithmic only where it must be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionOn, scaleFor, tickName } from './scale.ts'

test.each([
  { values: [200, 120, 150], kind: 'linear', ticks: [0, 50, 100, 150, 200] },
  { values: [3000, 1100, 4000], kind: 'linear', ticks: [0, 1000, 2000, 3000, 4000] },
  { values: [7], kind: 'linear', ticks: [0, 2, 4, 6, 8] },
  { values: [0], kind: 'linear', ticks: [0, 1] },
  { values: [0.3, 0.1], kind: 'linear', ticks: [0, 0.1, 0.2, 0.3] },
  { values: [-20, 30], kind: 'linear', ticks: [-20, 0, 20, 40] },
  { values: [1, 50], kind: 'linear', ticks: [0, 20, 40, 60] },
  { values: [1, 1_000_000], kind: 'log', ticks: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] },
  { values: [3, 151], kind: 'log', ticks: [1, 10, 100, 1000] },
])('$values: $kind', ({ values, kind, ticks }) => {
  const scale = scaleFor(values)
  expect(scale?.kind).toBe(kind)
  expect(scale?.ticks).toEqual(ticks)
})

test('no values, no scale', () => {
  expect(scaleFor([])).toBeNull()
})

test('nought has the start of a logarithmic scale to itself', () => {
  const scale = scaleFor([0, 10, 10_000]) as NonNullable<ReturnType<typeof scaleFor>>
  expect(scale.kind).toBe('log')
  expect(positionOn(scale, 0)).toBe(0)
  expect(positionOn(scale, 10)).toBeGreaterThan(0.1)
  expect(tickName(scale.ticks[0] as number, scale)).toBe('0')
})

test('every value stands on its scale, a larger one never before a smaller', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
      const scale = scaleFor(values)
      if (scale === null) throw new Error('values, and no scale')
      const places = [...values].sort((a, b) => a - b).map((value) => positionOn(scale, value))
      for (const [at, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(places[at - 1] ?? 0)
        expect(place).toBeLessThanOrEqual(1)
      }
      expect(scale.ticks.length).toBeLessThan(12)
      expect(Math.max(...values)).toBeLessThanOrEqual(scale.to * 1.000001)
    }),
  )
})
