/** What can be said of a claim, each a form of its own with its key and a reason that can be changed. */
import { MOST_SAID } from '../../ledger/corrections/correct.ts'
import { reviewAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { REVIEW } from '../words/review.ts'

/** What a form is about. */
export interface About {
  /** The thing that is looked at, as addresses name it. */
  readonly name: string
  readonly before: number | undefined
}

/** How a form is shown. */
interface Act {
  readonly does: string
  readonly label: string
  readonly why: string
  /** The key that presses it; that it is only led to is told by `isLed`. */
  readonly key?: string
  /** The key leads to the button, and Enter presses it. */
  readonly isLed?: boolean
  /** The claim that it is to be one with. */
  readonly other?: number
  readonly isQuiet?: boolean
}

/** A form with one button. */
export function actForm({ name, before }: About, act: Act): Html {
  const { does, label, why, key, isLed = false, other, isQuiet = true } = act
  const id = `why-${does}${other === undefined ? '' : `-${other}`}`
  return html`<form class="act" method="post" action="${reviewAt()}"><input type="hidden" name="at" value="${name}"><input type="hidden" name="do" value="${does}">${before !== undefined && html`<input type="hidden" name="before" value="${before}">`}${other !== undefined && html`<input type="hidden" name="other" value="${other}">`}
<button${isQuiet && html` class="quiet"`}${key !== undefined && (isLed ? html` data-led="${key}"` : html` data-key="${key}"`)}>${label}${key !== undefined && html` <kbd>${key}</kbd>`}</button>
<label class="aside" for="${id}">${REVIEW.reason}: ${label}</label><input id="${id}" name="why" value="${why}" maxlength="${MOST_SAID.why}" required autocomplete="off"></form>`
}

/** Who is looking. */
export const nameForm = (name: string | null): Html =>
  html`<form class="who-form fields" method="post" action="/review/name"><label for="who">${REVIEW.who}</label><div class="ask-line"><input id="who" name="by" value="${name ?? ''}" required maxlength="${MOST_SAID.by}" autocomplete="name"${name === null && html` autofocus`}><button>${REVIEW.begin}</button></div><p class="soft">${REVIEW.whoWhy}</p></form>`

/** Taking the last back. */
export const undoForm = (correction: number, before: number | undefined): Html =>
  html`<form class="act" method="post" action="/review/undo"><input type="hidden" name="correction" value="${correction}">${before !== undefined && html`<input type="hidden" name="before" value="${before}">`}
<button class="quiet" data-key="u">${REVIEW.undo} <kbd>u</kbd></button><label class="aside" for="why-undo">${REVIEW.reason}: ${REVIEW.undo}</label><input id="why-undo" name="why" value="${REVIEW.undoWhy}" maxlength="${MOST_SAID.why}" required autocomplete="off"></form>`
