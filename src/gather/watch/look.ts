/** A look at a watched address: the articles that it names and that are new are to be fetched. */
import type { Writing } from '../../ledger/open.ts'
import { SourceError } from '../feed/error.ts'
import { FetchError } from '../fetch/errors.ts'
import type { Fetched } from '../fetch/fetcher.ts'
import { fetchJob } from '../jobs/fetch.ts'
import type { JobRequest, Queue } from '../jobs/queue.ts'
import type { Gathering } from '../page.ts'
import { noteVisit, rememberedOf, visitKey } from '../visits/visits.ts'
import { type Look, lookInto, type Named } from './found.ts'
import { nextLook } from './pace.ts'
import { noteLook, type Watch } from './watches.ts'

/** What a look brought. */
export interface Looked {
  readonly named: number
  readonly toFetch: number
  /** Why it could not be read; null where it could. */
  readonly reason: string | null
}

/** Sitemaps of an index that are read at one look: those that changed last. */
const MOST_SITEMAPS = 5
/** Articles that are fetched of one look; more are no news but an archive. */
const MOST_ARTICLES = 1_000
/** What a page or a sitemap names at the first look is news only where it says that it changed so lately. */
const RECENT_MS = 7 * 24 * 3_600_000
/** Rows that are asked for together. */
const TOGETHER = 500

/**
 * Looks at a watched address.
 * @throws {FetchError} `stopped`, where it was
 * @throws {LedgerError} where the ledger cannot be written to
 */
export async function lookAt(
  gathering: Gathering,
  queue: Queue,
  watch: Watch,
  now: () => number,
  signal?: AbortSignal,
): Promise<Looked> {
  const { ledger } = gathering
  try {
    const known = await rememberedOf(ledger, watch.url)
    const fetched = await gathering.fetcher.fetch(watch.url, { known, ...(signal ? { signal } : {}) })
    const look = fetched.is === 'fetched' ? await whole(gathering, fetched, signal) : null
    return await ledger.write((db) => note(db, queue, watch, fetched, look, now()))
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof SourceError)) throw error
    if (error instanceof FetchError && error.kind === 'stopped') throw error
    const failures = watch.failures + 1
    const retryAt = error instanceof FetchError ? (error.retryAt ?? 0) : 0
    const due = Math.max(retryAt, nextLook(now(), watch.everyMinutes, failures))
    const reason = error instanceof FetchError ? error.reason : error.message
    await ledger.write((db) => noteLook(db, watch.id, { failures, reason, askedAt: isoOf(now()), dueAt: isoOf(due) }))
    return { named: 0, toFetch: 0, reason }
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString()

/** What an address gives, and the sitemaps that it names. */
async function whole({ fetcher }: Gathering, fetched: Fetched, signal?: AbortSignal): Promise<Look> {
  const look = await lookInto(fetched)
  const articles = [...look.articles]
  for (const url of look.sitemaps.slice(0, MOST_SITEMAPS)) {
    try {
      articles.push(...(await lookInto(await fetcher.fetch(url, signal ? { signal } : {}))).articles)
    } catch (error) {
      // One sitemap's trouble is not the others'.
      const isPassed = error instanceof SourceError || (error instanceof FetchError && error.kind !== 'stopped')
      if (!isPassed) throw error
    }
  }
  return { ...look, articles }
}

async function note(
  db: Writing,
  queue: Queue,
  watch: Watch,
  { fetchedAt: at, remembered }: Fetched,
  look: Look | null,
  now: number,
): Promise<Looked> {
  await noteVisit(db, { url: watch.url, at, remembered, hasChanged: look !== null, again: false, reason: null })
  const due = isoOf(nextLook(now, watch.everyMinutes, 0, look?.asked))
  await noteLook(db, watch.id, {
    ...(look === null ? {} : { kind: look.kind, title: look.title ?? watch.title }),
    askedAt: at,
    dueAt: due,
    failures: 0,
    reason: null,
  })
  if (look === null) return { named: 0, toFetch: 0, reason: null }
  const isFirst = watch.kind === null
  const fresh = await unseen(db, look.articles)
  const isNews = ({ changed }: Named): boolean =>
    !isFirst || look.kind === 'feed' || (changed !== null && now - Date.parse(changed) < RECENT_MS)
  const news = fresh.filter(isNews).slice(0, look.kind === 'feed' ? undefined : MOST_ARTICLES)
  // A front page says nothing of when its articles are from; at the first look they are its news.
  const chosen = isFirst && look.kind === 'page' ? fresh : news
  await remember(db, fresh)
  const jobs: JobRequest[] = chosen.map(({ url, inFeed }) => fetchJob(url, { again: true, inFeed }))
  await queue.send(jobs, db)
  return { named: look.articles.length, toFetch: jobs.length, reason: null }
}

/** Articles that were not seen before, or that say that they changed since they were asked for. */
async function unseen(db: Writing, articles: readonly Named[]): Promise<Named[]> {
  const byKey = new Map(articles.map((one) => [visitKey(one.url), one]))
  const keys = [...byKey.keys()]
  for (let from = 0; from < keys.length; from += TOGETHER) {
    const rows = await db
      .selectFrom('visit')
      .select(['key', 'askedAt', 'dueAt'])
      .where('key', 'in', keys.slice(from, from + TOGETHER))
      .execute()
    for (const { key, askedAt, dueAt } of rows) {
      const changed = Date.parse(byKey.get(key)?.changed ?? '')
      const isNewer = askedAt !== null && dueAt !== null && changed > Date.parse(askedAt)
      if (!isNewer) byKey.delete(key)
    }
  }
  return [...byKey.values()]
}

/** Notes that articles were seen, so that they are new once. */
async function remember(db: Writing, articles: readonly Named[]): Promise<void> {
  for (let from = 0; from < articles.length; from += TOGETHER)
    await db
      .insertInto('visit')
      .values(
        articles.slice(from, from + TOGETHER).map(({ url }) => ({
          key: visitKey(url),
          url,
          rememberedJson: null,
          versionId: null,
          askedAt: null,
          changedAt: null,
          dueAt: null,
          reason: null,
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
}
