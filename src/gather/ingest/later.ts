/**
 * An ingest spread over workers: the pages of a file are sent to them in the order of the file, and how far it has come
 * is written in the same transaction, so that each is sent once however often this is stopped. No more is sent than they
 * can do soon, since a queue is slow to give out jobs where millions wait in it.
 */
import type { Page } from '../../ledger/entry.ts'
import type { Ledger } from '../../ledger/open.ts'
import { enterTogether } from '../enter.ts'
import { type Clock, systemClock } from '../fetch/clock.ts'
import type { Queue } from '../jobs/queue.ts'
import { sendPages } from '../jobs/read.ts'
import { type Batch, batchesOf } from './batches.ts'
import { fileOf, itemsFrom } from './file.ts'
import type { Ingested } from './ingest.ts'
import { type FollowOptions, progressOf } from './progress.ts'

/** How pages are sent. */
interface LaterOptions extends FollowOptions {
  /** Told how many pages wait when there are too many; it goes on when workers have read them. */
  readonly onWait?: (waiting: number) => void
  /** Pages that may wait for workers. */
  readonly most?: number
  readonly clock?: Clock
}

/** Some minutes' work of a few machines. */
const MOST_WAITING = 4_000
/** How long to wait for workers before it is counted again, in milliseconds. */
const LOOK_MS = 2_000

/**
 * Sends all pages of a file to workers, from where an earlier run stopped; Readings are entered at once.
 * @param path as `ingestFile` takes it
 * @throws {FileError} where it is no such file
 * @throws {LedgerError} where the ledger cannot be written to; what was sent before is kept
 * @throws the system's error where the file cannot be read
 */
export async function ingestLater(
  ledger: Ledger,
  queue: Queue,
  path: string,
  {
    signal,
    onProgress = () => {},
    onFailure = () => {},
    onWait = () => {},
    most = MOST_WAITING,
    clock = systemClock,
  }: LaterOptions,
): Promise<Ingested> {
  const file = await fileOf(path)
  const isoNow = (): string => new Date(clock.now()).toISOString()
  // What was sent is not in: to be taken in here, a file begins anew, and what is there is passed over.
  const known = await progressOf(ledger, file, `${file.key} later`, isoNow())
  let { progress } = known
  if (known.isFinished) return { ...progress, is: 'finished before' }

  const send = async ({ items, end }: Batch, finishedAt: string | null): Promise<void> => {
    const arrivals = items.flatMap((item) => (item.is === 'arrival' ? item.arrival : []))
    const pages = items.flatMap((item): { offset: number; page: Page }[] => (item.is === 'page' ? [item] : []))
    const failed = items.filter((item) => item.is === 'failed')
    let after = progress
    let failures: readonly { readonly offset: number; readonly reason: string }[] = []
    await enterTogether(
      ledger,
      pages.map(({ page }) => page),
      isoNow(),
      async (db, results) => {
        const unentered = results.flatMap((one, at) =>
          'unread' in one ? { offset: pages[at]?.offset ?? end, reason: one.unread } : [],
        )
        await sendPages(db, queue, arrivals)
        failures = [...failed, ...unentered]
        after = {
          ...progress,
          offset: end,
          entered: progress.entered + arrivals.length + pages.length - unentered.length,
          passedOver: progress.passedOver + items.filter(({ is }) => is === 'passed over').length,
          failed: progress.failed + failures.length,
        }
        await known.write(db, after, finishedAt)
      },
    )
    progress = after
    for (const { offset, reason } of failures) onFailure(offset, reason)
    onProgress(progress)
  }

  /** Waits until there is room for more. */
  const room = async (): Promise<void> => {
    for (;;) {
      const { waiting, active } = (await queue.counts()).read
      if (signal.aborted || waiting + active < most) return
      onWait(waiting + active)
      await clock.wait(LOOK_MS, signal).catch(() => {})
    }
  }

  let counted = Number.NEGATIVE_INFINITY
  for await (const one of batchesOf(itemsFrom(file, progress.offset), file.end)) {
    if ('is' in one) {
      onFailure(one.offset, one.reason)
      return { ...progress, is: 'cut' }
    }
    // To count is a look at all that wait, so it is not done for each batch.
    if (progress.entered - counted >= most / 8) {
      await room()
      counted = progress.entered
    }
    if (signal.aborted) return { ...progress, is: 'stopped' }
    await send(one, null)
  }
  await send({ items: [], end: file.end }, isoNow())
  return { ...progress, is: 'finished' }
}
