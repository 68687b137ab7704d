/** Search: one query in the address, claims or articles that fulfil it, links that narrow and widen it, names to choose from. */
import { Hono } from 'hono'
import type { Followed } from '../../ledger/developments/development.ts'
import { emptinessOf } from '../../ledger/search/empty.ts'
import { facetsOf } from '../../ledger/search/facets.ts'
import { NAMED_FIELDS, type Suggestion, suggestNames } from '../../ledger/search/names.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import { type Query, queryOf } from '../../ledger/search/query.ts'
import type { QueryError } from '../../ledger/search/query-error.ts'
import { searchArticles, searchClaims } from '../../ledger/search/search.ts'
import { searchAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { grouped } from '../../publish/numbers.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { SEARCH } from '../words/search.ts'
import { composed, FORM_FIELDS, type FormField, fieldsOf, narrowed } from './asked.ts'
import { examplesOf } from './examples.ts'
import { fieldsForm, helpView, queryForm, type Show } from './form.ts'
import { resultsView, termsView } from './results.ts'

/** Examples find at least so many. */
const LEAST = 2

/** Names of each field that the form offers without a script, and that are offered to who types. */
const OFFERED = 40
const SUGGESTED = 8

/** More is not typed of a name, in characters. */
const LONGEST_NAME = 200

/** Characters of a query around what was not understood. */
const AROUND = 60

export function searchScreen({ ledger, settings }: Site): Screen {
  const namesOffered = async (): Promise<Suggestion[]> =>
    (await Promise.all(NAMED_FIELDS.map((field) => suggestNames(ledger, field, '', OFFERED)))).flat()

  const page = (c: Asking, text: string, main: Html, status: 200 | 400 = 200, followed?: Followed) =>
    shown(
      c,
      {
        title: text.trim() === '' ? SEARCH.title : `${text.slice(0, 120).toWellFormed()} - ${SEARCH.title}`,
        part: 'search',
        main: html`<div class="search">${main}</div>`,
        islands: ['search'],
        ...(followed === undefined ? {} : { followed }),
      },
      status,
    )

  /** Before anything is asked: how to, and what can be found here. */
  const first = async (c: Asking, show: Show) => {
    const names = await namesOffered()
    const examples = await Promise.all(
      examplesOf(names).map(async ({ query, words }) => {
        const { found } = await searchClaims(ledger, query, { limit: 1 })
        const own = queryOf(query)
        return (
          found.count >= LEAST &&
          html`<li data-stop><a href="${searchAt(own)}"><code>${own}</code></a> <span class="soft">${words}</span> <span class="count">${found.isMore && '> '}${grouped(found.count)}</span></li>
`
        )
      }),
    )
    const some = examples.filter((one) => one !== false)
    return page(
      c,
      '',
      html`<h1>${SEARCH.title}</h1><p class="lede">${SEARCH.lede}</p>
${queryForm('', show)}
${some.length > 0 ? html`<section class="examples" aria-labelledby="examples"><h2 id="examples">${SEARCH.examples}</h2><ul>${some}</ul></section>` : html`<p>${SEARCH.empty}</p>`}
<div class="ways">${fieldsForm({}, names, { show, isOpen: true })}${helpView(true)}</div>`,
    )
  }

  const misread = async (c: Asking, text: string, show: Show, error: QueryError) =>
    page(
      c,
      text,
      html`<h1 class="aside">${SEARCH.title}</h1>${queryForm(text, show, true)}
${wrongView(text, error)}
<div class="ways">${fieldsForm({ words: text }, await namesOffered(), { show, isOpen: false })}${helpView(true)}</div>`,
      400,
    )

  const found = async (c: Asking, query: Query, show: Show) => {
    const after = c.req.query('after') ?? null
    const index = show === 'claims' ? 'claim' : 'article'
    const search = show === 'claims' ? searchClaims : searchArticles
    const results = await search(ledger, query, { after })
    const own = queryOf(query)
    const emptiness = results.hits.length === 0 && after === null ? await emptinessOf(ledger, index, query) : null
    const facets = await facetsOf(ledger, index, query)
    return page(
      c,
      own,
      html`<div class="asked">${queryForm(own, show)}${termsView(query, show)}</div>
<div class="columns">${resultsView({ query, show, results, facets, emptiness, after, site: settings.address })}</div>
<div class="ways">${fieldsForm(fieldsOf(query), await namesOffered(), { show, isOpen: false })}${helpView(false)}</div>`,
      200,
      { kind: 'search', query: own },
    )
  }

  return new Hono<Asked>()
    .get('/search', async (c) => {
      const show: Show = c.req.query('show') === 'articles' ? 'articles' : 'claims'
      const text = c.req.query('q')
      if (text === undefined) {
        const values = c.req.query() as Partial<Record<FormField, string>>
        const asked = FORM_FIELDS.some((field) => values[field] !== undefined) ? composed(values) : ''
        if (asked === '') return first(c, show)
        return c.redirect(searchAt(asked.toWellFormed(), show === 'articles' ? { show } : {}), 303)
      }
      try {
        const query = parseQuery(text)
        return query.conditions.length === 0 ? await first(c, show) : await found(c, query, show)
      } catch (error) {
        if ((error as Error).name !== 'QueryError') throw error
        return misread(c, text, show, error as QueryError)
      }
    })
    .get('/search/names', async (c) => {
      const type = c.req.query('type')
      const typed = (c.req.query('q') ?? '').slice(0, LONGEST_NAME).toWellFormed()
      const field = NAMED_FIELDS.find((name) => name === type) ?? null
      if (type !== undefined && field === null) return c.json({ names: [] }, 400)
      const names = typed.trim() === '' && field === null ? [] : await suggestNames(ledger, field, typed, SUGGESTED)
      return c.json({
        names: names.map((one) => ({ ...one, query: narrowed({ conditions: [] }, one.field, one.name) })),
      })
    })
}

/** What is wrong with a query, where, and what to write instead. */
function wrongView(text: string, { message, span, trouble }: QueryError): Html {
  if (span === null)
    return html`<div class="misread" role="alert"><p id="wrong">${message}</p>${trouble === 'stale page' && html`<p><a href="${searchAt(text)}">${SEARCH.startAgain}</a></p>`}</div>`
  const from = Math.max(0, span.start - AROUND)
  const to = Math.min(text.length, span.end, span.start + AROUND)
  const piece = (start: number, end: number): string => text.slice(start, end).toWellFormed()
  return html`<div class="misread" role="alert"><p class="label">${SEARCH.wrong}</p>
<p class="query">${from > 0 && '… '}${piece(from, span.start)}<mark>${piece(span.start, to)}</mark>${piece(to, to + AROUND)}${to + AROUND < text.length && ' …'}</p>
<p id="wrong">${message}</p></div>`
}
