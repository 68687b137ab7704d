/**
 * Drift: a typed difference between two tellings of one statement - from the quotation to the text, the headline or the
 * address of the page, or from one report to another. A finding shows the words on both sides and where they stand.
 */
import type { Quote } from '../../claims/claim.ts'

/** What became of a statement when it was told again. */
export const DRIFT_KINDS = [
  'hedge dropped',
  'hedge added',
  'attribution dropped',
  'population narrowed',
  'figure changed',
  'bound turned',
  'window stretched',
  'verb strengthened',
  'source pluralised',
  'measure changed',
] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

/** The string that a telling stands in: the article's text, headline or deck, a picture's caption, or the address. */
export type TellingPlace = 'text' | 'headline' | 'deck' | 'caption' | 'slug'

/** Words of a telling, with the string they index and the claim they are of; null for a line that holds no claim. */
export interface DriftAnchor extends Quote {
  readonly in: TellingPlace
  readonly claim: string | null
}

export interface Drift {
  readonly kind: DriftKind
  /** The words that were lost or changed. */
  readonly from: DriftAnchor
  /** The words that stand in their place: for a loss, those that the lost words belonged to. */
  readonly to: DriftAnchor
  /** Were the words left out, or are there others instead? */
  readonly lost: boolean
  readonly why: string
}
