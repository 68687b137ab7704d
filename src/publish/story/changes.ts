/** What the retelling of a story changed, as HTML: the words before and after, what kind of change, and who has it. */
import type { DriftSide, DriftTold } from '../../stories/told/changes.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { addressOf } from '../address.ts'
import { type Html, html } from '../html.ts'
import { section } from './section.ts'
import { alsoIn, articlesById, HEADINGS, isWithin, placeOf, quoted, standsIn } from './words.ts'

/** The part on what the retelling changed, as HTML; null where it changed nothing. */
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
  const others = alsoIn(drift, byId)
  return html`<li><span class="kind">${kind}</span>
<p><q class="was">${quoted(from.text, 160)}</q> ${lost ? 'is not in' : 'became'} <q class="is">${quoted(to.text, 200)}</q></p>
<p class="meta">from ${linked(from, isWithin(drift) ? placeOf(from) : standsIn(from), byId)} to ${linked(to, standsIn(to), byId)}${others !== null && `; ${others}`}</p>
<p class="meta">${why}</p></li>`
}

function linked(side: DriftSide, words: string, byId: ReadonlyMap<string, ArticleTold>): Html {
  const address = addressOf(byId.get(side.article)?.url ?? null, side.in === 'text' ? side.text : '')
  return address === null ? html`${words}` : html`<a href="${address}" rel="noreferrer">${words}</a>`
}
