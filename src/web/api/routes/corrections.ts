/** Corrections: the list, those of a claim, what waits to be looked at - and saying what is otherwise, undoing, deciding. */
import { z } from 'zod'
import { Change } from '../../../ledger/corrections/change.ts'
import { addClaim, correct, MOST_SAID, redo, type Saying, undo } from '../../../ledger/corrections/correct.ts'
import { inForce } from '../../../ledger/corrections/correction.ts'
import { type CorrectionListed, correctionsListed } from '../../../ledger/corrections/listed.ts'
import { entriesOf } from '../../../ledger/corrections/record.ts'
import { originReported } from '../../../ledger/reports.ts'
import { reviewQueue } from '../../../ledger/review.ts'
import { claimsShown } from '../../../ledger/shown.ts'
import { claimStood } from '../../../ledger/stood.ts'
import { Claim } from '../../../publish/records/claim.ts'
import { Correction, correctionRecord, Reversal, reversalRecord } from '../../../publish/records/correction.ts'
import { Count, SPEAKER_KINDS, STRINGS } from '../../../publish/records/words.ts'
import { NUMBER_PLACE } from '../cursor.ts'
import { type Api, list, one, type Route, write } from '../route.ts'
import { claimRecords, LIMIT, numbered } from './given.ts'

const correction = numbered('correction')
const claim = numbered('claim')

const saying = {
  by: z.string().min(1).max(MOST_SAID.by).describe('Who says so.'),
  why: z.string().min(1).max(MOST_SAID.why).describe('Why: what the page says, and where.'),
}

const saidBy = ({ by, why }: { readonly by: string; readonly why: string }, { now }: Api): Saying => ({
  by,
  why,
  at: now(),
})

/** A correction by its number; null where there is none. */
async function correctionOf({ ledger, pinned }: Api, number: number): Promise<Correction | null> {
  const { corrections } = await correctionsListed(ledger, { before: number + 1, limit: 1 })
  const [found] = corrections
  return found?.correction.id === number ? correctionRecord(found, pinned) : null
}

/** The correction that was just written. */
const written = async (api: Api, number: number) => {
  const value = await correctionOf(api, number)
  if (value === null) throw new Error(`correction ${number} was written and is not there`)
  return { value, location: `/api/v1/corrections/${number}` }
}

const listCorrections = list({
  path: '/corrections',
  name: 'listCorrections',
  tag: 'corrections',
  summary: 'All corrections, the newest first',
  query: { all: z.boolean().default(true).describe('Also of claims that people only found right.') },
  example: '/corrections',
  item: Correction,
  limit: LIMIT,
  place: NUMBER_PLACE,
  read: async ({ ledger, pinned }, { query: { all } }, { limit, place }) => {
    const before = place === null ? {} : { before: Number(place) }
    const { corrections, next } = await correctionsListed(ledger, { limit, isAll: all, ...before })
    return {
      items: corrections.map((listed) => correctionRecord(listed, pinned)),
      next: next === null ? null : String(next),
    }
  },
})

const getCorrection = one({
  path: '/corrections/{correction}',
  name: 'getCorrection',
  tag: 'corrections',
  summary: 'A correction, with what undid it',
  params: { correction },
  example: '/corrections/{correction}',
  answer: Correction,
  missing: 'There is no correction of this number.',
  read: (api, { params }) => correctionOf(api, params.correction),
})

const Corrections = z
  .object({ corrections: z.array(Correction) })
  .meta({ id: 'Corrections', description: 'What people said of a claim and of its origin, in order.' })

const listClaimCorrections = one({
  path: '/claims/{claim}/corrections',
  name: 'listClaimCorrections',
  tag: 'corrections',
  summary: 'What people said of a claim, in every version and reading, and of its origin',
  params: { claim },
  example: '/claims/1/corrections',
  answer: Corrections,
  missing: 'The ledger has no claim of this number.',
  read: async ({ ledger, pinned, isEditor }, { params }) => {
    const stood = await claimStood(ledger, params.claim)
    if (stood === null) return null
    const origin = await originReported(ledger, params.claim, { limit: 1 })
    const own = stood.entries.flatMap((entry) => (entry.kind === 'change' ? [entry.id] : []))
    const entries = await entriesOf(ledger.db, [...new Set([...own, ...(origin?.decisions ?? [])])])
    const holding = new Set(inForce(entries).map(({ id }) => id))
    const isShown = isEditor || !stood.corrected.isHidden
    const words = isShown ? stood.corrected.claim.content.text : null
    const { headline, outlet } = stood.page
    const corrections = entries.flatMap((entry): CorrectionListed[] => {
      if (entry.kind !== 'change') return []
      const reversals = entries.flatMap((one) => (one.kind !== 'change' && one.target === entry.id ? [one] : []))
      return [{ correction: entry, isInForce: holding.has(entry.id), reversals, words, headline, outlet }]
    })
    return { corrections: corrections.map((listed) => correctionRecord(listed, pinned)) }
  },
})

const CorrectionGiven = z.strictObject({ ...saying, change: Change }).meta({
  id: 'CorrectionGiven',
  description: 'What is otherwise than it was read.',
  examples: [
    { by: 'M. Voss', why: 'The caption names the harbour.', change: { field: 'place', name: 'Elling harbour' } },
  ],
})

const correctClaim = write({
  path: '/claims/{claim}/corrections',
  name: 'correctClaim',
  tag: 'corrections',
  summary: 'Says what of a claim is otherwise, or that it is right',
  params: { claim },
  example: '/claims/1/corrections',
  body: CorrectionGiven,
  answer: Correction,
  status: 201,
  missing: 'The ledger has no claim of this number.',
  read: async (api, { params, body }) => {
    if ((await claimStood(api.ledger, params.claim)) === null) return null
    const { id } = await correct(api.ledger, params.claim, body.change, saidBy(body, api))
    return written(api, id)
  },
})

