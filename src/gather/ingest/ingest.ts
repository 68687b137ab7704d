/**
 * Ingest: files of millions of pages into a ledger. How far it has come is written in the same transaction as the pages,
 * so that it goes on exactly where it was stopped, however it was: nothing lost, nothing twice.
 */
import type { Entered, Page } from '../../ledger/entry.ts'
import type { Ledger } from '../../ledger/open.ts'
import { enterTogether } from '../enter.ts'
import type { Unread } from '../reading/arrival.ts'
import type { PageReader } from '../reading/pool.ts'
import { type Batch, batchesOf } from './batches.ts'
import { fileOf, itemsFrom } from './file.ts'
import type { Item } from './pages.ts'
import { type FollowOptions, type IngestProgress, progressOf } from './progress.ts'

/** How a file is taken in. */
interface IngestOptions extends FollowOptions {
  /** Batches that are read at the same time. */
  readonly ahead: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** What became of a file. */
export interface Ingested extends IngestProgress {
  readonly is: 'finished' | 'stopped' | 'cut' | 'finished before'
}

/**
 * Takes all pages of a file into the ledger, from where an earlier run stopped.
 * @param path a WARC file (gzip by record, or not compressed), or JSON lines of pages or Readings (packed or not)
 * @throws {FileError} where it is no such file
 * @throws {LedgerError} where the ledger cannot be written to; what was entered before is kept
 * @throws the system's error where the file cannot be read
 */
export async function ingestFile(
  ledger: Ledger,
  reader: PageReader,
  path: string,
  { signal, ahead, onProgress = () => {}, onFailure = () => {}, now = Date.now }: IngestOptions,
): Promise<Ingested> {
  const file = await fileOf(path)
  const known = await progressOf(ledger, file, file.key, isoOf(now()))
  let { progress } = known
  if (known.isFinished) return { ...progress, is: 'finished before' }

  /** Enters a batch and how far the file is read with it, as one. */
  const enter = async ({ items, end }: Batch, results: readonly (Page | Unread)[], last: boolean): Promise<void> => {
    const pages = results.filter((one): one is Page => !('unread' in one))
    let after = progress
    let failures: [offset: number, reason: string][] = []
    await enterTogether(ledger, pages, isoOf(now()), async (db, entered) => {
      failures = failuresOf(items, results, entered)
      after = {
        ...progress,
        offset: end,
        entered: progress.entered + entered.filter((one) => !('unread' in one)).length,
        passedOver: progress.passedOver + items.filter(({ is }) => is === 'passed over').length,
        failed: progress.failed + failures.length,
      }
      await known.write(db, after, last ? isoOf(now()) : null)
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
    for await (const one of batchesOf(itemsFrom(file, progress.offset), file.end)) {
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
    if (isWhole && reading.length === 0)
      reading.push({ batch: { items: [], end: file.end }, results: Promise.resolve([]) })
    await enterOldest(true)
    if (cut?.is === 'cut') onFailure(cut.offset, cut.reason)
    return { ...progress, is: signal.aborted ? 'stopped' : cut === null ? 'finished' : 'cut' }
  } finally {
    await Promise.allSettled(reading.map(({ results }) => results))
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString()

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
