/**
 * A claim with its corrections: what the reading says, and beside it what people say of it. The reading is left as it is.
 * A value that a person gives has no words in the page: where the reading has none to keep, its anchor is an empty span
 * at the claim's beginning. A figure that a person adds is words of what is said.
 */
import type { Claim, Figure, Link, Speaker } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import { type Change, type ClaimChange, figureAt, placeOf, replaces } from './change.ts'
import { type Correction, type CorrectionEntry, inForce, isOfClaim } from './correction.ts'

/** A claim as people have corrected it. */
export interface Corrected {
  readonly claim: Claim
  readonly isHidden: boolean
  /** Its figures as changes name them: those that were read, then those that people added; struck ones too. */
  readonly figures: readonly (Figure & { readonly isStruck: boolean })[]
  /** Whose word stands in the claim now: the last correction of each field, or that it is right. */
  readonly by: readonly Correction<ClaimChange>[]
  /** Corrections of figures that the claim does not have, and added ones whose words it does not have. */
  readonly missed: readonly Correction<ClaimChange>[]
}

/** How a claim is to be corrected. */
export interface CorrectedOptions {
  /** A person added it: without the correction that did so it is not there. */
  readonly isAdded?: boolean
}

/**
 * A claim with what was corrected, and by whom.
 * @param claim as it was read
 * @param entries corrections of this claim with their undoing, in any order; those of origins change nothing here
 */
export function correctedClaim(
  claim: Claim,
  entries: readonly CorrectionEntry[],
  { isAdded = false }: CorrectedOptions = {},
): Corrected {
  const by: Correction<ClaimChange>[] = []
  const missed: Correction<ClaimChange>[] = []
  const all = inForce(entries).filter(isOfClaim)
  let [now, isHidden] = [claim, isAdded && !all.some(({ change }) => change.field === 'claim')]
  const figures: Corrected['figures'][number][] = claim.figures.map((figure) => ({ ...figure, isStruck: false }))
  for (const correction of all) {
    const { change } = correction
    if (isOfFigure(change)) {
      if (changeFigure(figures, claim, change)) by.push(correction)
      else missed.push(correction)
      continue
    }
    if (change.field === 'hidden') isHidden = change.hidden
    now = changed(now, change)
    by.push(correction)
  }
  const last = by.filter(({ change }, i) => !by.slice(i + 1).some((later) => replaces(later.change, change)))
  const shown = figures.flatMap(({ isStruck, ...figure }): Figure[] => (isStruck ? [] : [figure]))
  if (by.some(({ change }) => isOfFigure(change))) now = { ...now, figures: shown }
  return { claim: now, isHidden, figures, by: last, missed }
}

type FigureChange = Extract<Change, { field: 'figure' | 'struck figure' | 'added figure' }>
type Other = Exclude<ClaimChange, FigureChange>

const isOfFigure = (change: ClaimChange): change is FigureChange =>
  change.field === 'figure' || change.field === 'struck figure' || change.field === 'added figure'

/** Makes one change more to a claim's figures. @returns false where the claim has not what it is about */
function changeFigure(figures: Corrected['figures'][number][], { content }: Claim, change: FigureChange): boolean {
  if (change.field === 'added figure') {
    const span = spanWithin(content, change.words)
    if (span === null) return false
    const known = figures.findIndex(({ start, end }) => start === span.start && end === span.end)
    const figure = { text: change.words.text, ...span, ...change.set, isStruck: false }
    figures.splice(known === -1 ? figures.length : known, 1, figure)
    return true
  }
  const at = figureAt(figures, change.figure)
  const figure = figures[at]
  if (figure === undefined) return false
  figures[at] = change.field === 'figure' ? { ...figure, ...change.set } : { ...figure, isStruck: true }
  return true
}

/** Where words of what is said stand in the article's string; null where they do not, or not in one piece. */
function spanWithin(
  { text, parts }: Claim['content'],
  words: { readonly text: string; readonly nth: number },
): Span | null {
  const at = placeOf(text, words)
  if (at === -1) return null
  let before = 0
  for (const { start, end } of parts) {
    const [from, to] = [at - before, at - before + words.text.length]
    if (from >= 0 && to <= end - start) return { start: start + from, end: start + to }
    before += end - start + 1
  }
  return null
}

/** A claim with one change more. */
function changed(claim: Claim, change: Other): Claim {
  switch (change.field) {
    case 'speaker':
      return { ...claim, speaker: change.speaker, chain: spokenBy(claim, change.speaker) }
    case 'claim':
      return {
        ...claim,
        speaker: change.speaker,
        chain: spokenBy(claim, change.speaker),
        type: change.type,
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
