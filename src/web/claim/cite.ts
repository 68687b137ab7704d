/** A claim as it is cited: the value that each format writes, and where the formats are offered. */

import { citeAt, claimAt } from '../../publish/addresses.ts'
import { CITATIONS, type CiteFormat } from '../../publish/cite/cite.ts'
import type { Cited } from '../../publish/cite/cited.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { isQuoted, shortened } from '../../publish/story/words.ts'
import { copyButton } from '../parts/copy.ts'
import { CLAIM } from '../words/claim.ts'
import { type ClaimShown, pageAddress } from './asked.ts'

/**
 * @param site its address, with which the permalink begins
 * @param excerpt the most characters of the words that are shown; null for all
 */
export function citedOf(stood: ClaimShown['stood'], site: string, excerpt: number | null): Cited {
  const { claim: number, corrected, page, captures, pinned } = stood
  const { content, speaker, chain } = corrected.claim
  const { headline, outlet, bylines, published, lang } = page
  const [capture] = captures
  return {
    claim: number,
    words: excerpted(content.text, excerpt),
    speaker: speaker?.name ?? null,
    chain,
    headline,
    outlet,
    bylines,
    published,
    lang,
    url: pageAddress(stood),
    capture: capture === undefined ? null : { at: capture.capturedAt, sha256: capture.sha256 },
    permalink: `${site}${claimAt(number, pinned.seq)}`,
  }
}

/** Words as an excerpt has them; quotation marks of their own are closed again. */
function excerpted(words: string, excerpt: number | null): string {
  if (excerpt === null || words.length <= excerpt) return words
  return `${shortened(words, excerpt)}${isQuoted(words) ? (words.trim().at(-1) ?? '') : ''}`
}

const FORMATS = Object.keys(CITATIONS) as readonly CiteFormat[]

export function citeSection({ stood }: Pick<ClaimShown, 'stood'>, cited: Cited): Html {
  return section(
    'cite',
    CLAIM.cite,
    html`<p class="citation">${CITATIONS.txt.write(cited)}</p>
<ul class="formats screen-only">${FORMATS.map(
      (format) =>
        html`<li><a href="${citeAt(stood.claim, format, stood.pinned.seq)}" download>${CLAIM.formats[format]}</a> ${copyButton(CITATIONS[format].write(cited), { label: html`<span class="aside">${CLAIM.formats[format]}: </span>${CLAIM.copyIt}`, copied: CLAIM.copied })}</li>`,
    )}</ul>`,
  )
}
