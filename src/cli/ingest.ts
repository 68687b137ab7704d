/** `hearsay ingest`: files of millions of pages into the ledger, from where an earlier run stopped. */
import { availableParallelism } from 'node:os'
import type { EngineName } from '../claims/engines.ts'
import type { Ledger } from '../ledger/open.ts'
import { duration } from './duration.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay ingest`, as given. */
export interface IngestCommandOptions extends LedgerOptions {
  readonly workers?: number
  readonly engine: EngineName
}

/** Failures that are told one by one; the rest is counted. */
const TOLD = 20

/** Takes files into the ledger. @returns the exit code: 1 where something could not be read */
export function ingest(files: readonly string[], options: IngestCommandOptions): Promise<number> {
  return saying(async () => {
    const signal = stopOnSignal()
    const ledger = await openNamed(options)
    const { threadedReader } = await import('../gather/reading/pool.ts')
    const workers = options.workers ?? availableParallelism()
    const reader = threadedReader(options.engine, workers)
    try {
      let failed = 0
      for (const file of files) {
        if (!signal.aborted) failed += await ingestOne(ledger, file, { reader, workers, signal })
      }
      return failed > 0 ? 1 : 0
    } finally {
      await reader.close()
      await ledger.close()
    }
  })
}

type With = {
  readonly reader: import('../gather/reading/pool.ts').PageReader
  readonly workers: number
  readonly signal: AbortSignal
}

/** Takes one file in and says what became of it. @returns how much could not be read */
export async function ingestOne(ledger: Ledger, file: string, { reader, workers, signal }: With): Promise<number> {
  const { ingestFile } = await import('../gather/ingest/ingest.ts')
  const started = performance.now()
  let told = 0
  let bar: ReturnType<typeof startProgress> | null = null
  const done = await ingestFile(ledger, reader, file, {
    signal,
    ahead: workers * 2,
    onFailure: (offset, reason) => {
      if (++told > TOLD) return
      bar?.clear()
      complain(`${file} at ${offset}: ${reason}`)
    },
    onProgress: ({ offset, size, entered, before }) => {
      bar ??= startProgress(size, 'pages')
      const seconds = (performance.now() - started) / 1000
      const rate = (entered - before.entered) / seconds
      const left = ((size - offset) * seconds) / Math.max(1, offset - before.offset)
      bar.at(offset, entered, `, ${rate.toFixed(1)} a second, ${duration(left)} left`)
    },
  })
  ;(bar as ReturnType<typeof startProgress> | null)?.clear()
  if (told > TOLD) complain(`${file}: ${told - TOLD} more could not be read`)
  const seconds = (performance.now() - started) / 1000
  const own = done.entered - done.before.entered
  const ends = {
    finished: `all of it is in: ${done.entered} page(s)`,
    'finished before': `it is all in already: ${done.entered} page(s)`,
    stopped: `stopped at ${Math.floor((100 * done.offset) / Math.max(1, done.size))} %; the same command goes on from here`,
    cut: 'it ends in the middle of something; the same command goes on from here when it is complete',
  } as const
  await print(
    `${file}: ${ends[done.is]} (${own} now, ${(own / Math.max(0.001, seconds)).toFixed(1)} a second; ${done.passedOver} no pages, ${done.failed} could not be read)\n`,
  )
  return done.is === 'finished before' ? 0 : told
}
