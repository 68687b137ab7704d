/**
 * How a site is run, from what was said when it was begun: who reaches it, under which names, and what they are shown. It
 * is one's own as long as only this machine reaches it, which no server that stands before it changes unsaid.
 */
import type { SiteSettings } from '../site.ts'
import { tokensOf } from './tokens.ts'

/** What is said of a site when it is begun. */
export interface Begun extends Partial<Pick<SiteSettings, 'password' | 'tokens' | 'isPublic' | 'excerpt'>> {
  /** The address to listen on; loopback unless it is said otherwise. */
  readonly host?: string
  /** The address by which others know the site, where another server stands before it or it listens on all addresses. */
  readonly address?: string
}

const LOOPBACK = /^\[?(?:localhost|(?:::ffff:)?127(?:\.\d+){3}|::1)\]?$/i

/** Whether only this machine reaches an address. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

const isEvery = (host: string): boolean => /^(?:|0|0\.0\.0\.0|::)$/.test(host)

/** Listens where no `host` is said. */
export const OWN_HOST = '127.0.0.1'

/** Characters of an article that readers of a site beyond loopback are shown. */
const EXCERPT = 1200

const isOwn = ({ host = OWN_HOST, address }: Begun): boolean =>
  isLoopback(host) && (address === undefined || isLoopback(new URL(address).hostname))

/** A site that would be open to whom it should not be, or to nobody: what is wrong, and what to say instead. */
class SiteError extends Error {
  override readonly name = 'SiteError'
}

/**
 * Makes sure that a site is not open to whom it should not be, and can be opened by whom it should.
 * @throws {SiteError} where it is, or cannot be
 * @throws {TokenError} where a token is not written as one
 */
export function assertGuarded(begun: Begun): void {
  const { host = OWN_HOST, address, password = null, tokens = [], isPublic = true } = begun
  tokensOf(tokens)
  const isOpen = password === null && tokens.length === 0
  if (isOpen && !isOwn(begun))
    throw new SiteError(
      `${address ?? host} can be reached by others, who could then change the ledger: set HEARSAY_PASSWORD (or a token), or listen on ${OWN_HOST} without --address.`,
    )
  if (isOpen && !isPublic)
    throw new SiteError(
      'A private site needs HEARSAY_PASSWORD (or a token): without one whoever reaches it reads and edits.',
    )
  if (isEvery(host) && address === undefined)
    throw new SiteError(
      `${host} means every address of this machine: say with --address which of them others use, such as http://192.0.2.20:4316.`,
    )
}

/** @param port where it listens */
export function settingsOf(begun: Begun, port: number): SiteSettings {
  const { host = OWN_HOST, password = null, tokens = [], isPublic = true, excerpt } = begun
  const listening = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const address = (begun.address ?? `http://${listening}`).replace(/\/+$/, '')
  return {
    address,
    hosts: [
      new URL(address).host,
      listening,
      ...(isLoopback(host) || isEvery(host) ? [`localhost:${port}`, `127.0.0.1:${port}`] : []),
    ],
    password,
    tokens,
    isPublic,
    excerpt: excerpt === undefined ? (isOwn(begun) ? null : EXCERPT) : excerpt,
  }
}
