/** The head of an article's screen, and what a reader must know before trusting the reading. */
import type { ArticleStood } from '../../ledger/article-stood.ts'
import { outletAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shortened } from '../../publish/story/words.ts'
import { moment, when } from '../../publish/when.ts'
import { readingLine } from '../desk/reading-line.ts'
import { copyButton } from '../parts/copy.ts'
import { momentOf, publishedAt } from '../parts/moment.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import type { CardOptions } from './card.ts'
import type { Marked } from './claims.ts'
import { cardsView } from './text.ts'
import { markedWords } from './words.ts'

/** A headline or deck longer than this is cut, in characters. */
const LONGEST_LINE = 600

/**
 * Whose article it is, its headline and deck with their claims, and the doors to the page.
 * @param part of a long text: the cards of headline and deck stand beside the first
 */
export function headView(stood: ArticleStood, marked: readonly Marked[], card: CardOptions, part: number): Html {
  const { article, version, claims, id } = stood
  const { outlet, section, wire, headline, deck, bylines, published, modified, dateline } = article
  const above = [
    outlet === null ? PARTS.noOutlet : html`<a href="${outletAt(outlet)}">${short(outlet)}</a>`,
    section !== null && short(section),
    wire !== null && ARTICLE.copyOf(short(wire)),
  ].filter((one) => one !== false)
  const facts = [
    bylines.length > 0 && ARTICLE.by(bylines.slice(0, 12).map(short)),
    dateline !== null && short(dateline),
    published === null ? PARTS.undated : html`${ARTICLE.published} ${publishedAt(published)}`,
    modified !== null && modified !== published && html`${ARTICLE.modified} ${publishedAt(modified)}`,
    html`${ARTICLE.seen} ${momentOf(version.firstSeen)}`,
  ].filter((fact) => fact !== false)
  const line = (words: string, place: 'headline' | 'deck') =>
    markedWords(
      words,
      { start: 0, end: Math.min(words.length, LONGEST_LINE) },
      { claims: marked.filter(({ claim }) => claim.in === place), anchors: new Map() },
    )
  const cards =
    part === 1 ? marked.filter(({ claim }) => claim.in !== 'text' && claim.content.start < LONGEST_LINE) : []
  return html`<header class="page-head set">
<div class="passage">
<p class="kicker">${above.map((one) => html`<span>${one}</span> `)}</p>
<h1>${headline?.trim() ? line(headline, 'headline') : PARTS.noHeadline}${headline !== null && headline.length > LONGEST_LINE && ' …'}</h1>
${deck !== null && html`<p class="deck">${line(deck, 'deck')}${deck.length > LONGEST_LINE && ' …'}</p>`}
<p class="meta facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
<p class="tally">${readingLine(article, { claims: claims.map(({ claim }) => claim) })}</p>
<p class="doors">${card.url !== null && html`<a href="${card.url}" rel="noreferrer">${ARTICLE.original(outlet)}</a> `}<a href="${versionAt(id, version.number)}" data-key="y">${ARTICLE.permalink}</a> ${copyButton(citation(stood, card.url), { label: ARTICLE.copy, copied: ARTICLE.copied, key: 'c' })}</p>
</div>
${cards.length > 0 && cardsView(cards, card)}
</header>`
}

const short = (words: string): string => shortened(words, 120)

/** The article as a line of a list of sources. */
function citation({ article, captures, version }: ArticleStood, url: string | null): string {
  const { outlet, headline, published } = article
  const [capture] = captures
  return [
    outlet ?? PARTS.noOutlet,
    `“${(headline ?? PARTS.noHeadline).replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE)}”`,
    published === null ? PARTS.undated : when(published),
    url,
    `${ARTICLE.seen} ${moment(version.firstSeen)}`,
    capture && `SHA-256 ${capture.sha256}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a reader must know before trusting the reading. */
export function notesView({ article, captures }: ArticleStood): Html | null {
  const own = [
    ...article.notes.map(({ kind, message }) => [ARTICLE.notes[kind], message] as const),
    ...captures.flatMap((capture) => capture.notes.map(({ message }) => [ARTICLE.capture, message] as const)),
  ]
  const once = [...new Map(own.map((note) => [note.join(' '), note])).values()].slice(0, 20)
  if (once.length === 0) return null
  return html`<ul class="notes">${once.map(([title, message]) => html`<li><b>${title}</b> ${message}</li>`)}</ul>`
}
