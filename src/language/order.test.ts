import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endingAfter, hullOf, isWithin, meeting, meets, overlap, spanAt, startingBefore } from './order.ts'

test('spans are found as by looking at each in turn', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), fc.nat(70), (numbers, at) => {
      const edges = numbers.sort((a, b) => a - b)
      const spans = edges.flatMap((start, i) =>
        i % 2 === 0 && edges[i + 1] !== undefined ? [{ start, end: edges[i + 1] as number }] : [],
      )
      const ending = spans.findIndex(({ end }) => end > at)
      expect(endingAfter(spans, at)).toBe(ending < 0 ? spans.length : ending)
      expect(spanAt(spans, at)).toBe(spans.find(({ start, end }) => start <= at && at < end) ?? null)
      expect(startingBefore(spans, at)).toBe(spans.findLastIndex(({ start }) => start <= at))
    }),
  )
})

const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }))
const spans = fc.array(span, { maxLength: 12 })
const share = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end

test('that spans meet is told as by comparing each with each', () => {
  fc.assert(
    fc.property(spans, span, (some, one) => {
      expect(meets(some)(one)).toBe(some.some((other) => share(one, other)))
    }),
  )
})

test('those that meet some parts are found in order, each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), spans, (numbers, parts) => {
      const edges = numbers.sort((a, b) => a - b)
      const inOrder = edges.slice(1).map((end, i) => ({ start: edges[i] as number, end }))
      const real = parts.filter(({ start, end }) => end > start)
      expect(meeting(inOrder, real)).toEqual(inOrder.filter((one) => real.some((part) => share(one, part))))
    }),
  )
})

test('parts lie within their hull, and what lies within shares something', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const parts = some.toSorted((a, b) => a.start - b.start || a.end - b.end)
      const last = parts.at(-1)
      const hull = hullOf(parts)
      expect(hull).toEqual({ start: parts[0]?.start ?? 0, end: last?.end ?? 0 })
      for (const part of parts)
        if (isWithin(part, hull) && part.start < part.end) expect(overlap(part, hull)).toBe(true)
      expect(overlap({ start: 1, end: 3 }, { start: 3, end: 4 })).toBe(false)
    }),
  )
})
