// Ingests that are spread over workers: what is sent, and what it has become when they are done.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ingest } from '../../src/cli/ingest.ts'
import { systemClock } from '../../src/gather/fetch/clock.ts'
import { openFetcher } from '../../src/gather/fetch/fetcher.ts'
import { DEFAULT_SETTINGS } from '../../src/gather/fetch/settings.ts'
import { ingestFile } from '../../src/gather/ingest/ingest.ts'
import { ingestLater } from '../../src/gather/ingest/later.ts'
import { openQueue } from '../../src/gather/jobs/open.ts'
import type { Queue } from '../../src/gather/jobs/queue.ts'
import { work } from '../../src/gather/jobs/work.ts'
import { type PageReader, threadedReader } from '../../src/gather/reading/pool.ts'
import { ephemeralSiteFiles } from '../../src/gather/robots/site-files.ts'
import { tasksOf } from '../../src/gather/tasks.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { onEachDatabase } from './databases.ts'
import { type Held, heldIn, writeCorpus } from './killing.ts'

const SLOW = 120_000
const PAGES = 60

onEachDatabase(({ name, fresh }) => {
  let folder = ''
  let corpus = ''
  let reader: PageReader
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-later-'))
    corpus = join(folder, 'pages.jsonl')
    await writeCorpus(corpus, PAGES)
    reader = threadedReader('rules', 1)
  })
  afterAll(async () => {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  })

  const opened = async <Result>(where: string, use: (ledger: Ledger, queue: Queue) => Promise<Result>) => {
    const ledger = await openLedger(where)
    const queue = await openQueue(ledger)
    try {
      return await use(ledger, queue)
    } finally {
      await queue.close()
      await ledger.close()
    }
  }
  /** Works until nothing is left to do. */
  const worked = (ledger: Ledger, queue: Queue): Promise<void> => {
    const settings = DEFAULT_SETTINGS
    const fetcher = openFetcher({ settings, files: ephemeralSiteFiles() })
    const tasks = tasksOf({ ledger, fetcher, reader, queue, settings }, { hosts: 1, readers: 1, clock: systemClock })
    return work(queue, tasks, { signal: new AbortController().signal, untilIdle: true, pollMs: 20 })
  }
  const bodies = async ({ db }: Ledger): Promise<number> =>
    (await db.selectFrom('body').select('sha256').execute()).length

  test(
    'a file that is sent, stopped and sent on is in when workers are done, as if it had been read here',
    async () => {
      const undisturbed = await fresh()
      await opened(undisturbed, (ledger) =>
        ingestFile(ledger, reader, corpus, { signal: new AbortController().signal, ahead: 1 }),
      )
      const where = await fresh()
      await opened(where, async (ledger, queue) => {
        const stop = new AbortController()
        const first = await ingestLater(ledger, queue, corpus, { signal: stop.signal, onProgress: () => stop.abort() })
        expect(first).toMatchObject({ is: 'stopped', entered: 16 })
        const { signal } = new AbortController()
        const second = await ingestLater(ledger, queue, corpus, { signal })
        expect(second).toMatchObject({ is: 'finished', entered: PAGES, before: { entered: 16 } })
        expect((await ingestLater(ledger, queue, corpus, { signal })).is).toBe('finished before')
        // All that came is in the ledger before anybody has read it, and a job carries none of it.
        expect([(await queue.counts()).read.waiting, await bodies(ledger)]).toEqual([PAGES, PAGES])
        const [job] = await queue.take(['read'], 1)
        expect(JSON.stringify(job?.data).length).toBeLessThan(600)
        if (job) await queue.settle(job, { is: 'given back' })
        await worked(ledger, queue)
        expect((await queue.counts()).read).toEqual({ waiting: 0, later: 0, active: 0, failed: 0 })
      })
      // Origins may be others where pages enter in another order; what they are made of may not.
      const own = ({ capture, body, article, version, reading, claim }: Held['rows']) => [
        [capture, body, article, version, reading],
        claim,
      ]
      const held = await heldIn(where)
      expect(held).toMatchObject({ doubled: 0, half: 0, faults: 0 })
      expect(own(held.rows)).toEqual(own((await heldIn(undisturbed)).rows))
      expect(held.rows.capture).toBe(PAGES)
    },
    SLOW,
  )

  test(
    'what is sent twice is done once, what is no page is a dead letter with its address, and a bad line is told',
    async () => {
      const [line = ''] = (await readFile(corpus, 'utf8')).split('\n')
      const empty = JSON.stringify({ url: 'https://news.example/empty', html: '<html><body></body></html>' })
      const mixed = join(folder, `${name}.jsonl.gz`)
      await writeFile(mixed, gzipSync([line, 'no JSON', empty, line].join('\n')))
      await opened(await fresh(), async (ledger, queue) => {
        const failures: string[] = []
        const done = await ingestLater(ledger, queue, mixed, {
          signal: new AbortController().signal,
          onFailure: (_, reason) => failures.push(reason),
        })
        expect(done).toMatchObject({ is: 'finished', failed: 1, size: null })
        expect(failures).toEqual([expect.stringContaining('not JSON')])
        expect((await queue.counts()).read.waiting).toBe(2)
        await worked(ledger, queue)
        expect(await ledger.db.selectFrom('capture').select('url').execute()).toHaveLength(1)
        const [failed] = await queue.failed(10)
        expect(failed?.reason).toMatch(/^https:\/\/news\.example\/empty: /)
        expect(await queue.replay()).toBe(1)
      })
    },
    SLOW,
  )

  test(
    'no more is sent than workers can do soon, and readings are entered at once',
    async () => {
      const readings = join(folder, `${name}-readings.jsonl`)
      const reading = { id: 'r', article: { text: 'Two people died, the police said.' }, claims: [] }
      await writeFile(readings, `${JSON.stringify(reading)}\n`)
      await opened(await fresh(), async (ledger, queue) => {
        const stop = new AbortController()
        const waits: number[] = []
        const onWait = (waiting: number): void => {
          waits.push(waiting)
          stop.abort()
        }
        const done = await ingestLater(ledger, queue, corpus, { signal: stop.signal, most: 20, onWait })
        expect([done.is, done.entered, waits]).toEqual(['stopped', 32, [32]])
        const { signal } = new AbortController()
        expect(await ingestLater(ledger, queue, readings, { signal })).toMatchObject({ is: 'finished', entered: 1 })
        expect(await ledger.db.selectFrom('capture').select('id').execute()).toHaveLength(1)
      })
    },
    SLOW,
  )

  if (name === 'SQLite')
    test('the command says what to do in place of it where the ledger is a file', async () => {
      const said: string[] = []
      const { write } = process.stderr
      process.stderr.write = ((text: string) => said.push(text) > 0) as typeof write
      try {
        expect(await ingest([corpus], { ledger: join(folder, 'own.ledger'), later: true, engine: 'rules' })).toBe(1)
      } finally {
        process.stderr.write = write
      }
      expect(said.join('')).toContain('leave --later out')
    })
})