const reversed = (how: 'undo' | 'redo', summary: string) =>
  write({
    path: `/corrections/{correction}/${how}`,
    name: `${how}Correction`,
    tag: 'corrections',
    summary,
    params: { correction },
    example: `/corrections/{correction}/${how}`,
    body: z.strictObject(saying).meta({
      id: 'Saying',
      description: 'Who says so, and why.',
      examples: [{ by: 'M. Voss', why: 'The caption is of another picture.' }],
    }),
    answer: Reversal,
    status: 201,
    missing: 'There is no correction of this number.',
    read: async (api, { params, body }) => {
      if ((await correctionOf(api, params.correction)) === null) return null
      const reversal = await (how === 'undo' ? undo : redo)(api.ledger, params.correction, saidBy(body, api))
      return { value: reversalRecord(reversal), location: `/api/v1/corrections/${params.correction}` }
    },
  })

const Missed = z
  .strictObject({
    ...saying,
    in: z.enum(STRINGS).default('text'),
    text: z.string().min(1).max(5000).describe('Words of the article as it stands now.'),
    nth: z
      .int()
      .min(0)
      .optional()
      .describe('The how manieth time that they stand there, from 0; needed where they stand there several times.'),
    type: z.enum(['direct', 'indirect', 'mixed', 'none']),
    speaker: z
      .strictObject({
        name: z.string().min(1).max(500),
        kind: z.enum(SPEAKER_KINDS),
        key: z.string().nullable().default(null),
      })
      .nullable(),
  })
  .meta({
    id: 'Missed',
    description: 'A claim that was missed: words of an article, and who answers for them.',
    examples: [
      {
        by: 'M. Voss',
        why: 'It was missed.',
        in: 'text',
        text: 'the pier will stay closed',
        type: 'indirect',
        speaker: { name: 'Ilse Maren', kind: 'person', key: null },
      },
    ],
  })

const addMissedClaim = write({
  path: '/articles/{article}/claims',
  name: 'addClaim',
  tag: 'corrections',
  summary: 'Adds a claim that was missed in an article',
  params: { article: numbered('article') },
  example: '/articles/1/claims',
  body: Missed,
  answer: Correction,
  status: 201,
  read: async (api, { params, body: { by, why, nth, ...missed } }) => {
    const given = { ...missed, ...(nth === undefined ? {} : { nth }) }
    const { id } = await addClaim(api.ledger, params.article, given, saidBy({ by, why }, api))
    return written(api, id)
  },
})

const claims = z.array(z.int().positive()).max(1000)
const Decision = z
  .strictObject({
    ...saying,
    how: z.enum(['merge', 'split', 'move']),
    one: claims.min(1).describe('Numbers of claims that are of one origin,'),
    not: claims.default([]).describe('and of claims that are none of it.'),
  })
  .meta({
    id: 'Decision',
    description: 'Which claims are of one origin, and which are not.',
    examples: [{ by: 'M. Voss', why: 'Both quote the same briefing.', how: 'merge', one: [41, 52], not: [] }],
  })

const decideOrigin = write({
  path: '/decisions',
  name: 'decideOrigin',
  tag: 'corrections',
  summary: 'Decides which claims are of one origin',
  example: '/decisions',
  body: Decision,
  answer: Correction,
  status: 201,
  read: async (api, { body: { by, why, how, one: own, not } }) => {
    const change = { field: 'origin', how, one: own, not } as const
    const { id } = await correct(api.ledger, own[0] as number, change, saidBy({ by, why }, api))
    return written(api, id)
  },
})

/** A place of the queue: of what entered before which reading, and how many of it come before. */
const QUEUE_PLACE = /^(\d{1,15}|)\.(\d{1,9})$/

const listReview = list({
  path: '/review',
  name: 'listReview',
  tag: 'corrections',
  summary: 'Claims that nobody has looked at, of the pages that entered last the least sure first',
  scope: 'write',
  isKept: false,
  example: '/review',
  item: Claim,
  more: {
    waiting: Count.describe(
      'Claims of the newest hundred readings, or of those before them, that nobody has looked at.',
    ),
    lookedAt: Count,
    corrected: Count.describe('Of those looked at.'),
  },
  limit: LIMIT,
  place: QUEUE_PLACE,
  read: async (api, _, { limit, place }) => {
    const [, reading = '', offset = '0'] = QUEUE_PLACE.exec(place ?? '') ?? []
    const from = Number(offset)
    const queue = await reviewQueue(api.ledger, reading === '' ? {} : { before: Number(reading) })
    const waiting = queue.offered.flatMap((one) => (one.isWaiting ? [one.claim] : []))
    const shown = await claimsShown(api.ledger, waiting.slice(from, from + limit))
    const isMore = from + limit < waiting.length
    return {
      items: await claimRecords(api, shown),
      waiting: waiting.length,
      lookedAt: queue.lookedAt,
      corrected: queue.corrected,
      next: isMore ? `${reading}.${from + limit}` : queue.before === null ? null : `${queue.before}.0`,
    }
  },
})

export const correctionRoutes: readonly Route[] = [
  listCorrections,
  getCorrection,
  listClaimCorrections,
  correctClaim,
  reversed('undo', 'Takes a correction back'),
  reversed('redo', 'Puts a correction in force again that was taken back'),
  addMissedClaim,
  decideOrigin,
  listReview,
]
