// Slices of time: an entry has one of a slice's terms just when its day is in it, and slices leave no day out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, keyOf } from './keys.ts'
import { olderSlice, sliceTerms, spanTerms } from './slices.ts'

const day = fc.integer({ min: 1, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const key = fc.tuple(fc.nat(1_000_000), day).map(([id, date]) => keyOf(id, date))

test('a slice has the terms of the entries of its days, and of no others', () => {
  fc.assert(
    fc.property(key, fc.nat(3000), key, (high, days, entry) => {
      const slice = { low: Math.max(0, high - days * 2 ** 35), high }
      const terms = sliceTerms(slice)
      if (terms === null) return
      const isInside = dayOf(entry) >= dayOf(slice.low) && dayOf(entry) <= dayOf(high)
      expect(spanTerms(entry).some((term) => terms.includes(term))).toBe(isInside)
      expect(spanTerms(high).some((term) => terms.includes(term))).toBe(true)
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
