/** The text of an article as it is set: a passage on the left, the cards of the claims that begin in it on the right. */
import type { Span } from '../../page/article.ts'
import { webAddress } from '../../publish/address.ts'
import { type Html, html } from '../../publish/html.ts'
import { when } from '../../publish/when.ts'
import { ARTICLE } from '../words/article.ts'
import { type CardOptions, claimCard } from './card.ts'
import type { Marked } from './claims.ts'
import type { Segment } from './segments.ts'
import { type Marks, markedWords } from './words.ts'

/** What is set. */
export interface SetOptions extends CardOptions {
  readonly marks: Marks
}

/** The most cards beside one passage. */
const MOST_CARDS = 60

/** Passages with their cards. Cards may reach down beside passages without any. */
export function textView(segments: readonly Segment[], options: SetOptions): Html {
  const own = segments.map((segment) => beginningIn(segment, options.marks.claims))
  return html`${segments.map((segment, at) => {
    const cards = own[at] as readonly Marked[]
    return html`${passage(segment, options)}
${cards.length > 0 && cardsView(cards, options, freeAfter(own, at))}`
  })}`
}

/** Claims whose words begin in a passage. */
const beginningIn = ({ start, end }: Span, claims: readonly Marked[]): Marked[] =>
  claims.filter(({ claim }) => claim.content.start >= start && claim.content.start < end)

/** Cards reach beside so many passages at most. */
const MOST_ROWS = 8

/** How many passages beside and after one have no cards of their own. */
function freeAfter(own: readonly (readonly Marked[])[], at: number): number {
  const next = own.findIndex((cards, i) => i > at && cards.length > 0)
  return Math.min(MOST_ROWS, (next === -1 ? own.length : next) - at)
}

/** Cards of some claims. @param rows passages that they may stand beside */
export const cardsView = (cards: readonly Marked[], options: CardOptions, rows = 1): Html =>
  html`<ul class="cards rows-${rows}">${cards.slice(0, MOST_CARDS).map((card) => claimCard(card, options))}${cards.length > MOST_CARDS && html`<li class="soft">${ARTICLE.moreCards(cards.length - MOST_CARDS)}</li>`}</ul>`

function passage(segment: Segment, { text, marks }: SetOptions): Html {
  const { kind, credit, related, time } = segment
  const words = markedWords(text, segment, marks)
  switch (kind) {
    case 'heading':
      return html`<h3 class="passage">${words}</h3>`
    case 'quote':
      return html`<blockquote class="passage">${words}</blockquote>`
    case 'list-item':
      return html`<ul class="passage item"><li>${words}</li></ul>`
    case 'caption':
      return html`<p class="passage caption">${words}${credit !== undefined && html` <span class="credit">${credit.slice(0, 200)}</span>`}</p>`
    case 'live-entry':
      return html`<p class="passage live-entry">${time !== undefined && html`<time class="meta" datetime="${time}">${when(time)}</time> `}${words}</p>`
    case 'related': {
      const address = webAddress(related?.url ?? null)
      return html`<p class="passage related">${words}${address !== null && html` <a href="${address}" rel="noreferrer">${ARTICLE.open}</a>`}</p>`
    }
    default:
      return html`<p class="passage ${kind}">${words}</p>`
  }
}
