/**
 * Fetching pages from the world: the address guarded, the site asked politely and only for what changed, redirects
 * followed one by one, the answer with all that a capture needs.
 */
import { type Resolve, systemResolve } from '../address/connector.ts'
import { guardedUrl, hostOf } from '../address/guard.ts'
import { type Rights, rightsOf } from '../rights/rights.ts'
import type { Robots } from '../robots/rules.ts'
import type { SiteFileCache } from '../robots/site-files.ts'
import { PRODUCT_TOKEN, userAgentOf } from './agent.ts'
import { type Clock, systemClock } from './clock.ts'
import { guardedAgent } from './connections.ts'
import { FetchError } from './errors.ts'
import type { Headers } from './exchange.ts'
import { follow } from './follow.ts'
import type { Remembered } from './freshness.ts'
import { paceOf, type Turn } from './pace.ts'
import { robotsFor } from './robots.ts'
import { DEFAULT_SETTINGS, type GatherSettings } from './settings.ts'
import { tdmFileFor } from './tdm-file.ts'
import type { World } from './world.ts'

/** A page as it was fetched: what the ledger's Capture needs. */
export interface Fetched {
  /** A page; or that the last one stands: because the site said so, or because it calls it fresh still and was not asked. */
  readonly is: 'fetched' | 'not modified' | 'still fresh'
  readonly how: 'fetched'
  /** As asked for, in its normal form. */
  readonly url: string
  readonly finalUrl: string
  /** Each address that led on, with its status. */
  readonly redirects: readonly { readonly url: string; readonly status: number }[]
  /** 304 where the last page stands. */
  readonly status: number
  readonly headers: Headers
  /** The content, with its coding undone. Empty where nothing changed. */
  readonly bytes: Uint8Array
  /** ISO 8601, UTC. */
  readonly fetchedAt: string
  /** Milliseconds from the call to the last byte, waits for politeness included. */
  readonly duration: number
  /** What to give as `known` next time; keep it in the same transaction as the capture. Null where nothing helps. */
  readonly remembered: Remembered | null
  /** What it says of keeping and mining it; null where nothing changed, and what was said before stands. */
  readonly rights: Rights | null
}

interface FetchOptions {
  /** What was remembered with the last capture of this address. */
  readonly known?: Remembered | null | undefined
  /** Asks also where the last answer is still fresh. */
  readonly evenIfFresh?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Fetcher {
  /** @throws {FetchError} for this address alone: what was wrong, and what to do */
  fetch(address: string, options?: FetchOptions): Promise<Fetched>
  /** What a site says to crawlers; its sitemaps are among it. Says nothing where there is no file or none can be had. */
  robots(address: string, signal?: AbortSignal): Promise<Robots>
  /** Ends all connections. */
  close(): Promise<void>
}

export interface FetcherParts {
  readonly settings?: Partial<GatherSettings>
  /** Where robots.txt and its like are kept. */
  readonly files: SiteFileCache
  readonly clock?: Clock
  /** Between 0 and 1, for jitter. */
  readonly random?: () => number
  readonly resolve?: Resolve
}

/** A fetcher; one for a process, since it holds the pace of all hosts. */
export function openFetcher({
  settings: own = {},
  files,
  clock = systemClock,
  random = Math.random,
  resolve = systemResolve,
}: FetcherParts): Fetcher {
  const settings: GatherSettings = { ...DEFAULT_SETTINGS, ...own }
  // A host is asked for one thing at a time, so that one connection is all that is used.
  const dispatcher = guardedAgent(settings.hosts, resolve, 1)
  const world: World = {
    settings,
    dispatcher,
    clock,
    random,
    pace: paceOf(clock),
    files,
    rules: new WeakMap(),
    userAgent: userAgentOf(settings.contact),
  }
  return {
    fetch: async (address, { known = null, evenIfFresh = false, signal } = {}) => {
      const started = clock.now()
      const start = guardedUrl(address, settings.hosts)
      return await unlessStopped(start, signal, async () => {
        const { is, url, redirects, answer, remembered } = await follow(start, world, { known, evenIfFresh, signal })
        const ended = clock.now()
        return {
          is,
          how: 'fetched',
          url: start.href,
          finalUrl: url.href,
          redirects,
          status: answer.status,
          headers: answer.headers,
          bytes: answer.bytes,
          fetchedAt: new Date(ended).toISOString(),
          duration: Math.max(0, ended - started),
          remembered,
          rights: is === 'fetched' ? rightsOf(answer, url, await tdmFileFor(url, world, signal), PRODUCT_TOKEN) : null,
        }
      })
    },
    robots: async (address, signal) => {
      const url = guardedUrl(address, settings.hosts)
      const ask = async (turn: Turn): Promise<Robots> => (await robotsFor(url, world, turn, signal)).rules
      return await unlessStopped(url, signal, () => world.pace.turn(hostOf(url), ask, signal))
    },
    close: async () => {
      await dispatcher.destroy()
    },
  }
}

/** Whatever a wait or a connection throws when the caller gives up, the error says just that. */
async function unlessStopped<T>(url: URL, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!signal?.aborted) throw error
    throw new FetchError('stopped', url.href, 'it was no longer wanted.', { cause: error })
  }
}
