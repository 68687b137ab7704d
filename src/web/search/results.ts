/** What a query found: its conditions to take out, claims or articles, what narrows it, and the way on. */
import type { Emptiness } from '../../ledger/search/empty.ts'
import { FACETS, type Facets } from '../../ledger/search/facets.ts'
import type { ArticleHit, ClaimHit } from '../../ledger/search/hits.ts'
import { type Condition, type Query, queryOf } from '../../ledger/search/query.ts'
import type { Results } from '../../ledger/search/search.ts'
import { searchAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { grouped } from '../../publish/numbers.ts'
import { copyButton } from '../parts/copy.ts'
import { followLine } from '../parts/follow.ts'
import { articleLine, claimLine } from '../parts/lines.ts'
import { SEARCH, termWords, valueWords } from '../words/search.ts'
import { narrowed, without } from './asked.ts'
import type { Show } from './form.ts'

/** What is shown of a query. */
export interface Found {
  readonly query: Query
  readonly show: Show
  readonly results: Results<ClaimHit | ArticleHit>
  readonly facets: Facets
  /** Why nothing was found, where nothing was. */
  readonly emptiness: Emptiness | null
  /** The cursor of this page; null for the first. */
  readonly after: string | null
  /** The address of the site. */
  readonly site: string
}

/** The address of a query that keeps to claims or articles. */
const at = (query: string, show: Show, after?: string): string =>
  searchAt(query, { ...(show === 'articles' ? { show } : {}), ...(after === undefined ? {} : { after }) })

/** Conditions that can be taken out, each by a link. */
export function termsView(query: Query, show: Show): Html | null {
  if (query.conditions.length === 0) return null
  return html`<ul class="terms" aria-label="${SEARCH.terms}">${query.conditions.map((condition, i) => {
    const { field, value } = termWords(condition)
    const rest = without(query, i)
    const shown = value.slice(0, 200).toWellFormed()
    const label = [condition.not && SEARCH.not, field && `${field}:`, shown].filter(Boolean).join(' ')
    return html`<li>${condition.not && html`<span class="not">${SEARCH.not}</span> `}${field !== null && html`<span class="field">${field}:</span> `}<span class="value">${shown}</span> <a href="${rest === '' ? '/search' : at(rest, show)}" aria-label="${SEARCH.takeOut(label)}">×</a></li> `
  })}</ul>`
}

/** Results with what stands around them. */
export function resultsView(found: Found): Html {
  const { query, show, results, emptiness, after, site, facets } = found
  const own = queryOf(query)
  const tab = (name: Show, label: string) =>
    html`<a href="${at(own, name)}"${name === show && html` aria-current="page"`}>${label}</a> `
  const { hits, next } = results
  const narrow = facets.of > 0 ? narrowView(found) : null
  return html`<div class="results">
<header class="results-head">
<nav class="tabs" aria-label="${SEARCH.tabs}">${tab('claims', SEARCH.claims)}${tab('articles', SEARCH.articles)}</nav>
<h1>${SEARCH.found(results.found.count, results.found.isMore, show)}</h1>
${hits.length > 0 && html`<p class="meta">${orderOf(query)}${results.found.isMore && ` ${SEARCH.bounded}`}${narrow !== null && html` <a class="screen-only to-narrow" href="#narrow">${SEARCH.narrow}</a>`}</p>`}
<p class="meta share screen-only"><a href="${at(own, show, after ?? undefined)}" data-key="y">${SEARCH.permalink}</a> ${copyButton(`${site}${at(own, show)}`, { label: SEARCH.share, copied: SEARCH.shared, key: 'c' })}</p>
${followLine({ kind: 'search', query: own })}
<p class="meta printed">${site}${at(own, show, after ?? undefined)}</p>
</header>
${emptiness !== null && nothingView(query, show, emptiness)}
${
  hits.length > 0 &&
  html`<ol class="hits">${hits.map(
    (hit) => html`<li>${'claim' in hit ? claimLine(hit) : articleLine(hit)}</li>
`,
  )}</ol>`
}
${
  (after !== null || next !== null) &&
  html`<nav class="pages" aria-label="${SEARCH.pages}">${after !== null && html`<a href="${at(own, show)}" data-key="[">${SEARCH.first}</a> `}${next !== null && html`<a href="${at(own, show, next)}" rel="next" data-key="]">${SEARCH.next}</a>`}</nav>`
}
</div>
${narrow !== null && html`<aside class="narrow" id="narrow" aria-labelledby="narrow-title"><h2 id="narrow-title">${SEARCH.narrow}</h2><p class="meta">${SEARCH.narrowOf(facets.of, results.found.isMore)}</p>${narrow}</aside>`}`
}

/** Words are ranked by how well they fit; what asks for no words is in the order of days. */
const orderOf = ({ conditions }: Query): string =>
  conditions.some(({ about, not }) => about === 'words' && !not) ? SEARCH.ranked : SEARCH.newest

/** Values of the results as links that narrow the query; null where there are none. */
function narrowView({ query, show, facets }: Found): Html | null {
  const groups = FACETS.flatMap((field) => {
    const links = facets.values[field].flatMap(({ value, count }) => {
      const query2 = narrowed(query, field, value)
      return query2 === null
        ? []
        : [
            html`<li><a href="${at(query2, show)}">${valueWords(field, value).slice(0, 80).toWellFormed()}</a> <span class="count">${grouped(count)}</span></li>
`,
          ]
    })
    return links.length === 0
      ? []
      : [
          html`<section class="facet"><h3>${SEARCH.facets[field]}</h3><ul>${links}</ul></section>
`,
        ]
  })
  return groups.length === 0 ? null : html`${groups}`
}

/** Why nothing was found, and what could be asked instead. */
function nothingView(query: Query, show: Show, { isEmpty, unfulfilled }: Emptiness): Html {
  if (isEmpty) return html`<p>${SEARCH.empty}</p>`
  if (unfulfilled.length === 0)
    return html`<div class="nothing"><p>${SEARCH.tooMuch}</p><ul>${query.conditions.map((condition, i) => {
      const rest = without(query, i)
      return html`<li><a href="${rest === '' ? '/search' : at(rest, show)}"><code>${queryOf({ conditions: [condition] })}</code></a></li>`
    })}</ul></div>`
  return html`<div class="nothing"><ul>${unfulfilled.map(({ condition, meant }) => {
    const own = query.conditions.findIndex((one) => queryOf({ conditions: [one] }) === condition)
    return html`<li>${SEARCH.nothingHas} <code>${condition}</code>.${meant.length > 0 && html` ${SEARCH.thereIs} ${meant.map((name, i) => html`${i > 0 && ', '}${meantLink(query, own, name, show)}`)}.`}</li>`
  })}</ul></div>`
}

/** A name that may be meant, in the place of what was asked. */
function meantLink(query: Query, own: number, name: string, show: Show): Html {
  const asked: Condition | undefined = query.conditions[own]
  const rest = { conditions: query.conditions.filter((_, i) => i !== own) }
  const instead = asked === undefined ? null : narrowed(rest, asked.about, name)
  return instead === null ? html`${name}` : html`<a href="${at(instead, show)}">${name}</a>`
}
