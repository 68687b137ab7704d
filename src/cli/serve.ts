/** `hearsay serve`: the ledger as a site. */
import { availableParallelism } from 'node:os'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Following } from '../publish/following/open.ts'
import type { MailSettings } from '../publish/mail/settings.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { gatherSettings } from './settings.ts'

/** The options of `hearsay serve`, as given. */
export interface ServeCommandOptions extends LedgerOptions {
  readonly host: string
  readonly port: number
  readonly address?: string
  readonly private?: boolean
  readonly excerpt?: number
  readonly engine: EngineChoice
}

/** Serves the ledger until it is told to stop. */
export function serveLedger(options: ServeCommandOptions): Promise<number> {
  return saying(async () => {
    const signal = stopOnSignal()
    const ledger = await openNamed(options)
    try {
      const { mailSettings } = await import('../publish/mail/settings.ts')
      const mail = mailSettings(process.env)
      const { openFollowing } = await import('../publish/following/open.ts')
      const following = await openFollowing(ledger.where)
      const { serve } = await import('../web/serve.ts')
      const { host, port, address, excerpt, engine } = options
      const { HEARSAY_PASSWORD: password, HEARSAY_TOKENS: tokens } = process.env
      const site = await serve({
        ledger,
        following,
        sendsLetters: mail !== null,
        host,
        port,
        ...(address === undefined ? {} : { address }),
        ...(excerpt === undefined ? {} : { excerpt }),
        password: password || null,
        tokens: tokens?.split(/[\s,]+/).filter((token) => token !== '') ?? [],
        isPublic: options.private !== true,
        intake: {
          engine,
          readers: availableParallelism(),
          settings: gatherSettings(),
          fetcher: async () => (await import('./world.ts')).openWorld(ledger),
        },
        complain: (error) => complain(error.stack ?? error.message),
      })
      await print(`${site.address}\n`)
      const sending = mail === null ? null : sendAlways(ledger, following, mail, site.address, signal)
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
      await site.close()
      await sending
      await following.close()
    } finally {
      await ledger.close()
    }
    return 0
  })
}

/** Letters go out as long as the site is served. */
async function sendAlways(
  ledger: Ledger,
  following: Following,
  settings: MailSettings,
  site: string,
  signal: AbortSignal,
): Promise<void> {
  const { passAlways } = await import('../publish/mail/always.ts')
  await passAlways({ ledger, following, settings, site, signal }, (error) => complain(`mail: ${error.message}`))
}
