/** Corrections as they are listed for everybody: newest first, each with what undid it and the words that it is about. */
import type { Ledger } from '../open.ts'
import type { Correction, Reversal } from './correction.ts'
import { inForce } from './correction.ts'
import { entriesOf } from './record.ts'

/** A correction of the list. */
export interface CorrectionListed {
  readonly correction: Correction
  readonly isInForce: boolean
  /** Undone and redone, in order. */
  readonly reversals: readonly Reversal[]
  /** What the claim says, as it is looked for now; null for one that people have hidden. */
  readonly words: string | null
  readonly headline: string | null
  readonly outlet: string | null
}

/** A page of the list. */
export interface CorrectionsListed {
  readonly corrections: readonly CorrectionListed[]
  /** A correction's number: the next page is of those before it. Null where there is none. */
  readonly next: number | null
}

/**
 * A page of all corrections.
 * @param before a correction's number
 * @param isAll false: without claims that were only found right
 */
export async function correctionsListed(
  { db }: Pick<Ledger, 'db'>,
  {
    before = Number.MAX_SAFE_INTEGER,
    isAll = true,
    limit = 50,
  }: { readonly before?: number; readonly isAll?: boolean; readonly limit?: number } = {},
): Promise<CorrectionsListed> {
  let query = db
    .selectFrom('correction')
    .innerJoin('claim', 'claim.id', 'correction.claimId')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .select(['correction.id', 'claim.content', 'claim.isHidden', 'version.headline', 'version.outlet'])
    .where('correction.kind', '=', 'change')
    .where('correction.id', '<', before)
    .orderBy('correction.id', 'desc')
    .limit(limit + 1)
  if (!isAll) query = query.where('correction.field', '!=', 'right')
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const entries = await entriesOf(
    db,
    shown.map(({ id }) => id),
  )
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const holding = new Set(inForce(entries).map(({ id }) => id))
  return {
    corrections: shown.flatMap(({ id, content, isHidden, headline, outlet }): CorrectionListed[] => {
      const correction = byId.get(id)
      if (correction?.kind !== 'change') return []
      const reversals = entries.filter(
        (entry): entry is typeof entry & Reversal => entry.kind !== 'change' && entry.target === id,
      )
      const words = isHidden === 1 ? null : content
      return [{ correction, isInForce: holding.has(id), reversals, words, headline, outlet }]
    }),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/**
 * The correction that an entry is, undoes or redoes.
 * @returns null where there is no such entry
 */
export async function correctionOf(
  { db }: Pick<Ledger, 'db'>,
  entry: number,
): Promise<Pick<CorrectionListed, 'correction' | 'isInForce'> | null> {
  const row = await db.selectFrom('correction').select('target').where('id', '=', entry).executeTakeFirst()
  if (row === undefined) return null
  const entries = await entriesOf(db, [row.target ?? entry])
  const correction = entries.find((one) => one.kind === 'change')
  if (correction?.kind !== 'change') return null
  return { correction, isInForce: inForce(entries).length > 0 }
}
