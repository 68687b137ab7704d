/** The forms in which an editor says what is otherwise: one for each thing, folded, its summary what is held now. */
import type { Claim, Figure } from '../../claims/claim.ts'
import { MOST_SAID } from '../../ledger/corrections/correct.ts'
import type { Corrected } from '../../ledger/corrections/corrected.ts'
import { correctAt, reverseAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { quoted } from '../../publish/story/words.ts'
import { dateOf, datesOf } from '../../publish/when.ts'
import { figureWords } from '../parts/figure.ts'
import { FIX } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import type { ClaimShown } from './asked.ts'
import { fieldIn, type Typed } from './typed.ts'

/** A form as it is filled in: what was typed, else what is held now. */
interface Filled {
  readonly claim: number
  readonly typed: Typed
}

type Value = string | number | null

/** Rows for sources that the chain has not yet. */
const MORE_RUNGS = 2

export function fixSection({ stood }: ClaimShown, typed: Typed): Html {
  const { claim: number, corrected, history } = stood
  const { claim, figures, isHidden } = corrected
  const filled: Filled = { claim: number, typed }
  return html`<div class="fix screen-only">${section(
    'fix',
    FIX.title,
    html`<p class="soft">${FIX.lead} ${FIX.empty}</p>
${history.current !== number && html`<p class="soft">${FIX.newer}</p>`}
<div class="forms">
${form(filled, 'speaker', FIX.speaker, claim.speaker?.name ?? null, (own) => html`${input(own, 'name', FIX.name, claim.speaker?.name ?? null)}${choice(own, 'kind', FIX.kind, PARTS.kinds, claim.speaker?.kind ?? 'person')}`)}
${chainForm(filled, claim)}
${figures.map((figure, at) => figureForm(filled, figure, at))}
${form(filled, 'added figure', FIX.addFigure, '', (own) => html`${input(own, 'words', FIX.words, null, true)}${input(own, 'nth', FIX.nth, 1)}${figureFields(own, null)}<label class="check"><input type="checkbox" name="approximate" value="yes"${own.isOwn && fieldIn(typed.fields, 'approximate') === 'yes' && html` checked`}> ${FIX.approximate}</label>`)}
${form(filled, 'said', FIX.said, claim.saidTime?.date == null ? null : dateOf(claim.saidTime.date), (own) => input(own, 'date', `${FIX.said}: ${FIX.saidHelp}`, claim.saidTime?.date ?? null))}
${form(filled, 'happened', FIX.happened, claim.eventTime && datesOf(claim.eventTime.start, claim.eventTime.end), (own) => html`${input(own, 'start', FIX.from, claim.eventTime?.start ?? null, false, 'date')}${input(own, 'end', FIX.to, claim.eventTime?.end ?? null, false, 'date')}`)}
${form(filled, 'place', FIX.place, claim.place?.name ?? null, (own) => input(own, 'name', FIX.place, claim.place?.name ?? null))}
${form(filled, 'type', FIX.type, PARTS.types[claim.type], (own) => choice(own, 'type', FIX.type, PARTS.types, claim.type))}
${form(filled, 'origin', FIX.origin, '', (own) => html`${input(own, 'one', FIX.oneWith, null)}${input(own, 'not', FIX.notWith, null)}`)}
${form(filled, isHidden ? 'show' : 'hide', isHidden ? FIX.show : FIX.hide, '', () => html`<p class="soft">${isHidden ? FIX.showWhy : FIX.hideWhy}</p>`)}
${form(filled, 'right', FIX.right, '', () => html`<p class="soft">${FIX.rightWhy}</p>`)}
</div>`,
  )}</div>`
}

/** A form that is being made. */
interface Own {
  readonly name: string
  readonly typed: Typed
  /** Whether it is the one that was sent. */
  readonly isOwn: boolean
}

/** One folded form. @param now what is held now; empty for what is nothing that is held */
function form(
  { claim, typed }: Filled,
  name: string,
  title: string,
  now: string | null,
  fields: (own: Own) => Html,
): Html {
  const own = { name, typed, isOwn: typed.form === name }
  return html`<details name="fix"${own.isOwn && html` open`}><summary data-stop><span class="label">${title}</span> ${now !== '' && html`<span class="now">${now?.slice(0, 160) ?? FIX.unknown}</span>`}</summary>
<form method="post" action="${correctAt(claim)}"><input type="hidden" name="form" value="${name}">
${wrongView(own)}
<div class="given">${fields(own)}</div>
${sayingFields(own)}<p class="send"><button>${FIX.save}</button>${/^figure \d+$/.test(name) && html` <button class="quiet" name="strike" value="yes">${FIX.noFigure}</button>`}</p></form></details>`
}

const wrongView = ({ typed, isOwn }: Own): Html | null =>
  isOwn ? html`<p class="wrong" role="alert" id="wrong">${typed.wrong}</p>` : null

/** Who says so, and why. */
const sayingFields = (own: Own): Html =>
  html`<div class="saying"><label>${FIX.who}<input name="by" required maxlength="${MOST_SAID.by}" autocomplete="name"${held(own, 'by', null)}></label>
<label>${FIX.why}<textarea name="why" required maxlength="${MOST_SAID.why}" rows="2">${own.isOwn ? fieldIn(own.typed.fields, 'why') : ''}</textarea></label></div>`

const held = ({ typed, isOwn }: Own, name: string, now: Value, at = 0): Html =>
  html` value="${isOwn ? fieldIn(typed.fields, name, at) : (now ?? '')}"`

const input = (
  own: Own,
  name: string,
  label: string,
  now: Value,
  required = false,
  type: 'text' | 'date' = 'text',
): Html =>
  html`<label>${label}<input type="${type}" name="${name}"${held(own, name, now)}${required && html` required`} autocomplete="off"></label>`

const choice = (
  own: Own,
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  now: string,
  at = 0,
): Html => {
  const chosen = own.isOwn ? fieldIn(own.typed.fields, name, at) : now
  return html`<label>${label}<select name="${name}">${Object.entries(choices).map(([one, words]) => html`<option value="${one}"${one === chosen && html` selected`}>${words}</option>`)}</select></label>`
}

/** The parts of a figure, in the order of the form. */
function figureFields(own: Own, figure: Figure | null): Html {
  return html`${input(own, 'low', FIX.low, figure?.low ?? null)}${input(own, 'high', FIX.high, figure?.high ?? null)}${input(own, 'qualifier', FIX.qualifier, figure?.qualifier ?? null)}${input(own, 'unit', FIX.unit, figure?.unit ?? null)}${input(own, 'measure', FIX.measure, figure?.measure ?? null)}${input(own, 'of', FIX.of, figure?.of ?? null)}`
}

function figureForm(filled: Filled, figure: Corrected['figures'][number], at: number): Html {
  const words = quoted(figure.text, 60)
  const now = figureWords(figure)
  const told = figure.isStruck ? `${words}, ${FIX.struck}` : now === words ? words : `${words}, ${now}`
  return form(filled, `figure ${at + 1}`, FIX.figure(at + 1), told, (own) => figureFields(own, figure))
}

/** A row for each source, and some for those that are missing. */
function chainForm(filled: Filled, { chain }: Claim): Html {
  const now = chain.map(({ name }) => name).join(' ← ')
  return form(filled, 'chain', FIX.chain, now === '' ? null : now, (own) => {
    const sent = own.isOwn ? (own.typed.fields.name?.length ?? 0) : 0
    const rows = Math.max(sent, chain.length + MORE_RUNGS)
    return html`<p class="soft">${FIX.chainHelp}</p>${Array.from({ length: rows }, (_, at) => {
      const rung = chain[at]
      return html`<fieldset><legend class="aside">${FIX.rung(at + 1)}</legend><label>${FIX.name}<input name="name"${held(own, 'name', rung?.name ?? null, at)} autocomplete="off"></label>${choice(own, 'kind', FIX.kind, PARTS.kinds, rung?.kind ?? (at === 0 ? 'outlet' : 'person'), at)}${choice(own, 'link', FIX.link, PARTS.links, rung?.link ?? 'own reporting', at)}</fieldset>`
    })}`
  })
}

/** Undoing a correction, or putting it in force again. */
export function reverseForm(claim: number, correction: number, how: 'undo' | 'redo', typed: Typed): Html {
  const name = `${how} ${correction}`
  const own = { name, typed, isOwn: typed.form === name }
  return html`<details class="reverse screen-only"${own.isOwn && html` open`}><summary>${FIX[how]}</summary>
<form method="post" action="${reverseAt(claim, how)}"><input type="hidden" name="correction" value="${correction}">
${wrongView(own)}${sayingFields(own)}<p class="send"><button>${FIX[how]}</button></p></form></details>`
}
