/**
 * Fetching pages from the world: the address guarded, the site asked politely and only for what changed, redirects
 * followed one by one, the answer with all that a capture needs.
 */
import { Agent } from 'undici'
import { guardedConnector, type Resolve, systemResolve } from '../address/connector.ts'
import { guardedUrl, hostOf } from '../address/guard.ts'
import { type Rights, rightsOf } from '../rights/rights.ts'
import { TDM_PATH } from '../rights/tdm.ts'
import { type Robots, readRobots, verdictOf } from '../robots/rules.ts'
import { type SiteFile, type SiteFileCache, stillHolds } from '../robots/site-files.ts'
import { PRODUCT_TOKEN, userAgentOf } from './agent.ts'
import { ACCEPT_ENCODING } from './body.ts'
import { type Clock, systemClock } from './clock.ts'
import { FetchError } from './errors.ts'
import type { Answer, Headers } from './exchange.ts'
import { conditional, isFresh, type Remembered, remember, renewed } from './freshness.ts'
import { ACCEPT, mayBeRead } from './kinds.ts'
import { paceOf, type Turn } from './pace.ts'
import { askPolitely, gapOf, type World } from './polite.ts'
import { redirectOf } from './redirect.ts'
import { DEFAULT_SETTINGS, type GatherSettings } from './settings.ts'
import { type Asker, siteFile } from './site-file.ts'
import { refusedStatus } from './status.ts'

/** A page as it was fetched: what the ledger's Capture needs. */
export interface Fetched {
  readonly how: 'fetched'
  /** As asked for, in its normal form. */
  readonly url: string
  readonly finalUrl: string
  /** Each address that led on, with its status. */
  readonly redirects: readonly { readonly url: string; readonly status: number }[]
  /** 304 where nothing changed, also where the last answer is still fresh and nothing was asked. */
  readonly status: number
  readonly headers: Headers
  /** The content, with its coding undone. Empty where nothing changed. */
  readonly bytes: Uint8Array
  /** ISO 8601, UTC. */
  readonly fetchedAt: string
  /** Milliseconds from the call to the last byte, waits for politeness included. */
  readonly duration: number
  /** The last capture still stands. */
  readonly notModified: boolean
  /** What to give as `known` next time; keep it in the same transaction as the capture. Null where nothing helps. */
  readonly remembered: Remembered | null
  /** What it says of keeping and mining it; null where nothing changed, and what was said before stands. */
  readonly rights: Rights | null
}

