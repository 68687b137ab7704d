/**
 * Ingest: files of millions of pages into a ledger. How far it has come is written in the same transaction as the pages,
 * so that it goes on exactly where it was stopped, however it was: nothing lost, nothing twice.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Entered, Page } from '../../ledger/entry.ts'
import type { Ledger, Writing } from '../../ledger/open.ts'
import { enterTogether } from '../enter.ts'
import type { Unread } from '../reading/arrival.ts'
import type { PageReader } from '../reading/pool.ts'
import { type Item, linePages, warcPages } from './pages.ts'

/** How far it has come. */
interface IngestProgress {
  /** Bytes of the file that are done, and how many it has. */
  readonly offset: number
  readonly size: number
  readonly entered: number
  /** What is no page. */
  readonly passedOver: number
  readonly failed: number
  /** What this run began with: bytes and pages that were done before. */
  readonly before: { readonly offset: number; readonly entered: number }
}

export interface IngestOptions {
  readonly signal: AbortSignal
  /** Batches that are read at the same time. */
  readonly ahead: number
  readonly onProgress?: (progress: IngestProgress) => void
  /** Told of each thing that could not be read: where it begins, and why. */
  readonly onFailure?: (offset: number, reason: string) => void
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** What became of a file. */
export interface Ingested extends IngestProgress {
  readonly is: 'finished' | 'stopped' | 'cut' | 'finished before'
}

/** Pages of one transaction, */
const BATCH = 16
/** or so many bytes of pages; */
const BATCH_BYTES = 4 * 1024 * 1024
/** or so many things that are no pages, so that what is passed over is not read again either. */
const BATCH_ITEMS = 2_000
/** So much of the beginning of a file tells it from others. */
const HEAD_BYTES = 1024 * 1024

const isWarc = (head: Uint8Array): boolean =>
  Buffer.from(head).toString('latin1', 0, 5) === 'WARC/' || (head[0] === 0x1f && head[1] === 0x8b)

/** Things of a file that are entered together. */
interface Batch {
  readonly items: readonly Item[]
  /** Where to go on after it. */
  readonly end: number
}

/**
 * Takes all pages of a file into the ledger, from where an earlier run stopped.
 * @param path a WARC file (gzip by record, or not compressed), or JSON lines of pages or Readings
 * @throws {LedgerError} where the ledger cannot be written to; what was entered before is kept
 * @throws the system's error where the file cannot be read
 */
export async function ingestFile(
  ledger: Ledger,
  reader: PageReader,
  path: string,
  { signal, ahead, onProgress = () => {}, onFailure = () => {}, now = Date.now }: IngestOptions,
): Promise<Ingested> {
  const { key, size, head, modified } = await fileOf(path)
  const known = await ledger.db.selectFrom('ingest').selectAll().where('key', '=', key).executeTakeFirst()
  let progress: IngestProgress = {
    offset: known?.offset ?? 0,
    size,
    entered: known?.entered ?? 0,
    passedOver: known?.passedOver ?? 0,
    failed: known?.failed ?? 0,
    before: { offset: known?.offset ?? 0, entered: known?.entered ?? 0 },
  }
  if (known != null && known.finishedAt !== null) return { ...progress, is: 'finished before' }
  const from = { chunks: createReadStream(path, { start: progress.offset }), offset: progress.offset, at: modified }
  const began = isoOf(known === undefined ? now() : Date.parse(known.beganAt))
  const row = { key, name: path, size, beganAt: began }

  /** Enters a batch and how far the file is read with it, as one. */
  const enter = async ({ items, end }: Batch, results: readonly (Page | Unread)[], last: boolean): Promise<void> => {
    const pages = results.filter((one): one is Page => !('unread' in one))
    let after = progress
    let failures: [offset: number, reason: string][] = []
    await enterTogether(ledger, pages, async (db, entered) => {
      failures = failuresOf(items, results, entered)
      after = {
        ...progress,
        offset: end,
        entered: progress.entered + entered.filter((one) => !('unread' in one)).length,
        passedOver: progress.passedOver + items.filter(({ is }) => is === 'passed over').length,
        failed: progress.failed + failures.length,
      }
      await writeProgress(db, row, after, last ? isoOf(now()) : null)
    })
    progress = after
    for (const [offset, reason] of failures) onFailure(offset, reason)
    onProgress(progress)
  }

  const reading: { batch: Batch; results: Promise<readonly (Page | Unread)[]> }[] = []
  const enterOldest = async (last: boolean): Promise<void> => {
    const oldest = reading.shift()
    if (oldest !== undefined) await enter(oldest.batch, await oldest.results, last)
  }
  let cut: Item | null = null
  try {
    for await (const one of batchesOf(isWarc(head) ? warcPages(from) : linePages(from), size)) {
      if (signal.aborted) break
      if ('is' in one) {
        cut = one
        break
      }
      const results = resultsOf(one, reader)
      // Awaited when it is its turn; until then its error is nobody's.
      results.catch(() => {})
      reading.push({ batch: one, results })
      if (reading.length > ahead) await enterOldest(false)
    }
    const isWhole = !signal.aborted && cut === null
    while (reading.length > (isWhole ? 1 : 0)) await enterOldest(false)
    if (isWhole && reading.length === 0) reading.push({ batch: { items: [], end: size }, results: Promise.resolve([]) })
    await enterOldest(true)
    if (cut?.is === 'cut') onFailure(cut.offset, cut.reason)
    return { ...progress, is: signal.aborted ? 'stopped' : cut === null ? 'finished' : 'cut' }
  } finally {
    from.chunks.destroy()
    await Promise.allSettled(reading.map(({ results }) => results))
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString()

async function fileOf(path: string): Promise<{ key: string; size: number; head: Uint8Array; modified: string }> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { size, mtimeMs } = await file.stat()
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES))
    await file.read(head, 0, head.length, 0)
    const key = createHash('sha256').update(head).update(`\n${size}`).digest('hex')
    return { key, size, head, modified: isoOf(mtimeMs) }
  } finally {
    await file?.close()
  }
}

