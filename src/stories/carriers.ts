/**
 * Who carries an origin, as a tree: each report under whom it has it from - another report of the collection, or one that
 * it credits and that is not in it - by the evidence for each step. What is printed by many as one text is one carrier.
 */
import type { LinkKind, SpeakerKind } from '../claims/claim.ts'
import type { Anchored, Mention } from './reading.ts'

/** Why a carrier hangs where it hangs: printed credit, shared text, a shared error. */
export interface CarrierEvidence {
  readonly kind: 'credit' | 'text' | 'peculiarity'
  /** For people: `cites Yonhap`, `shares 92 % of the text with The Bay Post`. */
  readonly because: string
  /** For a credit how it has what it tells; null for the other kinds. */
  readonly link: LinkKind | null
  /** The article whose evidence it is. */
  readonly article: string
  /** Where that article prints it; null for a credit outside its text. */
  readonly anchor: Anchored | null
  /** Where the article that it is held against prints the same. */
  readonly other: Anchored | null
}

/** A report, or one who is credited and of whom the collection has no article. */
export interface Carrier {
  /** The outlet, or the name that is credited. */
  readonly name: string
  readonly kind: SpeakerKind
  /** The articles that carry it as one text, the earliest first; none for one who is only credited. */
  readonly articles: readonly string[]
  /** The claims by which they carry it. */
  readonly claims: readonly Mention[]
  /** Is it known whom it has it from? A carrier whose lineage is unknown hangs under nobody. */
  readonly lineage: 'traced' | 'unknown'
  /** For what it hangs under the one above it, or at the top for what it is traced to the origin itself. */
  readonly from: readonly CarrierEvidence[]
  /** What else it shares with others. */
  readonly also: readonly CarrierEvidence[]
  /** Who has it from this one. */
  readonly carriers: readonly Carrier[]
}
