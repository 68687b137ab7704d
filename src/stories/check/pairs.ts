/**
 * Claims of the running text that are one speaker's and tell the same: what one mention makes of another can be looked
 * for between them.
 */
import type { Claim, Speaker } from '../../claims/claim.ts'
import { countedTwice } from '../drift/counted.ts'
import { isTelling } from '../drift/report.ts'
import { isSameSource } from '../drift/source.ts'
import { type Telling, tellingOf } from '../drift/telling.ts'
import { stemsOf } from '../drift/words.ts'
import type { Pair } from './rule.ts'

/** A claim read less surely than this is no ground for a finding. */
const SURE = 0.5
/** So much of the shorter one's words must stand in the other, and so many. */
const SHARED = 0.7
const WORDS = 4
/** As many are enough where both have no others. */
const SHORT = 2
/** With a figure in common, less. */
const SHARED_COUNT = 0.34
/** As many pairs are looked at: a text with more says one thing over and over. */
const MOST_PAIRS = 200
/** As many claims of a text are held against each other. */
const MOST = 120

/** The attributed claims of the text that are sure enough to build on. */
export const sureClaims = (claims: readonly Claim[]): Claim[] =>
  claims.filter(
    ({ in: place, type, confidence, act, speaker }) =>
      place === 'text' && type !== 'none' && act === 'speech' && confidence >= SURE && speaker !== null,
  )

/** Pairs of claims of the text that tell the same on the same word, each pair in the order of the page. */
export function sameTold(claims: readonly Claim[]): Pair[] {
  const own = sureClaims(claims)
    .slice(0, MOST)
    .map((claim) => ({ claim, telling: tellingOf(claim), stems: stemsOf(claim.content.text) }))
  return own
    .flatMap((first, i) =>
      own.slice(i + 1).flatMap((second): Pair[] => {
        const [a, b] = [first.claim.speaker, second.claim.speaker]
        if (a === null || b === null || !isOne(a, b)) return []
        const overlaps =
          first.claim.content.start < second.claim.content.end && second.claim.content.start < first.claim.content.end
        if (overlaps || !isAlike(first.telling, second.telling, first.stems, second.stems)) return []
        return [{ one: first.claim, other: second.claim }]
      }),
    )
    .slice(0, MOST_PAIRS)
}

/** One by their keys; without a name, by the words for them. */
const isOne = (one: Speaker, other: Speaker): boolean =>
  one.key === other.key && one.kind === other.kind && (one.key !== null || isSameSource(one, other))

function isAlike(one: Telling, other: Telling, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length
  const least = Math.min(a.size, b.size)
  if (shared < least * SHARED_COUNT) return false
  // A short statement is told again where nothing in it is another.
  const isWhole = shared >= SHORT && shared === a.size && shared === b.size
  return (
    isWhole ||
    (shared >= WORDS && shared >= SHARED * least) ||
    countedTwice(one, other).some(([figure]) => isTelling(figure))
  )
}
