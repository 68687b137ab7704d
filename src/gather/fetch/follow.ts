/**
 * An address followed to the page it leads to: each redirect guarded and asked like any other address, and only for
 * what changed since it was last seen.
 */
import { guardedUrl } from '../address/guard.ts'
import { ACCEPT_ENCODING } from './body.ts'
import { FetchError } from './errors.ts'
import type { Answer, Headers } from './exchange.ts'
import { conditional, isFresh, type Remembered, remember, renewed } from './freshness.ts'
import { ACCEPT, mayBeRead } from './kinds.ts'
import { askPolitely } from './polite.ts'
import { redirectOf } from './redirect.ts'
import type { GatherSettings } from './settings.ts'
import { refusedStatus } from './status.ts'
import type { World } from './world.ts'

export interface Followed {
  readonly is: 'fetched' | 'not modified' | 'still fresh'
  /** The address that answered. */
  readonly url: URL
  readonly redirects: readonly { readonly url: string; readonly status: number }[]
  /** 304 where nothing changed. */
  readonly answer: Answer
  readonly remembered: Remembered | null
}

/** What is known of an address, and how it is asked for. */
export interface Asking {
  /** What was remembered of the last answer, by whatever address it came. */
  readonly known: Remembered | null
  /** Asks also where the last answer is still fresh. */
  readonly evenIfFresh: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks for an address, and for whatever it leads on to.
 * @param start guarded already
 * @throws {FetchError}
 */
export async function follow(start: URL, world: World, { known, evenIfFresh, signal }: Asking): Promise<Followed> {
  const { clock, settings, userAgent } = world
  const requestHeaders: Headers = { accept: ACCEPT, 'accept-encoding': ACCEPT_ENCODING, 'user-agent': userAgent }
  const redirects: { url: string; status: number }[] = []
  const seen = new Set<string>()
  let url = start
  for (;;) {
    seen.add(url.href)
    const before = known?.url === url.href ? known : null
    if (before !== null && !evenIfFresh && isFresh(before, requestHeaders, clock.now()))
      return { is: 'still fresh', url, redirects, answer: UNCHANGED, remembered: before }
    const asking = before ? conditional(before, requestHeaders, clock.now()) : requestHeaders
    const answer = await askPolitely(url, world, asking, (status, headers) => isWanted(url, status, headers), signal)
    const next = redirectOf(answer.status, answer.headers)
    if (next === null) {
      if (answer.status === 304 && before) {
        const remembered = renewed(before, requestHeaders, answer.headers, clock.now())
        return { is: 'not modified', url, redirects, answer, remembered }
      }
      if (!isPage(answer.status)) throw refusedStatus(url, answer.status)
      const remembered = remember(url.href, requestHeaders, answer, clock.now())
      return { is: 'fetched', url, redirects, answer, remembered }
    }
    redirects.push({ url: url.href, status: answer.status })
    const to = ledTo(next, url, settings)
    if (seen.has(to.href)) throw new FetchError('redirects', start.href, CIRCLE, { status: answer.status })
    if (redirects.length > settings.maxRedirects)
      throw new FetchError('redirects', start.href, `it leads on more than ${settings.maxRedirects} times. ${LOOK}`)
    url = to
  }
}

const UNCHANGED: Answer = { status: 304, headers: {}, robotsTags: [], bytes: new Uint8Array() }
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
