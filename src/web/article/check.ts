/** From the quote to the headline: the tellings of one statement below each other, with the words that were lost or changed. */
import type { Span } from '../../page/article.ts'
import { type Html, html } from '../../publish/html.ts'
import type { Drift } from '../../stories/drift/drift.ts'
import type { Level } from '../../stories/drift/levels.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import type { Marked } from './claims.ts'
import { cardName } from './words.ts'

/** Words of a level are cut at so many characters. */
const LONGEST = 600

/** The part on what became of the headline's statement. @param levels null where the headline reports no claim of the text */
export function checkSection(levels: readonly Level[] | null, marked: readonly Marked[]): Html {
  const changed = levels?.some(({ place, drift }) => place !== 'fullest' && drift.length > 0) ?? false
  return html`<section class="check-section" aria-labelledby="check" data-key="d"><h2 id="check">${ARTICLE.check}</h2>
${
  levels === null
    ? html`<p class="soft">${ARTICLE.checkNone}</p>`
    : html`<ol class="levels">${levels.map((level) => levelView(level, marked))}</ol>${!changed && html`<p class="soft">${ARTICLE.checkSame}</p>`}`
}
</section>`
}

function levelView({ place, words, start, claim, drift }: Level, marked: readonly Marked[]): Html {
  const own = marked.find((one) => one.claim === claim)
  const isFullest = place === 'fullest'
  const label =
    isFullest && claim !== null && claim.type !== 'indirect' && claim.type !== 'none'
      ? ARTICLE.quote
      : ARTICLE.levels[place]
  const isWhole = ({ to }: Drift) => to.end - to.start >= words.length - 1
  const shown = isFullest
    ? marksIn(
        words,
        start,
        drift.map(({ from }) => from),
      )
    : changesIn(
        words,
        start,
        drift.filter((one) => !isWhole(one)),
      )
  return html`<li class="level ${place}">
<p class="label">${label}${own !== undefined && html` <a href="#${cardName(own.name)}" aria-label="${ARTICLE.card(own.name)}">${own.name}</a>`}${isFullest && claim !== null && html`<span class="soft">${claim.speaker?.name ?? PARTS.nobody}</span>`}</p>
<p class="told">${shown}</p>
${!isFullest && drift.length > 0 && html`<ul class="lost">${drift.map(lostView)}</ul>`}
</li>`
}

function lostView({ kind, from, to, lost, why }: Drift): Html {
  return html`<li><b class="kind">${kind}</b> ${
    lost
      ? html`<del>${from.text}</del> ${ARTICLE.lost}`
      : html`<del>${from.text}</del> ${ARTICLE.became} <ins>${to.text}</ins>`
  }<span class="soft">, ${why}</span></li>`
}

/** Words of the fullest telling, those that another lost or changed underlined. */
function marksIn(words: string, start: number, spans: readonly Span[]): Html {
  const inOrder = onceEach(spans, start, words.length)
  let from = 0
  const shown = inOrder.map((span) => {
    const before = words.slice(from, span.start)
    from = span.end
    return html`${before}<mark>${words.slice(span.start, span.end)}</mark>`
  })
  const rest = words.slice(from)
  return html`${shown}${rest.length > LONGEST ? `${rest.slice(0, LONGEST).toWellFormed()} …` : rest}`
}

/** A change of a later telling, as places of its words. */
interface Change extends Span {
  readonly was: string
  readonly lost: boolean
  /** A bound stands before what it bounds; whom and on whose word stands after. */
  readonly isBefore: boolean
}

/** Words of a later telling: what it left out stands struck where it belongs, what it changed beside what it was. */
function changesIn(words: string, start: number, drift: readonly Drift[]): Html {
  const changes = drift
    .map(
      ({ kind, from, to, lost }): Change => ({
        was: from.text,
        lost,
        isBefore: kind === 'hedge dropped',
        start: to.start - start,
        end: to.end - start,
      }),
    )
    .filter((one) => one.start >= 0 && one.end <= words.length)
  const places = onceEach(changes, 0, words.length)
  let from = 0
  const shown = places.map((place) => {
    const own = changes.filter((one) => one.start === place.start && one.end === place.end)
    const struck = (some: readonly Change[]) => some.map(({ was }) => html`<del>${was}</del> `)
    const lost = own.filter((one) => one.lost)
    const before = words.slice(from, place.start)
    const here = words.slice(place.start, place.end)
    from = place.end
    const changed = own.filter((one) => !one.lost)
    const after = struck(lost.filter(({ isBefore }) => !isBefore))
    return html`${before}${struck(lost.filter(({ isBefore }) => isBefore))}${struck(changed)}${changed.length > 0 ? html`<ins>${here}</ins>` : here}${after.length > 0 && html` ${after}`}`
  })
  const rest = words.slice(from)
  return html`${shown}${rest.length > LONGEST ? `${rest.slice(0, LONGEST).toWellFormed()} …` : rest}`
}

/** Spans as places of some words, in order, those that overlap once. */
function onceEach(spans: readonly Span[], offset: number, length: number): Span[] {
  const own = spans
    .map(({ start, end }) => ({ start: start - offset, end: end - offset }))
    .filter(({ start, end }) => start >= 0 && end <= length && start < end)
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
  const kept: Span[] = []
  for (const span of own) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}
