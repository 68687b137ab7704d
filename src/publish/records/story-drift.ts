/** What the retelling of a story changed: in an article against itself, or from one report to another. */
import { z } from 'zod'
import { numberOf } from '../../ledger/settled.ts'
import { DRIFT_KINDS } from '../../stories/drift/drift.ts'
import type { DriftSide, DriftTold } from '../../stories/told/changes.ts'
import { claimAt } from '../addresses.ts'
import { Anchor } from './anchor.ts'
import type { StoryNames } from './names.ts'
import { anchoredRecord } from './origin.ts'
import type { Pinned } from './pinned.ts'
import { Numbered, Permalink } from './words.ts'

const Side = z
  .object({
    outlet: z.string().nullable(),
    claim: Numbered.nullable(),
    origin: Numbered.nullable(),
    anchor: Anchor,
    permalink: Permalink.nullable().describe('Of the claim; null for words of no claim.'),
  })
  .meta({ id: 'StoryDriftWords', description: 'The words of one telling.' })

export const StoryDrift = z
  .object({
    kind: z.enum(DRIFT_KINDS),
    where: z.enum(['within', 'between']).describe('Between an article and itself, or from one report to another.'),
    from: Side.describe('The words that were lost or changed.'),
    to: Side.describe('Those in their place, in the first article that has the change.'),
    lost: z.boolean(),
    why: z.string(),
    articles: z.array(Numbered).describe('Every article that has the change, the earliest first.'),
  })
  .meta({ id: 'StoryDrift', description: 'A difference between tellings in a story, with the words of both sides.' })
export type StoryDrift = z.infer<typeof StoryDrift>

export const storyDriftRecord = (told: DriftTold, names: StoryNames, pinned: Pinned): StoryDrift => ({
  kind: told.kind,
  where: told.where,
  from: sideRecord(told.from, names, pinned),
  to: sideRecord(told.to, names, pinned),
  lost: told.lost,
  why: told.why,
  articles: told.articles.flatMap((id) => names.article(id) ?? []),
})

function sideRecord(side: DriftSide, names: StoryNames, pinned: Pinned) {
  const [claim = null] = side.claim === null ? [] : names.claims([side.claim])
  return {
    outlet: side.outlet,
    claim,
    origin: side.origin === null ? null : numberOf(side.origin),
    anchor: anchoredRecord(side, names, pinned),
    permalink: claim === null ? null : pinned.site + claimAt(claim, pinned.seq),
  }
}
