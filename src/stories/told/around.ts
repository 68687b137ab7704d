/** The paragraph around a claim: what its report tells beside it, without the words that only say who speaks. */
import type { Claim } from '../../claims/claim.ts'
import { articleOf, type Mention, type Read } from '../reading.ts'

/** The paragraph a claim stands in, its own source and cue left out. */
export interface Around {
  readonly claim: Claim | null
  readonly article: string
  readonly words: string
}

/** A longer paragraph is looked at in part, in characters. */
const LONGEST = 3000

/** The paragraph of a claim, or the headline or deck it stands in; no claim and no words where it is not among those told. */
export function paragraphOf(mention: Mention, told: Read): Around {
  const claim = told.claims.get(mention)
  const article = articleOf(mention)
  const page = told.readings.get(article)?.article
  if (claim === undefined || page === undefined) return { claim: null, article, words: '' }
  const text = (claim.in === 'headline' ? page.headline : claim.in === 'deck' ? page.deck : page.text) ?? ''
  const { start, end } = claim.content
  const from = Math.max(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start - LONGEST)
  const next = text.indexOf('\n', end)
  const to = Math.min(next < 0 ? text.length : next, end + LONGEST)
  const left = [claim.source, claim.cue].flatMap((span) => (span === null ? [] : [span]))
  let words = text.slice(from, to)
  for (const span of left)
    if (span.start >= from && span.end <= to)
      words = words.slice(0, span.start - from) + ' '.repeat(span.end - span.start) + words.slice(span.end - from)
  return { claim, article, words }
}
