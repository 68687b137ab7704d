/** What a person says of what they look at, written down. */
import { claimsOneWith } from '../../ledger/alike.ts'
import type { Change } from '../../ledger/corrections/change.ts'
import { correct, type Saying, undo } from '../../ledger/corrections/correct.ts'
import { CorrectionError } from '../../ledger/corrections/correction-error.ts'
import type { Ledger } from '../../ledger/open.ts'
import { REVIEW } from '../words/review.ts'
import type { Item } from './queue.ts'

/** The most claims that a decision names. */
const MOST = 1000

/** What may be said here. */
export interface Said {
  readonly does: string
  /** The claim that it is to be one with, as it was sent. */
  readonly other: string
}

/**
 * Writes it down.
 * @returns the number of the correction, or of the undoing
 * @throws {CorrectionError} where it cannot be
 */
export async function say(
  ledger: Ledger,
  { claim, held }: Item,
  { does, other }: Said,
  saying: Saying,
): Promise<number> {
  if (held !== null && does === 'drop') return (await undo(ledger, held.correction.id, saying)).id
  if (claim === null) throw new CorrectionError(REVIEW.wrong)
  const change = await changeOf(ledger, { claim, held }, { does, other })
  return (await correct(ledger, claim, change, saying)).id
}

async function changeOf(
  ledger: Ledger,
  { claim, held }: { readonly claim: number; readonly held: Item['held'] },
  { does, other }: Said,
): Promise<Change> {
  switch (does) {
    case 'right':
      return { field: 'right' }
    case 'hide':
      return { field: 'hidden', hidden: true }
    case 'merge': {
      if (!/^[1-9]\d{0,14}$/.test(other)) throw new CorrectionError(REVIEW.wrong)
      return { field: 'origin', how: 'merge', one: [claim, Number(other)], not: [] }
    }
    case 'split': {
      const others = (await claimsOneWith(ledger, claim)).slice(0, MOST)
      if (others.length === 0) throw new CorrectionError(REVIEW.wrong)
      return { field: 'origin', how: 'split', one: [claim], not: others }
    }
    case 'again': {
      if (held === null) throw new CorrectionError(REVIEW.wrong)
      return renamed(held.correction.change, held.claim, claim)
    }
    default:
      throw new CorrectionError(REVIEW.wrong)
  }
}

/** A change of origins with the claim as it is numbered now; any other as it is. */
function renamed(change: Change, before: number, now: number): Change {
  if (change.field !== 'origin') return change
  const own = (claims: readonly number[]) => [...new Set(claims.map((claim) => (claim === before ? now : claim)))]
  return { ...change, one: own(change.one), not: own(change.not) }
}
