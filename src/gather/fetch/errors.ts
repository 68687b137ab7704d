/**
 * Why a page was not fetched. Each is for one address alone, says what was wrong and what to do, and whether trying
 * again later can help.
 */

export type FetchErrorKind =
  /** No web address. */
  | 'address'
  /** An address that may not be asked: private, of another service, with a password. */
  | 'refused'
  /** robots.txt forbids it. */
  | 'robots'
  /** robots.txt cannot be had, so nothing may be asked (RFC 9309, 2.3.1.4). */
  | 'robots-unreachable'
  /** No such host. */
  | 'host'
  /** No connection, or one that broke off. */
  | 'connection'
  /** The certificate, or the encryption itself. */
  | 'tls'
  /** It takes too long. */
  | 'timeout'
  | 'too-large'
  /** Too many redirects, in a circle, or to nowhere. */
  | 'redirects'
  /** No page but a picture, a film, a program. */
  | 'content-type'
  /** What came is not what HTTP or the declared compression says. */
  | 'broken'
  /** The site says no: 4xx, 5xx. */
  | 'status'
  /** The site asks to be paid. */
  | 'paywall'
  /** The site asks to wait: 429, 503. `retryAt` says until when. */
  | 'busy'
  /** The caller gave up. */
  | 'stopped'

/** What may pass by itself. */
const PASSING: ReadonlySet<FetchErrorKind> = new Set(['robots-unreachable', 'host', 'connection', 'timeout', 'busy'])

export interface FetchErrorDetails {
  readonly status?: number | undefined
  /** When to ask again at the earliest, in milliseconds since 1970. */
  readonly retryAt?: number | undefined
  readonly cause?: unknown
}

/** A page that was not fetched. The message is for a person: which address, what was wrong, what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly kind: FetchErrorKind
  readonly url: string
  /** What was wrong and what to do, without the address. */
  readonly reason: string
  readonly status: number | null
  readonly retryAt: number | null
  /** Whether the same request may succeed later. */
  readonly passing: boolean

  /** @param reason what was wrong and what to do, without the address, which is put before it */
  constructor(kind: FetchErrorKind, url: string, reason: string, details: FetchErrorDetails = {}) {
    super(`${url}: ${reason}`, details.cause === undefined ? undefined : { cause: details.cause })
    this.kind = kind
    this.url = url
    this.reason = reason
    this.status = details.status ?? null
    this.retryAt = details.retryAt ?? null
    this.passing = PASSING.has(kind) || (details.status ?? 0) >= 500
  }
}
