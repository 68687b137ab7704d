/** What people said of a claim, and in which captures it was seen or was not. */
import type { Claim } from '../../claims/claim.ts'
import { type Correction, inForce } from '../../ledger/corrections/correction.ts'
import type { Kept } from '../../ledger/corrections/record.ts'
import type { VersionSeen } from '../../ledger/history.ts'
import { claimAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { quoted } from '../../publish/story/words.ts'
import { dateOf, datesOf } from '../../publish/when.ts'
import { figureWords } from '../parts/figure.ts'
import { momentOf } from '../parts/moment.ts'
import { CLAIM, changeWords } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import type { ClaimShown } from './asked.ts'
import { reverseForm } from './fix.ts'
import { hashOf } from './record.ts'
import type { Typed } from './typed.ts'

/** Captures that are listed one by one. */
const MOST = 20

/** @param typed what an editor filled in that could not be saved; null for readers, who are shown no forms */
export function historySection(shown: ClaimShown, typed: Typed | null): Html {
  const { stood, entries } = shown
  const { history, captures, corrected, read } = stood
  const isCorrected = corrected.by.length > 0 && corrected.claim !== read
  return section(
    'corrections',
    CLAIM.corrections,
    html`${
      entries.length === 0
        ? html`<p class="soft">${CLAIM.noCorrections}</p>`
        : html`<ol class="said-of-it">${entries
            .filter((entry) => entry.kind === 'change')
            .map((entry) => correctionView(entry, shown, typed))}</ol>`
    }
${isCorrected && asReadView(read, corrected.claim)}
<h3 id="history">${CLAIM.history}</h3>
<ol class="seen-in">${history.versions.map((version) => html`<li>${versionView(version, history.article, stood.claim)}</li>`)}</ol>
<h3>${CLAIM.captures}</h3>
<ul class="of-version addresses">${captures.slice(0, MOST).map(({ capturedAt, sha256, finalUrl, url }) => html`<li>${momentOf(capturedAt)}, ${CLAIM.hash} ${hashOf(sha256)}${(finalUrl ?? url) !== null && html` <span class="soft">${(finalUrl ?? url ?? '').slice(0, 300).toWellFormed()}</span>`}</li>`)}${captures.length > MOST && html`<li class="soft">${CLAIM.moreCaptures(captures.length - MOST)}</li>`}</ul>`,
    't',
  )
}

/** One correction: what, by whom, when and why, and what became of it. */
function correctionView(entry: Kept, { entries, stood }: ClaimShown, typed: Typed | null): Html {
  const { id, by, at, why } = entry
  const isUndone = !inForce(entries).some((correction) => correction.id === id)
  const turns = entries.filter((one) => one.kind !== 'change' && one.target === id)
  return html`<li id="correction-${id}"${isUndone && html` class="undone"`} data-stop>
<p class="what">${changeWords((entry as Correction).change)}${isUndone && html` <b>${CLAIM.undone}</b>`}</p>
<p class="meta">${by.slice(0, 120)}, ${momentOf(at)}: ${why.slice(0, 2000)}</p>
${turns.map((turn) => html`<p class="meta">${turn.kind === 'undo' ? CLAIM.undid : CLAIM.redid} ${turn.by.slice(0, 120)}, ${momentOf(turn.at)}: ${turn.why.slice(0, 2000)}</p>`)}
${typed !== null && reverseForm(stood.claim, id, isUndone ? 'redo' : 'undo', typed)}</li>`
}

/** What the machine read where people say otherwise. */
function asReadView(read: Claim, now: Claim): Html | null {
  const told = (claim: Claim): readonly (readonly [string, string])[] => [
    [CLAIM.source, claim.speaker?.name ?? PARTS.nobody],
    [PARTS.chain, claim.chain.map(({ name }) => name).join(' ← ')],
    ['figures', claim.figures.map(figureWords).join(', ')],
    [PARTS.place, claim.place?.name ?? ''],
    [PARTS.happened, (claim.eventTime && datesOf(claim.eventTime.start, claim.eventTime.end)) ?? ''],
    [PARTS.said, claim.saidTime?.date == null ? '' : dateOf(claim.saidTime.date)],
    ['type', PARTS.types[claim.type]],
  ]
  const after = new Map(told(now))
  const rows = told(read).filter(([name, words]) => after.get(name) !== words)
  if (rows.length === 0) return null
  return html`<div class="as-read"><h3>${CLAIM.asRead}</h3><dl class="place-and-time">${rows.map(([name, words]) => html`<div><dt>${name}</dt><dd>${words === '' ? '-' : words.slice(0, 500)}</dd></div>`)}</dl></div>`
}

const IN = {
  seen: [CLAIM.seenIn, CLAIM.seenInMany],
  orphan: [CLAIM.notIn, CLAIM.notInMany],
  changed: [CLAIM.otherwiseIn, CLAIM.otherwiseInMany],
  exact: [CLAIM.unreadIn, CLAIM.unreadInMany],
  moved: [CLAIM.unreadIn, CLAIM.unreadInMany],
} as const

/** In which captures of a version the claim was seen, or was not; never that it was taken out. */
function versionView({ number, captures, stands, words }: VersionSeen, article: number, here: number): Html {
  const version = html`<a href="${versionAt(article, number)}">${CLAIM.version(number)}</a>`
  const [first, last] = [captures[0], captures.at(-1)]
  if (first === undefined || last === undefined) return html`${version}: ${CLAIM.lostCaptures}`
  const [one, many] = IN[words ?? 'seen']
  const when =
    first === last
      ? html`${one} ${momentOf(first.at)}`
      : html`${many(captures.length)} ${momentOf(first.at)} ${CLAIM.to} ${momentOf(last.at)}`
  const stood = stands.find(({ counts }) => counts) ?? stands.at(-1)
  const other =
    stood !== undefined && stood.claim !== here
      ? html` <a href="${claimAt(stood.claim)}">${CLAIM.as(stood.claim)}</a>: ${quoted(stood.words, 160)}`
      : null
  return html`${when} <span class="soft">(${version})</span>${other}`
}
