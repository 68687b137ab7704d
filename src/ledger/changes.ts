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

/** The newer version's claim that each older one is, by where its words went; each once, the nearest first. */
export function followed(older: Stood, newer: Stood): Map<Claim, Pair> {
  const follow = {
    text: follower(older.article.text, newer.article.text),
    headline: follower(older.article.headline ?? '', newer.article.headline ?? ''),
    deck: follower(older.article.deck ?? '', newer.article.deck ?? ''),
  }
  const pairs = new Map<Claim, Pair>()
  const candidates: { claim: Claim; now: Claim; share: number; anchor: AnchorState }[] = []
  const byString = Map.groupBy(newer.claims, (claim) => claim.in)
  for (const claim of older.claims) {
    const { state, span } = follow[claim.in](claim.content)
    pairs.set(claim, { now: null, anchor: state })
    if (span === null) continue
    for (const now of byString.get(claim.in) ?? []) {
      const share = overlap(span, now.content)
      if (share >= IN_COMMON) candidates.push({ claim, now, share, anchor: anchorOf(claim, now, state) })
    }
  }
  candidates.sort((one, other) => other.share - one.share)
  const taken = new Set<Claim>()
  for (const { claim, now, anchor } of candidates) {
    if (taken.has(now) || pairs.get(claim)?.now) continue
    taken.add(now)
    pairs.set(claim, { now, anchor })
  }
  return pairs
}

/** A claim whose words stand unchanged and whose speaker or cue does not is changed too. */
function anchorOf(claim: Claim, now: Claim, state: AnchorState): AnchorState {
  const told = ({ content, source, cue }: Claim) => [content.text, source?.text, cue?.text].join('\n')
  return told(claim) === told(now) ? (state === 'changed' ? 'moved' : state) : 'changed'
}

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
  return (
    words?.map(({ value, added, removed }) => ({ words: value, is: added ? 'new' : removed ? 'gone' : 'kept' })) ?? [
      { words: before, is: 'gone' },
      { words: after, is: 'new' },
    ]
  )
}
