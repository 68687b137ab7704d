/** Corrections: the list, those of a claim, and what waits to be looked at. */
import { z } from 'zod'
import { inForce } from '../../../ledger/corrections/correction.ts'
import { type CorrectionListed, correctionsListed } from '../../../ledger/corrections/listed.ts'
import { entriesOf } from '../../../ledger/corrections/record.ts'
import { originReported } from '../../../ledger/reports.ts'
import { reviewQueue } from '../../../ledger/review.ts'
import { claimsShown } from '../../../ledger/shown.ts'
import { claimStood } from '../../../ledger/stood.ts'
import { Claim } from '../../../publish/records/claim.ts'
import { Correction, correctionRecord } from '../../../publish/records/correction.ts'
import { Count } from '../../../publish/records/words.ts'
import { NUMBER_PLACE } from '../cursor.ts'
import { type Api, list, one, type Route } from '../route.ts'
import { claimRecords, LIMIT, numbered } from './given.ts'

const correction = numbered('correction')
const claim = numbered('claim')

/** A correction by its number; null where there is none. */
export async function correctionOf({ ledger, pinned }: Api, number: number): Promise<Correction | null> {
  const { corrections } = await correctionsListed(ledger, { before: number + 1, limit: 1 })
  const [found] = corrections
  return found?.correction.id === number ? correctionRecord(found, pinned) : null
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

export const correctionRoutes: readonly Route[] = [listCorrections, getCorrection, listClaimCorrections, listReview]
