/** A claim and an article as entries of a list: the same on every screen. */
import type { Claim, Hedge } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import { articleAt, claimAt, outletAt, speakerAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { isQuoted, quoted, shortened } from '../../publish/story/words.ts'
import { dateOf, datesOf } from '../../publish/when.ts'
import { PARTS } from '../words/parts.ts'
import { type FigureSeen, figureChip } from './figure.ts'
import { hedgeChip } from './hedge.ts'
import { publishedAt } from './moment.ts'

/** What a list says of an article. */
export interface ArticleSeen {
  /** Its number in the ledger. */
  readonly article: number
  readonly headline: string | null
  readonly outlet: string | null
  /** As the page has it. */
  readonly published: string | null
}

/** What a list says of a claim. A hit of the search is one, and `seenClaim` makes one of a claim. */
export interface ClaimSeen extends ArticleSeen {
  /** Its number in the ledger. */
  readonly claim: number
  readonly speaker: string | null
  readonly speakerKey?: string | null
  /** The exact words. */
  readonly content: string
  readonly in: Claim['in']
  readonly type?: Claim['type']
  readonly figures: readonly FigureSeen[]
  readonly hedges?: readonly Pick<Hedge, 'text' | 'kind'>[]
  readonly place: string | null
  readonly saidOn: string | null
  readonly happenedFrom: string | null
  readonly happenedTo: string | null
  /** What was looked for in the words. */
  readonly marks?: { readonly content: readonly Span[] }
}

/** A claim as lists show it. @param number its number in the ledger */
export function seenClaim(claim: Claim, number: number, article: ArticleSeen): ClaimSeen {
  const { speaker, content, figures, hedges, place, saidTime, eventTime, type } = claim
  return {
    ...article,
    claim: number,
    speaker: speaker?.name ?? null,
    speakerKey: speaker?.key ?? null,
    content: content.text,
    in: claim.in,
    type,
    figures,
    hedges: hedges.filter((hedge) => !figures.some(({ start, end }) => hedge.start >= start && hedge.end <= end)),
    place: place?.name ?? null,
    saidOn: saidTime?.date ?? null,
    happenedFrom: eventTime?.start ?? null,
    happenedTo: eventTime?.end ?? null,
  }
}

/** How an entry is shown. */
export interface LineOptions {
  /** The ledger's version that its permalink is pinned to. */
  readonly at?: number
  /** Left out where all entries share it. */
  readonly without?: 'article' | 'speaker'
  /** The longest words, in characters. */
  readonly most?: number
}

/** The most chips of one kind that an entry has. */
const MOST_CHIPS = 6

/** One claim in a list: who, the exact words, where they stand, and chips. Its words lead to the claim. */
export function claimLine(claim: ClaimSeen, { at, without, most = 320 }: LineOptions = {}): Html {
  const { speaker, speakerKey = null, figures, hedges = [], place, saidOn, happenedFrom, happenedTo } = claim
  const when = datesOf(happenedFrom, happenedTo)
  const facts = [
    claim.in !== 'text' && html`<span class="fact">${PARTS.inThe(claim.in)}</span>`,
    ...figures.slice(0, MOST_CHIPS).map(figureChip),
    ...hedges.slice(0, MOST_CHIPS).map(hedgeChip),
    place !== null && html`<span class="fact">${place.slice(0, 80)}</span>`,
    when !== null && html`<span class="fact">${PARTS.happened} ${when}</span>`,
    saidOn !== null && html`<span class="fact">${PARTS.said} ${dateOf(saidOn)}</span>`,
  ].filter((fact) => fact !== false)
  return html`<div class="claim-line" data-stop>
${
  without !== 'speaker' &&
  html`<p class="who">${
    speaker === null
      ? html`<i>${PARTS.nobody}</i>`
      : speakerKey === null
        ? short(speaker)
        : html`<a href="${speakerAt(speakerKey)}">${short(speaker)}</a>`
  }</p>`
}
<blockquote><a href="${claimAt(claim.claim, at)}">${wordsOf(claim, most)}</a></blockquote>
${facts.length > 0 && html`<p class="chips">${facts.map((fact) => html`${fact} `)}</p>`}
${without !== 'article' && html`<p class="meta">${whereOf(claim)}</p>`}
</div>`
}

/** One article in a list: its headline leads to it. */
export function articleLine(
  article: ArticleSeen & {
    readonly claims?: number
    readonly versions?: number
    /** What was looked for, in the `headline` and elsewhere. */
    readonly marks?: Readonly<Record<string, readonly Span[]>>
  },
  { without }: Pick<LineOptions, 'without'> = {},
): Html {
  const { headline, outlet, claims, versions, marks } = article
  const facts = [
    without !== 'article' &&
      html`${outlet === null ? PARTS.noOutlet : html`<a href="${outletAt(outlet)}">${short(outlet)}</a>`}`,
    publishedAt(article.published),
    claims !== undefined && html`${PARTS.claims(claims)}`,
    versions !== undefined && versions > 1 && html`${PARTS.versions(versions)}`,
  ].filter((fact) => fact !== false)
  return html`<div class="article-line" data-stop>
<p class="headline"><a href="${articleAt(article.article)}">${headline?.trim() ? marked(headline, marks?.headline ?? [], 240) : PARTS.noHeadline}</a></p>
<p class="meta facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
</div>`
}

const whereOf = ({ article, outlet, published, headline }: ClaimSeen): Html =>
  html`<a href="${articleAt(article)}"${headline !== null && html` title="${short(headline, 240)}"`}>${outlet === null ? PARTS.noOutlet : short(outlet)}</a>, ${publishedAt(published)}`

/** A name or headline on one line. */
const short = (words: string, most = 120): string => shortened(words, most)

/** The words of a claim in quotation marks, with what was looked for marked. */
function wordsOf({ content, marks }: ClaimSeen, most: number): Html {
  const own = marks?.content.filter(({ end }) => end <= most) ?? []
  if (own.length === 0) return html`${quoted(content, most)}`
  const words = marked(content, own, most)
  return isQuoted(content) ? words : html`“${words}”`
}

/** Words cut where they are too long, with some of them marked. */
function marked(words: string, marks: readonly Span[], most: number): Html {
  const shown: (Html | string)[] = []
  let from = 0
  for (const { start, end } of marks.filter((mark) => mark.end <= most)) {
    shown.push(words.slice(from, start), html`<mark>${words.slice(start, end)}</mark>`)
    from = end
  }
  return html`${shown}${words.slice(from, most).toWellFormed()}${words.length > most && ' …'}`
}
