/**
 * A claim with its corrections: what the reading says, and beside it what people say of it. The reading is left as it is.
 * A value that a person gives has no words in the page: where the reading has none to keep, its anchor is an empty span
 * at the claim's beginning.
 */
import type { Claim, Figure, Link, Speaker } from '../../claims/claim.ts'
import { type ClaimChange, figureAt, replaces } from './change.ts'
import { type Correction, type CorrectionEntry, inForce, isOfClaim } from './correction.ts'

/** A claim as people have corrected it. */
export interface Corrected {
  readonly claim: Claim
  readonly isHidden: boolean
  /** Whose word stands in the claim now: the last correction of each field, or that it is right. */
  readonly by: readonly Correction<ClaimChange>[]
  /** Corrections of figures that the claim does not have. */
  readonly missed: readonly Correction<ClaimChange>[]
}

/**
 * A claim with what was corrected, and by whom.
 * @param claim as it was read
 * @param entries corrections of this claim with their undoing, in any order; those of origins change nothing here
 */
export function correctedClaim(claim: Claim, entries: readonly CorrectionEntry[]): Corrected {
  const by: Correction<ClaimChange>[] = []
  const missed: Correction<ClaimChange>[] = []
  let [now, isHidden] = [claim, false]
  for (const correction of inForce(entries).filter(isOfClaim)) {
    const { change } = correction
    if (change.field === 'figure' && figureAt(claim.figures, change.figure) === -1) {
      missed.push(correction)
      continue
    }
    if (change.field === 'hidden') isHidden = change.hidden
    now = changed(now, change)
    by.push(correction)
  }
  const last = by.filter(({ change }, i) => !by.slice(i + 1).some((later) => replaces(later.change, change)))
  return { claim: now, isHidden, by: last, missed }
}

/** A claim with one change more. */
export function changed(claim: Claim, change: ClaimChange): Claim {
  switch (change.field) {
    case 'speaker':
      return { ...claim, speaker: change.speaker, chain: spokenBy(claim, change.speaker) }
    case 'figure': {
      const at = figureAt(claim.figures, change.figure)
      return {
        ...claim,
        figures: claim.figures.map((figure, i): Figure => (i === at ? { ...figure, ...change.set } : figure)),
      }
    }
    case 'chain':
      return {
        ...claim,
        chain: change.chain.map(
          (link): Link => ({
            ...link,
            anchor: claim.chain.find(({ name }) => name === link.name)?.anchor ?? null,
          }),
        ),
      }
    case 'said': {
      const { date } = change
      return { ...claim, saidTime: date === null ? null : { ...(claim.saidTime ?? unprinted(claim)), date } }
    }
    case 'happened': {
      const { start, end } = change
      if (start === null && end === null) return { ...claim, eventTime: null }
      return { ...claim, eventTime: { ...(claim.eventTime ?? unprinted(claim)), start, end } }
    }
    case 'place':
      if (change.name === (claim.place?.name ?? null)) return claim
      return {
        ...claim,
        place:
          change.name === null
            ? null
            : { name: change.name, text: '', start: claim.content.start, end: claim.content.start },
      }
    case 'type':
      return { ...claim, type: change.type }
    case 'hidden':
    case 'right':
      return claim
  }
}

/** The chain names the speaker too: it is by the same name there. */
function spokenBy({ speaker, chain }: Claim, now: Speaker | null): Link[] {
  return chain.flatMap((link): Link[] => {
    if (link.name !== speaker?.name) return [link]
    return now === null ? [] : [{ ...link, name: now.name, kind: now.kind }]
  })
}

/** The words of what is not printed. */
const unprinted = ({ content: { start } }: Claim) => ({ text: '', anchor: { start, end: start } })
