/** Reports: what articles tell of one origin, each held against the earliest. */
import { z } from 'zod'
import type { OriginReported } from '../../ledger/reports.ts'
import { webAddress } from '../address.ts'
import { articleAt, claimAt, storyAt } from '../addresses.ts'
import { Capture, captureRecord } from './capture.ts'
import { Claim, claimRecord } from './claim.ts'
import { Drift, driftRecord } from './drift.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Count, Numbered, PageAddress, Permalink, Published } from './words.ts'

export const Wording = z.object({ words: z.string(), is: z.enum(['kept', 'gone', 'new']) }).meta({
  id: 'Wording',
  description: 'Words of a passage: kept, taken out, or put in.',
  examples: [
    { words: 'up to ', is: 'gone' },
    { words: '40', is: 'kept' },
  ],
})

const Reported = z
  .object({
    claim: Claim,
    confidence: z.number().describe('How sure it is that it is of this origin; 1 for the first.'),
    because: z.array(z.string()).describe('Why it is held to be.'),
    words: z
      .array(Wording)
      .nullable()
      .describe("Its words against the earliest report's; null where they are the same."),
    drift: z.array(Drift).describe('What it lost or changed of the earliest report.'),
  })
  .meta({ id: 'ReportedClaim', description: 'A claim by which an article reports an origin.' })

export const Report = z
  .object({
    article: Numbered,
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    published: Published,
    wire: z.string().nullable(),
    url: PageAddress,
    claims: z.array(Reported),
    capture: Capture.nullable(),
    permalink: Permalink,
  })
  .meta({ id: 'Report', description: "An article's telling of an origin." })
export type Report = z.infer<typeof Report>

export const Reports = z
  .object({
    origin: Numbered.describe("The origin's number; one that a person split off has one of its own."),
    story: Numbered.nullable().describe("The story that the claim's article is in."),
    articles: Count.describe('How many articles report it: outlets, not origins.'),
    decisions: z.array(Numbered).describe('Corrections in force by which people decided what is of it.'),
    reports: z.array(Report).describe('The earliest published first, those without a date last.'),
    permalink: Permalink,
  })
  .meta({ id: 'Reports', description: 'An origin by one of its claims: every article that reports it.' })
export type Reports = z.infer<typeof Reports>

type ReportOf = OriginReported['reports'][number]

export const reportRecord = ({ claims, capture, ...where }: ReportOf, pinned: Pinned): Report => ({
  article: where.article,
  outlet: where.outlet,
  headline: where.headline && excerptOf(where.headline, pinned),
  published: where.published,
  wire: where.wire,
  url: webAddress(where.url),
  claims: claims.map(({ number, claim, joined, words, drift }) => ({
    claim: claimRecord({ ...where, number, claim }, pinned, capture),
    confidence: joined.confidence,
    because: joined.reasons.map((reason) => reason.words),
    words: words?.map((one) => ({ ...one, words: excerptOf(one.words, pinned) })) ?? null,
    drift: drift.map((one) => driftRecord(one, pinned)),
  })),
  capture: capture && captureRecord(capture),
  permalink: pinned.site + articleAt(where.article),
})

/** @param claim the number by which the origin was asked for */
export const reportsRecord = (claim: number, told: OriginReported, pinned: Pinned): Reports => ({
  origin: told.origin,
  story: told.story,
  articles: told.articles,
  decisions: [...told.decisions],
  reports: told.reports.map((report) => reportRecord(report, pinned)),
  permalink: pinned.site + (told.story === null ? claimAt(claim, pinned.seq) : storyAt(told.story)),
})
