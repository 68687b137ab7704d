/** The exact words of a claim, its figures and hedges marked in them. */
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import { type Html, html } from '../../publish/html.ts'
import { isQuoted } from '../../publish/story/words.ts'
import { piecesOf } from '../article/marks.ts'

/** Which size words are set in, so that a screen has room for them. */
const sizeOf = (length: number): string => (length > 700 ? ' longest' : length > 260 ? ' longer' : '')

/** @param most characters that are shown */
export function exactWords(claim: Claim, page: Pick<Article, 'text' | 'headline' | 'deck'>, most: number): Html {
  const { content, figures, hedges } = claim
  const text = page[claim.in] ?? ''
  const isThere = content.parts.map(({ start, end }) => text.slice(start, end)).join(' ') === content.text
  const marks = [
    ...figures.map(({ start, end }) => ({ start, end, of: 'figure' as const })),
    ...hedges.map(({ start, end }) => ({ start, end, of: 'hedge' as const })),
  ]
  let left = most
  const words: (Html | string)[] = []
  for (const { start, end } of isThere ? content.parts : []) {
    if (left <= 0) break
    if (words.length > 0) words.push(' … ')
    const to = Math.min(end, start + left)
    for (const piece of piecesOf({ start, end: to }, marks)) {
      const own = text.slice(piece.start, piece.end).toWellFormed()
      words.push(piece.of.length === 0 ? own : html`<span class="${piece.of.join(' ')}">${own}</span>`)
    }
    left -= to - start
  }
  if (!isThere) words.push(content.text.slice(0, most).toWellFormed())
  const isCut = content.text.length > most
  const shown = html`${words}${isCut && ' …'}`
  return html`<blockquote class="exact${sizeOf(Math.min(content.text.length, most))}"><p>${isQuoted(content.text) ? shown : html`“${shown}”`}</p></blockquote>`
}
