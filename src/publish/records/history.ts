/** The history of a claim: every reading in which it stands, and every capture in which it was seen or was not. */
import { z } from 'zod'
import type { ClaimHistory } from '../../ledger/history.ts'
import { claimAt, versionAt } from '../addresses.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Moment, Numbered, Permalink, Span, STRINGS } from './words.ts'

const STATES = ['exact', 'moved', 'changed', 'orphan'] as const

const Stands = z
  .object({
    claim: Numbered,
    continues: Numbered.nullable().describe('The older claim that it is.'),
    anchor: z.enum(['exact', 'moved', 'changed']).nullable().describe("What became of that claim's words."),
    engine: z.string(),
    edition: z.string(),
    readAt: Moment,
    counts: z.boolean().describe('Whether the reading counts in its version.'),
    in: z.enum(STRINGS),
    words: z.string(),
    span: Span,
    permalink: Permalink,
  })
  .meta({ id: 'ClaimStands', description: 'A claim of the thread in a reading.' })

export const History = z
  .object({
    thread: Numbered.describe('The first claim of the thread.'),
    article: Numbered,
    current: Numbered.nullable().describe('The claim that counts now; null where none does.'),
    versions: z
      .array(
        z.object({
          number: Numbered,
          captures: z.array(z.object({ number: Numbered, at: Moment, url: z.string().nullable() })),
          stands: z.array(Stands).describe('Empty where no reading of this version has the claim.'),
          words: z.enum(STATES).nullable().describe('Where no reading has it: what became of its words.'),
          permalink: Permalink,
        }),
      )
      .describe('In the order in which they were first seen.'),
  })
  .meta({
    id: 'History',
    description: 'In which captures a claim was seen, in which not, and how it was worded: observed, not inferred.',
  })
export type History = z.infer<typeof History>

export const historyRecord = ({ thread, article, current, versions }: ClaimHistory, pinned: Pinned): History => ({
  thread,
  article,
  current,
  versions: versions.map(({ number, captures, stands, words }) => ({
    number,
    captures: captures.map(({ capture, at, url }) => ({ number: capture, at, url })),
    stands: stands.map((one) => ({
      claim: one.claim,
      continues: one.continues,
      anchor: one.anchor,
      engine: one.engine,
      edition: one.edition,
      readAt: one.readAt,
      counts: one.counts,
      in: one.in,
      words: excerptOf(one.words, pinned),
      span: { start: one.span.start, end: one.span.end },
      permalink: pinned.site + claimAt(one.claim, pinned.seq),
    })),
    words,
    permalink: pinned.site + versionAt(article, number),
  })),
})
