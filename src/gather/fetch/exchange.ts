/**
 * One request and its answer: within its limits of time and size, whatever the other side does. The limits run on the
 * machine's own timers: they guard real connections.
 */
import { type Dispatcher, request } from 'undici'
import { mebibytes, received, tooLarge, undone } from './body.ts'
import { FetchError } from './errors.ts'
import { explained } from './failures.ts'
import type { Limits } from './settings.ts'

/** Header lines by lower-case name, several of one name joined by a comma (RFC 9110, 5.3). No cookies: none is kept. */
export type Headers = Readonly<Record<string, string>>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** X-Robots-Tag, line by line: joined, what one says of another crawler would hold for all of them. */
  readonly robotsTags: readonly string[]
  /** Empty where the body was not wanted. */
  readonly bytes: Uint8Array
}

export interface Ask {
  readonly dispatcher: Dispatcher
  readonly headers: Headers
  readonly limits: Limits
  /** Whether the body is to be read; may throw. */
  readonly wanted: (status: number, headers: Headers) => boolean
  /** Where true, a body beyond the limit is cut, not refused. */
  readonly cut?: boolean
  /** What is sent; without it, something is asked for. */
  readonly sent?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks once; follows nothing, tries nothing again.
 * @throws {FetchError}
 */
export async function exchange(
  url: URL,
  { dispatcher, headers, limits, wanted, cut = false, sent, signal }: Ask,
): Promise<Answer> {
  const stop = new AbortController()
  const late = (kind: 'timeout' | 'stopped', reason: string) => () => stop.abort(new FetchError(kind, url.href, reason))
  const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`
  const total = setTimeout(
    late('timeout', `it was not there after ${seconds(limits.totalMs)}. Try again later, or save it in a browser.`),
    limits.totalMs,
  )
  const first = setTimeout(
    late('timeout', `no answer came within ${seconds(limits.headersMs)}. Try again later.`),
    limits.headersMs,
  )
  const stopped = late('stopped', 'it was no longer wanted.')
  signal?.addEventListener('abort', stopped, { once: true })
  try {
    if (signal?.aborted) stopped()
    stop.signal.throwIfAborted()
    const {
      statusCode: status,
      headers: lines,
      body,
    } = await request(url, {
      dispatcher,
      headers,
      ...(sent === undefined ? {} : { method: 'POST', body: sent }),
      signal: stop.signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    // A body that is left unread keeps its connection, and may throw later: both end with it.
    body.on('error', () => {})
    try {
      clearTimeout(first)
      const said = joined(lines)
      const answer = { status, headers: said, robotsTags: [lines['x-robots-tag'] ?? []].flat() }
      if (!wanted(status, said)) return { ...answer, bytes: new Uint8Array() }
      const announced = Number(said['content-length'] ?? 0)
      if (!cut && announced > limits.receivedBytes)
        throw tooLarge(url.href, `it has ${mebibytes(announced)}`, limits.receivedBytes)
      const came = await received(url.href, body, limits, cut)
      return { ...answer, bytes: await undone(url.href, came, said['content-encoding'], limits.bytes) }
    } finally {
      body.destroy()
    }
  } catch (error) {
    throw explained(stop.signal.aborted ? stop.signal.reason : error, url.href)
  } finally {
    clearTimeout(total)
    clearTimeout(first)
    signal?.removeEventListener('abort', stopped)
  }
}

/** Bytes beyond ASCII stand as Latin-1, as undici has them. */
function joined(lines: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers: [string, string][] = []
  for (const [name, value] of Object.entries(lines)) {
    const lower = name.toLowerCase()
    if (value !== undefined && lower !== 'set-cookie')
      headers.push([lower, typeof value === 'string' ? value : value.join(', ')])
  }
  return Object.fromEntries(headers)
}