export interface FetchOptions {
  /** What was remembered with the last capture of this address. */
  readonly known?: Remembered | null | undefined
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
  const userAgent = userAgentOf(settings.contact)
  // One connection a host is all that is used; nothing is asked while another answer is under way.
  const dispatcher = new Agent({
    connect: guardedConnector(settings.hosts, resolve),
    connections: 1,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const asker: Asker = { settings, dispatcher, clock, files, userAgent }
  const pace = paceOf(clock)
  const read = new WeakMap<SiteFile, Robots>()
  const robots: World['robots'] = async (url, signal) => {
    const file = await siteFile(new URL('/robots.txt', url), url, asker, signal)
    const rules = read.get(file) ?? readRobots(file.text)
    read.set(file, rules)
    return { file, rules }
  }
  const world: World = { settings, dispatcher, pace, clock, random, robots }
  const requestHeaders: Headers = { accept: ACCEPT, 'accept-encoding': ACCEPT_ENCODING, 'user-agent': userAgent }

  /** The site's reservations of mining, asked for after the page and as politely; what goes wrong says nothing. */
  const tdmFile = async (page: URL, signal?: AbortSignal): Promise<string> => {
    const at = new URL(TDM_PATH, page)
    const kept = async (): Promise<string | null> => {
      const file = await files.get(at.href)
      return file && stillHolds(file, clock.now()) ? file.text : null
    }
    const ask = async (turn: Turn): Promise<string> => {
      const { file, rules } = await robots(page, signal)
      if (file.state === 'unreachable' || !verdictOf(rules, PRODUCT_TOKEN, at).allowed) return ''
      // Another page of the site may have had it asked for in the meantime.
      const known = await kept()
      if (known !== null) return known
      await clock.wait(turn.waitMs(gapOf(rules, settings)), signal)
      return (await siteFile(at, page, asker, signal).finally(turn.asked)).text
    }
    try {
      return (await kept()) ?? (await pace.turn(hostOf(page), ask, signal))
    } catch (error) {
      if (signal?.aborted || !(error instanceof FetchError)) throw error
      return ''
    }
  }

  const follow = async (start: URL, { known, signal }: FetchOptions) => {
    const redirects: { url: string; status: number }[] = []
    const seen = new Set<string>()
    let url = start
    for (;;) {
      seen.add(url.href)
      const before = known?.url === url.href ? known : null
      const stands = (): boolean => before !== null && isFresh(before, requestHeaders, clock.now())
      if (stands()) return { url, redirects, answer: UNCHANGED, remembered: before }
      const asking = before ? conditional(before, requestHeaders, clock.now()) : requestHeaders
      const answer = await askPolitely(url, world, asking, (status, headers) => isWanted(url, status, headers), signal)
      const next = redirectOf(answer.status, answer.headers)
      if (next === null) {
        if (answer.status === 304 && before) {
          const remembered = renewed(before, requestHeaders, answer.headers, clock.now())
          return { url, redirects, answer, remembered }
        }
        if (!isPage(answer.status)) throw refusedStatus(url, answer.status)
        const remembered = remember(start.href, url.href, requestHeaders, answer, clock.now())
        return { url, redirects, answer, remembered }
      }
      redirects.push({ url: url.href, status: answer.status })
      const to = ledTo(next, url, settings)
      if (seen.has(to.href)) throw new FetchError('redirects', start.href, CIRCLE, { status: answer.status })
      if (redirects.length > settings.maxRedirects)
        throw new FetchError('redirects', start.href, `it leads on more than ${settings.maxRedirects} times. ${LOOK}`)
      url = to
    }
  }

  return {
    fetch: async (address, options = {}) => {
      const started = clock.now()
      const start = guardedUrl(address, settings.hosts)
      const known = options.known?.asked === start.href ? options.known : null
      const { url, redirects, answer, remembered } = await follow(start, { ...options, known })
      const ended = clock.now()
      const notModified = answer.status === 304
      const rights = notModified ? null : rightsOf(answer, url, await tdmFile(url, options.signal), PRODUCT_TOKEN)
      return {
        how: 'fetched',
        url: start.href,
        finalUrl: url.href,
        redirects,
        ...answer,
        fetchedAt: new Date(ended).toISOString(),
        duration: Math.max(0, ended - started),
        notModified,
        remembered,
        rights,
      }
    },
    robots: async (address, signal) => {
      const url = guardedUrl(address, settings.hosts)
      return await pace.turn(hostOf(url), async () => (await robots(url, signal)).rules, signal)
    },
    close: async () => {
      await dispatcher.destroy()
    },
  }
}

const UNCHANGED: Answer = { status: 304, headers: {}, bytes: new Uint8Array() }
const LOOK = 'Check the address in a browser.'
const CIRCLE =
  'its redirects lead in a circle; some sites do this to readers without cookies. Save the page in a browser and give Hearsay the file.'

/** Statuses that bring a page; 204 and 206 bring none, or a part (RFC 9110, 15.3). */
function isPage(status: number): boolean {
  return status >= 200 && status <= 203
}

/** Where a redirect leads, guarded like any other address. */
function ledTo(next: string, from: URL, { hosts }: GatherSettings): URL {
  if (next === '') throw new FetchError('redirects', from.href, `it leads on to nowhere. ${LOOK}`)
  try {
    return guardedUrl(next, hosts, from)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    throw new FetchError(error.kind, from.href, `it leads on to ${error.message}`)
  }
}

/** Bodies of pages are read; of redirects and errors they are not. */
function isWanted(url: URL, status: number, headers: Headers): boolean {
  if (!isPage(status)) return false
  const type = headers['content-type']
  if (mayBeRead(type)) return true
  throw new FetchError(
    'content-type',
    url.href,
    `this is ${type?.slice(0, 80)}, and no page. Give the address of the page that it belongs to.`,
    { status },
  )
}
