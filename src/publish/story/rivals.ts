/** The rival figures of a story as HTML: chart, table and, beside them, what cannot be compared and why not. */
import type { Panel } from '../../stories/figures/panels.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { addressOf } from '../address.ts'
import { type Chart, chartOf } from '../chart/chart.ts'
import { chartSvg } from '../chart/svg.ts'
import { claimantName, describe, NO_PLACE, noteOf, wordsOf } from '../chart/words.ts'
import { Html, html } from '../html.ts'
import { counted } from '../numbers.ts'
import { section } from './section.ts'
import { apartHead, articlesById, HEADINGS, numberWords, panelTitle, pointDays, quoted } from './words.ts'

/** Pixels: the measure of the page, and of a phone. */
const WIDE = 680
const NARROW = 350

/** The part on rival figures, a chart and a table for each panel, as HTML; null where there are none. */
export function figuresSection(story: StoryTold): Html | null {
  const { id, figures, single } = story
  if (figures.length === 0) return null
  const byId = articlesById(story)
  return section(
    `${id}-figures`,
    HEADINGS.figures,
    html`${figures.map((panel) => panelView(panel, byId))}
${single > 0 && html`<p class="meta">${counted(single, 'thing')} counted by one claimant alone, with one number: not shown.</p>`}`,
  )
}

function panelView(panel: Panel, byId: ReadonlyMap<string, ArticleTold>): Html {
  const { apart } = panel
  return html`<div class="panel">
<h3>${panelTitle(panel)}</h3>
${chartView(chartOf(panel), panelTitle(panel))}
${tableView(panel, byId)}
${
  apart.length > 0 &&
  html`<div><h4 class="label">${HEADINGS.apart}</h4><ul class="apart">${apart.map(
    (one) => html`<li>${apartHead(one)} <span class="because soft">${one.reason}</span></li>`,
  )}</ul></div>`
}
</div>`
}

function chartView(chart: Chart, title: string): Html | null {
  const description = describe(chart)
  const drawn = [WIDE, NARROW].map((width) => chartSvg(chart, { width, title, description }))
  const [wide, narrow] = drawn
  const words =
    chart.words.length > 0 &&
    html`<p class="words"><span class="label">${NO_PLACE}</span>${chart.words.map((one) => html`<br>${wordsOf(one)}`)}</p>`
  if (wide == null || narrow == null) return html`${words}`
  return html`<figure>
<div class="wide">${new Html(wide)}</div>
<div class="narrow">${new Html(narrow)}</div>
${words}
<figcaption class="soft">${noteOf(chart, 'page')}</figcaption>
</figure>`
}

function tableView({ lanes }: Panel, byId: ReadonlyMap<string, ArticleTold>): Html {
  const rows = lanes.flatMap(({ name, points }) =>
    points.map(
      (
        point,
        at,
      ) => html`<tr><th scope="row">${claimantName(name)}${at > 0 && point.said !== null && html` <span class="meta">revised</span>`}</th>
<td class="number">${pointDays(point)}</td>
<td class="number">${numberWords(point) ?? html`<span class="soft">in words</span>`}</td>
<td>${point.words.map((words) => quoted(words, 60)).join(', ')}</td>
<td>${sources(point.mentions, byId)}</td></tr>`,
    ),
  )
  return html`<div class="scroll"><table class="stack">
<thead><tr><th scope="col">Who gave it</th><th scope="col">Said on</th><th scope="col">Figure</th><th scope="col">As it was put</th><th scope="col">Carried by</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}

/** The outlets that carry a figure, each once, landing on its words. */
function sources(
  mentions: Panel['lanes'][number]['points'][number]['mentions'],
  byId: ReadonlyMap<string, ArticleTold>,
): Html {
  const byOutlet = new Map([...mentions].reverse().map((mention) => [mention.outlet ?? mention.article, mention]))
  return html`${[...byOutlet].reverse().map(([outlet, { article, in: place, text }], at) => {
    const address = addressOf(byId.get(article)?.url ?? null, place === 'text' ? text : '')
    return html`${at > 0 && ', '}${address === null ? outlet : html`<a href="${address}" rel="noreferrer">${outlet}</a>`}`
  })}`
}
