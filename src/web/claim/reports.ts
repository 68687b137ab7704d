/** All reports of a claim's origin, the earliest first: how each words it against the earliest, and what it left out. */
import type { Wording } from '../../ledger/changes.ts'
import { addressOf } from '../../publish/address.ts'
import { articleAt, claimAt, outletAt, reportsAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { quoted } from '../../publish/story/words.ts'
import type { Drift } from '../../stories/drift/drift.ts'
import { wordingView } from '../parts/difference.ts'
import { publishedAt } from '../parts/moment.ts'
import { CLAIM } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import { type ClaimShown, REPORTS, type ReportOf } from './asked.ts'
import { captureLine } from './record.ts'

type Told = ReportOf['claims'][number]

/** @param excerpt the most characters of one wording that are shown; null for all */
export function reportsSection(
  { origin, reports, from, earliest, stood, at }: ClaimShown,
  excerpt: number | null,
): Html {
  const most = Math.min(excerpt ?? LONGEST, LONGEST)
  if (origin === null) return section('reports', CLAIM.reports, html`<p class="soft">${CLAIM.none}</p>`)
  const { articles } = origin
  const to = from + reports.length
  const page = (place: number) => reportsAt(stood.claim, place, at ?? undefined)
  return section(
    'reports',
    CLAIM.reports,
    html`<p>${CLAIM.count(articles)} ${articles > 1 && html`<span class="soft">${CLAIM.difference}</span>`}${at !== null && html` <span class="soft">${CLAIM.countNow}</span>`}</p>
<ol class="reports">${reports.map((report) => reportView(report, { isEarliest: report.article === earliest?.article, here: stood.claim, most }))}</ol>
${
  articles > REPORTS &&
  html`<nav class="pages" aria-label="${CLAIM.reports}">${from > 0 && html`<a href="${page(Math.max(0, from - REPORTS))}" rel="prev" data-key="[">${CLAIM.before}</a> `}<span class="meta">${CLAIM.shown(from + 1, to, articles)}</span>${to < articles && html` <a href="${page(to)}" rel="next" data-key="]">${CLAIM.further}</a>`}</nav>`
}`,
    'd',
  )
}

/** Claims of one article of which each is shown. */
const MOST = 6

/** How the reports of a claim are shown. */
interface Reported {
  readonly isEarliest: boolean
  /** The claim whose screen it is. */
  readonly here: number
  /** The most characters of one wording. */
  readonly most: number
}

function reportView(report: ReportOf, options: Reported): Html {
  const { isEarliest, here, most } = options
  const { article, outlet, headline, published, capture, url, claims } = report
  const [first] = claims
  const words = first?.claim.in === 'text' ? first.claim.content.text : ''
  const original = addressOf(url, words.length <= most ? words : '')
  return html`<li class="report${claims.some(({ number }) => number === here) && ' here'}">
<p class="when">${publishedAt(published)}${isEarliest && html` <b>${CLAIM.earliest}</b>`}</p>
<div><p class="head">${outlet === null ? PARTS.noOutlet : html`<a class="outlet" href="${outletAt(outlet)}">${outlet.slice(0, 120)}</a>`} <a class="headline" href="${articleAt(article)}">${headline?.trim() ? headline.slice(0, 240).toWellFormed() : PARTS.noHeadline}</a></p>
${claims.slice(0, MOST).map((told) => toldView(told, options))}
<p class="meta">${captureLine(capture, CLAIM.capture)}${original !== null && html` <a class="original" href="${original}" data-page="${url}" rel="noreferrer">${CLAIM.inPage}</a>`}</p></div></li>`
}

/** One wording, held against the earliest. */
function toldView({ number, claim, words, drift, joined }: Told, { isEarliest, here, most }: Reported): Html {
  const isHere = number === here
  const against =
    words === null ? (isEarliest ? CLAIM.reference : CLAIM.sameWords) : isAlike(words) ? null : CLAIM.otherWords
  const about = html`<span>${isHere ? html`<b>${CLAIM.this}</b>` : CLAIM.number(number)}${claim.in !== 'text' && html`, ${PARTS.inThe(claim.in)}`}${against !== null && html`, ${against}`}</span>`
  return html`<div class="told-so" data-stop><blockquote><a href="${claimAt(number)}">${wordsView(claim.content.text, words, most)}</a></blockquote>
${drift.length > 0 && html`<ul class="dropped">${drift.map(droppedView)}</ul>`}
<div class="meta about">${about}${
    joined.reasons.length > 0 &&
    html` <details class="screen-only"><summary>${CLAIM.joined}</summary><ul class="why">${joined.reasons.slice(0, 12).map(({ words: reason }) => html`<li>${reason}</li>`)}</ul></details>`
  }</div></div>`
}

/** Words longer than this are cut, in characters. */
const LONGEST = 420

/** Differences are shown in words that have so much in common: else every word is one. */
const IN_COMMON = 0.35

const lengthOf = (words: readonly Wording[], is: Wording['is']): number =>
  words.reduce((length, one) => (one.is === is ? length + one.words.length : length), 0)

function isAlike(words: readonly Wording[]): boolean {
  const [kept, gone, fresh] = [lengthOf(words, 'kept'), lengthOf(words, 'gone'), lengthOf(words, 'new')]
  return kept >= IN_COMMON * (kept + Math.max(gone, fresh))
}

const wordsView = (text: string, words: readonly Wording[] | null, most: number): Html =>
  words === null || !isAlike(words)
    ? html`${quoted(text, most)}`
    : html`<span class="difference">${wordingView(cutTo(words, most < LONGEST ? most : 2 * LONGEST))}</span>`

/** The first pieces, up to so many characters. */
function cutTo(words: readonly Wording[], most: number): Wording[] {
  const shown: Wording[] = []
  let left = most
  for (const { words: own, is } of words) {
    if (left <= 0) break
    shown.push({ words: own.length > left ? `${own.slice(0, left).toWellFormed()} …` : own, is })
    left -= own.length
  }
  return shown
}

/** What a report dropped, put in or changed of the earliest, by type. */
function droppedView({ kind, from, to, lost }: Drift): Html {
  const [was, is] = [html`<del>${quoted(from.text, 120)}</del>`, html`<ins>${quoted(to.text, 120)}</ins>`]
  const words = lost
    ? html`${was} <span class="soft">${CLAIM.lost}</span>`
    : kind === 'hedge added'
      ? html`${is} <span class="soft">${CLAIM.putIn}</span>`
      : html`${was} <span class="soft">${CLAIM.became}</span> ${is}`
  return html`<li><span class="kind">${kind}</span> ${words}</li>`
}
