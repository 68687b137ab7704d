// The site over the ledger of the examples: to be asked without a port, or served to a browser.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import { enterExamples } from '../../src/cli/examples.ts'
import { DEFAULT_SETTINGS, type GatherSettings } from '../../src/gather/fetch/settings.ts'
import { threadedReader } from '../../src/gather/reading/pool.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import { type Served, type ServeOptions, serve } from '../../src/web/serve.ts'
import { chromiumAt } from './chromium.ts'

/** A site of the examples. */
export interface ExampleSite extends Served {
  readonly ledger: Ledger
  readonly following: Following
  /** Asks for a path of it. */
  ask(path: string, init?: RequestInit): Promise<Response>
}

const nobody = () => Promise.reject(new Error('the tests of the site ask nobody'))

/** How long one waits for another test file that reads the examples, in fifths of a second. */
const WAITS = 600

/** A ledger with the examples, read by the first test file that needs it and copied by the others. */
async function examplesLedger(): Promise<string> {
  const shared = process.env.HEARSAY_TESTS as string
  const [ready, making] = [join(shared, 'examples.ledger'), join(shared, 'making')]
  const isFirst = await mkdir(making).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    const made = join(making, 'examples.ledger')
    const ledger = await openLedger(made)
    const reader = threadedReader('model', 1)
    try {
      await enterExamples(ledger, reader)
    } finally {
      await reader.close()
      await ledger.close()
    }
    await rename(made, ready)
  }
  for (let waits = 0; !existsSync(ready); waits++) {
    if (waits > WAITS) throw new Error('the ledger of the examples was not made')
    await sleep(200)
  }
  return ready
}

/** Serves the examples from a ledger of their own, on a port that is free. @param hosts of one's own that may be asked */
export async function exampleSite({
  hosts = [],
  ...options
}: Partial<Omit<ServeOptions, 'ledger' | 'following' | 'intake'>> & {
  readonly hosts?: GatherSettings['hosts']
} = {}): Promise<ExampleSite> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-web-'))
  const where = join(folder, 'examples.ledger')
  await copyFile(await examplesLedger(), where)
  const ledger = await openLedger(where)
  const following = await openFollowing(where)
  const site = await serve({
    ...options,
    ledger,
    following,
    intake: { engine: 'model', readers: 1, settings: { ...DEFAULT_SETTINGS, hosts }, fetcher: nobody },
  })
  return {
    ...site,
    ledger,
    following,
    ask: (path, init) => fetch(new URL(path, site.address), { redirect: 'manual', ...init }),
    close: async () => {
      await site.close()
      await following.close()
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
