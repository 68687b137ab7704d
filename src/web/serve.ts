/** The site on a port. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Following } from '../publish/following/open.ts'
import { type Sender, sendAlways } from '../publish/webhooks/always.ts'
import { assertGuarded, type Begun, OWN_HOST, settingsOf } from './access/settings.ts'
import { webApp } from './app.ts'
import { type IntakeOptions, openIntake } from './desk/intake.ts'
import type { SiteSettings, WebhookSending } from './site.ts'

/** How a site is served. */
export interface ServeOptions extends Begun {
  readonly ledger: Ledger
  readonly intake: IntakeOptions
  /** Who follows what; nobody does where it is not said. */
  readonly following?: Following | null
  /** Whether letters are sent to them. */
  readonly sendsLetters?: boolean
  /** 0 for any that is free. */
  readonly port?: number
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

/**
 * Serves a ledger.
 * @throws {SiteError} where it would be open to others to write to, or to nobody
 * @throws {Error} where the port is taken
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { ledger, following = null, sendsLetters = false, host = OWN_HOST, port = 0 } = options
  assertGuarded(options)
  const intake = openIntake(ledger, options.intake)
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  server.listen(port, host)
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))])
  const { port: taken } = server.address() as AddressInfo
  const settings = settingsOf(options, taken)
  const stop = new AbortController()
  const webhooks = following === null ? null : sendingTo(following, settings, options, stop.signal)
  const app = webApp(
    { ledger, intake, following, sendsLetters, webhooks, now: () => new Date().toISOString(), settings },
    options.complain,
  )
  return {
    address: settings.address,
    reader: intake.reader,
    close: async () => {
      server.close()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      stop.abort()
      await webhooks?.done
      await intake.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
  }
}

/** Sends webhooks as long as the site is served. */
function sendingTo(
  following: Following,
  { address, excerpt }: SiteSettings,
  { ledger, intake, complain = () => {} }: ServeOptions,
  signal: AbortSignal,
): WebhookSending & Pick<Sender, 'done'> {
  const { hosts, contact } = intake.settings
  const speaking = { site: address, excerpt }
  const sender = sendAlways({ ledger, following, speaking, hosts, contact, signal }, complain)
  return { following, hosts, deliver: sender.now, done: sender.done }
}
