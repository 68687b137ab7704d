/** The forms of search: the query as one line, and as fields, with names to choose from. */
import { CHOICES } from '../../ledger/search/fields.ts'
import type { NamedField, Suggestion } from '../../ledger/search/names.ts'
import { type Html, html } from '../../publish/html.ts'
import { DRIFTS, SEARCH } from '../words/search.ts'
import type { FormField, FormValues } from './asked.ts'

/** What is looked for. */
export type Show = 'claims' | 'articles'

/** More of a query than this is not put back into the field, in characters. */
const LONGEST = 2000

/** The query as one line. The script offers names below it. */
export const queryForm = (text: string, show: Show, isWrong = false): Html =>
  html`<form class="ask" role="search" action="/search" aria-label="${SEARCH.title}">
<label for="query">${SEARCH.query}</label>
<div class="ask-line"><input id="query" type="search" name="q" value="${text.slice(0, LONGEST).toWellFormed()}" autocomplete="off" autocapitalize="none" spellcheck="false"${isWrong && html` aria-invalid="true" aria-describedby="wrong"`} data-names="/search/names" data-label="${SEARCH.suggestions}">
${show === 'articles' && html`<input type="hidden" name="show" value="articles">`}<button>${SEARCH.find}</button></div></form>`

const NAMED: readonly NamedField[] = ['speaker', 'outlet', 'place', 'measure']

/** The query as fields; with names that most claims have. */
export function fieldsForm(
  values: FormValues,
  names: readonly Suggestion[],
  { show, isOpen }: { readonly show: Show; readonly isOpen: boolean },
): Html {
  const input = (field: FormField, label: string, more: Html | null = null) =>
    html`<p class="field"><label for="by-${field}">${label}</label><input id="by-${field}" name="${field}" value="${(values[field] ?? '').slice(0, LONGEST).toWellFormed()}" autocomplete="off"${more}></p>
`
  const days = (field: 'said' | 'published') => {
    const hint = html` placeholder="${SEARCH.dateHint}"`
    return html`<fieldset><legend>${SEARCH[field]}</legend>${input(`${field}From`, SEARCH.from, hint)}${input(`${field}To`, SEARCH.to, hint)}</fieldset>`
  }
  return html`<details class="by-fields"${isOpen && html` open`}><summary>${SEARCH.byFields}</summary>
<form action="/search" aria-label="${SEARCH.byFields}"><p class="soft">${SEARCH.fieldsHint}</p>
${input('words', SEARCH.words)}
${NAMED.map((field) => input(field, SEARCH[field], html` list="names-${field}"`))}
<fieldset><legend>${SEARCH.figure}</legend>${input('low', SEARCH.low, html` inputmode="decimal"`)}${input('high', SEARCH.high, html` inputmode="decimal"`)}</fieldset>
${days('said')}
${days('published')}
<p class="field"><label for="by-drift">${SEARCH.drift}</label><select id="by-drift" name="drift"><option value="">${SEARCH.any}</option>${(
    CHOICES.drift ?? []
  ).map(
    (kind) =>
      html`<option value="${kind}"${values.drift === kind && html` selected`}>${DRIFTS[kind as keyof typeof DRIFTS]}</option>`,
  )}</select></p>
<p class="check"><input id="by-unnamed" type="checkbox" name="unnamed" value="yes"${values.unnamed !== undefined && html` checked`}> <label for="by-unnamed">${SEARCH.unnamed}</label></p>
${show === 'articles' && html`<input type="hidden" name="show" value="articles">`}
<p><button>${SEARCH.find}</button></p></form>
${NAMED.map((field) => html`<datalist id="names-${field}">${names.filter((one) => one.field === field).map(({ name }) => html`<option value="${name}">`)}</datalist>`)}
</details>`
}

/** The language in ten lines. */
export const helpView = (isOpen: boolean): Html =>
  html`<details class="help"${isOpen && html` open`}><summary>${SEARCH.help}</summary><dl>${SEARCH.helpRows.map(
    ([write, finds]) => html`<div><dt><code>${write}</code></dt><dd>${finds}</dd></div>
`,
  )}</dl></details>`
