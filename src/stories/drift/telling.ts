/**
 * A telling: one statement as one passage words it - a claim, or a line that holds none (a headline without a source, a
 * caption, the words of an address), read for its figures and hedges.
 */
import type { Attribution } from '../../claims/attribution.ts'
import type { Claim, Quote } from '../../claims/claim.ts'
import { figuresOf } from '../../claims/figures.ts'
import { hedgesOf } from '../../claims/hedges.ts'
import { documentOf } from '../../language/document.ts'
import type { Span } from '../../page/article.ts'
import type { DriftAnchor, TellingPlace } from './drift.ts'

type Read = Pick<
  Claim,
  | 'type'
  | 'act'
  | 'source'
  | 'cue'
  | 'content'
  | 'speaker'
  | 'chain'
  | 'hedges'
  | 'figures'
  | 'eventTime'
  | 'saidTime'
  | 'confidence'
>

export interface Telling extends Read {
  readonly in: TellingPlace
  readonly claim: string | null
  /** The whole line for a line; for a claim what it says, its source and cue left out. */
  readonly words: Quote
}

/** A claim as a telling. */
export function tellingOf(claim: Claim, place: TellingPlace = claim.in): Telling {
  return { ...claim, in: place, claim: claim.id, words: claim.content }
}

/**
 * A line as a telling.
 * @param text the string it stands in
 * @param claim what the line attributes, if it does: its source, cue and speaker are the line's
 */
export function lineOf(text: string, line: Span, place: TellingPlace, claim: Claim | null = null): Telling {
  const words = { ...line, text: text.slice(line.start, line.end) }
  const document = documentOf(text, [{ kind: 'heading', ...line }])
  const figures = figuresOf(document)
  const whole: Attribution = { source: null, cue: null, content: [line], act: 'speech', confidence: 1, why: '' }
  return {
    in: place,
    claim: claim?.id ?? null,
    type: claim?.type ?? 'none',
    act: claim?.act ?? 'speech',
    source: claim?.source ?? null,
    cue: claim?.cue ?? null,
    content: claim?.content ?? { ...words, parts: [line] },
    speaker: claim?.speaker ?? null,
    chain: claim?.chain ?? [],
    hedges: hedgesOf(document, whole, figures),
    figures: claim ? merged(claim.figures, figures) : figures,
    eventTime: claim?.eventTime ?? null,
    saidTime: claim?.saidTime ?? null,
    confidence: claim?.confidence ?? 1,
    words,
  }
}

/** Figures of a claim, and those of its line that it leaves out. */
const merged = <Part extends Span>(own: readonly Part[], all: readonly Part[]): Part[] => [
  ...own,
  ...all.filter(({ start, end }) => !own.some((other) => start < other.end && other.start < end)),
]

/** Words of a telling as an anchor. */
export const anchorOf = ({ in: place, claim }: Telling, { start, end, text }: Quote): DriftAnchor => ({
  in: place,
  claim,
  start,
  end,
  text,
})

/** A pattern's first match in what is told, as a quote; parts are looked through one by one. */
export function foundIn({ content }: Telling, pattern: RegExp): Quote | null {
  let from = 0
  for (const { start, end } of content.parts) {
    const text = content.text.slice(from, from + end - start)
    const match = pattern.exec(text)
    if (match) return { start: start + match.index, end: start + match.index + match[0].length, text: match[0] }
    from += end - start + 1
  }
  return null
}
