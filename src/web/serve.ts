/** The site on a port. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Ledger } from '../ledger/open.ts'
import { webApp } from './app.ts'
import { type IntakeOptions, openIntake } from './desk/intake.ts'
import type { SiteSettings } from './site.ts'

/** How a site is served. */
export interface ServeOptions extends Partial<Pick<SiteSettings, 'password' | 'tokens' | 'isPublic' | 'excerpt'>> {
  readonly ledger: Ledger
  readonly intake: IntakeOptions
  /** The address to listen on; loopback unless it is said otherwise. */
  readonly host?: string
  /** 0 for any that is free. */
  readonly port?: number
  /** The address by which others know the site, where another stands before it. */
  readonly address?: string
  /** Told of what went wrong. */
  readonly complain?: (error: Error) => void
}

/** A site that is served. */
export interface Served {
  /** Where it is, without a slash at its end. */
  readonly address: string
  /** Reads pages as the desk does. */
  readonly reader: PageReader
  /** Ends it when what was begun is done. */
  close(): Promise<void>
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/

/** Whether only this machine reaches an address. */
const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** Characters of an article that readers of a site beyond loopback are shown. */
const EXCERPT = 1200

/**
 * Serves a ledger.
 * @throws {Error} where it would be open to others to write to, or the port is taken
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { ledger, host = '127.0.0.1', port = 0, password = null, tokens = [] } = options
  const isOwn = isLoopback(host)
  if (!isOwn && password === null && tokens.length === 0)
    throw new Error(
      `${host} can be reached by others, who could then change the ledger: set HEARSAY_PASSWORD (or a token), or listen on 127.0.0.1.`,
    )
  const intake = openIntake(ledger, options.intake)
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  server.listen(port, host)
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))])
  const { port: taken } = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  const address = (options.address ?? `http://${shown}:${taken}`).replace(/\/+$/, '')
  const app = webApp(
    {
      ledger,
      intake,
      now: () => new Date().toISOString(),
      settings: {
        address,
        hosts: [
          new URL(address).host,
          `${shown}:${taken}`,
          ...(isOwn ? [`localhost:${taken}`, `127.0.0.1:${taken}`] : []),
        ],
        password,
        tokens,
        isPublic: options.isPublic ?? true,
        excerpt: options.excerpt === undefined ? (isOwn ? null : EXCERPT) : options.excerpt,
      },
    },
    options.complain,
  )
  return {
    address,
    reader: intake.reader,
    close: async () => {
      server.close()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      await intake.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
  }
}
