/** The head of a claim: its exact words large, who answers for them, how many, how sure, where and when, and where it leads. */
import type { Claim } from '../../claims/claim.ts'
import { addressOf } from '../../publish/address.ts'
import { articleAt, claimAt, outletAt, speakerAt, storyAt, unnamedAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shortened } from '../../publish/story/words.ts'
import { isMarked, nameOf } from '../article/claims.ts'
import { marksName } from '../article/words.ts'
import { copyButton } from '../parts/copy.ts'
import { figureChip } from '../parts/figure.ts'
import { hedgeChip } from '../parts/hedge.ts'
import { momentOf, publishedAt } from '../parts/moment.ts'
import { placeAndTime } from '../parts/where.ts'
import { CLAIM } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import type { ClaimShown } from './asked.ts'
import { exactWords } from './exact.ts'

/** How a claim is shown. */
export interface ClaimOptions {
  readonly isEditor: boolean
  /** The most characters of its words that are shown; null for all. */
  readonly excerpt: number | null
  /** Its citation in plain words. */
  readonly citation: string
}

/** Words beyond these are in the article alone, in characters. */
const LONGEST = 5000

/** The most chips of one kind. */
const MOST = 12

const short = (words: string, most = 160): string => shortened(words, most)

/** The address of the words of a claim in the article as it was read; of the article where they are not marked in it. */
function sentenceAt({ article, version, read, corrected: { claim, isHidden } }: ClaimShown['stood']): string {
  const page = versionAt(article, version.number)
  return isMarked(claim) && !isHidden ? `${page}#${marksName(nameOf(read))}` : page
}

/** Who answers for a claim, with their page. */
function speakerView({ speaker }: Claim): Html {
  if (speaker === null) return html`${PARTS.nobody}`
  const { name, key, kind } = speaker
  const page = key !== null ? speakerAt(key) : kind === 'outlet' ? outletAt(name) : unnamedAt(name)
  return html`<a href="${page}">${short(name)}</a>`
}

export function headView(shown: ClaimShown, options: ClaimOptions): Html {
  const { stood, origin, url } = shown
  const { corrected, page, claim: number, article, isAdded } = stood
  const { claim, by } = corrected
  const most = Math.min(options.excerpt ?? LONGEST, LONGEST)
  const original = addressOf(url, claim.in === 'text' && claim.content.text.length <= most ? claim.content.text : '')
  const permalink = claimAt(number, stood.pinned.seq)
  return html`<header class="claim-head">
<div class="statement">
<p class="kicker"><span>${CLAIM.number(number)}</span> ${page.outlet !== null && html`<span><a href="${outletAt(page.outlet)}">${short(page.outlet)}</a></span> `}<span>${publishedAt(page.published)}</span></p>
<h1>${speakerView(claim)}</h1>
<p class="act">${PARTS.types[claim.type]}${claim.in !== 'text' && html`, ${PARTS.inThe(claim.in)}`}${isAdded && html`, <a href="#corrections">${CLAIM.added}</a>`}${by.some(({ change }) => change.field !== 'right' && change.field !== 'claim') && html`, <a href="#corrections">${CLAIM.corrected}</a>`}</p>
${exactWords(claim, page, most)}
${claim.content.text.length > most && html`<p class="soft">${CLAIM.excerpt}</p>`}
${page.headline !== null && html`<p class="from"><a href="${articleAt(article)}">${short(page.headline, 240)}</a></p>`}
<p class="doors"><a class="screen-only" href="${sentenceAt(stood)}" data-stop>${CLAIM.sentence}</a> ${original !== null && html`<a class="original" href="${original}" data-page="${url}" rel="noreferrer">${CLAIM.original(page.outlet === null ? null : short(page.outlet, 60))}</a> `}${origin?.story != null && html`<a class="screen-only" href="${storyAt(origin.story)}">${CLAIM.story(origin.story)}</a> `}<a class="screen-only" href="${permalink}" data-key="y">${CLAIM.permalink}</a> ${copyButton(options.citation, { label: CLAIM.copy, copied: CLAIM.copied, key: 'c' })}${options.isEditor && html` <a class="screen-only" href="#fix">${CLAIM.fix}</a>`}</p>
</div>
<div class="readings">
${chipsView(claim)}
${placeAndTime(claim)}
${pinnedView(shown)}
</div>
</header>`
}

/** Figures, and the hedges that are not theirs. */
function chipsView({ figures, hedges }: Claim): Html | null {
  const loose = hedges.filter(({ start, end }) => !figures.some((one) => start >= one.start && end <= one.end))
  const chips = [...figures.slice(0, MOST).map(figureChip), ...loose.slice(0, MOST).map(hedgeChip)]
  return chips.length === 0 ? null : html`<p class="chips">${chips.map((chip) => html`${chip} `)}</p>`
}

/** To which version of the ledger this is pinned, and what newer is known. */
function pinnedView({ stood, at, later }: ClaimShown): Html {
  const { claim, pinned, history, corrected } = stood
  const newer = [
    later !== null && html`<a href="${claimAt(claim)}">${CLAIM.later(later)}</a>`,
    history.current !== null &&
      history.current !== claim &&
      html`<a href="${claimAt(history.current)}">${CLAIM.now(history.current)}</a>`,
    history.current === null && !corrected.isHidden && html`<a href="#history">${CLAIM.gone}</a>`,
  ].filter((one) => one !== false)
  return html`<p class="pinned">${at === null ? CLAIM.pinned(pinned.seq) : html`${CLAIM.pinnedAt(at)} ${pinned.seq},`} ${momentOf(pinned.at)}.</p>
${corrected.isHidden && html`<p class="newer">${CLAIM.hidden}</p>`}
${newer.length > 0 && html`<p class="newer" role="note"><b>${CLAIM.newer}</b> ${newer.map((one) => html`<span>${one}.</span> `)}</p>`}`
}
