/** Claims: one by its number, now or at a position, with who else reports it, its history and its citations. */
import { z } from 'zod'
import { numbersIn } from '../../../ledger/numbers.ts'
import { originReported } from '../../../ledger/reports.ts'
import { nameOf } from '../../../ledger/settled.ts'
import { type ClaimStood, claimStood } from '../../../ledger/stood.ts'
import { storyTold } from '../../../ledger/told.ts'
import { CITATIONS } from '../../../publish/cite/cite.ts'
import { citedOf } from '../../../publish/cite/claim.ts'
import { History, historyRecord } from '../../../publish/records/history.ts'
import { namesOf } from '../../../publish/records/names.ts'
import { Origin, originRecord } from '../../../publish/records/origin.ts'
import { Report, reportRecord } from '../../../publish/records/report.ts'
import { ClaimAsked, claimAskedRecord } from '../../../publish/records/stood.ts'
import { Count, Numbered, Permalink } from '../../../publish/records/words.ts'
import { mentionOf } from '../../../stories/reading.ts'
import { NUMBER_PLACE } from '../cursor.ts'
import { ProblemError } from '../problem.ts'
import { type Api, list, one, type Route } from '../route.ts'
import { numbered } from './given.ts'

const claim = numbered('claim')
const at = z
  .int()
  .min(0)
  .max(10 ** 15)
  .optional()
  .describe("A position of the ledger's log: the claim as it was known then. A permalink has it.")

const NONE = 'The ledger has no claim of this number, or not yet at this position: ask without `at`.'

/** A claim that may be shown; null where there is none. @throws {ProblemError} where a person has hidden it */
async function shownClaim({ ledger, isEditor }: Api, number: number, position?: number): Promise<ClaimStood | null> {
  const stood = await claimStood(ledger, number, position === undefined ? {} : { at: position })
  const now = position === undefined || stood === null ? stood : await claimStood(ledger, number)
  if (now?.corrected.isHidden && !isEditor)
    throw new ProblemError('gone', `A person has hidden claim ${number}; /corrections says who and why.`)
  return stood
}

const getClaim = one({
  path: '/claims/{claim}',
  name: 'getClaim',
  tag: 'claims',
  summary: 'A claim, now or at a position',
  params: { claim },
  query: { at },
  example: '/claims/1',
  answer: ClaimAsked,
  missing: NONE,
  read: async (api, { params, query }) => {
    const stood = await shownClaim(api, params.claim, query.at)
    return stood && claimAskedRecord(stood, api.pinned)
  },
})

const listReports = list({
  path: '/claims/{claim}/reports',
  name: 'listReports',
  tag: 'claims',
  summary: "Who reports a claim's origin, the earliest first",
  description: 'Every article that tells the same original statement, held against the earliest of them.',
  params: { claim },
  example: '/claims/1/reports',
  item: Report,
  more: {
    origin: Numbered,
    story: Numbered.nullable(),
    articles: Count.describe('How many articles report it: outlets, not origins.'),
    decisions: z.array(Numbered).describe('Corrections in force by which people decided what is of it.'),
  },
  limit: { usual: 20, most: 50 },
  place: NUMBER_PLACE,
  missing: 'There is no claim of this number that counts, so it is of no origin.',
  read: async (api, { params }, { limit, place }) => {
    if ((await shownClaim(api, params.claim)) === null) return null
    const offset = Number(place ?? 0)
    const told = await originReported(api.ledger, params.claim, { limit, offset })
    if (told === null) return null
    const { origin, story, articles, decisions, reports } = told
    return {
      items: reports.map((report) => reportRecord(report, api.pinned)),
      origin,
      story,
      articles,
      decisions: [...decisions],
      next: offset + limit < articles ? String(offset + limit) : null,
    }
  },
})

const traceClaim = one({
  path: '/claims/{claim}/origin',
  name: 'traceClaim',
  tag: 'claims',
  summary: "A claim's origin, with its account and who has it from whom",
  description: 'How many outlets carry it, how few origins they trace to, and of how many the lineage is unknown.',
  params: { claim },
  example: '/claims/1/origin',
  answer: Origin,
  missing: 'There is no claim of this number that counts, so it is of no origin.',
  read: async (api, { params }) => {
    const stood = await shownClaim(api, params.claim)
    const told = stood && (await originReported(api.ledger, params.claim, { limit: 1 }))
    const story = told?.story == null ? null : await storyTold(api.ledger, told.story)
    if (stood === null || story === null) return null
    const mention = mentionOf(nameOf(stood.reading.id), stood.corrected.claim.id)
    const origin = story.origins.find(({ claims }) => claims.includes(mention))
    if (origin === undefined) return null
    return originRecord(origin, namesOf(story, await numbersIn(api.ledger, story)), api.pinned)
  },
})

const getHistory = one({
  path: '/claims/{claim}/history',
  name: 'getHistory',
  tag: 'claims',
  summary: 'In which captures and versions a claim was seen, in which not, and in which words',
  params: { claim },
  example: '/claims/1/history',
  answer: History,
  missing: NONE,
  read: async (api, { params }) => {
    const stood = await shownClaim(api, params.claim)
    return stood && historyRecord(stood.history, api.pinned)
  },
})

const Citation = z
  .object({
    claim: Numbered,
    text: z.string().describe('For a footnote.'),
    csl: z.array(z.record(z.string(), z.unknown())).describe('CSL-JSON, schema 1.0.2.'),
    ris: z.string(),
    bibtex: z.string(),
    permalink: Permalink,
  })
  .meta({ id: 'Citation', description: "A claim's citation: the whole chain, the capture's hash and time." })

const citeClaim = one({
  path: '/claims/{claim}/citation',
  name: 'citeClaim',
  tag: 'claims',
  summary: 'How a claim is cited',
  description: 'With the whole chain, and the hash and time of the capture that proves it.',
  params: { claim },
  query: { at },
  example: '/claims/1/citation',
  answer: Citation,
  missing: NONE,
  read: async (api, { params, query }) => {
    const stood = await shownClaim(api, params.claim, query.at)
    if (stood === null) return null
    const cited = citedOf(stood, api.pinned.site, api.pinned.excerpt)
    return {
      claim: params.claim,
      text: CITATIONS.txt.write(cited).trim(),
      csl: JSON.parse(CITATIONS.json.write(cited)) as Record<string, unknown>[],
      ris: CITATIONS.ris.write(cited),
      bibtex: CITATIONS.bib.write(cited),
      permalink: cited.permalink,
    }
  },
})

export const claimRoutes: readonly Route[] = [getClaim, listReports, traceClaim, getHistory, citeClaim]
