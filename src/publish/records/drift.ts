/** Drift: a typed difference between two tellings, with the words of both and where they stand. */
import { z } from 'zod'
import { DRIFT_KINDS, type DriftAnchor, type Drift as Found } from '../../stories/drift/drift.ts'
import { type Pinned, quoteRecord } from './pinned.ts'
import { Quote } from './words.ts'

const Side = Quote.extend({ in: z.enum(['text', 'headline', 'deck', 'caption', 'slug']) }).meta({
  id: 'DriftWords',
  description: 'Words of one telling, and the string of its article that they stand in.',
  examples: [{ start: 0, end: 7, text: '40 hurt', in: 'headline' }],
})

export const Drift = z
  .object({
    kind: z.enum(DRIFT_KINDS),
    from: Side.describe('The words that were lost or changed.'),
    to: Side.describe('Those that stand in their place; for a loss, what the lost words belonged to.'),
    lost: z.boolean().describe('Whether the words were left out; else there are others instead.'),
    why: z.string(),
  })
  .meta({
    id: 'Drift',
    description: 'A difference between two tellings of one statement.',
    examples: [
      {
        kind: 'hedge dropped',
        from: { start: 206, end: 211, text: 'up to', in: 'text' },
        to: { start: 0, end: 7, text: '40 hurt', in: 'headline' },
        lost: true,
        why: '"up to" is lost',
      },
    ],
  })
export type Drift = z.infer<typeof Drift>

export function driftRecord({ kind, from, to, lost, why }: Found, pinned: Pinned): Drift {
  const side = (words: DriftAnchor) => ({ ...quoteRecord(words, pinned), in: words.in })
  return { kind, from: side(from), to: side(to), lost, why }
}
