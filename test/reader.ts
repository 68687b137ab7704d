// A thread that reads pages for the tests of bad input. A page that sends the reader into a long search would stop the
// whole test run; here the thread can be ended, and that page alone fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, Worker } from 'node:worker_threads'
import { type Article, type ReadPageOptions, readPage } from '../src/page/index.ts'
import { brokenSpans, halfCharacters, oddValues } from './spans.ts'

/** What the tests look at; an article of a million blocks is not worth copying between threads. */
export interface Reading extends Pick<Article, 'notes' | 'published' | 'modified' | 'lang'> {
  readonly ms: number
  /** What threw, or what is wrong with the article, in words. */
  readonly faults: readonly string[]
  readonly headline: string | null
  readonly headlineLength: number
  readonly textLength: number
  readonly textStart: string
  readonly blocks: number
  readonly leftOut: number
  readonly leftOutReasons: readonly string[]
  readonly bylines: number
  /** Every address in the article. */
  readonly urls: readonly (string | null)[]
}

interface Request {
  readonly input: Uint8Array | string
  readonly options: ReadPageOptions
}

const START = 200
const nothing: Omit<Reading, 'ms' | 'faults'> = {
  notes: [],
  published: null,
  modified: null,
  lang: null,
  headline: null,
  headlineLength: 0,
  textLength: 0,
  textStart: '',
  blocks: 0,
  leftOut: 0,
  leftOutReasons: [],
  bylines: 0,
  urls: [],
}

function reading({ input, options }: Request): Reading {
  const began = performance.now()
  try {
    const article = readPage(input, options)
    const ms = performance.now() - began
    const given = options.as === 'article' && typeof input === 'string' ? input : null
    return {
      ms,
      faults: [
        ...brokenSpans(article, given).slice(0, 5),
        ...(given === null
          ? halfCharacters(article)
              .slice(0, 5)
              .map((path) => `half a character in ${path}`)
          : []),
        ...oddValues(article).slice(0, 5),
      ],
      notes: article.notes,
      published: article.published,
      modified: article.modified,
      lang: article.lang,
      headline: article.headline?.slice(0, START) ?? null,
      headlineLength: article.headline?.length ?? 0,
      textLength: article.text.length,
      textStart: article.text.slice(0, START),
      blocks: article.blocks.length,
      leftOut: article.leftOut.length,
      leftOutReasons: [...new Set(article.leftOut.map(({ reason }) => reason))],
      bylines: article.bylines.length,
      urls: [article.url, ...article.related.map(({ url }) => url), ...article.images.map(({ url }) => url)].slice(
        0,
        START,
      ),
    }
  } catch (error) {
    const ms = performance.now() - began
    const said =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error)
    return { ...nothing, ms, faults: [`threw ${said}`] }
  }
}

if (parentPort) {
  const port = parentPort
  // The first page pays for loading the body model and compiling the reader; that is no page's own time.
  readPage(readFileSync(join(import.meta.dirname, '..', 'examples', 'layoffs-wire.html')))
  port.on('message', (request: Request) => port.postMessage(reading(request)))
}

let thread: Worker | null = null

/** Reads in the thread; a reading that takes longer than `limit` milliseconds is given up and the thread ended. */
export function readInThread(input: Uint8Array | string, options: ReadPageOptions, limit: number): Promise<Reading> {
  thread ??= new Worker(new URL(import.meta.url))
  const worker = thread
  return new Promise((resolve) => {
    const done = (result: Reading): void => {
      clearTimeout(timer)
      worker.off('message', done).off('error', died)
      resolve(result)
    }
    const lost = (why: string): void => {
      thread = null
      void worker.terminate()
      done({ ...nothing, ms: limit, faults: [why] })
    }
    const died = (error: unknown): void => lost(`the thread died: ${String(error)}`)
    const timer = setTimeout(() => lost(`given up after ${limit} ms`), limit)
    worker.on('message', done).on('error', died)
    worker.postMessage({ input, options } satisfies Request)
  })
}

export async function endThread(): Promise<void> {
  await thread?.terminate()
  thread = null
}
