/**
 * Taking in what people bring to the desk: read and entered beside each other, while they look on or go away. What was
 * brought together is a batch; it is told of as long as the site runs, and what it entered stays.
 */

import { systemClock } from '../../gather/fetch/clock.ts'
import type { Fetcher } from '../../gather/fetch/fetcher.ts'
import type { GatherSettings } from '../../gather/fetch/settings.ts'
import { openQueue } from '../../gather/jobs/open.ts'
import { work } from '../../gather/jobs/work.ts'
import { type Gathered, gatherPage } from '../../gather/page.ts'
import type { EngineChoice } from '../../gather/reading/engines.ts'
import { type PageReader, threadedReader } from '../../gather/reading/pool.ts'
import { tasksOf } from '../../gather/tasks.ts'
import { visitKey } from '../../gather/visits/visits.ts'
import { lookAt } from '../../gather/watch/look.ts'
import { addWatches, removeWatches, watchesOf } from '../../gather/watch/watches.ts'
import { type Entered, enterPages, type Page } from '../../ledger/entry.ts'
import type { Ledger } from '../../ledger/open.ts'
import type { Brought } from './brought.ts'

/** How pages are had and read. */
export interface IntakeOptions {
  readonly engine: EngineChoice
  /** Threads that read. */
  readonly readers: number
  readonly settings: GatherSettings
  /** The world, opened when it is first asked. */
  readonly fetcher: () => Promise<Fetcher>
}

/** What became of something that was brought. */
export type Became =
  | { readonly is: 'waiting' }
  | { readonly is: 'working' }
  | { readonly is: 'entered'; readonly entered: Entered; readonly page: Page; readonly instead: string | null }
  | { readonly is: 'unchanged'; readonly article: number | null }
  | { readonly is: 'watched'; readonly title: string | null; readonly named: number; readonly toFetch: number }
  | { readonly is: 'failed'; readonly reason: string }

/** Something that was brought. */
export interface Item {
  readonly name: string
  readonly became: Became
}

/** What was brought together. */
export interface Batch {
  readonly items: readonly Item[]
  readonly isDone: boolean
}

export interface Intake {
  readonly reader: PageReader
  /** Begins to take something in. @returns the batch's name */
  take(brought: readonly Brought[]): string
  /** A batch as it is now; null where there is none of that name. */
  batch(name: string): Batch | null
  /** Calls back whenever something became of the batch. @returns ends it */
  follow(name: string, changed: () => void): () => void
  /** Ends when what was begun is done; what waits is not begun. */
  close(): Promise<void>
}

/** Batches that are told of; older ones are in the ledger, and their list is gone. */
const MOST_BATCHES = 200

/** Things that are taken in beside each other. */
const BESIDE = 4

interface Growing {
  items: Item[]
  isDone: boolean
  readonly followers: Set<() => void>
}

