/** What the retelling of a story changed, as HTML: the words before and after, what kind of change, and who has it. */
import type { DriftSide, DriftTold } from '../../stories/changes.ts'
import type { ArticleTold, StoryTold } from '../../stories/told.ts'
import { addressOf } from '../address.ts'
import { type Html, html } from '../html.ts'
import { section } from './section.ts'
import { articlesById, driftOutlets, HEADINGS, quoted, standsIn } from './words.ts'

export function driftSection(story: StoryTold): Html | null {
  const { id, drift } = story
  if (drift.length === 0) return null
  const byId = articlesById(story)
  return section(
    `${id}-drift`,
    HEADINGS.drift,
    html`<ul class="drift">${drift.map((one) => driftView(one, byId))}</ul>`,
  )
}

function driftView(drift: DriftTold, byId: ReadonlyMap<string, ArticleTold>): Html {
  const { kind, from, to, lost, why } = drift
  return html`<li><span class="kind">${kind}</span>
<p>${
    lost
      ? html`<del>${quoted(from.text, 160)}</del> is not in <span>${quoted(to.text, 200)}</span>`
      : html`<del>${quoted(from.text, 160)}</del> became <ins>${quoted(to.text, 160)}</ins>`
  }</p>
<p class="meta">from ${where(from, byId)}; ${lost ? 'left out in' : 'to'} ${where(to, byId)}. In ${driftOutlets(drift, byId).join(', ')}.</p>
<p class="meta">${why}</p></li>`
}

function where(side: DriftSide, byId: ReadonlyMap<string, ArticleTold>): Html {
  const address = addressOf(byId.get(side.article)?.url ?? null, side.in === 'text' ? side.text : '')
  return address === null ? html`${standsIn(side)}` : html`<a href="${address}" rel="noreferrer">${standsIn(side)}</a>`
}
