/** The chain of a claim as a ladder: each source with the words that name it, in the article and in the page, and its capture. */
import type { Link } from '../../claims/claim.ts'
import { addressOf } from '../../publish/address.ts'
import { claimAt, outletAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { quoted } from '../../publish/story/words.ts'
import { isMarked } from '../article/claims.ts'
import { anchorName } from '../article/words.ts'
import { chainLadder, lastCheckable, type Rung, sourceAt } from '../parts/ladder.ts'
import { momentOf } from '../parts/moment.ts'
import { CLAIM } from '../words/claim.ts'
import type { ClaimShown, OwnPage } from './asked.ts'
import { captureLine } from './record.ts'

export function chainSection(shown: ClaimShown): Html {
  const { stood, pages, outlets } = shown
  const { claim, isHidden } = stood.corrected
  const rungs = claim.chain.map((link, at): Rung => {
    const page = pages[at] ?? null
    return {
      ...link,
      page: page === null ? null : claimAt(page.claim),
      source: sourceAt(link.name, claim.speaker, outlets) ?? (page?.outlet != null ? outletAt(page.outlet) : null),
      seen: seenView(link, at, page, shown),
    }
  })
  const last = lastCheckable(rungs)
  const furthest = rungs[last]
  const { article, version } = stood
  return section(
    'chain',
    CLAIM.chain,
    html`${chainLadder(rungs, {
      wordsAt: ({ start }) =>
        claim.in === 'text' && isMarked(claim) && !isHidden
          ? `${versionAt(article, version.number)}#${anchorName(start)}`
          : null,
    })}
${furthest !== undefined && last < rungs.length - 1 && html`<p class="meta">${CLAIM.chainNote(furthest.name.slice(0, 120))}</p>`}
${whyView(shown)}`,
  )
}

/** In which capture a source was seen: its own, or the one that names it. */
function seenView({ anchor }: Link, at: number, page: OwnPage | null, { stood, url }: ClaimShown): Html {
  const { captures, corrected } = stood
  const words = anchor?.text || (at === 0 && corrected.claim.in === 'text' ? corrected.claim.content.text : '')
  const original = words === '' ? null : addressOf(url, words)
  const how =
    page !== null
      ? captureLine(page.capture, CLAIM.ownCapture)
      : at === 0
        ? captureLine(captures[0] ?? null, CLAIM.capture)
        : anchor !== null && anchor.text !== ''
          ? html`${CLAIM.sameCapture}`
          : corrected.by.some(({ change }) => change.field === 'chain' || change.field === 'speaker')
            ? html`${CLAIM.given}`
            : html`${CLAIM.credited}`
  return html`<span class="seen">${how}${original !== null && html` <a class="original" href="${original}" rel="noreferrer">${CLAIM.inPage}</a>`}</span>`
}

/** How the claim was read, folded. */
function whyView({ stood: { read, reading } }: ClaimShown): Html {
  const { why, source, cue, confidence } = read
  const words = [
    [CLAIM.source, source?.text],
    [CLAIM.cue, cue?.text],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return html`<details class="how-read"><summary>${CLAIM.why}</summary><ul class="why">${words.map(([name, own]) => html`<li><span class="soft">${name}</span> <q>${quoted(own, 160)}</q></li>`)}${why
    .slice(0, 2000)
    .split('; ')
    .map(
      (reason) => html`<li>${reason}</li>`,
    )}<li>${CLAIM.confidence(confidence)}; ${CLAIM.readBy(reading.engine, reading.edition)} ${momentOf(reading.readAt)}</li></ul></details>`
}
