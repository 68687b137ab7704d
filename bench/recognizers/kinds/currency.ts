// Sums of money, and currencies named without one.
import { moneyOf } from '../../../src/language/quantities/money.ts'
import { type Kind, saidNumber } from '../kind.ts'
import { microsoft } from '../microsoft.ts'

const sum = (value: unknown, unit: unknown): string => `${saidNumber(value)} ${unit}`

export const currency: Kind = {
  file: 'CurrencyModel',
  expectedOf: ({ Resolution }) => {
    const { value, unit } = Resolution as { value: string | null; unit: string }
    return sum(value, unit)
  },
  readers: {
    hearsay: async () => (input) =>
      moneyOf(input).map(({ start, end, value, currency: { name } }) => ({ start, end, value: sum(value, name) })),
    microsoft: () => microsoft('recognizeCurrency', ({ value, unit }) => sum(value, unit)),
  },
}
