/** The end of a story's report as HTML: what nobody says, the articles it rests on, and what could not be read. */
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { type Html, html } from '../html.ts'
import { idsView, linked, ORIGINALS, type Places, stopOn } from './places.ts'
import { section } from './section.ts'
import { HEADINGS, ORIGINAL_PAGE, publishedWords, quoted, UNTITLED } from './words.ts'

/** The part on what nobody says, as HTML; null where nothing is missing. */
export function unsaidSection({ id, unsaid }: StoryTold, places: Places = ORIGINALS): Html | null {
  if (unsaid.length === 0) return null
  return section(
    `${id}-unsaid`,
    HEADINGS.unsaid,
    html`<ul class="unsaid">${unsaid.map(
      ({ kind, about, sentence, why, origins, claims: [first] }) =>
        html`<li${stopOn(places)}><span class="label">${kind}</span>${idsView(places, origins.join(', '))}
<p>${linked(first === undefined ? null : places.claim(first), quoted(about, 160))}: ${sentence}</p><p class="meta">${why}</p></li>`,
    )}</ul>`,
  )
}

/**
 * The list of a story's articles, as HTML.
 * @param capturedWords when an article was captured and what its capture is known by; null where that is not known
 */
export function articlesSection(
  { id, articles }: StoryTold,
  places: Places = ORIGINALS,
  capturedWords: (article: ArticleTold) => string | null = () => null,
): Html {
  const rows = articles.map((article) => {
    const { headline, outlet, wire } = article
    const page = places.original(article, '')
    const captured = capturedWords(article)
    return html`<tr><td class="number">${publishedWords(article)}</td>
<td>${outlet === null ? '(outlet not known)' : linked(places.outlet(outlet), outlet)}${wire !== null && html` <span class="meta">copy of ${wire}</span>`}</td>
<td${stopOn(places)}>${linked(places.article(article, ''), headline ?? UNTITLED)} <span class="meta">${page === null ? article.id : linked(page, ORIGINAL_PAGE)}</span>${captured !== null && html` <span class="meta">${captured}</span>`}</td></tr>`
  })
  return section(
    `${id}-articles`,
    HEADINGS.articles,
    html`<div class="scroll"><table class="stack addresses">
<thead><tr><th scope="col">Published</th><th scope="col">Outlet</th><th scope="col">${places === ORIGINALS ? 'Article and its id' : 'Article'}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`,
  )
}

/** @param unread a line each: what it was, and why it could not be read */
export function failuresSection(unread: readonly string[]): Html | null {
  if (unread.length === 0) return null
  return section(
    'unread',
    HEADINGS.unread,
    html`<ul class="unread">${unread.map((line) => html`<li>${line}</li>`)}</ul>`,
  )
}
