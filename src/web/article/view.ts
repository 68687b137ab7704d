/** The article's screen: what the page says, beside it who says it on whose word, and below it how all of it is known. */
import type { ArticleStood } from '../../ledger/article-stood.ts'
import type { Article } from '../../page/article.ts'
import { articleAddress } from '../../publish/address.ts'
import { articleAt, claimAt, partAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import type { Level } from '../../stories/drift/levels.ts'
import { claimLine, seenClaim } from '../parts/lines.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import type { CardOptions } from './card.ts'
import { checkSection } from './check.ts'
import { type Chosen, chosenClaims, type Marked } from './claims.ts'
import { headView, notesView } from './head.ts'
import { besideSection, leftOutSection, recordSection, storiesSection, versionsSection } from './record.ts'
import { partsOf, type Segment, segmentsOf, wordsEnd } from './segments.ts'
import { textView } from './text.ts'

/** How an article is shown. */
export interface ArticleOptions {
  readonly isEditor: boolean
  /** The address of the site. */
  readonly site: string
  /** The most characters of its text that are shown; null for all. */
  readonly excerpt: number | null
  /** Which part of a long text, from 1. */
  readonly part: number
  /** From the quote to the headline; `long` where that was not looked for. */
  readonly levels: readonly Level[] | null | 'long'
  /** What its stories are called, by their numbers, where that is known. */
  readonly titles: ReadonlyMap<number, string>
  /** Sources of its claims that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
}

/** What is shown of an article: null where it has no such part. */
export function articleView(stood: ArticleStood, options: ArticleOptions): Html | null {
  const { article } = stood
  const chosen = chosenClaims(stood.claims)
  const card: CardOptions = {
    text: article.text,
    url: articleAddress(article.url, stood.addresses),
    isEditor: options.isEditor,
    outlets: options.outlets,
  }
  const text = textOf(article, chosen, options)
  if (text === null) return null
  return html`<article class="page">
${headView(stood, chosen.marked, card, options.part)}
${notesView(stood)}
${options.levels === 'long' ? html`<p class="soft">${ARTICLE.checkLong}</p>` : article.headline !== null && checkSection(options.levels, chosen.marked)}
${body(text, chosen, card, stood)}
${text.further.length > 0 && furtherSection(text.further)}
${unsureSection(chosen, stood, text.isExcerpt)}
${leftOutSection(article, !text.isExcerpt)}
${!text.isExcerpt && besideSection(article)}
${versionsSection(stood, !text.isExcerpt)}
${storiesSection(stood, options.titles)}
${recordSection(stood, options.site)}
</article>`
}

interface Shown {
  readonly segments: readonly Segment[]
  readonly part: number
  readonly parts: number
  readonly isExcerpt: boolean
  /** Characters of the text that are shown of an excerpt, and marked claims that begin after them. */
  readonly end: number
  readonly further: readonly Marked[]
}

/** The passages that are shown; null where there is no such part. */
function textOf(article: Article, { marked }: Chosen, { excerpt, part }: ArticleOptions): Shown | null {
  const { text } = article
  const own = marked.filter(({ claim }) => claim.in === 'text')
  const all = segmentsOf(article)
  const isExcerpt = excerpt !== null && text.length > excerpt
  if (isExcerpt) {
    if (part !== 1) return null
    const end = wordsEnd(text, 0, excerpt)
    const segments = all
      .filter(({ start }) => start < end)
      .map((segment) => ({ ...segment, end: Math.min(segment.end, end) }))
    const further = own.filter(({ claim }) => claim.content.start >= end)
    return { segments, part, parts: 1, isExcerpt, end, further }
  }
  const parts = partsOf(
    text,
    all,
    own.map(({ claim }) => claim.content.start),
  )
  const segments = parts[part - 1]
  return segments === undefined
    ? null
    : { segments, part, parts: parts.length, isExcerpt, end: text.length, further: [] }
}

/** The text with its key and cards. */
function body(
  { segments, part, parts, isExcerpt, end }: Shown,
  { marked }: Chosen,
  card: CardOptions,
  { article, id, isCurrent, version }: ArticleStood,
): Html {
  const [from, to] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0]
  const claims = marked.filter(
    ({ claim }) => claim.in === 'text' && claim.content.start < to && claim.content.end > from,
  )
  const anchors = new Map(
    claims.flatMap(({ claim }) =>
      claim.chain.flatMap(({ anchor }) => (anchor === null ? [] : [[anchor.start, anchor.end] as const])),
    ),
  )
  const here = isCurrent ? articleAt(id) : versionAt(id, version.number)
  return html`<section class="sheet" aria-labelledby="text">
<div class="sheet-head"><h2 id="text">${ARTICLE.text}</h2>${claims.length > 0 && key(claims)}</div>
${segments.length === 0 && html`<p class="soft">${ARTICLE.noText}</p>`}
<div class="set">${textView(segments, { ...card, marks: { claims, anchors } })}</div>
${isExcerpt && html`<p class="excerpt">${ARTICLE.excerpt(end, article.text.length)}${card.url !== null && html` <a href="${card.url}" rel="noreferrer">${ARTICLE.original(article.outlet)}</a>`}</p>`}
${
  parts > 1 &&
  html`<nav class="further" aria-label="${ARTICLE.parts}">${part > 1 && html`<a href="${partAt(here, part - 1)}" rel="prev">${ARTICLE.lastPart}</a>`} <span>${ARTICLE.part(part, parts)}</span> ${part < parts && html`<a href="${partAt(here, part + 1)}" rel="next">${ARTICLE.nextPart}</a>`}</nav>`
}
</section>`
}

/** What the lines under the words mean, of those that there are. */
function key(claims: readonly Marked[]): Html {
  const types = (['direct', 'mixed', 'indirect', 'none'] as const).filter((type) =>
    claims.some(({ claim }) => claim.type === type),
  )
  return html`<p class="line-key"><span class="aside">${ARTICLE.key}: </span>${types.map((type) => html`<span class="m ${type} l0">${PARTS.types[type]}</span> `)}<span class="checked">${PARTS.checkable}</span></p>`
}

/** Claims of what an excerpt leaves out: who, and where they are told in full. */
const furtherSection = (claims: readonly Marked[]): Html =>
  html`<section class="record" aria-labelledby="further"><h2 id="further">${ARTICLE.further(claims.length)}</h2><div><ul class="plain-list">${claims
    .slice(0, 100)
    .map(
      ({ name, number, claim }) =>
        html`<li id="c${name}"><a href="${claimAt(number)}">${name}. ${claim.speaker?.name ?? PARTS.nobody}</a></li>`,
    )}</ul></div></section>`

/** Readings that are listed one by one. */
const MOST_UNSURE = 60

/** What was read and is not marked, folded. */
function unsureSection({ unsure }: Chosen, { article, id, hidden }: ArticleStood, isExcerpt: boolean): Html | null {
  if (unsure.length === 0 && hidden === 0) return null
  const { headline, outlet, published } = article
  return html`<section class="record" aria-labelledby="unsure"><h2 id="unsure">${ARTICLE.unsure(unsure.length)}</h2><div><p class="soft">${ARTICLE.unsureWhy}${hidden > 0 && ` ${ARTICLE.hidden(hidden)}`}</p>
${
  !isExcerpt &&
  unsure.length > 0 &&
  html`<details><summary>${ARTICLE.unsureShow}</summary><ul class="plain-list">${unsure
    .slice(0, MOST_UNSURE)
    .map(
      ({ claim, number }) =>
        html`<li><p class="meta">${PARTS.acts[claim.act]}, ${ARTICLE.confidence(claim.confidence)}</p>${claimLine(seenClaim(claim, number, { article: id, headline, outlet, published }), { without: 'article' })}</li>`,
    )}</ul></details>`
}</div></section>`
}
