/** `hearsay reread`: versions that another engine or edition has read are read again, from the pages as they were kept. */
import { availableParallelism } from 'node:os'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { Ledger } from '../ledger/open.ts'
import {
  countUnread,
  type Reread,
  rereadVersions,
  unreadNumbers,
  unreadVersions,
  type Wanted,
} from '../ledger/reread.ts'
import { duration } from './duration.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay reread`, as given. */
export interface RereadOptions extends LedgerOptions, Wanted {
  readonly engine: EngineChoice
  readonly workers?: number
  readonly later?: boolean
}

/** Jobs that are sent together. */
const SENT = 500

/** Leaves it to hearsay run or hearsay work. */
async function leave(ledger: Ledger, engine: EngineChoice, wanted: Wanted): Promise<number> {
  const { readerOf } = await import('../gather/reading/engines.ts')
  const { openQueue } = await import('../gather/jobs/open.ts')
  const { rereadJob } = await import('../gather/reread.ts')
  try {
    const queue = await openQueue(ledger)
    try {
      let [after, sent] = [0, 0]
      for (;;) {
        const versions = await unreadNumbers(ledger, readerOf(engine), { ...wanted, after, limit: SENT })
        if (versions.length === 0) break
        after = versions.at(-1) ?? after
        sent += await queue.send(versions.map(rereadJob))
      }
      await print(`${sent} version(s) wait to be read again: hearsay run (or hearsay work) does it.\n`)
      return 0
    } finally {
      await queue.close()
    }
  } finally {
    await ledger.close()
  }
}

/** Versions that are kept in one transaction. */
const BATCH = 16
/** Failures that are told one by one; the rest is counted. */
const TOLD = 20

/** Reads again what the engine at hand has not read. @returns the exit code: 1 where something was not read */
export function reread({ engine, workers, article, since, all, later, ...options }: RereadOptions): Promise<number> {
  return saying(async () => {
    const wanted: Wanted = {
      ...(article === undefined ? {} : { article }),
      ...(since === undefined ? {} : { since }),
      ...(all === undefined ? {} : { all }),
    }
    const signal = stopOnSignal()
    const ledger = await openNamed(options, { if: 'existing' })
    if (later) return await leave(ledger, engine, wanted)
    const { threadedReader } = await import('../gather/reading/pool.ts')
    const threads = workers ?? availableParallelism()
    const pool = threadedReader(engine, threads)
    const { reader } = pool
    const total = await countUnread(ledger, reader, wanted)
    const bar = startProgress(total, 'versions')
    const started = performance.now()
    let [after, done, failed] = [0, 0, 0]
    let isWhole = false
    try {
      while (!signal.aborted) {
        const versions = await unreadVersions(ledger, reader, { ...wanted, after, limit: BATCH * threads })
        if (versions.length === 0) {
          isWhole = true
          break
        }
        after = versions.at(-1)?.version ?? after
        const batches = Array.from({ length: Math.ceil(versions.length / BATCH) }, (_, i) =>
          versions.slice(i * BATCH, (i + 1) * BATCH),
        )
        const read = await Promise.all(batches.map((batch) => pool.reread(batch.map(({ article: kept }) => kept))))
        for (const [i, batch] of batches.entries()) {
          const found = batch.flatMap(({ version }, at): Reread[] => {
            const one = read[i]?.[at]
            if (one !== undefined && !('unread' in one)) return [{ version, found: one }]
            failed++
            bar.clear()
            if (failed <= TOLD) complain(`version ${version}: ${one?.unread ?? 'it was not read'}`)
            return []
          })
          await rereadVersions(ledger, reader, found, new Date().toISOString())
          done += found.length
          const seconds = (performance.now() - started) / 1000
          const left = ((total - done - failed) * seconds) / Math.max(1, done + failed)
          bar.at(done + failed, done, `, ${(done / seconds).toFixed(1)} a second, ${duration(left)} left`)
        }
      }
      bar.clear()
      const stopped = isWhole ? '' : '; stopped: the same command goes on from here'
      await print(
        `${done} of ${total} version(s) read again by ${reader.engine} ${reader.edition}; ${failed} could not be read${stopped}\n`,
      )
      return failed > 0 || !isWhole ? 1 : 0
    } finally {
      bar.clear()
      await pool.close()
      await ledger.close()
    }
  })
}
