/** Words of an article with the claims in them marked. Copied, they are the article's words and nothing else. */
import type { Span } from '../../page/article.ts'
import { type Html, html } from '../../publish/html.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import { type Marked, marksOf } from './claims.ts'
import { piecesOf } from './marks.ts'

/** What the words of a claim, its card and an anchor are called in the page. */
export const marksName = (name: string): string => `m${name}`
export const cardName = (name: string): string => `c${name}`
export const anchorName = (start: number): string => `w${start}`

/** What is marked in some words. */
export interface Marks {
  readonly claims: readonly Marked[]
  /** Where words begin that a card leads to, with where they end. */
  readonly anchors: ReadonlyMap<number, number>
}

/** A passage of a string, its claims marked. */
export function markedWords(text: string, span: Span, { claims, anchors }: Marks): Html {
  const own = [...anchors].filter(([start]) => start >= span.start && start < span.end)
  const pieces = piecesOf(span, claims.flatMap(marksOf), own.flat())
  const seen = new Set<Marked>()
  return html`${pieces.map(({ start, end, of, begins, ends }) => {
    const first = begins.filter((one) => !seen.has(one) && one.claim.content.start === start)
    for (const one of first) seen.add(one)
    const words = of.reduceRight<Html>(
      (inner, one) =>
        html`<span class="m ${one.claim.type} l${one.level}" data-claim="${one.name}"${first.includes(one) && html` id="${marksName(one.name)}"`}>${inner}</span>`,
      anchors.has(start)
        ? html`<span id="${anchorName(start)}" class="w">${text.slice(start, end)}</span>`
        : html`${text.slice(start, end)}`,
    )
    const doors = ends.filter((one) => one.claim.content.end === end)
    return html`${words}${doors.map(door)}`
  })}`
}

/** The number after a claim's words, which leads to its card; it is not copied with them. */
const door = ({ name, claim }: Marked): Html =>
  html`<a class="door" href="#${cardName(name)}" data-claim="${name}" data-number="${name}" aria-label="${ARTICLE.card(name)}, ${PARTS.types[claim.type]}"></a>`
