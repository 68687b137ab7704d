/**
 * What changed between two versions of an article, told in claims and words: claims that are new, gone or worded
 * otherwise, and each typed difference as drift, with both anchors.
 */
import { diffWordsWithSpace } from 'diff'
import type { Claim } from '../claims/claim.ts'
import type { Article, Span } from '../page/article.ts'
import { driftBetween } from '../stories/drift/between.ts'
import type { Drift } from '../stories/drift/drift.ts'
import { type AnchorState, follower } from './anchors.ts'

/** An article as it stood, with its claims. */
export interface Stood {
  readonly article: Pick<Article, 'text' | 'headline' | 'deck'>
  readonly claims: readonly Claim[]
}

/** A claim of the older version, and what became of it. */
export interface Fate {
  readonly claim: Claim
  /** The newer version's claim that it is; null where there is none. */
  readonly now: Claim | null
  /** What became of its words. Orphan: they are gone. */
  readonly anchor: AnchorState
  /** What its newer telling lost or changed; empty where it is worded as before. */
  readonly drift: readonly Drift[]
}

/** Words of a line, the headline or the deck: kept, taken out, or put in, in their order. */
export interface Wording {
  readonly words: string
  readonly is: 'kept' | 'gone' | 'new'
}

export interface Changes {
  /** What became of the older version's claims, in their order. */
  readonly claims: readonly Fate[]
  /** Claims that only the newer version has. */
  readonly added: readonly Claim[]
  /** Word by word; null where it is as before. */
  readonly headline: readonly Wording[] | null
  readonly deck: readonly Wording[] | null
}

/** What changed from an older version to a newer one. */
export function changesBetween(older: Stood, newer: Stood): Changes {
  const pairs = followed(older, newer)
  const taken = new Set([...pairs.values()].map(({ now }) => now))
  return {
    claims: older.claims.map((claim) => {
      const { now, anchor } = pairs.get(claim) ?? { now: null, anchor: 'orphan' as const }
      return { claim, now, anchor, drift: now === null || anchor !== 'changed' ? [] : driftBetween(claim, now) }
    }),
    added: newer.claims.filter((claim) => !taken.has(claim)),
    headline: wordingBetween(older.article.headline, newer.article.headline),
    deck: wordingBetween(older.article.deck, newer.article.deck),
  }
}

/** What became of a claim. */
interface Pair {
  readonly now: Claim | null
  readonly anchor: AnchorState
}

/** Share of the shorter claim that two must have in common to be one. */
const IN_COMMON = 0.5
/** Words of somebody's that are known again wherever they stand. */
const KNOWN_AGAIN = 5

/** An older claim and a newer one that it may be. */
interface Candidate {
  readonly claim: Claim
  readonly now: Claim
  readonly anchor: AnchorState
  /** Whether speaker, cue and words are the same, and how much of it stands where the older one's words went. */
  readonly isAsTold: boolean
  readonly share: number
}

/**
 * The newer version's claim that each older one is, each once: the same words of the same speaker first, where they went
 * or else wherever they stand; then by where its words went, those that have most in common first.
 */
