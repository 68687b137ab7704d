/** The origins of a story as HTML: each with its words and, under it, its carriers as a tree by kind of evidence. */
import { articleOf } from '../../stories/reading.ts'
import type { Carrier } from '../../stories/told/carriers.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { type Html, html } from '../html.ts'
import { counted } from '../numbers.ts'
import { shownOrigins } from './choice.ts'
import { idsView, linked, ORIGINALS, type Places, stopOn } from './places.ts'
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
  RESTS,
  reasonsOf,
} from './words.ts'

type ById = ReadonlyMap<string, ArticleTold>

/** How the origins of a story are shown. */
export interface Rooted {
  /** Those that one outlet alone carries too. */
  readonly all: boolean
  readonly places?: Places
  /** How many are open; the rest is folded, and what each account rests on. */
  readonly open?: number
}

/** The section of origins; those that one outlet alone carries are folded unless all are asked for. */
export function originsSection(
  story: StoryTold,
  { all, places = ORIGINALS, open = Number.POSITIVE_INFINITY }: Rooted,
): Html | null {
  const { origins, matters } = story
  if (origins.length === 0) return null
  const byId = articlesById(story)
  const shown = shownOrigins(story, all)
  const [first, more] = [shown.slice(0, open), shown.slice(open)]
  const rest = origins.filter((origin) => !shown.includes(origin))
  const folds = open !== Number.POSITIVE_INFINITY
  const viewOf = (origin: OriginTold) => originView(origin, byId, places, folds)
  return section(
    `${story.id}-origins`,
    HEADINGS.origins,
    html`${shown.length > 0 && html`<p class="key">${EDGES.map((edge) => html`<span class="${edge}">${EDGE_NAMES[edge]}</span>`)}</p>`}
${first.map(viewOf)}
${more.length > 0 && html`<details><summary>${counted(more.length, 'statement')} more that several outlets carry</summary>${more.map(viewOf)}</details>`}
${
  matters.length > 0 &&
  html`<div class="prose"><h3>${HEADINGS.matters}</h3><ul>${matters.map(
    ({ words, origins: ids, account }) =>
      html`<li>${quoted(words, 160)}${idsView(places, ids.join(', '))}<br>${account.sentence}</li>`,
  )}</ul></div>`
}
${
  rest.length > 0 &&
  html`<details><summary>${counted(rest.length, 'statement')} that one outlet alone carries</summary>${rest.map(viewOf)}</details>`
}`,
  )
}

function originView(origin: OriginTold, byId: ById, places: Places, folds: boolean): Html {
  const { id, words, claims, account, carriers } = origin
  const [first] = claims
  return html`<div class="origin" id="${id}">
<h3>${linked(places.speaker(origin), originHead(origin))}${idsView(places, id)}</h3>
<blockquote class="said"${stopOn(places)}>${linked(first === undefined ? null : places.claim(first), quoted(words))}</blockquote>
<p class="sentence">${account.sentence}</p>
${account.outlets > 1 && (folds ? html`<details class="rests"><summary>${RESTS}</summary>${reasonsView(account)}</details>` : reasonsView(account))}
${carriers.length > 0 && html`<div class="tree">${treeOf(carriers, byId, places)}</div>`}
</div>`
}

const reasonsView = (account: OriginTold['account']): Html =>
  html`<ul class="reasons">${reasonsOf(account).map((reason) => html`<li>${reason}</li>`)}</ul>`

/** Carriers of one place in the tree; those that hang there for the same reason, with nobody below them, as one. */
function treeOf(carriers: readonly Carrier[], byId: ById, places: Places): Html {
  const alike = Map.groupBy(carriers, (carrier) =>
    carrier.carriers.length > 0 || carrier.articles.length === 0 ? carrier : evidenceLine(carrier),
  )
  return html`<ul>${[...alike.values()].map((some) =>
    some.length < ALIKE ? some.map((carrier) => carrierView(carrier, byId, places)) : alikeView(some, byId, places),
  )}</ul>`
}

/** From so many on, carriers with the same evidence are told together. */
const ALIKE = 4

/** Why a carrier hangs where it hangs, on a line. */
function evidenceLine(carrier: Carrier): string {
  const edge = edgeOf(carrier)
  const evidence = edge === 'unknown' ? [EDGE_NAMES.unknown] : evidenceWords(carrier.from)
  const others = evidenceWords(carrier.also)
  return `${evidence.join('; ')}${others.length > 0 ? ` (also ${others.join('; ')})` : ''}`
}

function carrierView(carrier: Carrier, byId: ById, places: Places): Html {
  const { carriers } = carrier
  return html`<li class="${edgeOf(carrier)}">${printed(carrier, byId, places)}
<span class="edge">${evidenceLine(carrier)}</span>
${carriers.length > 0 && treeOf(carriers, byId, places)}</li>`
}

function alikeView(some: readonly Carrier[], byId: ById, places: Places): Html {
  const [first] = some as [Carrier, ...Carrier[]]
  return html`<li class="${edgeOf(first)} alike"><span class="outlets">${some.map((carrier, at) => html`${at > 0 && ', '}${printed(carrier, byId, places)}`)}</span>
<span class="edge">${counted(some.length, 'report')}, each: ${evidenceLine(first)}</span></li>`
}

/** Who prints the text, each outlet a link to its claim or its article, landing on the words that the evidence rests on. */
function printed({ name, articles, claims, from }: Carrier, byId: ById, places: Places): Html {
  if (articles.length === 0) return html`<span class="only">${name}</span> <span class="ids">${CREDITED}</span>`
  return html`${articles.map((id, at) => {
    const article = byId.get(id)
    const claim = claims.find((mention) => articleOf(mention) === id)
    const words = from.find(({ article: own }) => own === id)?.anchor
    const page = article === undefined ? null : places.article(article, words?.in === 'text' ? words.text : '')
    return html`${at > 0 && ' = '}${linked((claim === undefined ? null : places.claim(claim)) ?? page, article?.outlet ?? id)}`
  })}`
}
