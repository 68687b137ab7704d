// Numbers: integers, decimals, fractions, powers.
import { numbersOf } from '../../../src/language/quantities/numbers.ts'
import { type Kind, saidNumber } from '../kind.ts'
import { microsoft } from '../microsoft.ts'

export const number: Kind = {
  file: 'NumberModel',
  expectedOf: ({ Resolution }) => saidNumber((Resolution as { value: unknown }).value),
  readers: {
    hearsay: async () => (input) =>
      numbersOf(input).map(({ start, end, value }) => ({ start, end, value: saidNumber(value) })),
    microsoft: () => microsoft('recognizeNumber', ({ value }) => saidNumber(value)),
  },
}
