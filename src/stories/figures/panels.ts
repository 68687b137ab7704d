/**
 * Panels: rival figures of one story that can be laid side by side, a lane for each claimant, and beside them those that
 * look like rivals and cannot be compared, with the reason in words.
 */
import type { SpeakerKind } from '../../claims/claim.ts'
import type { Anchored, Mention } from '../reading.ts'

/** One report of a figure: which claim of which article, and the words that carry it. */
export interface PointMention extends Anchored {
  readonly mention: Mention
}

/** What a claimant gave on a day: a number with its bounds, or words where there is none (`dozens`, `a battalion`). */
export interface PanelPoint {
  /** The day it was said, as exact as is known; null where unknown. */
  readonly said: string | null
  /** The day up to which it counts, where the claim says so. */
  readonly asOf: string | null
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  /** As most put it: `more than`. */
  readonly qualifier: string | null
  /** As it was put, each wording once, the one that most use first. */
  readonly words: readonly string[]
  readonly mentions: readonly PointMention[]
}

/** The figures of one claimant, by the day they were said; the first was given, the later ones revise it. */
export interface Lane {
  /** The claimant's key; the same in every panel. */
  readonly claimant: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly points: readonly PanelPoint[]
}

/** Figures of the story that look like rivals of a panel's and cannot be compared with them. */
export interface ApartTold {
  readonly name: string
  readonly measure: string | null
  readonly population: string | null
  readonly place: string | null
  readonly unit: string | null
  readonly points: readonly PanelPoint[]
  /** Why not, in words: `casualties are killed and wounded; this counts killed`. */
  readonly reason: string
}

export interface Panel {
  /** What befell those who are counted: `killed or wounded`, `laid off`. */
  readonly measure: string
  /** Who is counted, as most put it. */
  readonly population: string | null
  readonly place: string | null
  readonly unit: string | null
  /** The time over which all of it counts; null where it counts up to a day. */
  readonly window: { readonly start: string | null; readonly end: string | null } | null
  /** Those whom most reports carry first. */
  readonly lanes: readonly Lane[]
  readonly apart: readonly ApartTold[]
  /** Articles that carry one of its figures. */
  readonly reports: number
}
