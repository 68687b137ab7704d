/**
 * Corrections that wait to be looked at: what they were made of is worded otherwise now, is gone from the page, or is no
 * longer read. They are kept, and hold again where the words come back.
 */
import type { Ledger } from '../open.ts'
import { replaces } from './change.ts'
import { type Correction, inForce, isOfClaim } from './correction.ts'
import { membersOf } from './reapply.ts'
import { correctionEntries } from './record.ts'

/** A correction that waits. */
export interface Held {
  readonly correction: Correction
  /** What became of the claim that it was made at. */
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
  const corrections = inForce(await correctionEntries({ db }, of))
    .filter(isOfClaim)
    .filter(({ change }) => change.field !== 'right')
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
    if (now === undefined) return [{ correction, anchor: 'orphan', now: null }]
    // It holds itself, or a person has said otherwise of the words as they are now.
    const isSettled = now.corrected.by.some(
      ({ id, change }) => id === correction.id || replaces(change, correction.change),
    )
    return isSettled ? [] : [{ correction, anchor: 'changed', now: now.id }]
  })
}
