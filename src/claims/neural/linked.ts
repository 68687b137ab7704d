/**
 * An attribution as tagger and linker give it: spans in tokens, with the probabilities that the calibration weighs.
 */
import type { TaggedSpan } from './links.ts'

/** A span with what the tagger says of it. */
export interface WeighedSpan extends TaggedSpan {
  /** The probability that it is a span of its role, with these ends. */
  readonly probability: number
  /** The mean probability that its tokens have its role. */
  readonly coverage: number
}

export interface LinkedAttribution {
  readonly cue: WeighedSpan
  readonly source: WeighedSpan | null
  readonly contents: readonly WeighedSpan[]
  /** The probability of the choice of the source, and of the cue for each content. */
  readonly sourceLink: number
  readonly contentLinks: readonly number[]
}
