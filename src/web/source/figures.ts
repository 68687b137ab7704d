/** A source's own figures: a chart for each thing that it counted on several days, and all of them in a table. */
import type { SourceFigure } from '../../ledger/sources.ts'
import { claimAt, outletAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import type { Places } from '../../publish/story/places.ts'
import { panelChart } from '../../publish/story/rivals.ts'
import { section } from '../../publish/story/section.ts'
import { panelTitle, quoted } from '../../publish/story/words.ts'
import { dateOf } from '../../publish/when.ts'
import { figureWords } from '../parts/figure.ts'
import { PARTS } from '../words/parts.ts'
import { SOURCE } from '../words/source.ts'
import type { SourceShown } from './view.ts'

/** Charts that are shown, and rows of the table: the newest. */
const CHARTS = 6
const ROWS = 120

/** Pixels of a chart where there is room: small, since each shows one line. */
const WIDE = 620

export function figuresSection({ source, figures, panels: { panels, claims } }: SourceShown): Html | null {
  if (figures.length === 0) return null
  const nowhere = () => null
  const places: Places = {
    article: nowhere,
    claim: (mention) => {
      const claim = claims.get(mention)
      return claim === undefined ? null : claimAt(claim)
    },
    speaker: nowhere,
    outlet: outletAt,
    original: nowhere,
  }
  const shown = figures.slice(-ROWS).toReversed()
  return section(
    'figures',
    SOURCE.figures[source.kind],
    html`<p class="soft">${panels.length === 0 ? SOURCE.noPanels : SOURCE.figuresNote}</p>
${panels.slice(0, CHARTS).map((panel) => html`<div class="panel"><h3 data-stop>${panelTitle(panel)}</h3>${panelChart(panel, { places, charted: { by: 'said', vague: false }, wide: WIDE })}</div>`)}
<details${panels.length === 0 && shown.length <= 12 && html` open`}><summary>${figures.length > ROWS ? SOURCE.newest(ROWS) : SOURCE.allFigures(figures.length)}</summary>
<div class="scroll"><table class="stack own-figures"><thead><tr>${SOURCE.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${shown.map(rowView)}</tbody></table></div></details>`,
  )
}

function rowView({ figure, day, isSaidDay, claim, outlet }: SourceFigure): Html {
  const { text, measure, of } = figure
  const counts = [measure, of].filter(Boolean).join(': ')
  return html`<tr><th scope="row">${day === null ? PARTS.undated : dateOf(day)}${!isSaidDay && day !== null && html` <span class="soft">${SOURCE.printed}</span>`}</th>
<td class="number">${figureWords(figure)}</td>
<td><a href="${claimAt(claim)}">${quoted(text, 60)}</a></td>
<td>${counts === '' ? html`<span class="soft">${SOURCE.notTold}</span>` : counts.slice(0, 120)}</td>
<td>${outlet === null ? PARTS.noOutlet : html`<a href="${outletAt(outlet)}">${outlet.slice(0, 120)}</a>`}</td></tr>`
}
