/**
 * Addresses as articles' names: the same page written in two ways gets one form (RFC 3986, section 6, and what archives
 * fold in addition: SURT keys). What only the page can tell - mobile and AMP twins - is left to its rel=canonical.
 */
import { isTracking } from './tracking.ts'

/** RFC 3986, section 2.3: these mean the same, encoded or not. */
const UNRESERVED = /^[A-Za-z0-9._~-]$/
const MAX_CHARS = 8000

/** `%7euser` -> `~user`, `%c3%a9` -> `%C3%A9`; a percent sign that encodes nothing stays. */
function encodedOnce(part: string): string {
  return part.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return UNRESERVED.test(character) ? character : whole.toUpperCase()
  })
}

/** The query without tracking; sorted where every part is a plain `name=value`, since then no server can care. */
function queryOf(search: string): string {
  if (search.length <= 1) return ''
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(nameOf(part)))
    .map(encodedOnce)
  if (parts.length > 1 && parts.every((part) => /^[\w.~%[\]-]+=/.test(part))) {
    // Array.prototype.sort is stable: values of one name keep their order.
    const names = new Map(parts.map((part) => [part, nameOf(part)]))
    parts.sort((a, b) => {
      const [first, second] = [names.get(a) ?? '', names.get(b) ?? '']
      return first < second ? -1 : first > second ? 1 : 0
    })
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

const nameOf = (part: string): string => {
  const equals = part.indexOf('=')
  return encodedOnce(equals === -1 ? part : part.slice(0, equals))
}

/**
 * The address without what does not say which page it is: tracking parameters, fragment, user name and default port
 * gone, percent-encoding in one form, the query sorted where that is safe. A `#!` fragment names a page and stays.
 * @returns an http(s) address, or null for anything else
 */
export function canonicalAddress(address: string): string | null {
  if (address.length > MAX_CHARS) return null
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null
  const host = url.host.replace(/\.(?=:\d+$|$)/, '')
  const fragment = url.hash.startsWith('#!') ? url.hash : ''
  return `${url.protocol}//${host}${encodedOnce(url.pathname)}${queryOf(url.search)}${fragment}`
}

/**
 * A key that is the same for two addresses of one page, for finding duplicates: the canonical address without scheme,
 * `www.` and a slash at the end. Not an address to fetch.
 * @returns null for what is no http(s) address
 */
export function addressKey(address: string): string | null {
  const canonical = canonicalAddress(address)
  if (canonical === null) return null
  const key = canonical.replace(/^https?:\/\/(?:www\d?\.(?=[^/]*\.))?/, '')
  const after = key.search(/[?#]/)
  let end = after === -1 ? key.length : after
  const rest = key.slice(end)
  while (key.charCodeAt(end - 1) === 47) end--
  return key.slice(0, end) + rest
}
