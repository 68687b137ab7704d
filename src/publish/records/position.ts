/** Positions of the ledger's log: what records are pinned to. */
import { z } from 'zod'

export const Position = z
  .object({
    position: z.int().min(0).describe('The number of the last entry; 0 of a ledger that nothing has entered.'),
    at: z.string().nullable().describe('When it entered, ISO 8601 in UTC.'),
    hash: z.string().describe('SHA-256 over this entry and the hash before it: it vouches for all entries.'),
  })
  .meta({
    id: 'Position',
    description: "A position of the ledger's log: everything that had entered by then.",
    examples: [
      {
        position: 118,
        at: '2031-05-14T09:30:00.000Z',
        hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      },
    ],
  })
export type Position = z.infer<typeof Position>

export const positionRecord = ({
  seq,
  at,
  hash,
}: {
  readonly seq: number
  readonly at: string
  readonly hash: string
}): Position => ({ position: seq, at: at === '' ? null : at, hash })
