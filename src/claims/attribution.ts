/**
 * Attributions as PARC3 and PolNeAR mark them: a source span, a cue span and a content span, each of which may stand in
 * several parts. An Engine finds them in a Document; everything after that is the same for every engine.
 */

import type { Document } from '../language/document.ts'
import type { Span } from '../page/article.ts'
import type { Anchoring } from './language-model/anchoring.ts'

/** What the cue does with the content: reports it, believes it, or means to bring it about (PARC3: assertion, belief, eventuality). */
export type Act = 'speech' | 'belief' | 'intention'

/** The parts of one role in the order of the text; never empty. */
export type Parts = readonly Span[]

export interface Attribution {
  /** Null where no source is printed: "is believed to have", "reportedly". */
  readonly source: Parts | null
  readonly cue: Parts | null
  readonly content: Parts
  readonly act: Act
  /** 0 to 1: how often attributions like this one are right, by the engine's calibration. */
  readonly confidence: number
  /** The rule or the model that found it, in words. */
  readonly why: string
}

/** Finds attributions. The same documents give the same attributions, whatever stands in the batch beside them. */
export interface Engine {
  readonly name: string
  /**
   * @param signal ends the work where it takes long
   * @returns for each document its attributions, in the order of their contents
   * @throws the signal's reason once it is aborted
   */
  attributions(documents: readonly Document[], signal?: AbortSignal): Promise<readonly (readonly Attribution[])[]>
  /** What was offered of a document that was read, and how much of it was kept; missing where an engine marks words itself. */
  readonly anchoring?: (document: Document) => Anchoring | null
}

/** An engine cannot be had on this machine; the message says why and what to do. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable'
}
