/** A look at a watched address: the articles that it names and that are new are to be fetched. */
import type { Writing } from '../../ledger/open.ts'
import { guardedUrl, type NamedHosts } from '../address/guard.ts'
import { SourceError } from '../feed/error.ts'
import { FetchError } from '../fetch/errors.ts'
import type { Fetched } from '../fetch/fetcher.ts'
import type { GatherSettings } from '../fetch/settings.ts'
import { fetchJob } from '../jobs/fetch.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Gathering } from '../page.ts'
import { followAsked, LOST_MS, visitKey } from '../visits/visits.ts'
import { chosenOf, type Seen } from './chosen.ts'
import { type Look, lookInto, type Named } from './found.ts'
import { nextLook } from './pace.ts'
import { noteLook, type RememberedThere, rememberedThere, type Watch } from './watches.ts'

/** What a look brought. */
export interface Looked {
  readonly named: number
  readonly toFetch: number
  /** Why it, or a sitemap that it names, could not be read; null where all of it could. */
  readonly reason: string | null
}

/** What looking works with. */
export interface Looking extends Gathering {
  readonly settings: Pick<GatherSettings, 'hosts'>
}

/** Sitemaps of an index that are read at one look: those that changed last. */
const MOST_SITEMAPS = 5
/** Rows that are asked for together. */
const TOGETHER = 500

/**
 * Looks at a watched address.
 * @throws {FetchError} `stopped`, where it was
 * @throws {LedgerError} where the ledger cannot be written to
 */
export async function lookAt(
  looking: Looking,
  queue: Queue,
  watch: Watch,
  now: () => number,
  signal?: AbortSignal,
): Promise<Looked> {
  const { ledger } = looking
  try {
    const found = await foundAt(looking, watch, await rememberedThere(ledger, watch.id), signal)
    return await ledger.write((db) => note(db, queue, watch, found, now()))
  } catch (error) {
    const reason = reasonOf(error)
    const failures = watch.failures + 1
    const retryAt = error instanceof FetchError ? (error.retryAt ?? 0) : 0
    const due = Math.max(retryAt, nextLook(now(), watch.everyMinutes, failures))
    await ledger.write((db) => noteLook(db, watch.id, { failures, reason, askedAt: isoOf(now()), dueAt: isoOf(due) }))
    return { named: 0, toFetch: 0, reason }
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString()

/** Why something cannot be read, in words; throws what is no trouble of one address. */
function reasonOf(error: unknown): string {
  if (error instanceof SourceError) return error.message
  if (error instanceof FetchError && error.kind !== 'stopped') return error.reason
  throw error
}

/** What an address gave, with the sitemaps that it names. */
interface Found {
  readonly at: string
  /** What the address itself gave; null where it stands as it stood. */
  readonly look: Look | null
  /** The articles of all. */
  readonly articles: readonly Named[]
  readonly remembered: RememberedThere
  /** Which sitemaps could not be read, and why; null where all could. */
  readonly reason: string | null
}

/** Asks an address and the sitemaps that it names, each for what changed. */
async function foundAt(
  { fetcher, settings: { hosts } }: Looking,
  watch: Watch,
  known: RememberedThere,
  signal?: AbortSignal,
): Promise<Found> {
  const articles: Named[] = []
  const remembered: Record<string, NonNullable<Fetched['remembered']>> = {}
  const ask = async (url: string): Promise<{ fetched: Fetched; look: Look | null }> => {
    const fetched = await fetcher.fetch(url, { known: known[url], ...(signal ? { signal } : {}) })
    const look = fetched.is === 'fetched' ? await lookInto(fetched) : null
    // An index is asked for whole each time: it stands as it stood while the sitemaps that it names change.
    if (fetched.remembered !== null && !look?.sitemaps.length) remembered[url] = fetched.remembered
    const from = new URL(fetched.finalUrl)
    articles.push(...(look?.articles ?? []).filter((one) => !leadsInside(one.url, from, hosts)))
    return { fetched, look }
  }
  const { fetched, look } = await ask(watch.url)
  const failures: string[] = []
  for (const url of look?.sitemaps.slice(0, MOST_SITEMAPS) ?? []) {
    try {
      await ask(guardedUrl(url, hosts, new URL(fetched.finalUrl)).href)
    } catch (error) {
      // One sitemap's trouble is not the others'.
      failures.push(`${url}: ${reasonOf(error)}`)
    }
  }
  const reason = failures.length === 0 ? null : `${failures.length} of its sitemaps could not be read. ${failures[0]}`
  return { at: fetched.fetchedAt, look, articles, remembered, reason }
}

/** Whether an address may be asked where a person gives it, and not where one from the open internet leads there. */
function leadsInside(url: string, from: URL, hosts: NamedHosts): boolean {
  const isGuarded = (by: URL | null): boolean => {
    try {
      return guardedUrl(url, hosts, by) !== null
    } catch {
      return false
    }
  }
  return !isGuarded(from) && isGuarded(null)
}

/** Notes a look, and sends what it brought to be fetched. */
async function note(
  db: Writing,
  queue: Queue,
  watch: Watch,
  { at, look, articles, remembered, reason }: Found,
  now: number,
): Promise<Looked> {
  const { fetch, remember, follow, left } = chosenOf(
    { kind: look?.kind ?? watch.kind ?? 'page', articles },
    watch,
    await seenOf(db, articles),
    now,
  )
  await noteLook(db, watch.id, {
    ...(look === null ? {} : { kind: look.kind, title: look.title ?? watch.title }),
    askedAt: at,
    dueAt: isoOf(nextLook(now, watch.everyMinutes, 0, look?.asked)),
    failures: 0,
    reason,
    // What is left is named again only where all of it is asked for.
    remembered: left > 0 ? {} : remembered,
  })
  await keepNamed(db, remember, new Set(fetch), isoOf(now + LOST_MS))
  for (let from = 0; from < follow.length; from += TOGETHER)
    await followAsked(db, follow.slice(from, from + TOGETHER), now)
  await queue.send(
    fetch.map(({ url, inFeed }) => fetchJob(url, { again: true, inFeed })),
    db,
  )
  return { named: articles.length, toFetch: fetch.length, reason }
}

/** What is known of articles that are named, by key. */
async function seenOf(db: Writing, articles: readonly Named[]): Promise<Map<string, Seen>> {
  const keys = [...new Set(articles.map(({ url }) => visitKey(url)))]
  const seen = new Map<string, Seen>()
  for (let from = 0; from < keys.length; from += TOGETHER) {
    const rows = await db
      .selectFrom('visit')
      .select(['key', 'state', 'askedAt'])
      .where('key', 'in', keys.slice(from, from + TOGETHER))
      .execute()
    for (const { key, ...known } of rows) seen.set(key, known)
  }
  return seen
}

/**
 * Notes that articles were named, so that they are new once.
 * @param sent those that are sent to be fetched
 * @param dueAt when they are sent again where nothing is known of them
 */
async function keepNamed(
  db: Writing,
  articles: readonly Named[],
  sent: ReadonlySet<Named>,
  dueAt: string,
): Promise<void> {
  for (let from = 0; from < articles.length; from += TOGETHER)
    await db
      .insertInto('visit')
      .values(
        articles.slice(from, from + TOGETHER).map((one) => ({
          key: visitKey(one.url),
          url: one.url,
          state: 'named' as const,
          rememberedJson: null,
          versionId: null,
          askedAt: null,
          changedAt: null,
          dueAt: sent.has(one) ? dueAt : null,
          failures: 0,
          reason: null,
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
}
