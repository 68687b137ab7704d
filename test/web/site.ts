// The site over the ledger of the examples: to be asked without a port, or served to a browser.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { enterExamples } from '../../src/cli/examples.ts'
import { DEFAULT_SETTINGS } from '../../src/gather/fetch/settings.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { type Served, type ServeOptions, serve } from '../../src/web/serve.ts'
import { chromiumAt } from './chromium.ts'

/** A site of the examples. */
export interface ExampleSite extends Served {
  readonly ledger: Ledger
  /** Asks for a path of it. */
  ask(path: string, init?: RequestInit): Promise<Response>
}

/** Serves the examples from a new ledger, on a port that is free. */
export async function exampleSite(
  options: Partial<Omit<ServeOptions, 'ledger' | 'intake'>> = {},
): Promise<ExampleSite> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-web-'))
  const ledger = await openLedger(join(folder, 'examples.ledger'))
  const fetcher = () => Promise.reject(new Error('the tests of the site ask nobody'))
  const site = await serve({
    ...options,
    ledger,
    intake: { engine: 'model', readers: 1, settings: DEFAULT_SETTINGS, fetcher },
  })
  await enterExamples(ledger, site.reader)
  return {
    ...site,
    ledger,
    ask: (path, init) => fetch(new URL(path, site.address), { redirect: 'manual', ...init }),
    close: async () => {
      await site.close()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A browser that keeps to itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumAt(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
