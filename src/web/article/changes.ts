/** What changed from one version of an article to the next, in claims and words. What is gone is told as seen, not as deleted. */
import type { Claim } from '../../claims/claim.ts'
import type { Changes, Fate } from '../../ledger/changes.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { differenceOf, wordingView } from '../parts/difference.ts'
import { momentOf } from '../parts/moment.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import { isMarked } from './claims.ts'

/** When the versions were seen, and whether words of claims may be shown. */
export interface ChangesOptions {
  /** Our last capture of the one before, and our first of this one. */
  readonly before: string
  readonly after: string
  readonly words: boolean
}

/** Claims that are told of one by one. */
const MOST = 30

/** The changes as a list. */
export function changesView({ claims, added, headline, deck }: Changes, options: ChangesOptions): Html {
  const fates = claims.filter(({ claim, anchor }) => isMarked(claim) && (anchor === 'changed' || anchor === 'orphan'))
  const fresh = added.filter(isMarked)
  const more = Math.max(0, fates.length - MOST) + Math.max(0, fresh.length - MOST)
  if (fates.length + fresh.length === 0 && headline === null && deck === null)
    return html`<p class="soft">${ARTICLE.changesNone}</p>`
  return html`<ul class="changes">
${headline !== null && html`<li><b class="kind">${ARTICLE.headlineWas}</b> <p class="difference">${wordingView(headline)}</p></li>`}
${deck !== null && html`<li><b class="kind">${ARTICLE.deckWas}</b> <p class="difference">${wordingView(deck)}</p></li>`}
${fates.slice(0, MOST).map((fate) => fateView(fate, options))}
${fresh.slice(0, MOST).map((claim) => freshView(claim, options))}
</ul>
${more > 0 && html`<p class="soft">${ARTICLE.changesMore(more)}</p>`}`
}

const who = ({ speaker }: Claim): string => speaker?.name ?? PARTS.nobody

function fateView({ claim, now, drift }: Fate, { before, after, words }: ChangesOptions): Html {
  if (now === null)
    return html`<li><b class="kind">${ARTICLE.changeKinds.gone}</b> <span class="soft">${who(claim)}</span>${words && html` <p><del>${quoted(claim.content.text)}</del></p>`}
<p class="meta">${ARTICLE.goneWhy} ${momentOf(before)}, ${ARTICLE.notIn} ${momentOf(after)}</p></li>`
  const kinds = [...new Set(drift.map(({ kind }) => kind))]
  return html`<li><b class="kind">${kinds.length > 0 ? kinds.join(', ') : ARTICLE.changeKinds.changed}</b> <span class="soft">${who(now)}</span>${words && html` <p>${differenceOf(claim.content.text, now.content.text)}</p>`}
${drift.length > 0 && html`<p class="meta">${drift.map(({ why }) => why).join('; ')}</p>`}</li>`
}

const freshView = (claim: Claim, { before, after, words }: ChangesOptions): Html =>
  html`<li><b class="kind">${ARTICLE.changeKinds.new}</b> <span class="soft">${who(claim)}</span>${words && html` <p><ins>${quoted(claim.content.text)}</ins></p>`}
<p class="meta">${ARTICLE.goneWhy} ${momentOf(after)}, ${ARTICLE.notIn} ${momentOf(before)}</p></li>`
