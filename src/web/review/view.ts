/** One claim to look at: its words where they stand, how it was read, what it is counted with, and what can be said of it. */
import type { Claim } from '../../claims/claim.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import { addressOf } from '../../publish/address.ts'
import { articleAt, claimAt, fixAt, recordAt, reviewAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { differenceOf } from '../parts/difference.ts'
import { figureChip } from '../parts/figure.ts'
import { hedgeChip } from '../parts/hedge.ts'
import { chainLadder } from '../parts/ladder.ts'
import { momentOf, publishedAt } from '../parts/moment.ts'
import { placeAndTime } from '../parts/where.ts'
import { changeWords } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import { REVIEW } from '../words/review.ts'
import { type About, actForm } from './forms.ts'
import type { Looked } from './looked.ts'
import { paragraphView } from './paragraph.ts'
import type { Around, Queue } from './queue.ts'

/** The most chips of one kind, and other claims of its origin. */
const MOST_CHIPS = 8
const MOST_OTHERS = 4

/** What is looked at, between its neighbours. */
export function lookedView(looked: Looked, { next, previous }: Around, before: number | undefined): Html {
  const { item, member, page } = looked
  const about: About = { name: item.name, before }
  const { claim } = member.corrected
  const { outlet, headline, published } = page
  const step = (to: string | null, key: 'j' | 'k', label: string, rel: string) =>
    to !== null &&
    html`<a href="${reviewAt({ at: to, before })}" rel="${rel}" data-step="${key}">${label} <kbd>${key}</kbd></a> `
  const words = claim.in === 'text' ? page.text.slice(claim.content.start, claim.content.end) : claim.content.text
  const original = addressOf(page.url, words)
  return html`<article class="looked">
<header class="looked-head"><h2><a href="${claimAt(member.id)}">${REVIEW.claim(member.id)}</a></h2>
<p class="meta facts"><span>${REVIEW.confidence(claim.confidence)}</span> <span>${PARTS.types[claim.type]}</span> <span><a href="${articleAt(member.article)}">${outlet?.slice(0, 120) ?? PARTS.noOutlet}</a>, ${publishedAt(published)}</span> ${original !== null && html`<span><a href="${original}" rel="noreferrer">${REVIEW.inPage}</a></span>`}</p>
<nav class="steps screen-only" aria-label="${REVIEW.steps}">${step(previous, 'k', REVIEW.previous, 'prev')}${step(next, 'j', REVIEW.next, 'next')}</nav></header>
${heldView(looked)}
<div class="looked-body">
<section class="stands" aria-labelledby="stands"><h3 id="stands" class="aside">${REVIEW.paragraph}</h3>
<p class="headline">${headline?.trim() ? headline.slice(0, 240).toWellFormed() : PARTS.noHeadline}</p>
${paragraphView(claim, page)}
${saidView(looked)}
<div class="acts" role="group" aria-label="${REVIEW.actions}">${
    item.held === null
      ? html`${actForm(about, { does: 'right', label: REVIEW.right, why: REVIEW.rightWhy, key: 'a', isQuiet: false })}${hideForm(looked, about)}`
      : html`${item.claim !== null && actForm(about, { does: 'again', label: REVIEW.again, why: REVIEW.againWhy, key: 'a', isQuiet: false })}${actForm(about, { does: 'drop', label: REVIEW.drop, why: REVIEW.dropWhy, key: 'h' })}`
  }<p class="act"><a class="button quiet" href="${fixAt(member.id)}" data-key="f">${REVIEW.fix} <kbd>f</kbd></a> <span class="soft">${REVIEW.fixWhat}</span></p></div>
</section>
<aside class="reading" aria-labelledby="reading"><h3 id="reading">${REVIEW.reading}</h3>${readingView(claim)}</aside>
</div>
<div class="beside">${originView(looked, about)}</div></article>`
}

const hideForm = ({ member }: Looked, about: About): Html | null =>
  member.corrected.isHidden ? null : actForm(about, { does: 'hide', label: REVIEW.hide, why: REVIEW.hideWhy, key: 'h' })

/** How the claim is read: on whose word, how many, how sure, where and when. */
function readingView(claim: Claim): Html {
  const { chain, figures, hedges, why } = claim
  const loose = hedges.filter(({ start, end }) => !figures.some((one) => start >= one.start && end <= one.end))
  const chips = [...figures.slice(0, MOST_CHIPS).map(figureChip), ...loose.slice(0, MOST_CHIPS).map(hedgeChip)]
  return html`<p class="who">${claim.speaker?.name.slice(0, 120) ?? html`<i>${PARTS.nobody}</i>`}${claim.speaker !== null && claim.speaker.kind !== 'unnamed' && html` <span class="soft">${PARTS.kinds[claim.speaker.kind]}</span>`}</p>
${chainLadder(chain, { isQuiet: true })}
${chips.length > 0 && html`<p class="chips">${chips.map((chip) => html`${chip} `)}</p>`}
${placeAndTime(claim)}
<p class="meta"><span class="label">${REVIEW.why}</span> ${why.slice(0, 600)}</p>`
}

/** What was said of it already. */
function saidView({ member, item }: Looked): Html | null {
  const { by } = member.corrected
  if (by.length === 0 || item.held !== null) return null
  return html`<div class="said-of"><p class="label">${REVIEW.lookedAt}</p><ul>${by.map(
    ({ change, by: person, at, why }) =>
      html`<li>${changeWords(change)}. <span class="meta">${person.slice(0, 120)}, ${momentOf(at)}: ${why.slice(0, 400)}</span></li>`,
  )}</ul></div>`
}

/** A correction that waits: what was said of which words, and what became of them. */
function heldView({ item: { held }, before, member }: Looked): Html | null {
  if (held === null) return null
  const { change, by, at, why } = held.correction
  const then = before?.corrected.claim.content.text ?? ''
  const now = member.corrected.claim.content.text
  return html`<section class="held" aria-labelledby="held"><h3 id="held">${held.now === null ? REVIEW.gone : REVIEW.waits}</h3>
<div><p class="change">${changeWords(change)}. <span class="meta">${by.slice(0, 120)}, ${momentOf(at)}: ${why.slice(0, 400)}</span></p>
<p class="meta">${held.now === null ? REVIEW.saidThen : REVIEW.now}</p><blockquote>${held.now === null ? quoted(then, 600) : differenceOf(then, now)}</blockquote></div></section>`
}

/** Other claims that it is counted with. */
const othersOf = ({ origin, member }: Pick<Looked, 'origin' | 'member'>) =>
  (origin?.reports ?? []).flatMap(({ claims, outlet, published }) =>
    claims.filter(({ number }) => number !== member.id).map((one) => ({ ...one, outlet, published })),
  )

/** What it is counted with, and what may be the same and is counted apart. */
function originView({ origin, alike, member }: Looked, about: About): Html {
  const others = othersOf({ origin, member })
  const shown = others.slice(0, MOST_OTHERS)
  return html`<section aria-labelledby="origin"><h3 id="origin">${REVIEW.origin}</h3>
<p class="meta">${origin === null ? REVIEW.noOrigin : REVIEW.originOf(origin.articles)}${others.length > shown.length && html` <a href="${claimAt(member.id)}">${REVIEW.allOthers}</a>`}</p>
${
  shown.length > 0 &&
  html`<ul class="others">${shown.map((one) => html`<li>${otherView(one)}</li>`)}</ul>
${actForm(about, { does: 'split', label: REVIEW.split, why: REVIEW.splitWhy, key: 's', isLed: true })}`
}</section>
<section aria-labelledby="alike"><h3 id="alike">${REVIEW.alike}</h3>${
    alike.length === 0
      ? html`<p class="meta">${REVIEW.noneAlike}</p>`
      : html`<ul class="others">${alike.map((one) => html`<li>${otherView(one)}${actForm(about, { does: 'merge', label: REVIEW.merge, why: REVIEW.mergeWhy, other: one.number, isLed: true, key: 'm' })}</li>`)}</ul>`
  }</section>`
}

/** Another claim, in a few words. */
const otherView = ({
  number,
  claim,
  outlet,
  published,
}: Pick<ClaimShown, 'number' | 'claim' | 'outlet' | 'published'>): Html =>
  html`<blockquote><a href="${claimAt(number)}">${quoted(claim.content.text, 200)}</a></blockquote><p class="meta">${[claim.speaker?.name.slice(0, 80) ?? PARTS.nobody, outlet?.slice(0, 80)].filter(Boolean).join(', ')}, ${publishedAt(published)}</p>`

/** How far the queue is. */
export function progressView(
  { lookedAt, claims, corrected, held, before: older }: Queue,
  before: number | undefined,
): Html {
  return html`<div class="progress"><p>${REVIEW.progress(lookedAt, claims, corrected)} <span class="soft">${REVIEW.of}</span></p>
<progress max="${Math.max(1, claims)}" value="${lookedAt}" aria-label="${REVIEW.progress(lookedAt, claims, corrected)}"></progress>
<p class="meta facts">${held > 0 && html`<span>${REVIEW.held(held)}</span> `}${older !== null && html`<span><a href="${reviewAt({ before: older })}">${REVIEW.older}</a></span> `}${before !== undefined && html`<span><a href="${reviewAt()}">${REVIEW.newer}</a></span> `}<span><a href="${recordAt()}">${REVIEW.all}</a></span></p></div>`
}

/** The keys of this screen, those that have something to press. @param canUndo whether the last can be taken back */
export function keysView(looked: Looked | null, canUndo: boolean): Html {
  const there: Readonly<Record<string, boolean>> = {
    m: looked !== null && looked.alike.length > 0,
    s: looked !== null && othersOf(looked).length > 0,
    u: canUndo,
  }
  const keys = REVIEW.keys(looked?.item.held != null).filter(([key]) => there[key] ?? looked !== null)
  if (keys.length === 0) return html``
  return html`<section class="review-keys screen-only" aria-labelledby="review-keys"><h2 id="review-keys" class="label">${REVIEW.keysTitle}</h2><dl>${keys.map(([key, does]) => html`<div><dt>${key.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${does}</dd></div>`)}</dl></section>`
}
