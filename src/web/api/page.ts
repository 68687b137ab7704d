/** The API's own page, for people: what can be asked, how, and what problems mean. */
import type { z } from 'zod'
import { API_AT } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asking } from '../site.ts'
import { PROBLEM_WORDS, API as WORDS } from '../words/api.ts'
import { PROBLEMS, type ProblemKind } from './problem.ts'
import { type Route, TAGS } from './route.ts'
import { ROUTES } from './routes.ts'

/** @param address of the API, as others know it */
export function apiPage(c: Asking, address: string) {
  const groups = Object.entries(TAGS).map(([tag, words]) => ({
    tag,
    words,
    own: ROUTES.filter((one) => one.tag === tag),
  }))
  const main = html`<article class="methods api">
<h1>${WORDS.title}</h1>
<p class="lede">${WORDS.lede}</p>
<section aria-labelledby="ways"><h2 id="ways">${WORDS.waysTitle}</h2><div class="prose">
${WORDS.ways.map((words) => html`<p>${words}</p>`)}
<p><a href="${API_AT}/openapi.json">${address}/openapi.json</a></p>
<div class="scroll" tabindex="0" role="group" aria-label="${WORDS.example}"><pre><code>curl '${address}/claims?q=killed&amp;limit=2&amp;fields=speaker.name,content.text,permalink'</code></pre></div></div></section>
${groups.map(
  ({
    tag,
    words,
    own,
  }) => html`<section aria-labelledby="${tag}"><h2 id="${tag}">${words.slice(0, words.search(/[:,.]/))}</h2>
<dl class="marks">${own.map(routeView)}</dl></section>`,
)}
<section aria-labelledby="problems"><h2 id="problems">${WORDS.problemsTitle}</h2>
<dl class="marks">${(Object.keys(PROBLEMS) as ProblemKind[]).map(
    (kind) =>
      html`<div id="${kind}"><dt>${PROBLEMS[kind].status} <code>${kind}</code></dt><dd>${PROBLEM_WORDS[kind]}</dd></div>`,
  )}</dl></section>
</article>`
  return shown(c, { title: WORDS.title, main })
}

function routeView({ method, path, summary, description, query, scope }: Route): Html {
  const asked = Object.entries(query.shape as Record<string, z.ZodType>)
  return html`<div><dt><code>${method.toUpperCase()} ${path}</code></dt><dd>${summary}.${description !== undefined && html` ${description}`}${scope === 'write' && html` <span class="label">${WORDS.writes}</span>`}
${asked.length > 0 && html`<span class="meta"> ${WORDS.asked} ${asked.map(([name], at) => html`${at > 0 && ', '}<code>${name}</code>`)}</span>`}</dd></div>`
}
