/**
 * Reading in threads of their own, so that pages are read on every core while the ledger is written on one. What a thread
 * dies of is found by reading its pages one by one; that page alone is not read.
 */
import { Worker } from 'node:worker_threads'
import type { Page } from '../../ledger/entry.ts'
import type { Reader } from '../../ledger/readings.ts'
import type { Article } from '../../page/article.ts'
import type { Arrival, Unread } from './arrival.ts'
import { type EngineChoice, readerOf } from './engines.ts'

/** Reads pages. */
export interface PageReader {
  readonly reader: Reader
  /** Pages to enter, in the order of the arrivals; one that cannot be read has the reason in its place. */
  read(arrivals: readonly Arrival[]): Promise<(Page | Unread)[]>
  /** Articles that were captured before, read again. */
  reread(articles: readonly Article[]): Promise<(Page['found'] | Unread)[]>
  close(): Promise<void>
}

/** What a thread is asked. */
export type Ask =
  | { readonly ask: 'read'; readonly items: readonly Arrival[] }
  | { readonly ask: 'reread'; readonly items: readonly Article[] }

/** The word to end. */
export const END = { ask: 'end' } as const

/** What it answers. */
export type Answer = { readonly results: readonly unknown[] } | { readonly error: string }

/** What a thread is begun with. */
export interface ThreadSettings {
  readonly engine: EngineChoice
  readonly reader: Reader
}

interface Waiting {
  readonly ask: Ask
  readonly resolve: (results: readonly unknown[]) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  doing: Waiting | null
}

const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)

/**
 * A reader of so many threads; they are begun when there is something to read. A language model is asked from one, which
 * waits more than it works and keeps count of what is asked.
 * @throws EngineUnavailable where a language model is to read and none is set
 */
export function threadedReader(engine: EngineChoice, threads: number): PageReader {
  const reader = readerOf(engine)
  const most = engine === 'language-model' ? 1 : threads
  const waiting: Waiting[] = []
  const all = new Set<Thread>()
  let closed = false

  const next = (): void => {
    while (waiting.length > 0) {
      const idle = [...all].find(({ doing }) => doing === null) ?? (all.size < most ? begin() : null)
      if (idle === null) return
      const asked = waiting.shift() as Waiting
      idle.doing = asked
      idle.worker.postMessage(asked.ask)
    }
  }
  const begin = (): Thread => {
    const settings: ThreadSettings = { engine, reader }
    const thread: Thread = { worker: new Worker(THREAD, { workerData: settings }), doing: null }
    all.add(thread)
    let death = 'the thread that read it ended'
    thread.worker.on('message', (answer: Answer) => {
      const { doing } = thread
      thread.doing = null
      if ('error' in answer) doing?.reject(new Error(answer.error))
      else doing?.resolve(answer.results)
      next()
    })
    thread.worker.on('error', (error: Error) => {
      death = error.message
    })
    thread.worker.on('exit', () => {
      all.delete(thread)
      thread.doing?.reject(new ThreadDied(closed ? 'reading was ended' : death))
      thread.doing = null
      if (!closed) next()
    })
    return thread
  }
  const ask = (one: Ask): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ ask: one, resolve, reject })
      next()
    })
  const asked = async (one: Ask): Promise<unknown[]> => {
    if (one.items.length === 0) return []
    try {
      return [...(await ask(one))]
    } catch (error) {
      if (!(error instanceof ThreadDied) || closed) throw error
      if (one.items.length === 1) return [{ unread: `it could not be read: ${error.message}` }]
      const results: unknown[] = []
      for (const item of one.items) results.push(...(await asked({ ask: one.ask, items: [item] } as Ask)))
      return results
    }
  }
  return {
    reader,
    read: async (items) => (await asked({ ask: 'read', items: items.map(withOwnBytes) })) as (Page | Unread)[],
    reread: async (items) => (await asked({ ask: 'reread', items })) as (Page['found'] | Unread)[],
    close: async () => {
      closed = true
      await Promise.all([...all].map(({ worker }) => ended(worker)))
    },
  }
}

/** What a thread does in one turn takes less than this, in milliseconds, but for the largest pages. */
const TURN = 10_000

/**
 * Ends a thread, at its next turn: one that is ended from without while ONNX Runtime loads or computes takes the whole
 * process with it (`Napi::Error`, SIGABRT). One that has no turn for long is not in there, and is ended all the same.
 */
async function ended(worker: Worker): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  const late = setTimeout(() => worker.terminate(), TURN)
  worker.postMessage(END)
  await gone
  clearTimeout(late)
}

class ThreadDied extends Error {}

/** Bytes that lie in a larger buffer take it with them to the thread; these do not. */
function withOwnBytes(arrival: Arrival): Arrival {
  const { bytes } = arrival
  return bytes.byteLength === bytes.buffer.byteLength ? arrival : { ...arrival, bytes: new Uint8Array(bytes) }
}
