/**
 * The connection itself, guarded: a name is looked up here, once, and the connection goes to an address that was
 * looked at. A name that answers with a public address first and a private one afterwards (DNS rebinding) gains
 * nothing.
 *
 * undici hands literal IP addresses to the socket without asking `lookup`; they are judged before. Whatever was
 * connected to in the end is judged once more.
 */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { FetchError } from '../fetch/errors.ts'
import { isNamed, type NamedHosts, remedy } from './guard.ts'
import { type AddressKind, addressKind } from './special.ts'

/** The addresses that a name stands for. Rejects with the system's codes: `ENOTFOUND`, `EAI_AGAIN`. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>

/** The system's resolver. */
export const systemResolve: Resolve = (name) => lookup(name, { all: true, verbatim: true })

/** A name leads to these only where the setting names the very address: they are never what a reader means by a host. */
const NEVER_BY_NAME: ReadonlySet<AddressKind> = new Set([
  'metadata',
  'link-local',
  'multicast',
  'unspecified',
  'reserved',
])

/** Whether a connection for `host`, which is a name or an address, may go to `address`. */
function mayConnect(host: string, address: string, isNamedHost: boolean): boolean {
  const kind = addressKind(address)
  return kind === 'public' || (isNamedHost && (isIP(host) !== 0 || !NEVER_BY_NAME.has(kind)))
}

/**
 * A connector for undici that reaches the open internet and the named hosts, nothing else. No proxy is used, whatever
 * the environment says, since a proxy would do the looking up.
 */
export function guardedConnector(named: NamedHosts, resolve: Resolve): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    const isNamedHost = isNamed(host, port, named)
    const refusal = (address: string) =>
      new FetchError(
        'refused',
        `${options.protocol}//${options.host ?? options.hostname}`,
        `${isIP(host) === 0 ? `${host} leads to ${address}, which` : address} is no address of the open internet (${addressKind(address)}). ${remedy(host, port)}`,
      )
    if (isIP(host) !== 0 && !mayConnect(host, host, isNamedHost)) {
      callback(refusal(host), null)
      return
    }
    const lookedAt: LookupFunction = (name, { all }, done) => {
      resolve(name)
        .then((found) => {
          const open = found.filter(({ address }) => mayConnect(host, address, isNamedHost))
          const [first] = open
          if (first === undefined) {
            const error = found[0]
              ? refusal(found[0].address)
              : Object.assign(new Error(`no address for ${name}`), { code: 'ENOTFOUND' })
            done(error, all ? [] : '')
          } else if (all) done(null, open)
          else done(null, first.address, first.family)
        })
        .catch((error) => done(error, all ? [] : ''))
    }
    // The environment can switch certificates off (NODE_TLS_REJECT_UNAUTHORIZED); here it cannot.
    const connect = buildConnector({ lookup: lookedAt, rejectUnauthorized: true, allowH2: false, timeout: 0 })
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null)
      const address = socket.remoteAddress ?? ''
      if (mayConnect(host, address, isNamedHost)) return callback(null, socket)
      socket.destroy()
      callback(refusal(address), null)
    })
  }
}
