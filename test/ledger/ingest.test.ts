import { appendFile, chmod, mkdtemp, open, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ingested, ingestFile } from '../../src/gather/ingest/ingest.ts'
import { type PageReader, threadedReader } from '../../src/gather/reading/pool.ts'
import { writeWarc } from '../../src/gather/warc/write.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { drawn } from '../drawn.ts'
import { onEachDatabase } from './databases.ts'
import { harm, hearsay, heldIn, ingestKilled, sendCorpus, workKilled, writeCorpus } from './killing.ts'

const SLOW = 120_000
const PAGES = 90

onEachDatabase(({ name, fresh }) => {
  let folder = ''
  let corpus = ''
  let reader: PageReader
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-ingest-'))
    corpus = join(folder, 'pages.jsonl')
    await writeCorpus(corpus, PAGES)
    reader = threadedReader('rules', 1)
  })
  afterAll(async () => {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ingest = async (
    where: string,
    file: string,
    { stopAfter = Number.POSITIVE_INFINITY } = {},
  ): Promise<Ingested & { failures: string[] }> => {
    const ledger = await openLedger(where)
    const stop = new AbortController()
    const failures: string[] = []
    let batches = 0
    try {
      const done = await ingestFile(ledger, reader, file, {
        signal: stop.signal,
        ahead: 2,
        onProgress: () => {
          if (++batches >= stopAfter) stop.abort()
        },
        onFailure: (offset, reason) => failures.push(`${offset}: ${reason}`),
      })
      return { ...done, failures }
    } finally {
      await ledger.close()
    }
  }

  test(
    'killed at any moment it goes on where it was: nothing lost, doubled or half stored',
    async () => {
      const undisturbed = await fresh()
      expect(await ingest(undisturbed, corpus)).toMatchObject({ is: 'finished', entered: PAGES, failed: 0 })
      const all = await heldIn(undisturbed)
      expect(all).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
      const where = await fresh()
      await ingestKilled(where, corpus, 3, drawn(7))
      expect(harm(await heldIn(where), all)).toEqual({ lost: 0, doubled: 0, half: 0 })
    },
    SLOW,
  )

  test(
    'a worker that is killed leaves its pages to the next',
    async () => {
      const where = await fresh()
      await sendCorpus(where, PAGES)
      await workKilled(where, 2, drawn(11))
      const { rows, doubled, half, faults } = await heldIn(where)
      expect({ captures: rows.capture, doubled, half, faults }).toEqual({
        captures: PAGES,
        doubled: 0,
        half: 0,
        faults: 0,
      })
    },
    SLOW,
  )

  test(
    'stopped it has kept what it began, and begun again it goes on; in the end there is nothing to do',
    async () => {
      const where = await fresh()
      const first = await ingest(where, corpus, { stopAfter: 2 })
      expect(first.is).toBe('stopped')
      expect(first.entered).toBeLessThan(PAGES)
      expect(first.entered).toBeGreaterThanOrEqual(32)
      const second = await ingest(where, corpus)
      expect(second).toMatchObject({ is: 'finished', entered: PAGES, before: { entered: first.entered } })
      expect((await ingest(where, corpus)).is).toBe('finished before')
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
    },
    SLOW,
  )

  test(
    'two that take the same file at once do it once',
    async () => {
      const where = await fresh()
      await (await openLedger(where)).close()
      await Promise.all([ingest(where, corpus), ingest(where, corpus)])
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
    },
    SLOW,
  )

  test(
    'a bad line, a bad record and a cut end cost themselves',
    async () => {
      const where = await fresh()
      const mixed = join(folder, `${name}-mixed.jsonl`)
      const [line = ''] = (await readFile(corpus, 'utf8')).split('\n')
      await writeFile(
        mixed,
        [line, '{"id": "x"}', 'no JSON', '', '{"id": null, "error": "line 3: no page"}'].join('\n'),
      )
      const lines = await ingest(where, mixed)
      expect(lines).toMatchObject({ is: 'finished', entered: 1, passedOver: 2, failed: 2 })

      const page = (at: number) => ({
        url: `https://news.example/${at}`,
        time: '2025-01-05T09:12:00Z',
        response: { status: 200, headers: [['content-type', 'text/html']] as const },
        bytes: Buffer.from(
          `<title>Page ${at}</title><article><h1>Page ${at}</h1><p>${at} people died, police said.</p></article>`,
        ),
      })
      const records: Uint8Array[] = []
      for await (const record of writeWarc([1, 2, 3].map(page), { software: 'test', time: '2025-01-05T09:12:00Z' }))
        records.push(record)
      const [info, one, two, three] = records as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
      const archive = join(folder, `${name}.warc.gz`)
      await writeFile(
        archive,
        Buffer.concat([info, one, Buffer.from('nothing of an archive'), two, three.subarray(0, 60)]),
      )
      const cut = await ingest(where, archive)
      expect(cut).toMatchObject({ is: 'cut', entered: 2 })
      expect(cut.failures).toHaveLength(2)
      expect(cut.offset).toBe((await stat(archive)).size - 60)
    },
    SLOW,
  )

  test(
    'goes on with a file that was cut when it is complete, begins anew where it was altered, and takes nothing twice',
    async () => {
      const where = await fresh()
      const pages = Array.from({ length: 70 }, (_, at) => ({
        url: `https://news.example/${at}`,
        time: '2025-01-05T09:12:00Z',
        response: { status: 200, headers: [['content-type', 'text/html']] as const },
        bytes: Buffer.from(
          `<title>Page ${at}</title><article><h1>Page ${at}</h1><p>${at} people died, police said.</p>${'<!-- fog -->'.repeat(200)}</article>`,
        ),
      }))
      const records: Uint8Array[] = []
      const made = { software: 'test', time: '2025-01-05T09:12:00Z', gzip: false }
      for await (const record of writeWarc(pages, made)) records.push(record)
      const whole = Buffer.concat(records)
      const file = join(folder, `${name}-grown.warc`)
      await writeFile(file, whole.subarray(0, whole.length - 2_000))
      const cut = await ingest(where, file)
      expect(cut).toMatchObject({ is: 'cut', entered: 69 })
      await writeFile(file, whole)
      expect(await ingest(where, file)).toMatchObject({
        is: 'finished',
        entered: 70,
        before: { offset: cut.offset, entered: 69 },
      })
      expect((await ingest(where, file)).is).toBe('finished before')
      const altered = Buffer.from(whole)
      altered.write('99 people', altered.lastIndexOf('69 people'))
      await writeFile(file, altered)
      expect(await ingest(where, file)).toMatchObject({ is: 'finished', entered: 70, before: { offset: 0 } })
      expect((await ingest(where, file)).is).toBe('finished before')
      expect(await heldIn(where)).toMatchObject({ half: 0, faults: 0, rows: { capture: 71 } })
    },
    SLOW,
  )

  test(
    'takes what says nothing of its time once, however often its file is written',
    async () => {
      const where = await fresh()
      const [line = ''] = (await readFile(corpus, 'utf8')).split('\n')
      const { time: _, ...untimed } = JSON.parse(line)
      const files = [1, 2].map((at) => join(folder, `${name}-copy${at}.jsonl`))
      for (const [at, file] of files.entries()) {
        await writeFile(file, `${JSON.stringify(untimed)}\n${'\n'.repeat(at)}`)
        await utimes(file, 1_700_000_000 + at * 9_000, 1_700_000_000 + at * 9_000)
        expect(await ingest(where, file)).toMatchObject({ is: 'finished', entered: 1, before: { offset: 0 } })
      }
      expect(await heldIn(where)).toMatchObject({ faults: 0, rows: { capture: 1 } })
    },
    SLOW,
  )

  if (name === 'SQLite') {
    test(
      'says what is wrong with a ledger that cannot be written to, and loses nothing',
      async () => {
        const where = await fresh()
        const before = await ingest(where, corpus, { stopAfter: 1 })
        if (process.getuid?.() !== 0) {
          await chmod(where, 0o444)
          const { code, said } = await hearsay(where, ['ingest', corpus, '--engine', 'rules'])
          expect([code, said]).toEqual([1, expect.stringContaining('cannot be written to')])
          await chmod(where, 0o644)
        }
        const after = await heldIn(where)
        expect(after).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: before.entered } })
      },
      SLOW,
    )

    test(
      'says that a damaged page is one',
      async () => {
        const where = await fresh()
        await ingest(where, corpus)
        const size = (await stat(where)).size
        const file = await open(where, 'r+')
        for (let at = 8192; at < size; at += 8192) await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, at)
        await file.close()
        const { code, said } = await hearsay(where, ['verify'])
        expect([code, said]).toEqual([1, expect.stringContaining('damaged')])
        await truncate(where, 0)
        await appendFile(where, 'This is no ledger at all, but a letter of some length to somebody.'.repeat(100))
        const other = await hearsay(where, ['verify'])
        expect([other.code, other.said]).toEqual([1, expect.stringContaining('a file of something else')])
      },
      SLOW,
    )
  }
})
