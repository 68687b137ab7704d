/** The origins of a story as HTML: each with its words and, under it, its carriers as a tree by kind of evidence. */
import type { Carrier } from '../../stories/told/carriers.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { addressOf } from '../address.ts'
import { type Html, html } from '../html.ts'
import { counted } from '../numbers.ts'
import { shownOrigins } from './choice.ts'
import { section } from './section.ts'
import {
  articlesById,
  CREDITED,
  EDGE_NAMES,
  EDGES,
  edgeOf,
  evidenceWords,
  HEADINGS,
  originHead,
  quoted,
  reasonsOf,
} from './words.ts'

type ById = ReadonlyMap<string, ArticleTold>

/** The section of origins; those that one outlet alone carries are folded unless all are asked for. */
export function originsSection(story: StoryTold, all: boolean): Html | null {
  const { origins, matters } = story
  if (origins.length === 0) return null
  const byId = articlesById(story)
  const shown = new Set(shownOrigins(story, all))
  const rest = origins.filter((origin) => !shown.has(origin))
  return section(
    `${story.id}-origins`,
    HEADINGS.origins,
    html`${shown.size > 0 && html`<p class="key">${EDGES.map((edge) => html`<span class="${edge}">${EDGE_NAMES[edge]}</span>`)}</p>`}
${[...shown].map((origin) => originView(origin, byId))}
${
  matters.length > 0 &&
  html`<div class="prose"><h3>${HEADINGS.matters}</h3><ul>${matters.map(
    ({ words, origins: ids, account }) =>
      html`<li>${quoted(words, 160)} <span class="ids">${ids.join(', ')}</span><br>${account.sentence}</li>`,
  )}</ul></div>`
}
${
  rest.length > 0 &&
  html`<details><summary>${counted(rest.length, 'statement')} that one outlet alone carries</summary>${rest.map(
    (origin) => originView(origin, byId),
  )}</details>`
}`,
  )
}

function originView({ id, speaker, said, words, account, carriers }: OriginTold, byId: ById): Html {
  return html`<div class="origin" id="${id}">
<h3>${originHead({ speaker, said })} <span class="ids">${id}</span></h3>
<blockquote class="said">${quoted(words)}</blockquote>
<p class="sentence">${account.sentence}</p>
${account.outlets > 1 && html`<ul class="reasons">${reasonsOf(account).map((reason) => html`<li>${reason}</li>`)}</ul>`}
${carriers.length > 0 && html`<div class="tree">${treeOf(carriers, byId)}</div>`}
</div>`
}

const treeOf = (carriers: readonly Carrier[], byId: ById): Html =>
  html`<ul>${carriers.map((carrier) => carrierView(carrier, byId))}</ul>`

function carrierView(carrier: Carrier, byId: ById): Html {
  const { from, also, carriers } = carrier
  const edge = edgeOf(carrier)
  const evidence = edge === 'unknown' ? [EDGE_NAMES.unknown] : evidenceWords(from)
  const others = evidenceWords(also)
  return html`<li class="${edge}">${printed(carrier, byId)}
<span class="edge">${evidence.join('; ')}${others.length > 0 && ` (also ${others.join('; ')})`}</span>
${carriers.length > 0 && treeOf(carriers, byId)}</li>`
}

/** Who prints the text, each outlet a link to its article, landing on the words that the evidence rests on. */
function printed({ name, articles, from }: Carrier, byId: ById): Html {
  if (articles.length === 0) return html`<span class="only">${name}</span> <span class="ids">${CREDITED}</span>`
  const links = articles.map((id, at) => {
    const article = byId.get(id)
    const words = from.find(({ article: own }) => own === id)?.anchor
    const address = addressOf(article?.url ?? null, words?.in === 'text' ? words.text : '')
    const label = article?.outlet ?? id
    return html`${at > 0 && ' = '}${address === null ? label : html`<a href="${address}" rel="noreferrer">${label}</a>`}`
  })
  return html`${links}`
}
