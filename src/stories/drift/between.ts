/**
 * The drift between two reports of one statement: all that a retelling can change, and besides it hedges that are added,
 * numbers that are others, and sources that are left out.
 */
import type { Claim } from '../../claims/claim.ts'
import { countedTwice } from './counted.ts'
import type { Drift } from './drift.ts'
import { hedgeDrift, isPlannedIn } from './hedge.ts'
import { isLater, numberDrift } from './number.ts'
import { driftOf, isUsed, overlaps } from './retold.ts'
import { isNamedIn, isSameSource } from './source.ts'
import { type Telling, tellingOf } from './telling.ts'
import { isSaidElsewhere, sourceDrift } from './unsourced.ts'
import { lemmaOf } from './verb.ts'
import { wordsOf } from './words.ts'

/** What else is told on both sides, where it is known. */
interface Around {
  /** Other tellings of the statement in the article of `from`: what any of them says is not changed. */
  readonly others?: readonly Telling[]
  /** Other tellings of it in the article of `to`: what any of them keeps is not lost. */
  readonly kept?: readonly Telling[]
  /** Everything else in the article of `from`, */
  readonly there?: readonly Telling[]
  /** and in that of `to`. */
  readonly here?: readonly Telling[]
  /** The text of the article of `to`. */
  readonly text?: string
  /** Were the articles published on different days? Then another number is news unless it was said on the same day. */
  readonly apart?: boolean
}

/**
 * What one report of a statement lost or changed against another: two claims of one origin, the earlier or fuller first.
 * Spans of a finding index the strings of the article that each claim is from.
 */
export function driftBetween(from: Claim, to: Claim): readonly Drift[] {
  return reportsDrift(tellingOf(from), tellingOf(to)) ?? []
}

/** So many other tellings in an article are looked at. */
const KEPT = 6

/** The drift between two reports' tellings of a statement; null where they are too unlike to be compared. */
export function reportsDrift(
  from: Telling,
  to: Telling,
  { others = [], kept = [], there = [], here = [], text = '', apart = false }: Around = {},
): Drift[] | null {
  if (!isLike(from, to) || speakApart(from, to)) return null
  if (isLater(from, to, apart)) return null
  const found = driftSince(from, to, others).filter(
    (drift) =>
      !isToldBeside(drift, from, there) &&
      !isPlannedIn(drift, [...kept, ...here]) &&
      !(drift.kind === 'attribution dropped' && isSaidElsewhere(drift, from, to, [...kept, ...here], text)),
  )
  if (found.length === 0) return found
  const again = kept.slice(0, KEPT).filter((own) => isLike(from, own))
  return again.reduce((left, own) => {
    const counted = countedTwice(from, own).length > 0 || countedTwice(from, to).length === 0
    const drift = driftSince(from, own, others)
    return left.filter((one) => (OF_FIGURE.has(one.kind) && !counted) || drift.some((two) => isSameChange(one, two)))
  }, found)
}

/** Does the first article use a loaded verb itself of what its speaker says? Then nothing is made of it. */
function isToldBeside({ kind, to }: Drift, { speaker }: Telling, there: readonly Telling[]): boolean {
  const lemma = kind === 'verb strengthened' ? lemmaOf(to.text) : null
  return (
    lemma !== null &&
    there.some(
      ({ cue, words, speaker: own }) =>
        (own !== null && speaker !== null && isSameSource(own, speaker) && isUsed(lemma, cue?.text ?? '')) ||
        isUsed(lemma, words.text),
    )
  )
}

/** Drift that only a telling with the same figure can be without. */
const OF_FIGURE: ReadonlySet<Drift['kind']> = new Set(['bound turned', 'measure changed', 'population narrowed'])

/** Kinds of speakers that may only carry what another said, or for whom another speaks. */
const CARRIES: ReadonlySet<string> = new Set(['outlet', 'organisation', 'document'])

/** Do two people say it who are not in each other's chains? Then one is not a telling of the other. */
function speakApart({ speaker: one, chain }: Telling, { speaker: other, chain: links, words }: Telling): boolean {
  if (one === null || other === null || CARRIES.has(one.kind) || CARRIES.has(other.kind)) return false
  if (isSameSource(one, other) || isNamedIn(words.text, one)) return false
  if (one.kind === 'unnamed' && other.kind === 'unnamed') return false
  return ![
    ...chain.slice(1).map(({ name }) => [name, other] as const),
    ...links.slice(1).map(({ name }) => [name, one] as const),
  ].some(([name, speaker]) => isNamedIn(name, speaker))
}

const isSameChange = (one: Drift, two: Drift): boolean => one.kind === two.kind && overlaps(one, two)

const driftSince = (from: Telling, to: Telling, others: readonly Telling[]): Drift[] => [
  ...driftOf(from, to, others),
  ...numberDrift(from, to),
  ...hedgeAdded(from, to),
  ...sourceDrift(from, to),
]

/** Hedges that only the later telling has. */
const hedgeAdded = (from: Telling, to: Telling): Drift[] =>
  hedgeDrift(to, from)
    .filter(({ from: { start, end } }) => to.cue === null || end <= to.cue.start || start >= to.cue.end)
    .map((drift) => ({
      kind: 'hedge added',
      from: drift.to,
      to: drift.from,
      lost: false,
      why: `only here "${drift.from.text}"`,
    }))

/** Do two tellings share enough words or a figure, so that they can be compared at all? */
function isLike(one: Telling, other: Telling): boolean {
  if (countedTwice(one, other).length > 0) return true
  const words = new Set(wordsOf(one.words.text).map(({ stem }) => stem))
  const told = new Set(wordsOf(other.words.text).map(({ stem }) => stem))
  const shared = [...told].filter((stem) => words.has(stem)).length
  return shared >= 0.4 * Math.min(words.size, told.size)
}
