import { expect, test } from 'vitest'
import type { Clock } from '../../src/gather/fetch/clock.ts'
import type { Job } from '../../src/gather/jobs/queue.ts'
import type { PageReader } from '../../src/gather/reading/pool.ts'
import { rereadJob, rereadJobs } from '../../src/gather/reread.ts'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { countUnread, unreadNumbers } from '../../src/ledger/reread.ts'
import { verify } from '../../src/ledger/verify.ts'
import { onEachDatabase } from './databases.ts'
import { foundIn, LATER, tell } from './telling.ts'

const HOMES = 'Some 200 families lost their homes, the regional police said.'
const SCHOOL = 'The mayor Ann Lee said that the school was safe.'

const clock: Clock = { now: () => Date.parse('2025-02-01T00:00:00.000Z'), wait: async () => {} }
const reader = { engine: 'rules', edition: '2' }
const asked: string[] = []
const pages: PageReader = {
  reader,
  read: async () => [],
  reread: async (articles) => {
    asked.push(...articles.map(({ text }) => text))
    return Promise.all(
      articles.map(async ({ text }) =>
        text.includes('bad') ? { unread: 'it is bad' } : { claims: await foundIn(text), headline: null },
      ),
    )
  },
  close: async () => {},
}
const jobOf = (version: number): Job => ({
  ...rereadJob(version),
  host: null,
  dueAt: null,
  id: `${version}`,
  attempt: 1,
})

onEachDatabase(({ fresh }) => {
  test('workers read kept versions again, once, and what people corrected holds', async () => {
    const ledger = await openLedger(await fresh())
    const [homes = 0] = await tell(ledger, HOMES)
    await tell(ledger, [HOMES, SCHOOL].join('\n\n'), { at: LATER })
    await tell(ledger, 'This is bad.', { url: 'https://news.example/bad' })
    await correct(ledger, homes, { field: 'place', name: 'Harbour Town' }, { by: 'Kim', at: LATER, why: 'It says so.' })
    const versions = await unreadNumbers(ledger, reader, { all: true, after: 0, limit: 10 })
    expect(versions).toHaveLength(3)
    expect(await unreadNumbers(ledger, reader, { after: 0, limit: 10 })).toEqual(versions.slice(1))
    expect(await unreadNumbers(ledger, reader, { since: LATER, all: true, after: 0, limit: 10 })).toEqual([versions[1]])
    const outcomes = await rereadJobs({ ledger, reader: pages }, versions.map(jobOf), clock)
    expect(outcomes.map(({ is }) => is)).toEqual(['done', 'done', 'failed'])
    expect(await countUnread(ledger, reader, { all: true })).toBe(1)
    asked.length = 0
    expect(await rereadJobs({ ledger, reader: pages }, versions.slice(0, 2).map(jobOf), clock)).toEqual([
      { is: 'done' },
      { is: 'done' },
    ])
    expect(asked).toEqual([])
    const places = await ledger.db
      .selectFrom('claim')
      .select('place')
      .where('isCurrent', '=', 1)
      .orderBy('id')
      .execute()
    expect(places).toEqual([{ place: 'Harbour Town' }, { place: null }])
    const readings = await ledger.db.selectFrom('reading').select(['edition', 'isCurrent']).orderBy('id').execute()
    expect(readings.map(({ edition, isCurrent }) => `${edition} ${isCurrent}`)).toEqual([
      '1 0',
      '1 0',
      '1 1',
      '2 1',
      '2 1',
    ])
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  })
})
