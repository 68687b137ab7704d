/**
 * A Claim: an attribution, read. The shape is the reading contract's; every span indexes the string that `in` names.
 */
import type { Span } from '../page/article.ts'
import type { Act } from './attribution.ts'

/**
 * A span with the words it covers: `text` is `slice(start, end)` of the string. Only where a role stands in several parts,
 * as "It rained," she said, "all week", is `text` the parts joined with one space, without what stands between them.
 */
export interface Quote extends Span {
  readonly text: string
}

export type SpeakerKind = 'person' | 'organisation' | 'unnamed' | 'document' | 'outlet'

export interface Speaker {
  /** The full name as the article gives it, or the description of an unnamed source: `US official (unnamed)`. */
  readonly name: string
  readonly kind: SpeakerKind
  /** The same for the same person or organisation in every article, whatever the spelling; null for unnamed sources. */
  readonly key: string | null
}

/** How a link passes on what the next, inner one says. */
export type LinkKind = 'wire' | 'quotes' | 'cites' | 'told' | 'own reporting' | 'unnamed'

/** One source of a chain, outermost (the outlet) first. `link` says how it has what it passes on. */
export interface Link {
  readonly name: string
  readonly kind: SpeakerKind
  readonly link: LinkKind
  /** Where the text states it; null for the outlet and for a wire credit outside the text. */
  readonly anchor: Quote | null
}

export type HedgeKind = 'bound' | 'approximation' | 'modal' | 'hearsay' | 'unverified' | 'conditional' | 'denial'

export interface Hedge extends Quote {
  readonly kind: HedgeKind
  /** What the hedge weakens: a figure, the statement, or the attribution itself. */
  readonly scope: Span
}

/** How many. A part of a whole in words (a third, one in five) has no bounds, though its value is known. */
export interface Figure extends Quote {
  readonly low: number | null
  readonly high: number | null
  /** About 300, and nearly 300 too, which is bounded above besides. */
  readonly approximate: boolean
  readonly qualifier: string | null
  readonly unit: string | null
  readonly measure: string | null
  readonly of: string | null
}

export interface Place extends Quote {
  readonly name: string
}

/** When what is claimed happened: first and last day as ISO dates, null where the words leave an end open. */
export interface EventTime {
  readonly text: string
  readonly start: string | null
  readonly end: string | null
  /** The words' place in the string. */
  readonly anchor: Span
}

/** When it was said: an ISO date as exact as the words are, `2025`, `2025-01` or `2025-01-04`. */
export interface SaidTime {
  readonly text: string
  readonly date: string | null
  readonly anchor: Span
}

export interface Claim {
  readonly id: string
  readonly in: 'text' | 'headline' | 'deck'
  /** `none` is an unattributed statement that carries a figure. */
  readonly type: 'direct' | 'indirect' | 'mixed' | 'none'
  readonly act: Act
  readonly source: Quote | null
  readonly cue: Quote | null
  /** What is said. Each of `parts` is a span of the string; `text` is their words, joined with one space. */
  readonly content: Quote & { readonly parts: readonly Span[] }
  readonly speaker: Speaker | null
  readonly chain: readonly Link[]
  readonly hedges: readonly Hedge[]
  readonly figures: readonly Figure[]
  readonly place: Place | null
  readonly eventTime: EventTime | null
  readonly saidTime: SaidTime | null
  readonly confidence: number
  readonly why: string
}
