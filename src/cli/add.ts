/** `hearsay add`: pages into the ledger, from addresses, saved files, standard input, archives and Readings. */
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Fetcher } from '../gather/fetch/fetcher.ts'
import type { Arrival } from '../gather/reading/arrival.ts'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Entered, Page } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/open.ts'
import { printable } from '../publish/printable.ts'
import { when } from '../publish/when.ts'
import { ingestOne } from './ingest.ts'
import { bytesOf, InputError, isAddress, nameOf } from './input.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'

/** The options of `hearsay add`, as given. */
export interface AddOptions extends LedgerOptions {
  readonly url?: string
  readonly text?: boolean
  readonly html?: boolean
  readonly later?: boolean
  readonly afresh?: boolean
  readonly engine: EngineChoice
}

interface Adding {
  readonly ledger: Ledger
  readonly reader: PageReader
  readonly fetcher: () => Promise<Fetcher>
  readonly signal: AbortSignal
}

/** Adds inputs to the ledger. @returns the exit code: 1 where one could not be added, or was not come to */
export function add(inputs: readonly string[], options: AddOptions): Promise<number> {
  return saying(async () => {
    const signal = stopOnSignal()
    const ledger = await openNamed(options)
    const { threadedReader } = await import('../gather/reading/pool.ts')
    const reader = threadedReader(options.engine, Math.min(inputs.length, availableParallelism()))
    let opened: Fetcher | null = null
    const fetcher = async (): Promise<Fetcher> => {
      if (opened === null) {
        const { openWorld } = await import('./world.ts')
        opened = await openWorld(ledger)
      }
      return opened
    }
    let failed = 0
    try {
      const later = options.later ? inputs.filter(isAddress) : []
      if (later.length > 0) failed += await addLater(ledger, later)
      for (const input of inputs.filter((one) => !later.includes(one))) {
        if (signal.aborted) {
          failed++
          continue
        }
        try {
          failed += await addOne({ ledger, reader, fetcher, signal }, input, options)
        } catch (error) {
          if ((error as Error).name === 'LedgerError' || (error as Error).name === 'EngineUnavailable') throw error
          failed++
          const isSaid = error instanceof InputError || isAddress(input)
          const advice = error instanceof InputError && BARE.test(input) ? ` If it is an address: https://${input}` : ''
          complain(`${isSaid ? '' : `${nameOf(input)}: `}${(error as Error).message}${advice}`)
        }
      }
    } finally {
      await (opened as Fetcher | null)?.close()
      await reader.close()
      await ledger.close()
    }
    return failed > 0 ? 1 : 0
  })
}

/** @returns how many may not be asked */
async function addLater(ledger: Ledger, addresses: readonly string[]): Promise<number> {
  const { openQueue } = await import('../gather/jobs/open.ts')
  const { fetchJob } = await import('../gather/jobs/fetch.ts')
  const { guardedUrl } = await import('../gather/address/guard.ts')
  const { gatherSettings } = await import('./settings.ts')
  const { hosts } = gatherSettings()
  const urls = addresses.flatMap((address) => {
    try {
      return guardedUrl(address, hosts).href
    } catch (error) {
      complain((error as Error).message)
      return []
    }
  })
  const queue = await openQueue(ledger)
  try {
    const added = await queue.send(urls.map((url) => fetchJob(url)))
    await print(`${added} address(es) to fetch: hearsay run (or hearsay work) does it.\n`)
  } finally {
    await queue.close()
  }
  return addresses.length - urls.length
}

/** An address that was written without its beginning. */
const BARE = /^(?:www\.|[^./\s][^/\s]*\.[a-z]{2,}\/)\S*$/i

/** Files that hold many pages, by their names. */
const MANY = /\.(?:warc|warc\.gz|(?:jsonl|ndjson)(?:\.gz|\.zst)?)$/i

