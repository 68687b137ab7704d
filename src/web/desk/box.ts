/** The box of the desk: a form that takes addresses, pasted pages and files. */
import { type Html, html } from '../../publish/html.ts'
import { DESK } from '../words/desk.ts'

/** @param wrong what was wrong with what was brought last */
export function boxView(words: string, wrong: string | null): Html {
  return html`<form class="box" method="post" action="/" enctype="multipart/form-data" data-box>
<label for="words">${DESK.box}</label>
<textarea id="words" name="words" rows="3" placeholder="${DESK.boxHint}" data-key="b">${words}</textarea>
${wrong !== null && html`<p class="wrong" role="alert">${wrong}</p>`}
<details class="more"><summary>${DESK.options}</summary>
<label for="from">${DESK.from}</label><input id="from" name="from" type="url" placeholder="${DESK.boxHint}" autocomplete="off">
<label for="files">${DESK.files}</label><input id="files" name="files" type="file" multiple>
</details>
<p class="doing"><button>${DESK.take}</button> <span class="meta">${DESK.takeHint}</span></p>
</form>`
}
