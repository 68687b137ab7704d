/**
 * Corrections that wait to be looked at: what they were made of is worded otherwise now, is gone from the page, or is no
 * longer read. They are kept, and hold again where the words come back.
 */
import type { Ledger } from '../open.ts'
import { wordedAlike } from '../threads.ts'
import { type ClaimChange, replaces } from './change.ts'
import { type Correction, inForce, isOfClaim } from './correction.ts'
import { membersOf } from './reapply.ts'
import { correctionEntries } from './record.ts'

/** A correction that waits. */
export interface Held {
  readonly correction: Correction
  /** The claim that it waits for: the one that it was made at or, of origins, one that it names. */
  readonly claim: number
  /** What became of that claim. */
  readonly anchor: 'changed' | 'orphan'
  /** The claim that continues it now; null for an orphan. */
  readonly now: number | null
}

/**
 * The corrections in force that do not hold for the claim that counts now. One is settled by a later correction of the
 * same there, or by being undone.
 */
export async function heldBack(
  { db }: Pick<Ledger, 'db'>,
  of: { readonly articles?: readonly number[] } = {},
): Promise<Held[]> {
  const all = inForce(await correctionEntries({ db }, of))
  const corrections = all.filter(isOfClaim).filter(({ change }) => change.field !== 'right')
  return [...(await ofClaims(db, corrections)), ...(await ofOrigins(db, all))].sort(
    (one, other) => one.correction.id - other.correction.id || one.claim - other.claim,
  )
}

async function ofClaims(db: Ledger['db'], corrections: readonly Correction<ClaimChange>[]): Promise<Held[]> {
  if (corrections.length === 0) return []
  const claims = [...new Set(corrections.map(({ claim }) => claim))]
  const rows = await db.selectFrom('claim').select(['id', 'thread']).where('id', 'in', claims).execute()
  const threadOf = new Map(rows.map(({ id, thread }) => [id, thread ?? id]))
  const members = await membersOf(db, [...new Set(threadOf.values())])
  const isReplaced = ({ id, claim, change }: Correction): boolean =>
    corrections.some((later) => later.id > id && later.claim === claim && replaces(later.change, change))
  return corrections.flatMap((correction): Held[] => {
    if (isReplaced(correction)) return []
    const now = members.find(({ thread, isCurrent }) => isCurrent && thread === threadOf.get(correction.claim))
    const { claim } = correction
    if (now === undefined) return [{ correction, claim, anchor: 'orphan', now: null }]
    // It holds itself, or a person has said otherwise of the words as they are now.
    const isSettled = now.corrected.by.some(
      ({ id, change }) => id === correction.id || replaces(change, correction.change),
    )
    return isSettled ? [] : [{ correction, claim, anchor: 'changed', now: now.id }]
  })
}

/** Decisions that name claims which do not stand as they did. */
async function ofOrigins(db: Ledger['db'], corrections: readonly Correction[]): Promise<Held[]> {
  const decisions = corrections.filter(({ change }) => change.field === 'origin')
  if (decisions.length === 0) return []
  const named = decisions.flatMap(({ change }) => (change.field === 'origin' ? [...change.one, ...change.not] : []))
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread', 'continues', 'anchor', 'isCurrent'])
    .where('thread', 'in', (own) =>
      own.selectFrom('claim as named').select('named.thread').where('named.id', 'in', named),
    )
    .execute()
  const alike = wordedAlike(rows)
  const threadOf = new Map(rows.map(({ id, thread }) => [id, thread]))
  return decisions.flatMap((correction): Held[] => {
    const { change } = correction
    if (change.field !== 'origin') return []
    return [...change.one, ...change.not].flatMap((claim): Held[] => {
      const now = rows.find(({ isCurrent, thread }) => isCurrent === 1 && thread === threadOf.get(claim))
      if (now === undefined) return [{ correction, claim, anchor: 'orphan', now: null }]
      return alike.get(now.id) === alike.get(claim) ? [] : [{ correction, claim, anchor: 'changed', now: now.id }]
    })
  })
}
