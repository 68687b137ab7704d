/**
 * Where what a report names can be gone to. A report that stands alone leads to the original pages; one on a site leads to
 * what the site has of them.
 */
import type { Mention } from '../../stories/reading.ts'
import type { ArticleTold, OriginTold } from '../../stories/told/told.ts'
import { addressOf } from '../address.ts'
import { type Html, html } from '../html.ts'

/** Addresses; null for what leads nowhere. */
export interface Places {
  /** An article, landing on words of its text where some are given. */
  article(article: Pick<ArticleTold, 'id' | 'url'>, words: string): string | null
  claim(mention: Mention): string | null
  speaker(origin: Pick<OriginTold, 'id'>): string | null
  outlet(name: string): string | null
  /** The page that an article was read from, where `article` does not lead there. */
  original(article: Pick<ArticleTold, 'id' | 'url'>, words: string): string | null
}

const nowhere = (): null => null

/** The original pages. */
export const ORIGINALS: Places = {
  article: ({ url }, words) => addressOf(url, words),
  claim: nowhere,
  speaker: nowhere,
  outlet: nowhere,
  original: nowhere,
}

/** Marks what the keys of a site walk through; a report that stands alone has none. */
export const stopOn = (places: Places): Html => html`${places !== ORIGINALS && html` data-stop`}`

/** Ids that a report goes by; a site has links instead. */
export const idsView = (places: Places, ids: string): Html =>
  html`${places === ORIGINALS && html` <span class="ids">${ids}</span>`}`

/** A link, or the words alone where there is nowhere to go. Other sites are not told whence the reader comes. */
export function linked(address: string | null, words: Html | string): Html {
  if (address === null) return html`${words}`
  return address.startsWith('/')
    ? html`<a href="${address}">${words}</a>`
    : html`<a href="${address}" rel="noreferrer">${words}</a>`
}
