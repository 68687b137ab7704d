/** Claims for people to look at: of the readings that entered last those that nobody has looked at, the least sure first. */
import { inForce } from './corrections/correction.ts'
import { correctionEntries } from './corrections/record.ts'
import type { Ledger } from './open.ts'
import { type ClaimShown, claimsShown } from './shown.ts'

/** Readings whose claims are offered together. */
const READINGS = 100

/** A claim in the order in which it is offered. */
interface Offered {
  readonly claim: number
  /** Nobody has corrected it or found it right. */
  readonly isWaiting: boolean
}

/** What is offered, with what was looked at already. */
export interface ReviewQueue {
  /** All claims of these readings, the least sure first. */
  readonly offered: readonly Offered[]
  /** How many of them people looked at, and how many of these they corrected. */
  readonly lookedAt: number
  readonly corrected: number
  /** A reading's number: older ones are offered before it. Null where there are none. */
  readonly before: number | null
}

/**
 * The claims of the readings that entered last. What was said of a claim and undone leaves it waiting.
 * @param before a reading's number: what entered before it
 */
export async function reviewQueue(
  { db }: Pick<Ledger, 'db'>,
  { before = Number.MAX_SAFE_INTEGER }: { readonly before?: number } = {},
): Promise<ReviewQueue> {
  const readings = await db
    .selectFrom('reading')
    .innerJoin('article', 'article.versionId', 'reading.versionId')
    .select(['reading.id', 'article.id as article'])
    .where('reading.isCurrent', '=', 1)
    .where('reading.id', '<', before)
    .orderBy('reading.id', 'desc')
    .limit(READINGS)
    .execute()
  const last = readings.at(-1)
  if (last === undefined) return { offered: [], lookedAt: 0, corrected: 0, before: null }
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread', 'isHidden'])
    .where(
      'readingId',
      'in',
      readings.map(({ id }) => id),
    )
    .orderBy('confidence')
    .orderBy('id')
    .execute()
  const said = await saidOf(
    db,
    readings.map(({ article }) => article),
  )
  const own = rows.map(({ id, thread, isHidden }) => ({ claim: id, isHidden, said: said.get(thread ?? id) }))
  return {
    offered: own.map(({ claim, isHidden, said }) => ({ claim, isWaiting: isHidden === 0 && said === undefined })),
    lookedAt: own.filter(({ isHidden, said }) => isHidden === 1 || said !== undefined).length,
    corrected: own.filter(({ isHidden, said }) => isHidden === 1 || said === 'corrected').length,
    before: readings.length < READINGS ? null : last.id,
  }
}

/** What people said of threads of some articles, as far as it is in force. */
async function saidOf(db: Ledger['db'], articles: readonly number[]): Promise<Map<number, 'corrected' | 'right'>> {
  const corrections = inForce(await correctionEntries({ db }, { articles }))
  const said = new Map<number, 'corrected' | 'right'>()
  if (corrections.length === 0) return said
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread'])
    .where('id', 'in', [...new Set(corrections.map(({ claim }) => claim))])
    .execute()
  const threadOf = new Map(rows.map(({ id, thread }) => [id, thread ?? id]))
  for (const { claim, change } of corrections) {
    const thread = threadOf.get(claim) ?? claim
    if (change.field !== 'right') said.set(thread, 'corrected')
    else if (!said.has(thread)) said.set(thread, 'right')
  }
  return said
}

/** What is offered. */
export interface ToReview {
  readonly claims: readonly ClaimShown[]
  /** How many claims of these readings nobody has looked at. */
  readonly waiting: number
  /** A reading's number: older ones are offered before it. Null where there are none. */
  readonly before: number | null
}

/**
 * Claims that nobody has corrected or found right.
 * @param before a reading's number: what entered before it
 */
export async function claimsToReview(
  ledger: Pick<Ledger, 'db'>,
  { limit = 20, ...from }: { readonly limit?: number; readonly before?: number } = {},
): Promise<ToReview> {
  const { offered, before } = await reviewQueue(ledger, from)
  const waiting = offered.filter(({ isWaiting }) => isWaiting).map(({ claim }) => claim)
  return { claims: await claimsShown(ledger, waiting.slice(0, limit)), waiting: waiting.length, before }
}
