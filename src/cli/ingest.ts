/** `hearsay ingest`: files of millions of pages into the ledger, from where an earlier run stopped. */
import { availableParallelism } from 'node:os'
import type { Ingested } from '../gather/ingest/ingest.ts'
import type { FollowOptions } from '../gather/ingest/progress.ts'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Ledger } from '../ledger/open.ts'
import { duration } from './duration.ts'
import { explained, InputError, isAddress } from './input.ts'
import { isShared, type LedgerOptions, ledgerAt, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay ingest`, as given. */
export interface IngestCommandOptions extends LedgerOptions {
  readonly workers?: number
  readonly later?: boolean
  readonly engine: EngineChoice
}

/** Failures that are told one by one; the rest is counted. */
const TOLD = 20

/** Takes files into the ledger. @returns the exit code: 1 where something could not be read, or was not come to */
export function ingest(files: readonly string[], options: IngestCommandOptions): Promise<number> {
  return saying(async () => {
    if (options.later && !isShared(ledgerAt(options)))
      throw new InputError(
        '--later is for a shared ledger: --ledger postgres://user@host/database. This one is a file, which one process writes at a time: leave --later out, and its pages are read on all cores of this machine.',
      )
    const signal = stopOnSignal()
    const ledger = await openNamed(options)
    try {
      const undone = await (options.later ? sent(ledger, files, signal) : read(ledger, files, options, signal))
      return undone > 0 ? 1 : 0
    } finally {
      await ledger.close()
    }
  })
}

/** Reads files here. @returns how much was left undone */
async function read(
  ledger: Ledger,
  files: readonly string[],
  { engine, workers = availableParallelism() }: IngestCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const { threadedReader } = await import('../gather/reading/pool.ts')
  const reader = threadedReader(engine, workers)
  try {
    let undone = 0
    for (const file of files) undone += signal.aborted ? 1 : await ingestOne(ledger, file, { reader, workers, signal })
    return undone
  } finally {
    await reader.close()
  }
}

/** Sends the pages of files to workers. @returns how much was left undone */
async function sent(ledger: Ledger, files: readonly string[], signal: AbortSignal): Promise<number> {
  const { openQueue } = await import('../gather/jobs/open.ts')
  const { ingestLater } = await import('../gather/ingest/later.ts')
  const queue = await openQueue(ledger)
  try {
    let undone = 0
    for (const file of files) {
      if (signal.aborted) {
        undone++
        continue
      }
      let hasWaited = false
      const onWait = (waiting: number): void => {
        if (!hasWaited) complain(`${waiting} pages wait to be read: hearsay work does it, on any machine`)
        hasWaited = true
      }
      undone += await followed(file, 'sent', (follow) =>
        ingestLater(ledger, queue, file, { ...follow, signal, onWait }),
      )
    }
    const { waiting, active } = (await queue.counts()).read
    if (waiting + active > 0)
      await print(`${waiting + active} page(s) to read: hearsay work does it, on any machine.\n`)
    return undone
  } finally {
    await queue.close()
  }
}

interface With {
  readonly reader: PageReader
  readonly workers: number
  readonly signal: AbortSignal
}

/** Takes one file in and says what became of it. @returns how much was left undone */
export function ingestOne(ledger: Ledger, file: string, { reader, workers, signal }: With): Promise<number> {
  return followed(file, 'in', async (follow) => {
    const { ingestFile } = await import('../gather/ingest/ingest.ts')
    return ingestFile(ledger, reader, file, { ...follow, signal, ahead: workers * 2 })
  })
}

/**
 * Follows a file being taken in, and says what became of it.
 * @param where what its pages are in the end
 * @returns how much of it could not be read, by this run or an earlier one, or was not come to
 */
async function followed(
  file: string,
  where: 'in' | 'sent',
  take: (follow: Pick<FollowOptions, 'onFailure' | 'onProgress'>) => Promise<Ingested>,
): Promise<number> {
  const started = performance.now()
  let told = 0
  let bar: ReturnType<typeof startProgress> | null = null
  const took = take({
    onFailure: (offset, reason) => {
      if (++told > TOLD) return
      bar?.clear()
      complain(`${file} at ${offset}: ${reason}`)
    },
    onProgress: ({ offset, size, entered, before }) => {
      bar ??= startProgress(size ?? 0, 'pages')
      const seconds = (performance.now() - started) / 1000
      const rate = `, ${((entered - before.entered) / seconds).toFixed(1)} a second`
      const left =
        size === null ? '' : `, ${duration(((size - offset) * seconds) / Math.max(1, offset - before.offset))} left`
      bar.at(offset, entered, rate + left)
    },
  })
  let done: Ingested
  try {
    done = await took
  } catch (error) {
    if ((error as Error).name === 'LedgerError') throw error
    const isSaid = (error as Error).name === 'FileError'
    if (!isSaid && !/^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    complain(
      isAddress(file)
        ? `${file}: this is an address, and a file is wanted here. hearsay add fetches addresses.`
        : isSaid
          ? `${file}: ${(error as Error).message}`
          : explained(error, file).message,
    )
    return told + 1
  } finally {
    ;(bar as ReturnType<typeof startProgress> | null)?.clear()
  }
  if (told > TOLD) complain(`${file}: ${told - TOLD} more could not be read`)
  await print(`${file}: ${endOf(done, where)} ${ownOf(done, (performance.now() - started) / 1000)}\n`)
  return done.failed + (done.is === 'stopped' || done.is === 'cut' ? 1 : 0)
}

/** How it ended, in words. */
function endOf({ is, offset, size, entered }: Ingested, where: 'in' | 'sent'): string {
  const so = where === 'in' ? 'in' : 'sent to workers'
  if (is === 'finished') return `all of it is ${so}: ${entered} page(s)`
  if (is === 'finished before') return `it is all ${so} already: ${entered} page(s)`
  if (is === 'cut')
    return `it ends in the middle of something, and what is before that is ${so}; the same command goes on from here when it is complete`
  const share = size === null ? '' : ` at ${Math.floor((100 * offset) / Math.max(1, size))} %`
  return `stopped${share}; the same command goes on from here`
}

/** What this run did of it. */
function ownOf({ entered, before, passedOver, failed }: Ingested, seconds: number): string {
  const own = entered - before.entered
  return `(${own} now, ${(own / Math.max(0.001, seconds)).toFixed(1)} a second; ${passedOver} no pages, ${failed} could not be read)`
}
