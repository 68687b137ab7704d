// Shares in percent.
import { percentsOf } from '../../../src/language/quantities/percents.ts'
import { type Kind, saidNumber } from '../kind.ts'
import { microsoft } from '../microsoft.ts'

export const percent: Kind = {
  file: 'PercentModel',
  expectedOf: ({ Resolution }) => saidNumber((Resolution as { value: string }).value),
  readers: {
    hearsay: async () => (input) =>
      percentsOf(input).map(({ start, end, value }) => ({ start, end, value: saidNumber(value) })),
    microsoft: () => microsoft('recognizePercentage', ({ value }) => saidNumber(value)),
  },
}
