/**
 * Evidence for where a report comes from, as a list of edges, and the articles that each report is held against. Three
 * kinds are kept apart: credit, text, peculiarity.
 */
import type { Claim, LinkKind, SpeakerKind } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import type { Reading } from '../reading.ts'
import type { Kinship } from './kinship.ts'
import type { Peculiarity, Place } from './peculiarity.ts'
import type { Reused } from './reuse.ts'

type EvidenceKind = 'credit' | 'text' | 'peculiarity'

/** How much a piece of evidence tells, in words. */
type Strength = 'strong' | 'fair' | 'weak'

/** One piece of evidence for where a report comes from. */
export interface Edge {
  readonly kind: EvidenceKind
  /** The name credited, or the article whose text or error it shares. */
  readonly from: string
  /** The article it has it from, where that is among the origin's: of a credit, the earliest of the outlet credited. */
  readonly article: string | null
  /** For a credit how the report has what it tells, and who is credited; null for the other kinds. */
  readonly link: LinkKind | null
  readonly source: SpeakerKind | null
  /** In words, for people. */
  readonly because: string
  readonly strength: Strength
  /** Where the report prints it; null for credits beside the text. */
  readonly anchor: Span | null
  /** The string of its article that the anchor is of. */
  readonly in: Claim['in']
  /** Where the other article's text prints the same, for shared text and errors. */
  readonly other: Span | null
  /** Which came first is known: the other article is older, or is whose copy this one says it is. */
  readonly directed: boolean
}

/** The articles that carry an origin, as each is held against the others. */
export interface Among {
  readonly kinship: Kinship
  /** The place of each article in time; undated ones last. */
  readonly order: ReadonlyMap<string, number>
  readonly byOutlet: ReadonlyMap<string, readonly Reading[]>
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  /** For each error that some share the first two of them to have it. */
  readonly errors: ReadonlyMap<Peculiarity, readonly Place[]>
  /** Wording that each has in common with earlier ones. */
  readonly reused: ReadonlyMap<string, readonly Reused[]>
}

/** Does a claim stand in a stretch of its text, or a part of it? */
export const stands = ({ in: where, content }: Claim, { start, end }: Span): boolean =>
  where === 'text' && start < content.end && content.start < end
