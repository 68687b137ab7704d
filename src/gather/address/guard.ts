/**
 * Which addresses may be asked for a page at all: the guard against requests into one's own network (server-side
 * request forgery).
 *
 * Here the address as written is judged, after the WHATWG URL parser has brought it into its one form (decimal, octal,
 * hexadecimal and short IPv4, full-width digits, percent-encoding). What a name stands for is judged where the
 * connection is made (connector.ts), because a name may change between the look and the connection.
 */
import { isIP } from 'node:net'
import { FetchError } from '../fetch/errors.ts'
import { isWebPort } from './ports.ts'
import { addressKind } from './special.ts'

/**
 * Hosts outside the open internet that the settings name, and that may be asked all the same: `intranet.example`,
 * `127.0.0.1`, `[::1]:8080`. Without a port, each port of the host that serves the web; with one, only that.
 */
export type NamedHosts = readonly string[]

/** Names that stand for one's own machine or network, whatever a name server says (RFC 6761, RFC 6762, RFC 8375 and use). */
const PRIVATE_SUFFIXES = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|arpa)$/
/** Names that no name server may answer for (RFC 6761, RFC 7686, RFC 9476). */
const NOWHERE = /(?:^|\.)(?:alt|example|invalid|onion|test)$/
/** RFC 1035: a name has at most 253 characters. */
const MAX_NAME_CHARS = 253
/** Longer addresses are no pages'; RFC 9110 asks for at least 8,000 octets. */
const MAX_URL_CHARS = 8_192

/** The host of an address as names are compared: without brackets and final dots, lower case. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
}

/** The port of an address, the scheme's own where none is written. */
function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

/** Whether a setting names this host, and this port where it says one. */
export function isNamed(host: string, port: number, named: NamedHosts): boolean {
  return named.some((entry) => {
    const written = isIP(entry) === 6 ? `[${entry}]` : entry
    const url = URL.canParse(`http://${written}`) ? new URL(`http://${written}`) : null
    if (url === null || hostOf(url) !== host) return false
    const only = /:(\d+)$/.exec(written.replace(/^\[[^\]]*\]/, ''))?.[1]
    return only === undefined ? isWebPort(port) : Number(only) === port
  })
}

/**
 * The address as it may be asked for, without its fragment.
 *
 * @param from the address that led here by a redirect: from the open internet nothing leads to a named host
 * @throws {FetchError} `address` where it is no web address, `refused` where it may not be asked for
 */
export function guardedUrl(address: string, named: NamedHosts = [], from: URL | null = null): URL {
  const shown = address.length > 200 ? `${address.slice(0, 200).toWellFormed()}...` : address.toWellFormed()
  const no = (kind: 'address' | 'refused', message: string) => new FetchError(kind, shown, message)
  if (address.length > MAX_URL_CHARS)
    throw no('address', `it has ${address.length} characters, and an address may have ${MAX_URL_CHARS}. Shorten it.`)
  const base = from ?? undefined
  if (!URL.canParse(address, base))
    throw no('address', 'this is no web address. Write it in full, as https://www.example.org/page.')
  const url = new URL(address, base)
  url.hash = ''
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw no('address', `${url.protocol} is not fetched. Give an address that begins with https:// or http://.`)
  if (url.username !== '' || url.password !== '')
    throw no('refused', 'it carries a user name or password, and none is ever sent. Leave them out.')
  const host = hostOf(url)
  const port = portOf(url)
  if (host === '' || host.length > MAX_NAME_CHARS)
    throw no('address', 'it names no host. Write it in full, as https://www.example.org/page.')
  if (isNamed(host, port, named) && (from === null || isNamed(hostOf(from), portOf(from), named))) return url
  const version = isIP(host)
  if (version !== 0) {
    const kind = addressKind(host)
    if (kind !== 'public')
      throw no('refused', `${host} is no address of the open internet (${kind}). ${remedy(host, port)}`)
  } else if (PRIVATE_SUFFIXES.test(host) || !host.includes('.'))
    throw no('refused', `${host} is a name of a private network. ${remedy(host, port)}`)
  else if (NOWHERE.test(host)) throw no('refused', `${host} cannot exist on the open internet. Check the spelling.`)
  if (!isWebPort(port))
    throw no('refused', `port ${port} is not one that web pages are served on. Leave it out, or check the address.`)
  return url
}

/** What to do where a host is private. */
export function remedy(host: string, port: number): string {
  const written = isIP(host) === 6 ? `[${host}]` : host
  return `If it is yours and you mean it, name it among your own hosts in the settings: ${written}:${port}.`
}