/** Things put together; what a file ends within comes alone, last. */
async function* batchesOf(items: AsyncGenerator<Item>, size: number): AsyncGenerator<Batch | (Item & { is: 'cut' })> {
  let batch: Item[] = []
  let [pages, bytes] = [0, 0]
  for await (const item of items) {
    const isFull = pages >= BATCH || bytes >= BATCH_BYTES || batch.length >= BATCH_ITEMS
    if (isFull || (item.is === 'cut' && batch.length > 0)) {
      yield { items: batch, end: item.offset }
      batch = []
      pages = 0
      bytes = 0
    }
    if (item.is === 'cut') {
      yield item
      return
    }
    batch.push(item)
    if (item.is === 'arrival') {
      pages++
      bytes += item.arrival.bytes.byteLength
    }
    if (item.is === 'page') {
      pages++
      bytes += item.page.bytes.byteLength
    }
  }
  if (batch.length > 0) yield { items: batch, end: size }
}

/** The pages of a batch in their order, read where they were not. */
async function resultsOf({ items }: Batch, reader: PageReader): Promise<(Page | Unread)[]> {
  const read = (await reader.read(items.flatMap((item) => (item.is === 'arrival' ? item.arrival : [])))).values()
  return items.flatMap((item) => {
    if (item.is === 'page') return item.page
    return item.is === 'arrival' ? (read.next().value as Page | Unread) : []
  })
}

/** What could not be read or entered: where it begins, and why. */
function failuresOf(
  items: readonly Item[],
  results: readonly (Page | Unread)[],
  entered: readonly (Entered | Unread)[],
): [offset: number, reason: string][] {
  const read = results.values()
  const placed = entered.values()
  return items.flatMap((item): [number, string][] => {
    if (item.is === 'failed') return [[item.offset, item.reason]]
    if (item.is !== 'arrival' && item.is !== 'page') return []
    const result = read.next().value as Page | Unread
    const end = 'unread' in result ? result : (placed.next().value as Entered | Unread)
    const name = item.is === 'arrival' ? item.arrival.url : item.page.url
    return 'unread' in end ? [[item.offset, [name, end.unread].filter(Boolean).join(': ')]] : []
  })
}

async function writeProgress(
  db: Writing,
  row: { readonly key: string; readonly name: string; readonly size: number; readonly beganAt: string },
  { offset, entered, passedOver, failed }: IngestProgress,
  finishedAt: string | null,
): Promise<void> {
  const now = { offset, entered, passedOver, failed, finishedAt }
  await db
    .insertInto('ingest')
    .values({ ...row, ...now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(now))
    .execute()
}
