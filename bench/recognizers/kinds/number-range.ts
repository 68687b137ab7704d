// Intervals of numbers. The cases write a stretch (20-30, between 20 and 30) as open at its end: [20,30).
import { rangesOf, type WrittenRange } from '../../../src/language/quantities/ranges.ts'
import { type Kind, saidNumber } from '../kind.ts'

/** An interval as the cases write it. */
function interval({ low, high, lowIncluded, highIncluded, stretch }: WrittenRange): string {
  const from = `${low !== null && lowIncluded ? '[' : '('}${low === null ? '' : saidNumber(low)}`
  return `${from},${high === null ? '' : saidNumber(high)}${high !== null && highIncluded && !stretch ? ']' : ')'}`
}

export const numberRange: Kind = {
  file: 'NumberRangeModel',
  expectedOf: ({ Resolution }) => (Resolution as { value: string }).value,
  readers: {
    hearsay: async () => (input) => rangesOf(input).map((range) => ({ ...range, value: interval(range) })),
  },
}
