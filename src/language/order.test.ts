import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endingAfter, startingBefore } from './order.ts'

test('spans are found as by looking at each in turn', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), fc.nat(70), (numbers, at) => {
      const edges = numbers.sort((a, b) => a - b)
      const spans = edges.flatMap((start, i) =>
        i % 2 === 0 && edges[i + 1] !== undefined ? [{ start, end: edges[i + 1] as number }] : [],
      )
      const ending = spans.findIndex(({ end }) => end > at)
      expect(endingAfter(spans, at)).toBe(ending < 0 ? spans.length : ending)
      expect(startingBefore(spans, at)).toBe(spans.findLastIndex(({ start }) => start <= at))
    }),
  )
})
