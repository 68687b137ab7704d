// How many pages a second are read, indexed and durably stored, end to end: files into an embedded ledger with as many
// reading threads as asked; the same pages by one and by four workers of a shared ledger.
import { spawn } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openQueue } from '../../src/gather/jobs/open.ts'
import { sendPages } from '../../src/gather/jobs/read.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import { arrivalOf } from '../../test/ledger/killing.ts'
import { inventedPage } from './pages.ts'

export interface IngestBench {
  readonly pages: number
  /** Pages of one's own in place of invented ones: JSON lines, or a WARC file. Embedded only. */
  readonly file?: string
}

const ROOT = join(import.meta.dirname, '../..')
const COMMAND = join(ROOT, 'src/cli/hearsay.ts')
const BATCH = 500

/** Runs a command to its end. @returns seconds of clock and of processor */
async function timed(words: readonly string[]): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [COMMAND, ...words], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`hearsay ${words.join(' ')} ended with ${code}`)
  return (performance.now() - began) / 1000
}

async function count({ db }: Ledger): Promise<number> {
  const { pages } = await db
    .selectFrom('capture')
    .select(({ fn }) => fn.countAll<number>().as('pages'))
    .executeTakeFirstOrThrow()
  return Number(pages)
}

const told = (what: string, pages: number, seconds: number): number => {
  const rate = pages / seconds
  console.log(
    `${what}: ${pages} pages in ${seconds.toFixed(1)} s, ${rate.toFixed(1)} a second (load ${loadavg()[0]?.toFixed(1)})`,
  )
  return rate
}

/** Measures ingest and prints it. */
export async function benchIngest({ pages, file }: IngestBench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-'))
  try {
    const given = file ?? join(folder, 'pages.jsonl')
    if (file === undefined) {
      const corpus = await open(given, 'w')
      for (let at = 0; at < pages; at++)
        await corpus.write(`${JSON.stringify({ id: `p${at}`, ...inventedPage(at) })}\n`)
      await corpus.close()
    }
    console.log(`${availableParallelism()} cores`)
    const where = join(folder, 'bench.ledger')
    const seconds = await timed(['ingest', given, '--ledger', where])
    const ledger = await openLedger(where)
    told('embedded, hearsay ingest', await count(ledger), seconds)
    await ledger.close()
    if (file !== undefined) return
    const postgres = await startPostgres(folder)
    try {
      const rates: number[] = []
      for (const workers of [1, 4]) {
        const shared = await postgres.fresh()
        await sendAll(shared, pages)
        rates.push(await worked(shared, workers, pages))
      }
      console.log(`4 workers against 1, once they run: ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)}x`)
    } finally {
      await postgres.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Share of the pages after which all workers are at it: before that they start, and run code that is not yet compiled. */
const BEGUN = 0.25
/** Milliseconds between two looks at how many pages are in. */
const LOOK_MS = 100

/** Has waiting pages read by workers, and prints how fast. @returns pages a second, once all workers are at it */
async function worked(where: string, workers: number, pages: number): Promise<number> {
  const ledger = await openLedger(where)
  const began = performance.now()
  const ends = Promise.all(
    Array.from({ length: workers }, () => timed(['work', '--once', '--quiet', '--workers', '1', '--ledger', where])),
  )
  let ended = false
  const end = ends.finally(() => {
    ended = true
  })
  const [first, last] = [
    { pages: 0, at: began },
    { pages: 0, at: began },
  ]
  while (!ended && last.pages < pages) {
    await Promise.race([end, sleep(LOOK_MS)])
    Object.assign(last, { pages: await count(ledger), at: performance.now() })
    if (first.pages === 0 && last.pages >= BEGUN * pages) Object.assign(first, last)
  }
  await end
  await ledger.close()
  told(`PostgreSQL, ${workers} worker(s)`, last.pages, (last.at - began) / 1000)
  return told('  once they run', last.pages - first.pages, (last.at - first.at) / 1000)
}

async function sendAll(where: string, pages: number): Promise<void> {
  const ledger = await openLedger(where)
  const queue = await openQueue(ledger)
  for (let from = 0; from < pages; from += BATCH) {
    const arrivals = Array.from({ length: Math.min(BATCH, pages - from) }, (_, i) => arrivalOf(inventedPage(from + i)))
    await ledger.write((db) => sendPages(db, queue, arrivals))
  }
  await queue.close()
  await ledger.close()
}
