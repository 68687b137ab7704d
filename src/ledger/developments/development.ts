/**
 * Developments: what changed in claims, each noticed once and never altered - a new origin, a figure that changed, a hedge
 * that was dropped, a denial, a correction. They are what feeds, letters and webhooks tell; a new page is none by itself.
 */
import type { DriftKind, TellingPlace } from '../../stories/drift/drift.ts'
import type { ClaimShown } from '../shown.ts'

/** `correction`: an article now tells a claim otherwise than in an earlier version, or a person corrected its reading. */
export type DevelopmentKind = DriftKind | 'new origin' | 'denial' | 'correction'

export interface Development {
  /** Rising in the order in which they were noticed; never used twice. */
  readonly id: number
  /** The position of the log that had entered by then: its permalinks are pinned to it. */
  readonly seq: number
  /** When it was noticed, ISO in UTC. */
  readonly at: string
  readonly kind: DevelopmentKind
  /** The number that its story goes by now; null where it is in none. */
  readonly story: number | null
  /** What the story was called when it was noticed; null where none of its articles had a headline. */
  readonly storyTitle: string | null
  /** The claim that makes it, as it stood when it was noticed. */
  readonly claim: ClaimShown
  /** The claim that it is held against: the figure before, the fuller telling, what is denied; null where there is none. */
  readonly before: ClaimShown | null
  /** The words that were lost or changed, and those in their place; null where it is not about words. */
  readonly from: string | null
  readonly to: string | null
  /** Were the words left out? Then `to` is what they belonged to. Else there are others instead. */
  readonly lost: boolean
  /** The string of the claim's article that `to` stands in; null where nothing was told again in other words. */
  readonly toldIn: TellingPlace | null
}

/** What somebody follows. */
export type Followed =
  | { readonly kind: 'story'; readonly story: number }
  | { readonly kind: 'speaker'; readonly key: string }
  /** A source without a name, by the words that describe it. */
  | { readonly kind: 'unnamed'; readonly name: string }
  | { readonly kind: 'outlet'; readonly name: string }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'all' }
