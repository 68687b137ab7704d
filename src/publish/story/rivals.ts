/** The rival figures of a story as HTML: chart, table and, beside them, what cannot be compared and why not. */
import type { Panel } from '../../stories/figures/panels.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { type Charted, chartOf, type Mark } from '../chart/chart.ts'
import { chartSvg } from '../chart/svg.ts'
import { claimantName, describe, NO_PLACE, noteOf, wordsOf } from '../chart/words.ts'
import { Html, html } from '../html.ts'
import { counted } from '../numbers.ts'
import { linked, ORIGINALS, type Places } from './places.ts'
import { section } from './section.ts'
import { apartHead, articlesById, HEADINGS, numberWords, panelTitle, pointDays, quoted } from './words.ts'

/** Pixels: the measure of the page, and of a phone. */
const WIDE = 680
const NARROW = 350

/** How the figures of a panel are shown. */
export interface Panelled {
  readonly places: Places
  readonly charted: Charted
  /** Pixels of the chart where there is room. */
  readonly wide?: number
}

const ALONE: Panelled = { places: ORIGINALS, charted: { by: 'said', vague: false } }

/** The part on rival figures, a chart and a table for each panel, as HTML; null where there are none. */
export function figuresSection(story: StoryTold): Html | null {
  const { id, figures, single } = story
  if (figures.length === 0) return null
  const byId = articlesById(story)
  return section(
    `${id}-figures`,
    HEADINGS.figures,
    html`${figures.map(
      (panel) => html`<div class="panel">
<h3>${panelTitle(panel)}</h3>
${panelChart(panel, ALONE)}
${panelTable(panel, byId, ORIGINALS)}
${panelApart(panel, ORIGINALS)}
</div>`,
    )}
${single > 0 && html`<p class="meta">${singleWords(single)}</p>`}`,
  )
}

/** What is said of figures that no panel shows. */
export const singleWords = (single: number): string =>
  `${counted(single, 'thing')} counted by one claimant alone, with one number: not shown.`

/** What of a panel cannot be compared, and why not; null where all of it can. */
export function panelApart({ apart }: Panel, places: Places, heading: 'h3' | 'h4' = 'h4'): Html | null {
  if (apart.length === 0) return null
  const name = new Html(heading)
  return html`<div><${name} class="label">${HEADINGS.apart}</${name}><ul class="apart">${apart.map((one) => {
    const mention = one.points[0]?.mentions[0]?.mention
    return html`<li>${linked(mention === undefined ? null : places.claim(mention), apartHead(one))} <span class="because soft">${one.reason}</span></li>`
  })}</ul></div>`
}

/** The chart of a panel, for a wide page and a narrow one, with what its marks mean. */
export function panelChart(panel: Panel, { places, charted, wide: most = WIDE }: Panelled): Html | null {
  const chart = chartOf(panel, charted)
  const title = panelTitle(panel)
  const description = describe(chart)
  const linkOf = ({ mention }: Mark) => (mention === null ? null : places.claim(mention))
  const [wide, narrow] = [most, NARROW].map((width) => chartSvg(chart, { width, title, description, linkOf }))
  const words =
    chart.words.length > 0 &&
    html`<p class="words"><span class="label">${NO_PLACE}</span>${chart.words.map(
      (one) => html`<br>${linked(one.mention === null ? null : places.claim(one.mention), wordsOf(one))}`,
    )}</p>`
  if (wide == null || narrow == null) return html`${words}`
  return html`<figure>
<div class="wide">${new Html(wide)}</div>
<div class="narrow">${new Html(narrow)}</div>
${words}
<figcaption class="soft">${noteOf(chart, 'page')}</figcaption>
</figure>`
}

/** The figures of a panel as a table. */
export function panelTable({ lanes }: Panel, byId: ReadonlyMap<string, ArticleTold>, places: Places): Html {
  const rows = lanes.flatMap(({ name, points }) =>
    points.map(
      (
        point,
        at,
      ) => html`<tr><th scope="row">${claimantName(name)}${at > 0 && point.said !== null && html` <span class="meta">revised</span>`}</th>
<td class="number">${pointDays(point)}</td>
<td class="number">${numberWords(point) ?? html`<span class="soft">in words</span>`}</td>
<td>${point.words.map((words) => quoted(words, 60)).join(', ')}</td>
<td>${sources(point.mentions, byId, places)}</td></tr>`,
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
  places: Places,
): Html {
  const byOutlet = new Map([...mentions].reverse().map((mention) => [mention.outlet ?? mention.article, mention]))
  return html`${[...byOutlet].reverse().map(([outlet, { mention, article, in: place, text }], at) => {
    const own = byId.get(article)
    const page = own === undefined ? null : places.article(own, place === 'text' ? text : '')
    return html`${at > 0 && ', '}${linked(places.claim(mention) ?? page, outlet)}`
  })}`
}
