// Ranks, from the start, the end or the current one.
import { ordinalsOf } from '../../../src/language/quantities/ordinals.ts'
import type { Kind } from '../kind.ts'
import { microsoft } from '../microsoft.ts'

/** A rank as the cases write it: 3, end-1, current+1. */
const written = (offset: number, from: string): string =>
  from === 'start' ? String(offset) : `${from}${offset < 0 ? '-' : '+'}${Math.abs(offset)}`

export const ordinal: Kind = {
  file: 'OrdinalModel',
  expectedOf: ({ Resolution }) => String((Resolution as { value: string }).value),
  readers: {
    hearsay: async () => (input) =>
      ordinalsOf(input).map(({ start, end, offset, from }) => ({ start, end, value: written(offset, from) })),
    microsoft: () => microsoft('recognizeOrdinal', ({ value }) => String(value)),
  },
}
