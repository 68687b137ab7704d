/** Developments: what changed in claims. Feeds, letters, webhooks and the API tell the same. */
import { z } from 'zod'
import type { DevelopmentKind, Development as Noticed } from '../../ledger/developments/development.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import type { CaptureShown } from '../../ledger/stood.ts'
import { DRIFT_KINDS } from '../../stories/drift/drift.ts'
import { claimAt } from '../addresses.ts'
import { Claim, claimRecord } from './claim.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Moment, Numbered, Permalink } from './words.ts'

const DEVELOPMENT_KINDS = [
  'new origin',
  'denial',
  'correction',
  ...DRIFT_KINDS,
] as const satisfies readonly DevelopmentKind[]

export const Development = z
  .object({
    number: Numbered.describe('Rising in the order in which they were noticed; never used twice.'),
    kind: z.enum(DEVELOPMENT_KINDS),
    at: Moment.describe('When it was noticed, ISO 8601 in UTC.'),
    position: z.int().min(0).describe('The position of the log that had entered by then.'),
    story: Numbered.nullable(),
    storyTitle: z.string().nullable(),
    claim: Claim.describe('The claim that makes it.'),
    before: Claim.nullable().describe('The claim that it is held against; null where there is none.'),
    from: z.string().nullable().describe('The words that were lost or changed; null where it is not about words.'),
    to: z.string().nullable().describe('Those in their place.'),
    lost: z.boolean().describe('Whether the words were left out; else there are others instead.'),
    toldIn: z.enum(['text', 'headline', 'deck', 'caption', 'slug']).nullable(),
    permalink: Permalink,
  })
  .meta({ id: 'Development', description: 'What changed in claims: not a new page, but what one tells otherwise.' })
export type Development = z.infer<typeof Development>

/** @param captureOf the first capture of a claim's version, where it is at hand */
export function developmentRecord(
  noticed: Noticed,
  { site, excerpt }: Omit<Pinned, 'seq'>,
  captureOf: (claim: ClaimShown) => CaptureShown | null = () => null,
): Development {
  const pinned = { site, excerpt, seq: noticed.seq }
  const record = (claim: ClaimShown) => claimRecord(claim, pinned, captureOf(claim))
  return {
    number: noticed.id,
    kind: noticed.kind,
    at: noticed.at,
    position: noticed.seq,
    story: noticed.story,
    storyTitle: noticed.storyTitle && excerptOf(noticed.storyTitle, pinned),
    claim: record(noticed.claim),
    before: noticed.before && record(noticed.before),
    from: noticed.from && excerptOf(noticed.from, pinned),
    to: noticed.to && excerptOf(noticed.to, pinned),
    lost: noticed.lost,
    toldIn: noticed.toldIn,
    permalink: site + claimAt(noticed.claim.number, noticed.seq),
  }
}