/** Opens the desk's intake into a ledger. */
export function openIntake(ledger: Ledger, { engine, readers, settings, fetcher }: IntakeOptions): Intake {
  const reader = threadedReader(engine, readers)
  const batches = new Map<string, Growing>()
  const stop = new AbortController()
  const begun = new Set<Promise<void>>()
  let opened: Promise<Fetcher> | null = null
  const world = (): Promise<Fetcher> => {
    opened ??= fetcher()
    return opened
  }

  const tell = (batch: Growing): void => {
    for (const follower of batch.followers) follower()
  }
  const become = (batch: Growing, at: number, became: Became): void => {
    batch.items = batch.items.with(at, { ...(batch.items[at] as Item), became })
    tell(batch)
  }

  async function entered(name: string, bytes: Uint8Array, url: string | null): Promise<Became> {
    const at = new Date().toISOString()
    const [page = { unread: name }] = await reader.read([
      {
        bytes,
        url,
        finalUrl: url,
        redirects: [],
        status: null,
        headers: {},
        capturedAt: at,
        how: 'pasted',
        notes: [],
      },
    ])
    if ('unread' in page) return { is: 'failed', reason: page.unread }
    const [one] = await enterPages(ledger, [page], at)
    return { is: 'entered', page, entered: one as Entered, instead: null }
  }

  async function gathered(batch: Growing, url: string): Promise<Became> {
    const gathering = { ledger, fetcher: await world(), reader }
    const became = await gatherPage(gathering, url, { signal: stop.signal })
    return became.is === 'unread' ? watched(batch, url, became.reason) : becameOf(became)
  }

  /** An address that is no page may name some: it is watched, and what it names now is gathered. */
  async function watched(batch: Growing, url: string, reason: string): Promise<Became> {
    const gathering = { ledger, fetcher: await world(), reader }
    const isNew = (await addWatches(ledger, [{ url }], new Date().toISOString())) > 0
    const queue = await openQueue(ledger)
    try {
      const watch = (await watchesOf(ledger)).find((one) => visitKey(one.url) === visitKey(url))
      if (watch === undefined) return { is: 'failed', reason }
      const looked = await lookAt({ ...gathering, settings }, queue, watch, Date.now, stop.signal)
      if (looked.named === 0 && (isNew || looked.reason !== null)) {
        if (isNew) await removeWatches(ledger, [url])
        return { is: 'failed', reason: looked.reason ?? reason }
      }
      const onGathered = (name: string, one: Gathered): void => {
        batch.items.push({ name, became: one.is === 'unread' ? { is: 'failed', reason: one.reason } : becameOf(one) })
        tell(batch)
      }
      const options = { hosts: BESIDE, readers, clock: systemClock, onGathered }
      await work(queue, tasksOf({ ...gathering, queue, settings }, options), {
        signal: stop.signal,
        untilIdle: true,
      })
      const title = (await watchesOf(ledger)).find(({ id }) => id === watch.id)?.title ?? null
      return { is: 'watched', title, named: looked.named, toFetch: looked.toFetch }
    } finally {
      await queue.close()
    }
  }

  async function becomes(batch: Growing, brought: Brought): Promise<Became> {
    try {
      switch (brought.is) {
        case 'refused':
          return { is: 'failed', reason: brought.reason }
        case 'page':
          return await entered(brought.name, brought.bytes, brought.url)
        case 'address':
          return await gathered(batch, brought.url)
        case 'feeds': {
          const requests = brought.urls.map((url) => ({ url }))
          const toFetch = await addWatches(ledger, requests, new Date().toISOString())
          return { is: 'watched', title: brought.name, named: requests.length, toFetch }
        }
      }
    } catch (error) {
      return { is: 'failed', reason: (error as Error).message }
    }
  }

  async function all(batch: Growing, brought: readonly Brought[]): Promise<void> {
    const left = [...brought.entries()]
    const lane = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined && !stop.signal.aborted; next = left.shift()) {
        const [at, one] = next
        become(batch, at, { is: 'working' })
        become(batch, at, await becomes(batch, one))
      }
    }
    await Promise.all(Array.from({ length: BESIDE }, lane))
    batch.isDone = true
    tell(batch)
  }

  return {
    reader,
    take: (brought) => {
      const name = crypto.randomUUID()
      const batch: Growing = {
        items: brought.map((one) => ({ name: one.name, became: { is: 'waiting' } })),
        isDone: false,
        followers: new Set(),
      }
      batches.set(name, batch)
      for (const old of [...batches.keys()].slice(0, -MOST_BATCHES)) batches.delete(old)
      const done = all(batch, brought).finally(() => begun.delete(done))
      begun.add(done)
      return name
    },
    batch: (name) => {
      const found = batches.get(name)
      return found === undefined ? null : { items: found.items, isDone: found.isDone }
    },
    follow: (name, changed) => {
      const batch = batches.get(name)
      batch?.followers.add(changed)
      return () => batch?.followers.delete(changed)
    },
    close: async () => {
      stop.abort()
      await Promise.all(begun)
      const world = await opened?.catch(() => null)
      await world?.close()
      await reader.close()
    },
  }
}

function becameOf(gathered: Exclude<Gathered, { readonly is: 'unread' }>): Became {
  if (gathered.is === 'unchanged') return gathered
  const { page, entered, instead } = gathered
  return { is: 'entered', page, entered, instead }
}
