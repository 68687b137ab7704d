/**
 * Corrections as they are written down: each an entry of its own, never altered. Undo and redo are entries too; what is
 * in force follows from reading them all in order.
 */
import type { Change, ClaimChange } from './change.ts'

interface Said {
  /** Its number: later ones are higher. */
  readonly id: number
  readonly by: string
  /** ISO time in UTC. */
  readonly at: string
  readonly why: string
}

/** A correction. */
export interface Correction<Changed extends Change = Change> extends Said {
  readonly kind: 'change'
  /** The claim that the person had before them; for origins the first of those that are one. */
  readonly claim: number
  readonly change: Changed
}

/** A correction taken back, or put in force again. */
export interface Reversal extends Said {
  readonly kind: 'undo' | 'redo'
  readonly target: number
}

export type CorrectionEntry = Correction | Reversal

/** The corrections that are in force after all entries, in the order of their numbers. */
export function inForce(entries: readonly CorrectionEntry[]): Correction[] {
  const undone = new Set<number>()
  const inOrder = entries.toSorted((one, other) => one.id - other.id)
  for (const entry of inOrder) {
    if (entry.kind === 'undo') undone.add(entry.target)
    if (entry.kind === 'redo') undone.delete(entry.target)
  }
  return inOrder.filter((entry): entry is Correction => entry.kind === 'change' && !undone.has(entry.id))
}

/** Whether it corrects a claim, not what is one origin. */
export const isOfClaim = (correction: Correction): correction is Correction<ClaimChange> =>
  correction.change.field !== 'origin'