/** @returns how much of it could not be added */
async function addOne(adding: Adding, input: string, options: AddOptions): Promise<number> {
  if (isAddress(input)) return addAddress(adding, input, options)
  const { ledger, reader, signal } = adding
  if (MANY.test(input)) return ingestOne(ledger, input, { reader, workers: availableParallelism(), signal })
  const { lineArrival } = await import('../gather/ingest/line.ts')
  const whole = await bytesOf(input)
  const at = input === '-' ? new Date() : (await stat(input)).mtime
  if (looksLikeJson(whole)) {
    let failed = 0
    const values = valuesOf(whole, nameOf(input))
    if (values.length === 0) throw new InputError(`${nameOf(input)}: there is nothing in it.`)
    for (const value of values) {
      const item = lineArrival(Buffer.from(JSON.stringify(value)), at.toISOString())
      if (item.is === 'page') await told(ledger, await entered(adding, item.page), item.page)
      else if (item.is === 'arrival') failed += await addArrival(adding, item.arrival, nameOf(input))
      else if (item.is === 'failed') {
        failed++
        complain(`${nameOf(input)}: ${item.reason}`)
      }
    }
    return failed
  }
  return addArrival(
    adding,
    {
      bytes: whole,
      url: options.url ?? null,
      finalUrl: options.url ?? null,
      redirects: [],
      status: null,
      headers: {},
      capturedAt: at.toISOString(),
      isUntimed: input !== '-',
      how: input === '-' ? 'pasted' : 'imported',
      notes: [],
      as: options.text ? 'text' : options.html ? 'html' : undefined,
    },
    nameOf(input),
  )
}

async function addAddress(
  { ledger, reader, fetcher, signal }: Adding,
  url: string,
  { afresh = false }: AddOptions,
): Promise<number> {
  const { gatherPage } = await import('../gather/page.ts')
  const gathered = await gatherPage({ ledger, reader, fetcher: await fetcher() }, url, { signal, afresh })
  if (gathered.is === 'unread') {
    complain(`${url}: ${gathered.reason}`)
    return 1
  }
  if (gathered.is === 'unchanged')
    await print(
      `${printable(url)}: unchanged since it was captured last${gathered.article === null ? '' : ` (article ${gathered.article})`}\n`,
    )
  else await told(ledger, gathered.entered, gathered.page)
  return 0
}

async function addArrival(adding: Adding, arrival: Arrival, name: string): Promise<number> {
  const { listIn } = await import('../gather/feed/source.ts')
  const list = arrival.as === undefined ? listIn(arrival.bytes, arrival.headers['content-type'] ?? null) : null
  if (list !== null) {
    complain(`${name}: this is ${list}, which names articles and is none. Watch its address: hearsay watch ADDRESS`)
    return 1
  }
  const [page = { unread: 'it was not read' }] = await adding.reader.read([arrival])
  if ('unread' in page) {
    complain(`${name}: ${page.unread}`)
    return 1
  }
  await told(adding.ledger, await entered(adding, page), page)
  return 0
}

async function entered({ ledger }: Adding, page: Page): Promise<Entered> {
  const { enterPages } = await import('../ledger/entry.ts')
  const [one] = await enterPages(ledger, [page], new Date().toISOString())
  return one as Entered
}

/** Says what a page is in the ledger. */
async function told(
  { db }: Ledger,
  { article, version, claims, isNewCapture, isNewArticle, isNewVersion, isCurrent, isChange }: Entered,
  { article: { headline, outlet }, capturedAt, notes }: Page,
): Promise<void> {
  const became = isNewArticle
    ? 'added'
    : isNewVersion
      ? isCurrent
        ? 'a new version'
        : 'a version beside the one that counts'
      : isChange
        ? 'words that it had before'
        : isNewCapture
          ? 'the same words again'
          : 'there already'
  const { number } = await db.selectFrom('version').select('number').where('id', '=', version).executeTakeFirstOrThrow()
  const facts = [
    outlet,
    `captured ${when(capturedAt)}`,
    `${claims.length} claim(s)`,
    `article ${article}, version ${number}`,
  ]
  const lines = [
    `${became}: ${printable(headline ?? '(no headline)').replaceAll('\n', ' ')}`,
    `  ${printable(facts.filter(Boolean).join('; '))}`,
    ...notes.map(({ kind, message }) => `  ! ${printable(`${kind}: ${message}`)}`),
  ]
  await print(`${lines.join('\n')}\n`)
}

const looksLikeJson = (bytes: Uint8Array): boolean => /^\s*[{[]/.test(Buffer.from(bytes).toString('utf8', 0, 1000))

/** The values of JSON: one, an array, or one a line. */
function valuesOf(bytes: Uint8Array, name: string): unknown[] {
  const text = Buffer.from(bytes).toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    try {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      return lines.map((line): unknown => JSON.parse(line))
    } catch (error) {
      throw new InputError(`${name}: it begins like JSON, and is none: ${(error as Error).message}`)
    }
  }
}
