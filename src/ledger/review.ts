/** Claims for people to look at: of the readings that entered last those that nobody has looked at, the least sure first. */
import type { Ledger } from './open.ts'
import { type ClaimShown, claimsShown } from './shown.ts'

/** Readings whose claims are offered together. */
const READINGS = 100

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
  { limit = 20, before = Number.MAX_SAFE_INTEGER }: { readonly limit?: number; readonly before?: number } = {},
): Promise<ToReview> {
  const { db } = ledger
  const readings = await db
    .selectFrom('reading')
    .innerJoin('article', 'article.versionId', 'reading.versionId')
    .select('reading.id')
    .where('reading.isCurrent', '=', 1)
    .where('reading.id', '<', before)
    .orderBy('reading.id', 'desc')
    .limit(READINGS)
    .execute()
  const last = readings.at(-1)
  if (last === undefined) return { claims: [], waiting: 0, before: null }
  const rows = await db
    .selectFrom('claim')
    .select('claim.id')
    .where(
      'claim.readingId',
      'in',
      readings.map(({ id }) => id),
    )
    .where('claim.isHidden', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('correction')
            .innerJoin('claim as looked', 'looked.id', 'correction.claimId')
            .select('correction.id')
            .whereRef('correction.articleId', '=', 'claim.articleId')
            .whereRef('looked.thread', '=', 'claim.thread'),
        ),
      ),
    )
    .orderBy('claim.confidence')
    .orderBy('claim.id')
    .execute()
  const claims = await claimsShown(
    ledger,
    rows.slice(0, limit).map(({ id }) => id),
  )
  return { claims, waiting: rows.length, before: readings.length < READINGS ? null : last.id }
}
