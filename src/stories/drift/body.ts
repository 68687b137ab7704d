/** What the running text of an article tells: its claims, without headings, captions, pointers and its own headline. */
import type { Claim } from '../../claims/claim.ts'
import { startingBefore } from '../../language/order.ts'
import type { Article, Span } from '../../page/article.ts'
import { type Telling, tellingOf } from './telling.ts'

/** The tellings of the running text: no headings, no captions, nothing that only repeats the headline. */
export function bodyOf({ blocks, related, headline, text }: Article, claims: readonly Claim[]): Telling[] {
  const line = headline?.trim().toLowerCase()
  const apart: Span[] = [
    ...blocks.filter(
      ({ kind, start, end }) =>
        kind === 'heading' || kind === 'caption' || text.slice(start, end).trim().toLowerCase() === line,
    ),
    ...related.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
  ]
  apart.sort((a, b) => a.start - b.start)
  const isApart = ({ start, end }: Span) => {
    const around = apart[startingBefore(apart, start)]
    return around !== undefined && end <= around.end
  }
  return claims
    .filter(({ in: place, content }) => place === 'text' && !isApart(content))
    .map((claim) => tellingOf(claim))
}
