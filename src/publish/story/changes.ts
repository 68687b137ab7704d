/** What the retelling of a story changed, as HTML: the words before and after, what kind of change, and who has it. */
import type { DriftSide, DriftTold } from '../../stories/told/changes.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { type Html, html } from '../html.ts'
import { counted } from '../numbers.ts'
import { linked, ORIGINALS, type Places, stopOn } from './places.ts'
import { section } from './section.ts'
import { alsoIn, articlesById, HEADINGS, isWithin, ORIGINAL_PAGE, placeOf, quoted, standsIn } from './words.ts'

/** How the changes of a story are shown. */
export interface Changed {
  readonly places: Places
  /** How many are open; the rest is folded. */
  readonly open: number
  /** The key that goes to them. */
  readonly key: string | null
}

/** The part on what the retelling changed, as HTML; null where it changed nothing. */
export function driftSection(
  story: StoryTold,
  { places, open, key }: Changed = { places: ORIGINALS, open: Number.POSITIVE_INFINITY, key: null },
): Html | null {
  const { id, drift } = story
  if (drift.length === 0) return null
  const byId = articlesById(story)
  const viewOf = (one: DriftTold) => driftView(one, byId, places)
  return section(
    `${id}-drift`,
    HEADINGS.drift,
    html`<ul class="drift">${drift.slice(0, open).map(viewOf)}</ul>${drift.length > open && html`<details><summary>${counted(drift.length - open, 'change')} more</summary><ul class="drift">${drift.slice(open).map(viewOf)}</ul></details>`}`,
    key,
  )
}

type ById = ReadonlyMap<string, ArticleTold>

function driftView(drift: DriftTold, byId: ById, places: Places): Html {
  const { kind, from, to, lost, why } = drift
  const others = alsoIn(drift, byId)
  return html`<li${stopOn(places)}><span class="kind">${kind}</span>
<p><q class="was">${worded(from, 160, places)}</q> ${lost ? 'is not in' : 'became'} <q class="is">${worded(to, 200, places)}</q></p>
<p class="meta">from ${placed(from, isWithin(drift) ? placeOf(from) : standsIn(from), byId, places)} to ${placed(to, standsIn(to), byId, places)}${others !== null && `; ${others}`}</p>
<p class="meta">${why}</p></li>`
}

/** Words of a side, leading to the claim that they are of. */
const worded = ({ text, claim }: DriftSide, most: number, places: Places): Html =>
  linked(claim === null ? null : places.claim(claim), quoted(text, most))

/** Where a side stands, leading to its article. */
function placed(side: DriftSide, words: string, byId: ById, places: Places): Html {
  const article = byId.get(side.article)
  if (article === undefined) return html`${words}`
  const passage = side.in === 'text' ? side.text : ''
  const page = places.original(article, passage)
  return html`${linked(places.article(article, passage), words)}${page !== null && html` (${linked(page, ORIGINAL_PAGE)})`}`
}
