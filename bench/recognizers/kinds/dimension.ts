// Measures, and units named without one.
import { dimensionsOf } from '../../../src/language/quantities/dimensions.ts'
import { type Kind, saidNumber } from '../kind.ts'
import { microsoft } from '../microsoft.ts'

const measured = (value: unknown, unit: unknown): string => `${saidNumber(value)} ${unit}`

export const dimension: Kind = {
  file: 'DimensionModel',
  expectedOf: ({ Resolution }) => {
    const { value, unit } = Resolution as { value: string | null; unit: string }
    return measured(value, unit)
  },
  readers: {
    hearsay: async () => (input) =>
      dimensionsOf(input).map(({ start, end, value, unit: { name } }) => ({
        start,
        end,
        value: measured(value, name),
      })),
    microsoft: () => microsoft('recognizeDimension', ({ value, unit }) => measured(value, unit)),
  },
}
