/** The rival figures of a story: a panel for each thing that is counted, with its chart, its table and its files. */

import { storyArticlesAt, storyAt } from '../../publish/addresses.ts'
import { type Charted, chartOf } from '../../publish/chart/chart.ts'
import { readingWords } from '../../publish/chart/words.ts'
import { type Html, html } from '../../publish/html.ts'
import type { Places } from '../../publish/story/places.ts'
import { panelApart, panelChart, panelTable, singleWords } from '../../publish/story/rivals.ts'
import { articlesById, panelTitle, UNTITLED } from '../../publish/story/words.ts'
import type { Panel } from '../../stories/figures/panels.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { carriedBy, FIGURES } from '../words/figures.ts'
import { fileAt, shownAt } from './asked.ts'

/** Which story, how it is asked for, and where its parts lead. */
export interface FiguresShown {
  /** By which the ledger knows the story. */
  readonly number: number
  readonly charted: Charted
  readonly places: Places
}

/** Pixels of a chart where there is room. */
const WIDE = 760

const FORMATS = ['svg', 'png', 'csv'] as const

export function figuresView(story: StoryTold, asked: FiguresShown): Html {
  const { figures, single, title } = story
  const byId = articlesById(story)
  return html`<article class="figures">
<header>
<p class="meta"><a href="${storyAt(asked.number)}">${title ?? UNTITLED}</a></p>
<h1>${FIGURES.title}</h1>
<p class="lead">${figures.length === 0 ? FIGURES.none : FIGURES.lead}</p>
${figures.length > 0 && choices(asked)}
</header>
${figures.map((panel, at) => panelView(panel, at + 1, byId, asked))}
${single > 0 && html`<p class="meta">${singleWords(single)}</p>`}
<p class="onward"><a href="${storyAt(asked.number)}">${FIGURES.back}</a> · <a href="${storyArticlesAt(asked.number)}">${FIGURES.articles}</a></p>
</article>`
}

/** What a reader may choose, each a link that can be shared. */
function choices({ number, charted }: FiguresShown): Html {
  const choice = (words: string, own: Charted) =>
    own.by === charted.by && own.vague === charted.vague
      ? html`<b aria-current="true">${words}</b>`
      : html`<a href="${shownAt(number, own)}">${words}</a>`
  return html`<div class="choices screen-only">
<p>${FIGURES.by} ${choice(FIGURES.said, { ...charted, by: 'said' })} ${choice(FIGURES.asOf, { ...charted, by: 'asOf' })}</p>
<p>${FIGURES.vague} ${choice(FIGURES.asWords, { ...charted, vague: false })} ${choice(FIGURES.asRead, { ...charted, vague: true })}</p>
</div>`
}

function panelView(
  panel: Panel,
  at: number,
  byId: ReadonlyMap<string, ArticleTold>,
  { number, charted, places }: FiguresShown,
): Html {
  return html`<section class="panel" id="panel-${at}" aria-labelledby="panel-${at}-title">
<h2 id="panel-${at}-title" data-stop>${panelTitle(panel)}</h2>
<p class="meta">${carriedBy(panel.reports)} <span class="files screen-only">${FIGURES.download} ${FORMATS.map(
    (format) => html`<a href="${fileAt(number, at, format, charted)}" download>${FIGURES.formats[format]}</a> `,
  )}</span></p>
${panelChart(panel, { places, charted, wide: WIDE })}
${daysNote(panel, charted)}
${readingsNote(panel, charted)}
${panelTable(panel, byId, places)}
<div class="beside">${panelApart(panel, places, 'h3')}</div>
</section>`
}

/** What is to be known of figures that are set by the day up to which they count. */
function daysNote({ lanes }: Panel, { by }: Charted): Html | null {
  if (by === 'said') return null
  const days = lanes.flatMap(({ points }) => points.map(({ asOf }) => asOf))
  const note = days.every((day) => day === null) ? FIGURES.noAsOf : days.includes(null) ? FIGURES.someAsOf : null
  return note === null ? null : html`<p class="meta">${note}</p>`
}

/** The conventions by which words are read, each once. */
function readingsNote(panel: Panel, charted: Charted): Html | null {
  if (!charted.vague) return null
  const { lanes, words } = chartOf(panel, charted)
  const read = new Set(
    lanes.flatMap(({ marks }) => marks.flatMap(({ reading }) => (reading === null ? [] : readingWords(reading)))),
  )
  if (read.size > 0) return html`<p class="meta">${FIGURES.conventions} ${[...read].join('; ')}.</p>`
  return words.length > 0 ? html`<p class="meta">${FIGURES.unread}</p>` : null
}
