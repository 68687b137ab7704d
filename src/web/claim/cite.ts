/** Where the formats in which a claim is cited are offered. */
import { citeAt } from '../../publish/addresses.ts'
import { CITATIONS, type CiteFormat } from '../../publish/cite/cite.ts'
import type { Cited } from '../../publish/cite/cited.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { copyButton } from '../parts/copy.ts'
import { CLAIM } from '../words/claim.ts'
import type { ClaimShown } from './asked.ts'

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
