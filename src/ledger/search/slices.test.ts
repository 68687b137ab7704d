// Slices of time: what is in a slice has one of its terms, and slices leave no day out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, keyOf } from './keys.ts'
import { olderSlice, sliceTerms, spanTerms } from './slices.ts'

const day = fc.integer({ min: 1, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const key = fc.tuple(fc.nat(1_000_000), day).map(([id, date]) => keyOf(id, date))

test('a slice has few terms, of which each entry of its days has one', () => {
  fc.assert(
    fc.property(key, fc.nat(3000), key, (high, days, entry) => {
      const slice = { low: Math.max(0, high - days * 2 ** 35), high }
      const terms = sliceTerms(slice)
      if (terms === null) return
      expect(terms.length).toBeLessThanOrEqual(5)
      const has = (key: number) => spanTerms(key).some((term) => terms.includes(term))
      expect([has(slice.low), has(high)]).toEqual([true, true])
      if (entry >= slice.low && entry <= high) expect(has(entry)).toBe(true)
      const far = 4 * (days + 1)
      if (dayOf(entry) < dayOf(slice.low) - far || dayOf(entry) > dayOf(high) + far) expect(has(entry)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('slices follow one another down to the oldest entry', () => {
  fc.assert(
    fc.property(key, key, fc.double({ min: 0, max: 0.99, noNaN: true }), (one, other, share) => {
      const [least, high] = [Math.min(one, other), Math.max(one, other)]
      let slice = { low: Math.max(least, high - 1000), high }
      for (let slices = 1; slice.low > least; slices++) {
        const older = olderSlice({ low: slice.low, high }, least, share)
        expect(older.high).toBe(slice.low - 1)
        expect(older.low).toBeLessThanOrEqual(older.high)
        expect(slices).toBeLessThan(40)
        slice = older
      }
      expect(slice.low).toBe(least)
    }),
  )
})
