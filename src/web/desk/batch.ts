/** What somebody brought, as it is taken in: a line each, with what it became or why not. */

import { articleAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted, shortened, UNTITLED } from '../../publish/story/words.ts'
import { DESK } from '../words/desk.ts'
import type { Batch, Became, Item } from './intake.ts'
import { readingLine } from './reading-line.ts'

/** Names and reasons longer than this are cut, in characters. */
const LONGEST = 300

const cut = (words: string): string => shortened(words, LONGEST)

/** The list of a batch. */
export function batchView({ items, isDone }: Batch): Html {
  return html`<ol class="batch" aria-busy="${isDone ? 'false' : 'true'}">${items.map(itemView)}</ol>
<p class="meta" role="status">${isDone ? DESK.done(items.length) : DESK.underWay}</p>`
}

const itemView = ({ name, became }: Item): Html =>
  html`<li class="${became.is}" data-stop><p class="meta">${cut(name)}</p>${becameView(became)}</li>`

function becameView(became: Became): Html {
  switch (became.is) {
    case 'waiting':
      return html`<p class="soft">${DESK.waiting}</p>`
    case 'working':
      return html`<p class="soft">${DESK.working}</p>`
    case 'unchanged':
      return became.article === null
        ? html`<p>${DESK.unchanged}</p>`
        : html`<p><a href="${articleAt(became.article)}">${DESK.unchanged}</a></p>`
    case 'watched':
      return html`<p>${became.title !== null && `${cut(became.title)}: `}${DESK.watched(became.named, became.toFetch)}</p>`
    case 'failed':
      return html`<p class="wrong">${DESK.failed}: ${cut(became.reason)}</p>`
    case 'entered': {
      const { entered, page, instead } = became
      const { headline } = page.article
      const how = entered.isNewArticle ? DESK.added : entered.isNewVersion ? DESK.newVersion : DESK.sameWords
      return html`<p class="headline"><a href="${articleAt(entered.article)}">${headline === null ? UNTITLED : cut(headline)}</a></p>
<p class="meta">${how}. ${readingLine(page.article, page.found)}</p>
${instead !== null && html`<p class="wrong">${cut(instead)}</p>`}
${page.notes.map(({ message }) => html`<p class="meta">${quoted(message, LONGEST)}</p>`)}`
    }
  }
}
