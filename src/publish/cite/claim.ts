/** A claim of the ledger as it is cited. */
import type { ClaimStood } from '../../ledger/stood.ts'
import { webAddress } from '../address.ts'
import { claimAt } from '../addresses.ts'
import { isQuoted, shortened } from '../story/words.ts'
import type { Cited } from './cited.ts'

/** The address of the page that a claim stands in: the one it names, else the one it was captured at. */
export function pageAddress({ page, captures: [capture] }: Pick<ClaimStood, 'page' | 'captures'>): string | null {
  return webAddress(page.url) ?? webAddress(capture?.finalUrl ?? capture?.url ?? null)
}

/**
 * What a citation of a claim says.
 * @param site the address of the site without a slash at its end, with which the permalink begins
 * @param excerpt the most characters of the words that are shown; null for all
 */
export function citedOf(stood: ClaimStood, site: string, excerpt: number | null): Cited {
  const { claim: number, corrected, page, captures, pinned } = stood
  const { content, speaker, type, chain } = corrected.claim
  const { headline, outlet, bylines, published, lang } = page
  const [capture] = captures
  return {
    claim: number,
    words: excerpted(content.text, excerpt),
    speaker: speaker?.name ?? null,
    type,
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
