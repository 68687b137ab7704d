/**
 * Why a page was not fetched. Each is for one address alone, says what was wrong and what to do, and what trying again
 * can bring.
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

/**
 * When the same request may bring something else: within minutes; after hours, when the site is repaired or thinks
 * otherwise; never.
 */
export type Outlook = 'soon' | 'later' | 'never'

const OUTLOOKS: Readonly<Record<FetchErrorKind, Outlook>> = {
  address: 'later',
  refused: 'later',
  robots: 'later',
  'robots-unreachable': 'soon',
  host: 'soon',
  connection: 'soon',
  tls: 'later',
  timeout: 'soon',
  'too-large': 'later',
  redirects: 'later',
  'content-type': 'later',
  broken: 'soon',
  status: 'later',
  paywall: 'later',
  busy: 'soon',
  stopped: 'soon',
}
/** Statuses that say more than their kind (RFC 9110, 15.5; RFC 8470): request timeout, gone, too early. */
const STATUS_OUTLOOKS: Readonly<Record<number, Outlook>> = { 408: 'soon', 410: 'never', 425: 'soon' }

function outlookOf(kind: FetchErrorKind, status: number | null): Outlook {
  if (kind !== 'status' || status === null) return OUTLOOKS[kind]
  return STATUS_OUTLOOKS[status] ?? (status >= 500 ? 'soon' : OUTLOOKS.status)
}

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
  readonly outlook: Outlook

  /** @param reason what was wrong and what to do, without the address, which is put before it */
  constructor(kind: FetchErrorKind, url: string, reason: string, details: FetchErrorDetails = {}) {
    super(`${url}: ${reason}`, details.cause === undefined ? undefined : { cause: details.cause })
    this.kind = kind
    this.url = url
    this.reason = reason
    this.status = details.status ?? null
    this.retryAt = details.retryAt ?? null
    this.outlook = outlookOf(kind, this.status)
  }
}
