/** `hearsay search`: claims or articles of the ledger, found by words, names, figures and days. */
import { type Emptiness, emptinessOf } from '../ledger/search/empty.ts'
import type { ArticleHit, ClaimHit } from '../ledger/search/hits.ts'
import { marksIn, soughtWords } from '../ledger/search/marks.ts'
import { parseQuery } from '../ledger/search/parse.ts'
import { type Query, queryOf } from '../ledger/search/query.ts'
import type { QueryError } from '../ledger/search/query-error.ts'
import { type Results, searchArticles, searchClaims } from '../ledger/search/search.ts'
import { json, printable } from '../publish/printable.ts'
import { dateOf, datesOf } from '../publish/when.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { colours, columns, complain, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { clip, wrap } from './wrap.ts'

/** The options of `hearsay search`, as given. */
export interface SearchCommandOptions extends LedgerOptions {
  readonly articles?: boolean
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly limit: number
  readonly after?: string
}

type Hit = ClaimHit | ArticleHit

/**
 * Searches the ledger and prints what is found.
 * @returns the exit code: 0 where something was found, 1 where nothing was, 2 where the query was not understood
 */
export async function search(words: readonly string[], options: SearchCommandOptions): Promise<number> {
  const text = words.join(' ')
  let query: Query
  try {
    query = parseQuery(text)
  } catch (error) {
    if ((error as Error).name !== 'QueryError') throw error
    complain(misunderstood(text, error as QueryError))
    return 2
  }
  return saying(async () => {
    const ledger = await openNamed(options, { if: 'existing', readOnly: true })
    try {
      const index = options.articles ? 'article' : 'claim'
      const results = await pages(
        (after, limit) => (options.articles ? searchArticles : searchClaims)(ledger, query, { after, limit }),
        options,
      )
      if (options.jsonl) for (const hit of results.hits) await print(`${json(hit)}\n`)
      else if (options.json) await print(`${json(results)}\n`)
      else {
        const look: Look = { width: columns(), paint: paints(colours()) }
        const empty = results.hits.length === 0 ? await emptinessOf(ledger, index, query) : null
        const lines = empty === null ? found(results, query, look, options) : nothing(empty, query, look)
        await print(`${lines.join('\n')}\n`)
      }
      return results.hits.length > 0 ? 0 : 1
    } catch (error) {
      if ((error as Error).name !== 'QueryError') throw error
      complain((error as Error).message)
      return 2
    } finally {
      await ledger.close()
    }
  })
}

/** As many results as are asked for, of as many pages as it takes. */
async function pages(
  page: (after: string | null, limit: number) => Promise<Results<Hit>>,
  { limit, after = null }: { readonly limit: number; readonly after?: string | null },
): Promise<Results<Hit>> {
  let results = await page(after, limit)
  while (results.next !== null && results.hits.length < limit) {
    const more = await page(results.next, limit - results.hits.length)
    results = { ...more, hits: [...results.hits, ...more.hits] }
  }
  return results
}

/** A query with the place that was not understood. */
function misunderstood(text: string, { message, span }: QueryError): string {
  if (span === null) return message
  const from = Math.max(0, span.start - 30)
  const before = printable(text.slice(from, span.start))
  const marked = printable(text.slice(span.start, Math.min(span.end, span.start + 40)))
  return `${message}\n  ${before}${marked}\n  ${' '.repeat(before.length)}${'^'.repeat(Math.max(1, marked.length))}`
}

/** How many results are printed, each of them, and how to get the next. */
function found(
  { hits, found: { count, isMore }, next }: Results<Hit>,
  query: Query,
  look: Look,
  { articles, after }: SearchCommandOptions,
): string[] {
  const noun = articles ? 'article(s)' : 'claim(s)'
  const head = isMore ? `more than ${count} ${noun}` : `${count} ${noun}`
  return [
    ...(after === undefined ? [look.paint.dim(head), ''] : []),
    ...hits.flatMap((hit) => [...('claim' in hit ? claimLines(hit, query, look) : articleLines(hit, query, look)), '']),
    ...(next === null ? [] : wrap(`The next: the same search with --after ${next}`, look.width).map(look.paint.dim)),
  ].slice(0, next === null ? -1 : undefined)
}

const INDENT = { first: '  ', rest: '  ' }

function claimLines(hit: ClaimHit, query: Query, look: Look): string[] {
  const { width, paint } = look
  const said = hit.saidOn === null ? [] : [`said ${dateOf(hit.saidOn)}`]
  const figures = hit.figures.map(({ text, measure, of }) =>
    [measure, `"${text}"`, of && `of ${of}`].filter(Boolean).join(' '),
  )
  const facts = [...figures, hit.place, datesOf(hit.happenedFrom, hit.happenedTo), ...said].filter(Boolean).join('; ')
  const where = [hit.outlet, hit.published && dateOf(hit.published)].filter(Boolean).join(', ')
  return [
    `${paint.mark(`claim:${hit.claim}`)} ${paint.label(clip(hit.speaker ?? 'unattributed', width - 20))}`,
    ...marked(wrap(hit.content, width, INDENT), query, look),
    ...(facts === '' ? [] : wrap(facts, width, INDENT)),
    ...wrap([where, hit.headline].filter(Boolean).join(': '), width, INDENT).map(paint.dim),
    ...(hit.url === null ? [] : [paint.dim(`  ${printable(hit.url)}`)]),
  ]
}

function articleLines(hit: ArticleHit, query: Query, look: Look): string[] {
  const { width, paint } = look
  const where = [hit.outlet, hit.published && dateOf(hit.published), `${hit.claims} claim(s)`]
    .filter(Boolean)
    .join(', ')
  return [
    `${paint.mark(`article:${hit.article}`)}`,
    ...marked(wrap(hit.headline ?? '(no headline)', width, INDENT), query, look),
    ...wrap(where, width, INDENT).map(paint.dim),
    ...(hit.url === null ? [] : [paint.dim(`  ${printable(hit.url)}`)]),
  ]
}

/** Lines with the words that were asked for. */
const marked = (lines: readonly string[], query: Query, { paint }: Look): string[] =>
  lines.map((line) => {
    let [out, at] = ['', 0]
    for (const { start, end } of marksIn(line, soughtWords(query))) {
      out += line.slice(at, start) + paint.warning(line.slice(start, end))
      at = end
    }
    return out + line.slice(at)
  })

/** What is said where nothing was found. */
function nothing({ isEmpty, unfulfilled }: Emptiness, query: Query, look: Look): string[] {
  if (isEmpty) return ['Nothing can be found in this ledger yet. hearsay add puts pages into it.']
  if (query.conditions.length === 0) return ['There is nothing more.']
  const reasons = unfulfilled.flatMap(({ condition, meant }) => [
    `nothing has ${condition}${meant.length === 0 ? '' : `; there is ${meant.join(', ')}`}`,
  ])
  const why = reasons.length > 0 ? reasons : ['each of these is found, but nothing has all of them: leave one out']
  return [`Nothing was found by ${queryOf(query)}`, ...why].flatMap((line, i) =>
    wrap(line, look.width, i === 0 ? { first: '', rest: '' } : { first: '  ', rest: '    ' }),
  )
}
