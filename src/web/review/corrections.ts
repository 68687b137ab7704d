/** All corrections, for everybody: what was said of which claim, by whom, when and why, and whether it is in force. */
import { Hono } from 'hono'
import type { CorrectionListed } from '../../ledger/corrections/listed.ts'
import { correctionsListed } from '../../ledger/corrections/listed.ts'
import type { Ledger } from '../../ledger/open.ts'
import { correctionsAt, recordAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { shown } from '../layout.ts'
import { momentOf } from '../parts/moment.ts'
import type { Asked, Screen, Site } from '../site.ts'
import { changeWords } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import { CORRECTIONS, REVIEW } from '../words/review.ts'

/** Which part of the list. */
interface Part {
  readonly before?: number | undefined
  readonly all?: boolean
}

export function correctionsScreen({ ledger }: Site): Screen {
  return new Hono<Asked>().get('/corrections', async (c) => {
    const given = c.req.query('before') ?? ''
    const before = /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined
    const all = c.req.query('all') === 'yes'
    const main = html`<article class="record-list"><h1>${CORRECTIONS.title}</h1><p class="lede">${CORRECTIONS.lede}</p>${await correctionsView(ledger, { before, all })}</article>`
    return shown(c, { title: CORRECTIONS.title, part: 'review', main, permalink: recordAt({ before, all }) })
  })
}

/** A page of the list, with the way on. */
export async function correctionsView(ledger: Pick<Ledger, 'db'>, { before, all = false }: Part): Promise<Html> {
  const asked = { isAll: all, ...(before === undefined ? {} : { before }) }
  const { corrections, next } = await correctionsListed(ledger, asked)
  return html`<p class="meta">${all ? CORRECTIONS.with : CORRECTIONS.without} <a href="${recordAt({ all: !all })}">${all ? CORRECTIONS.showChanges : CORRECTIONS.showAll}</a></p>
${corrections.length === 0 ? html`<p>${CORRECTIONS.none}</p>` : html`<ol class="corrections">${corrections.map(correctionView)}</ol>`}
${(before !== undefined || next !== null) && html`<nav class="pages" aria-label="${CORRECTIONS.pages}">${before !== undefined && html`<a href="${recordAt({ all })}" data-key="[">${CORRECTIONS.newest}</a> `}${next !== null && html`<a href="${recordAt({ all, before: next })}" rel="next" data-key="]">${CORRECTIONS.older}</a>`}</nav>`}`
}

function correctionView({ correction, isInForce, reversals, words, outlet }: CorrectionListed): Html {
  const { id, claim, change, by, at, why } = correction
  const who = (person: string) => person.slice(0, 120).toWellFormed()
  return html`<li id="correction-${id}" data-stop${!isInForce && html` class="undone"`}>
<p class="when meta">${momentOf(at)}<br>${who(by)}</p>
<div><p class="change">${changeWords(change)}${!isInForce && html` <span class="label">${CORRECTIONS.undone}</span>`}</p>
<p class="why"><span class="aside">${REVIEW.reason}: </span>${why.slice(0, 2000).toWellFormed()}</p>
${reversals.map(({ kind, by: person, at: then, why: because }) => html`<p class="meta">${kind === 'undo' ? CORRECTIONS.undid : CORRECTIONS.redid} ${who(person)}, ${momentOf(then)}: ${because.slice(0, 2000).toWellFormed()}</p>`)}
<p class="of"><a href="${correctionsAt(claim)}">${words === null ? CORRECTIONS.claim(claim) : quoted(words, 160)}</a> <span class="meta">${words === null ? CORRECTIONS.hidden : (outlet?.slice(0, 120) ?? PARTS.noOutlet)}</span></p></div></li>
`
}
