/** A hedge as a chip: its words, and how it weakens what is said. */
import type { Hedge } from '../../claims/claim.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { PARTS } from '../words/parts.ts'

/** The longest words of a hedge, in characters. */
const LONGEST = 60

export function hedgeChip({ text, kind }: Pick<Hedge, 'text' | 'kind'>): Html {
  return html`<span class="hedge-chip ${kind}"><q>${quoted(text, LONGEST)}</q> <span>${PARTS.hedges[kind]}</span></span>`
}
