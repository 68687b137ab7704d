/** What a look makes of the articles that are named: which are fetched, which are left alone, which wait for the next. */
import type { Tables } from '../../ledger/tables.ts'
import { instantOf } from '../feed/when.ts'
import { visitKey } from '../visits/visits.ts'
import type { Look, Named } from './found.ts'
import type { Watch } from './watches.ts'

/** What is known of an article that is named. */
export type Seen = Pick<Tables['visit'], 'state' | 'askedAt'>

/** What is made of a look. */
export interface Chosen {
  /** Articles to fetch: new ones, and those that say that they changed since they were asked for. Newest first. */
  readonly fetch: readonly Named[]
  /** New ones that are fetched, or are too old to be: they are new once. */
  readonly remember: readonly Named[]
  /** Keys of articles that only a person asked for so far: they are followed from now on. */
  readonly follow: readonly string[]
  /** How many are left for the next look. */
  readonly left: number
}

/** Articles that are fetched of one look; what more there are waits for the next. */
const MOST_ARTICLES = 1_000
/** What a sitemap names is news where it says that it changed so lately; the rest is its archive. */
const RECENT_MS = 7 * 24 * 3_600_000

/**
 * Chooses among the articles that are named. A feed's and a page's are their news, whatever they say; a sitemap's those
 * that changed lately, and after the first look those that do not say when.
 * @param seen what is known of those that were named before or asked for, by key
 * @param now milliseconds since 1970; what is to change later says nothing
 */
export function chosenOf(
  { kind, articles }: Pick<Look, 'kind' | 'articles'>,
  watch: Pick<Watch, 'kind' | 'askedAt'>,
  seen: ReadonlyMap<string, Seen>,
  now: number,
): Chosen {
  const isFirst = watch.kind === null
  const since = Math.min(now, watch.askedAt === null ? now : instantOf(watch.askedAt)) - RECENT_MS
  const wanted: { readonly one: Named; readonly changed: number }[] = []
  const old: Named[] = []
  const follow: string[] = []
  for (const [key, one] of new Map(articles.map((named) => [visitKey(named.url), named]))) {
    const changed = instantOf(one.changed)
    const known = seen.get(key)
    if (known === undefined) {
      const isNews = kind !== 'sitemap' || (Number.isNaN(changed) ? !isFirst : changed > since)
      if (isNews) wanted.push({ one, changed })
      else old.push(one)
    } else if (known.askedAt !== null && changed > instantOf(known.askedAt) && changed <= now)
      wanted.push({ one, changed })
    else if (known.state === 'asked') follow.push(key)
  }
  const newestFirst = wanted.toSorted((a, b) => (b.changed || 0) - (a.changed || 0)).map(({ one }) => one)
  const fetch = newestFirst.slice(0, MOST_ARTICLES)
  const isNew = ({ url }: Named): boolean => !seen.has(visitKey(url))
  return { fetch, remember: [...fetch.filter(isNew), ...old], follow, left: newestFirst.length - fetch.length }
}
