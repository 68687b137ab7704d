/**
 * Words of an article as Web Annotation selects them: by themselves with what stands around them, and by their place in the
 * article's text as Hearsay reads it. On a site that shows excerpts, words outside the excerpt are selected by place alone.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article, Span } from '../../page/article.ts'
import { charactersWithin, codePoints, wholeCharacters } from './characters.ts'
import { type Node, node } from './node.ts'

/** Characters of context on either side: what annotation tools give (Hypothesis, Apache Annotator). */
const AROUND = 32

/** Selects words of one page. */
export interface Selecting {
  /** The words that may be shown of a span of a string of the page; null where they may not. */
  words(where: Claim['in'], span: Span): string | null
  selectors(where: Claim['in'], span: Span): Node[]
}

/** @param shown the part of the text that may be shown; headline and deck always may */
export function selecting(page: Pick<Article, 'text' | 'headline' | 'deck'>, shown: Span): Selecting {
  const counted = codePoints(page.text)
  const words = (where: Claim['in'], span: Span): string | null => {
    const isShown = where !== 'text' || (span.start >= shown.start && span.end <= shown.end)
    return isShown ? (page[where] ?? '').slice(span.start, span.end) : null
  }
  return {
    words,
    selectors: (where, span) => {
      const text = page[where] ?? ''
      const { start, end } = wholeCharacters(text, span)
      if (start === end) return []
      const exact = words(where, { start, end })
      const [from, to] = where === 'text' ? [shown.start, shown.end] : [0, text.length]
      const quote =
        exact === null
          ? []
          : [
              node({
                type: 'TextQuoteSelector',
                exact,
                prefix: charactersWithin(text, { start: Math.max(from, start - AROUND), end: start }),
                suffix: charactersWithin(text, { start: end, end: Math.min(to, end + AROUND) }),
              }),
            ]
      // Places are counted in the text alone: a headline is no part of it.
      const place =
        where === 'text' ? [{ type: 'TextPositionSelector', start: counted(start), end: counted(end) } as Node] : []
      return [...quote, ...place]
    },
  }
}

/** All of a text. */
export const ALL: Span = { start: 0, end: Number.POSITIVE_INFINITY }

/**
 * The part of a text around a claim that an excerpt has.
 * @param excerpt characters; null for all
 */
export function shownAround({ in: where, content }: Pick<Claim, 'in' | 'content'>, excerpt: number | null): Span {
  if (excerpt === null || where !== 'text') return excerpt === null ? ALL : { start: 0, end: 0 }
  const { start, end } = content
  const from = end - start + 2 * AROUND <= excerpt ? Math.max(0, start - AROUND) : start
  return { start: from, end: from + excerpt }
}
