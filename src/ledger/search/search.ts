/**
 * Search: claims or articles that a query finds, the best first. Those that ask for words are ranked within windows: the
 * 200 newest that are found, then the 200 before them. So a common word costs no more than a rare one, and what is found
 * of the last days stands before what was found years ago.
 */
import type { Ledger } from '../open.ts'
import type { WordIndex } from '../sql/words.ts'
import { cursorOf, type Place, placeOf } from './cursor.ts'
import { keysFound } from './found.ts'
import { type ArticleHit, articleHits, type ClaimHit, claimHits } from './hits.ts'
import { type Sought, soughtWords } from './marks.ts'
import { type Match, matchOf } from './match.ts'
import { type Query, queryOf } from './query.ts'
import { type Ranked, ranked } from './rank.ts'

/** Results that are ranked together. */
const WINDOW = 200

/** Results of a page. */
const USUAL = 20
const MOST = 200

export interface SearchOptions {
  /** Results of a page: 20, at most 200. */
  readonly limit?: number
  /** Where the page before ended: its `next`. */
  readonly after?: string | null
}

/** A page of results. */
export interface Results<Hit> {
  /** The query as it is always written. */
  readonly query: string
  readonly hits: readonly Hit[]
  /** How many there are on all pages; `isMore`: at least so many. */
  readonly found: { readonly count: number; readonly isMore: boolean }
  /** For the next page; null where this is the last. */
  readonly next: string | null
}

/**
 * Claims that a query finds.
 * @throws {QueryError} where `after` belongs to another query
 */
export async function searchClaims(
  ledger: Pick<Ledger, 'db'>,
  query: Query,
  options: SearchOptions = {},
): Promise<Results<ClaimHit>> {
  const { shown, ...page } = await pageOf(ledger, 'claim', query, options)
  return { ...page, hits: await claimHits(ledger, query, shown) }
}

/**
 * Articles that a query finds: in headline and deck, and in all their claims together.
 * @throws {QueryError} where `after` belongs to another query
 */
export async function searchArticles(
  ledger: Pick<Ledger, 'db'>,
  query: Query,
  options: SearchOptions = {},
): Promise<Results<ArticleHit>> {
  const { shown, ...page } = await pageOf(ledger, 'article', query, options)
  return { ...page, hits: await articleHits(ledger, query, shown) }
}

interface Page extends Omit<Results<never>, 'hits'> {
  readonly shown: readonly Ranked[]
}

interface Search {
  readonly ledger: Pick<Ledger, 'db'>
  readonly index: WordIndex
  readonly match: Match
  readonly sought: readonly Sought[]
}

async function pageOf(
  ledger: Pick<Ledger, 'db'>,
  index: WordIndex,
  query: Query,
  { limit = USUAL, after = null }: SearchOptions,
): Promise<Page> {
  const asked = `${index} ${queryOf(query)}`
  const search = { ledger, index, match: matchOf(query), sought: soughtWords(query) }
  const start = after === null ? null : placeOf(after, asked)
  const { shown, end } = await shownAfter(search, start, Math.min(MOST, Math.max(1, limit)))
  const found = end.found
  return { query: queryOf(query), shown, found, next: end.isLast ? null : cursorOf(end, asked) }
}

const NEWEST = Number.MAX_SAFE_INTEGER

/** The results after a place, of as many windows as it takes, and the place where they end. */
async function shownAfter(
  search: Search,
  start: Place | null,
  limit: number,
): Promise<{ shown: Ranked[]; end: Place & { isLast: boolean } }> {
  const shown: Ranked[] = []
  let window = await windowAt(search, start ?? { high: NEWEST, low: null })
  const found = start?.found ?? { count: window.keys.length, isMore: window.isOlder ?? false }
  let last = start?.last ?? null
  for (;;) {
    const rest = after(await ranked(search, window.keys), last)
    const some = rest.slice(0, limit - shown.length)
    shown.push(...some)
    last = some.at(-1) ?? last
    const isThrough = some.length === rest.length
    const isOlder = window.isOlder ?? start?.isOlder ?? false
    if (!isThrough || !isOlder || shown.length === limit) {
      const { high, low } = isThrough ? { high: window.low - 1, low: null } : window
      const end = { high, low, last: isThrough ? null : last, isOlder, found }
      return { shown, end: { ...end, isLast: isThrough && !isOlder } }
    }
    window = await windowAt(search, { high: window.low - 1, low: null })
    last = null
  }
}

interface Window {
  readonly keys: readonly number[]
  readonly high: number
  readonly low: number
  /** Whether there are older ones; null for a window begun before, where it is known already. */
  readonly isOlder: boolean | null
}

/** A window of keys from a key down. One that was begun before is read between its ends, with what was added since. */
async function windowAt(
  { ledger, index, match }: Search,
  { high, low }: { readonly high: number; readonly low: number | null },
): Promise<Window> {
  if (low !== null)
    return { keys: await keysFound(ledger, index, match, { high, low, limit: 2 * WINDOW }), high, low, isOlder: null }
  const keys = await keysFound(ledger, index, match, { high, low: 0, limit: WINDOW + 1 })
  const own = keys.slice(0, WINDOW)
  return { keys: own, high: own[0] ?? 0, low: own.at(-1) ?? 0, isOlder: keys.length > WINDOW }
}

/** What follows a result in the order of ranks. */
const after = (results: readonly Ranked[], last: Ranked | null): readonly Ranked[] =>
  last === null
    ? results
    : results.filter(({ score, key }) => score < last.score || (score === last.score && key < last.key))
