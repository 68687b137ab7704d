/** A claim beside its words: on whose word, how many, how sure, where and when, and the doors that lead on from it. */

import { addressOf } from '../../publish/address.ts'
import { claimAt, fixAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { figureChip } from '../parts/figure.ts'
import { hedgeChip } from '../parts/hedge.ts'
import { chainLadder, type Rung, sourceAt } from '../parts/ladder.ts'
import { placeAndTime } from '../parts/where.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import type { Marked } from './claims.ts'
import { anchorName, cardName, marksName } from './words.ts'

/** What cards need to know of the article. */
export interface CardOptions {
  /** The text that claims stand in: `text.slice(start, end)` is what a reader of the page sees. */
  readonly text: string
  /** The address of the page. */
  readonly url: string | null
  readonly isEditor: boolean
  /** Sources of its claims that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
}

/** The most chips of one kind on a card. */
const MOST_CHIPS = 8

/** A card. */
export function claimCard(marked: Marked, options: CardOptions): Html {
  const { name, claim, isCorrected, reports } = marked
  const { figures, hedges } = claim
  const loose = hedges.filter(({ start, end }) => !figures.some((one) => start >= one.start && end <= one.end))
  const chips = [...figures.slice(0, MOST_CHIPS).map(figureChip), ...loose.slice(0, MOST_CHIPS).map(hedgeChip)]
  return html`<li class="card ${claim.type}" id="${cardName(name)}" data-claim="${name}" data-stop>
<a class="card-number" href="#${marksName(name)}" aria-label="${ARTICLE.words(name)}">${name}</a>
<div class="card-body">
${chainLadder(rungsOf(marked, options), {
  wordsAt: ({ start }) => (claim.in === 'text' ? `#${anchorName(start)}` : null),
  isQuiet: true,
})}
${chips.length > 0 && html`<p class="chips">${chips.map((chip) => html`${chip} `)}</p>`}
${placeAndTime(claim)}
<div class="doors"><span class="type">${PARTS.types[claim.type]}</span> ${isCorrected && html`<span class="type">${ARTICLE.corrected}</span> `}${doorsOf(marked, options)}
${whyOf(marked, reports)}</div>
</div></li>`
}

/** The chain of a claim, each source with its own page of the site. */
function rungsOf({ claim: { chain, speaker }, pages }: Marked, { outlets }: CardOptions): Rung[] {
  return chain.map((link, at) => ({
    ...link,
    page: pages[at] == null ? null : claimAt(pages[at]),
    source: sourceAt(link.name, speaker, outlets),
  }))
}

function doorsOf({ number, claim }: Marked, { text, url, isEditor }: CardOptions): Html {
  const { content } = claim
  const words = claim.in === 'text' ? text.slice(content.start, content.end) : content.text
  const page = addressOf(url, words)
  return html`<a href="${claimAt(number)}">${ARTICLE.claim}</a>${page !== null && html` <a href="${page}" rel="noreferrer">${ARTICLE.inPage}</a>`}${isEditor && html` <a class="screen-only" href="${fixAt(number)}">${ARTICLE.fix}</a>`}`
}

/** How the claim was read, folded. */
function whyOf({ claim }: Marked, reports: number): Html {
  const { source, cue, why, confidence } = claim
  const words = [
    [ARTICLE.source, source?.text],
    [ARTICLE.cue, cue?.text],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return html`<details><summary>${ARTICLE.why}<span class="soft">, ${ARTICLE.confidence(confidence)}</span>${reports > 1 && html`<span class="soft">, ${ARTICLE.reports(reports)}</span>`}</summary>
<ul class="why">${words.map(([name, own]) => html`<li><span class="soft">${name}</span> <q>${quoted(own, 160)}</q></li>`)}${why
    .slice(0, 2000)
    .split('; ')
    .map((reason) => html`<li>${reason}</li>`)}<li>${ARTICLE.confidence(confidence)}</li></ul></details>`
}
