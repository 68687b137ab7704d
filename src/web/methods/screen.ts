/** Methods: how a page is read, how well that goes, where it fails, and how mistakes are put right. */
import { Hono } from 'hono'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Screen } from '../site.ts'
import { METHODS } from '../words/methods.ts'

export const methodsScreen = (): Screen =>
  new Hono<Asked>().get('/', (c) => shown(c, { title: METHODS.title, part: 'methods', main: view() }))

const view = () => html`<article class="methods">
<h1>${METHODS.title}</h1>
<p class="lede">${METHODS.lede}</p>
<section aria-labelledby="steps"><h2 id="steps">${METHODS.stepsTitle}</h2>
<ol class="steps">${METHODS.steps.map(([name, text]) => html`<li data-stop><h3>${name}</h3><p>${text}</p></li>`)}</ol></section>
<section aria-labelledby="marks"><h2 id="marks">${METHODS.marksTitle}</h2>
<dl class="marks">${METHODS.marks.map(([mark, means]) => html`<div><dt>${mark}</dt><dd>${means}</dd></div>`)}</dl></section>
<section aria-labelledby="measured"><h2 id="measured">${METHODS.measuredTitle}</h2><div>
<p class="prose">${METHODS.measuredNote}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${METHODS.table}"><table class="stack">
<thead><tr>${METHODS.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${METHODS.measured.map(
  ({ what, figure, beside, by }) =>
    html`<tr><th scope="row">${what}</th><td class="number">${figure}</td><td>${beside}</td><td><code>${by}</code></td></tr>`,
)}</tbody></table></div></div></section>
<section aria-labelledby="limits"><h2 id="limits">${METHODS.limitsTitle}</h2>
<ul class="limits">${METHODS.limits.map((text) => html`<li data-stop>${text}</li>`)}</ul></section>
<section aria-labelledby="corrections"><h2 id="corrections">${METHODS.correctionsTitle}</h2>
<div class="prose">${METHODS.corrections.map((text) => html`<p>${text}</p>`)}</div></section>
</article>`