export function followed(older: Stood, newer: Stood): Map<Claim, Pair> {
  const follow = {
    text: follower(older.article.text, newer.article.text),
    headline: follower(older.article.headline ?? '', newer.article.headline ?? ''),
    deck: follower(older.article.deck ?? '', newer.article.deck ?? ''),
  }
  const went = new Map(older.claims.map((claim) => [claim, follow[claim.in](claim.content)]))
  const byString = Map.groupBy(newer.claims, (claim) => claim.in)
  const candidates: Candidate[] = []
  for (const [claim, { state, span }] of went)
    for (const now of byString.get(claim.in) ?? []) {
      const isAsTold = told(claim) === told(now)
      const share = span === null ? 0 : overlap(span, now.content)
      if (share >= IN_COMMON) candidates.push({ claim, now, isAsTold, share, anchor: anchorOf(isAsTold, state) })
      else if (isAsTold && isKnownAgain(claim)) candidates.push({ claim, now, isAsTold, share: 0, anchor: 'moved' })
    }
  candidates.sort(byLikeness)
  const pairs = new Map<Claim, Pair>()
  const was = new Map<Claim, Claim>()
  for (const { claim, now, anchor } of candidates) {
    if (was.has(now) || pairs.has(claim)) continue
    was.set(now, claim)
    pairs.set(claim, { now, anchor })
  }
  for (const [claim, { state, span }] of went) {
    if (pairs.has(claim)) continue
    // Words that are another claim's, as they were before, are not this one's.
    const isTaken = (byString.get(claim.in) ?? []).some((now) => {
      const other = was.get(now)
      return other && span && overlap(span, now.content) >= IN_COMMON && overlap(other.content, claim.content) <= 0
    })
    pairs.set(claim, { now: null, anchor: isTaken ? 'orphan' : state })
  }
  return new Map(older.claims.map((claim) => [claim, pairs.get(claim) as Pair]))
}

/** Who says what with which words, to be compared. */
const told = ({ content, source, cue }: Claim): string => [content.text, source?.text, cue?.text].join('\n')

/** Whether a claim's words are so many that they are known again at another place. */
const isKnownAgain = ({ source, content }: Claim): boolean =>
  source !== null && content.text.split(' ').length >= KNOWN_AGAIN

/** Those told alike first, then those that have most in common, one speaker's, one cue's, the nearest. */
function byLikeness(one: Candidate, other: Candidate): number {
  const alike = ({ claim, now }: Candidate): number =>
    Number(claim.source?.text === now.source?.text) + Number(claim.cue?.text === now.cue?.text)
  const distance = ({ claim, now }: Candidate): number => Math.abs(claim.content.start - now.content.start)
  return (
    Number(other.isAsTold) - Number(one.isAsTold) ||
    other.share - one.share ||
    alike(other) - alike(one) ||
    distance(one) - distance(other)
  )
}

/** A claim whose words stand unchanged and whose speaker or cue does not is changed too. */
const anchorOf = (isAsTold: boolean, state: AnchorState): AnchorState =>
  isAsTold ? (state === 'changed' ? 'moved' : state) : 'changed'

function overlap(one: Span, other: Span): number {
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return both / Math.max(1, Math.min(one.end - one.start, other.end - other.start))
}

/** Lines that differ in more words than this are told as another line, not word by word. */
const MOST_WORDS = 400

/** How one line became another, word by word; null where it did not. */
export function wordingBetween(from: string | null, to: string | null): Wording[] | null {
  if (from === to) return null
  const [before, after] = [from ?? '', to ?? '']
  const ignoreCase = before.toLowerCase() !== after.toLowerCase()
  const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS, ignoreCase })
  if (words === undefined)
    return [
      { words: before, is: 'gone' },
      { words: after, is: 'new' },
    ]
  return joined(
    words.map(({ value, added, removed }) => ({ words: value, is: added ? 'new' : removed ? 'gone' : 'kept' })),
  )
}

/** Changes with nothing but white space between them are one: `up to 12` became `15`, not `up` and then `to 12`. */
function joined(words: readonly Wording[]): Wording[] {
  const told: Wording[] = []
  let [gone, fresh] = ['', '']
  const tell = (): void => {
    if (gone !== '') told.push({ words: gone, is: 'gone' })
    if (fresh !== '') told.push({ words: fresh, is: 'new' })
    gone = ''
    fresh = ''
  }
  for (const [at, one] of words.entries()) {
    const isBetween = one.words.trim() === '' && gone + fresh !== '' && (words[at + 1]?.is ?? 'kept') !== 'kept'
    if (one.is !== 'new' && (one.is === 'gone' || isBetween)) gone += one.words
    if (one.is !== 'gone' && (one.is === 'new' || isBetween)) fresh += one.words
    if (one.is === 'kept' && !isBetween) {
      tell()
      told.push(one)
    }
  }
  tell()
  return told
}
