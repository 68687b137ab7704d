// Several writers at once, and a clock that is set back between two captures.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { verify } from '../../src/ledger/verify.ts'
import { versionsOf } from '../../src/ledger/versions.ts'
import { arrive, html } from './arriving.ts'
import { onEachDatabase } from './databases.ts'
import { hearsay, heldIn, ingestOf, startHearsay, writeCorpus } from './killing.ts'

const SLOW = 60_000
const PAGES = 12

onEachDatabase(({ fresh }) => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-writers-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test(
    'processes that make one ledger and ingest the same file and others at once all finish, and nothing is doubled',
    async () => {
      const where = await fresh()
      const [same, more] = [join(folder, 'same.jsonl'), join(folder, 'more.jsonl')]
      await writeCorpus(same, PAGES)
      // The same pages and others, in another file.
      await writeCorpus(more, PAGES + 6)
      const writers = [same, same, more, more].map((file) => startHearsay(where, ingestOf(file)))
      const ended = await Promise.all(writers.map((writer) => writer.ended))
      expect(ended.map(({ code, said }) => (code === 0 ? 'done' : said))).toEqual(Array(4).fill('done'))
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES + 6 } })
    },
    SLOW,
  )

  test('a clock set back by an hour: versions stand as the clock has them, and the log says in which order they entered', async () => {
    const ledger = await openLedger(await fresh())
    const page = (most: string): string =>
      html(
        'The flood in Marlow',
        `${most} people died in Marlow when the river rose, the mayor, Anna Berg, said on Monday.`,
      )
    const [before, after] = [page('Up to twelve'), page('Twelve')]
    const captures = [
      [before, '10:00'],
      // The clock is set back here.
      [before, '09:05'],
      [after, '09:30'],
      // It has caught up.
      [after, '10:20'],
    ] as const
    for (const [words, time] of captures)
      for (const isNewCapture of [true, false])
        expect(await arrive(ledger, 'https://news.example/flood', words, `2025-01-05T${time}:00.000Z`)).toMatchObject({
          article: 1,
          version: words === before ? 1 : 2,
          isNewCapture,
        })
    const at = (time: string): string => `2025-01-05T${time}:00.000Z`
    const rows = await ledger.db.selectFrom('version').select(['id', 'firstSeen', 'lastSeen']).orderBy('id').execute()
    expect(rows).toEqual([
      { id: 1, firstSeen: at('09:05'), lastSeen: at('10:00') },
      { id: 2, firstSeen: at('09:30'), lastSeen: at('10:20') },
    ])
    // An archive may bring captures in any order, so the times are believed: it changed, changed back, and changed again.
    const told = await versionsOf(ledger, 1)
    expect(told.map(({ number, firstSeen, lastSeen }) => [number, firstSeen, lastSeen])).toEqual([
      [1, at('09:05'), at('09:05')],
      [2, at('09:30'), at('09:30')],
      [1, at('10:00'), at('10:00')],
      [2, at('10:20'), at('10:20')],
    ])
    expect(await ledger.db.selectFrom('article').selectAll().executeTakeFirst()).toMatchObject({
      versionId: 2,
      firstSeen: at('09:05'),
      lastSeen: at('10:20'),
    })
    const entered = await ledger.db
      .selectFrom('log')
      .select('at')
      .where('kind', '=', 'capture')
      .orderBy('seq')
      .execute()
    expect(entered).toEqual(captures.map(([, time]) => ({ at: at(time) })))
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  })

  test(
    'hearsay verify --head tells that the log was cut',
    async () => {
      const where = await fresh()
      const ledger = await openLedger(where)
      for (const place of ['Marlow', 'Tarn'])
        await arrive(
          ledger,
          `https://news.example/${place}`,
          html(`The flood in ${place}`, `Up to twelve people died in ${place}, the police said on Monday.`),
          '2025-01-05T09:12:00.000Z',
        )
      const whole = await hearsay(where, ['verify'])
      expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was altered or lost: 6 entries') })
      const [, head = ''] = /head: ([0-9a-f]{64})/.exec(whole.said) ?? []
      await ledger.db.deleteFrom('log').where('seq', '=', 6).execute()
      await ledger.close()
      const { code, said } = await hearsay(where, ['verify', '--head', head])
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('the hash that was given is not in it') })
      expect(said).toContain('reading 2: it stands in the ledger, and its entry is not in the log')
    },
    SLOW,
  )
})
