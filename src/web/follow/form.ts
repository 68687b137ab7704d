/** The form that asks for letters: at the end of screens that can be followed, and on a screen of its own. */
import type { Followed } from '../../ledger/developments/development.ts'
import { followAt, PRIVACY_AT, TERMS_AT } from '../../publish/addresses.ts'
import { RHYTHMS, type Rhythm } from '../../publish/following/rhythm.ts'
import { type Html, html } from '../../publish/html.ts'
import { FOLLOWING } from '../words/following.ts'
import { fieldsOf } from './asked.ts'

/** What was given, where it is to be put right. */
export interface Given {
  readonly address: string
  readonly rhythm: Rhythm['rhythm']
  /** What is wrong with the address. */
  readonly wrong: string | null
}

const NOTHING: Given = { address: '', rhythm: 'daily', wrong: null }

/** The form. */
export const followForm = (followed: Followed, { address, rhythm, wrong }: Given = NOTHING): Html =>
  html`<form method="post" action="${followAt()}" class="ask-letters">
${Object.entries(fieldsOf(followed)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="field"><label for="letters-to">${FOLLOWING.address}</label>
<input id="letters-to" type="email" name="address" value="${address}" autocomplete="email" maxlength="254" required${
    wrong !== null && html` aria-invalid="true" aria-describedby="letters-wrong" autofocus`
  }>
${wrong !== null && html`<span id="letters-wrong" class="wrong">${wrong}</span>`}</p>
<p class="field"><label for="letters-when">${FOLLOWING.rhythm}</label>
<select id="letters-when" name="rhythm">${RHYTHMS.map(
    (one) => html`<option value="${one}"${one === rhythm && html` selected`}>${FOLLOWING.rhythms[one]}</option>`,
  )}</select></p>
<p class="trap" aria-hidden="true"><label for="letters-site">${FOLLOWING.trap}</label><input id="letters-site" name="website" tabindex="-1" autocomplete="off"></p>
<p><button>${FOLLOWING.ask}</button></p>
<p class="meta">${FOLLOWING.kept} <a href="${PRIVACY_AT}">${FOLLOWING.privacy}</a> · <a href="${TERMS_AT}">${FOLLOWING.terms}</a></p>
</form>`

/** The form at the end of a screen that can be followed. */
export const followPart = (followed: Followed): Html =>
  html`<section class="by-letter screen-only" aria-labelledby="by-letter"><h2 id="by-letter">${FOLLOWING.byLetter}</h2>
<div><p class="soft">${FOLLOWING.what}</p>
${followForm(followed)}</div></section>`
