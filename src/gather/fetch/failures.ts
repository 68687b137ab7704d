/**
 * What the network and its libraries throw, in words for people: undici's codes, the system's, OpenSSL's.
 */
import { FetchError, type FetchErrorKind } from './errors.ts'

type Words = readonly [kind: FetchErrorKind, words: string]

const LATER = 'Try again later.'
const CODES: Readonly<Record<string, Words>> = {
  EAI_AGAIN: ['host', 'the name server does not answer. Check the connection to the internet, or try again later.'],
  EAI_FAIL: ['host', 'the name server does not answer. Check the connection to the internet, or try again later.'],
  EAI_NODATA: ['host', 'there is no such host. Check the spelling.'],
  EAI_NONAME: ['host', 'there is no such host. Check the spelling.'],
  ENODATA: ['host', 'there is no such host. Check the spelling.'],
  ENOTFOUND: ['host', 'there is no such host. Check the spelling.'],
  ECONNABORTED: ['connection', `the connection broke off. ${LATER}`],
  ECONNREFUSED: ['connection', `nothing answers there. Check the address, or try again later.`],
  ECONNRESET: ['connection', `the other side closed the connection. ${LATER}`],
  EHOSTUNREACH: ['connection', 'the host cannot be reached from here. Check the connection, or try again later.'],
  ENETUNREACH: ['connection', 'its network cannot be reached from here. Check the connection, or try again later.'],
  EPIPE: ['connection', `the other side closed the connection. ${LATER}`],
  ETIMEDOUT: ['timeout', `no connection came about. ${LATER}`],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', `no connection came about. ${LATER}`],
  UND_ERR_SOCKET: ['connection', `the other side closed the connection before all was said. ${LATER}`],
  UND_ERR_HEADERS_OVERFLOW: ['broken', 'its headers do not end. This is no web server that can be read from.'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['broken', `it is not as long as it says. ${LATER}`],
  CERT_HAS_EXPIRED: [
    'tls',
    "its certificate has expired. The site's owner must renew it; nothing is fetched until then.",
  ],
  CERT_NOT_YET_VALID: ['tls', "its certificate is not valid yet. Check this machine's clock."],
  CERT_REVOKED: ['tls', 'its certificate was revoked. Nothing is fetched from it.'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'it vouches for itself with its own certificate. Nothing is fetched from it.'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'its certificate is for another host. Check the spelling of the address.'],
  HOSTNAME_MISMATCH: ['tls', 'its certificate is for another host. Check the spelling of the address.'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'its certificate is signed by nobody who is known. Nothing is fetched from it.'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls',
    'its certificate is signed by nobody who is known. Nothing is fetched from it.',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls',
    'its certificate is signed by nobody who is known. Nothing is fetched from it.',
  ],
}
const NO_HTTP: Words = ['broken', 'what answers does not speak HTTP as it should. Check the address and its port.']
const NO_TLS: Words = [
  'tls',
  'no encrypted connection came about. Check whether the address begins with http:// instead.',
]
/** The rest of OpenSSL's codes. */
const TLS_CODES = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|EPROTO)/

/** The error that a person gets for whatever was thrown while an address was asked. */
export function explained(error: unknown, url: string): FetchError {
  // The connector knows the host only; a person wants the page.
  if (error instanceof FetchError)
    return error.url === url ? error : new FetchError(error.kind, url, error.reason, { cause: error })
  const cause = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const { code = '', name = '', message = String(cause) } = (cause ?? {}) as NodeJS.ErrnoException
  const [kind, words] =
    (Object.hasOwn(CODES, code) ? CODES[code] : undefined) ??
    (name === 'HTTPParserError'
      ? NO_HTTP
      : TLS_CODES.test(code)
        ? NO_TLS
        : (['connection', `it could not be fetched (${message}). ${LATER}`] as const))
  return new FetchError(kind, url, words, { cause: error })
}
