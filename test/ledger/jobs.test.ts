import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { openQueue } from '../../src/gather/jobs/open.ts'
import type { JobRequest, Queue } from '../../src/gather/jobs/queue.ts'
import { work } from '../../src/gather/jobs/work.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { onEachDatabase } from './databases.ts'

const job = (key: string, more: Partial<JobRequest> = {}): JobRequest => ({
  kind: 'fetch',
  key,
  data: { key },
  ...more,
})

/** pg-boss's look for jobs whose worker is silent, which it takes every half minute. */
async function superviseOnce(ledger: Ledger): Promise<void> {
  const boss = new PgBoss({ connectionString: ledger.where, schedule: false, supervise: false })
  await boss.start()
  await boss.supervise('fetch')
  await boss.stop({ graceful: false })
}

onEachDatabase(({ name, fresh }) => {
  const opened = async (where?: string): Promise<{ ledger: Ledger; queue: Queue; close: () => Promise<void> }> => {
    const ledger = await openLedger(where ?? (await fresh()))
    const queue = await openQueue(ledger)
    return {
      ledger,
      queue,
      close: async () => {
        await queue.close()
        await ledger.close()
      },
    }
  }
  /** As if so many seconds had passed since its worker was heard of. */
  const silent = async ({ ledger }: { ledger: Ledger }, seconds: number): Promise<void> => {
    if (name === 'SQLite') {
      const then = new Date(Date.now() - seconds * 1000 + 60_000).toISOString()
      await ledger.db.updateTable('job').set({ leasedUntil: then }).where('state', '=', 'active').execute()
      return
    }
    const past = sql`now() - ${sql.lit(`${seconds} seconds`)}::interval`
    await sql`update pgboss.job set heartbeat_on = ${past} where state = 'active'`.execute(ledger.db)
    // It looks once in a while only.
    await sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`.execute(ledger.db)
    await superviseOnce(ledger)
    await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(ledger.db)
  }

  test('sends a job once for its key, until it is done', async () => {
    const { queue, close } = await opened()
    expect(await queue.send([job('a'), job('b')])).toBe(2)
    expect(await queue.send([job('a'), job('c'), job('a', { kind: 'read' })])).toBe(2)
    const [a] = await queue.take(['fetch'], 1)
    expect(a).toMatchObject({ kind: 'fetch', key: 'a', data: { key: 'a' }, attempt: 1 })
    expect(await queue.send([job('a')])).toBe(0)
    if (a) await queue.settle(a, { is: 'done' })
    expect(await queue.send([job('a')])).toBe(1)
    expect((await queue.counts()).fetch).toEqual({ waiting: 3, later: 0, active: 0, failed: 0 })
    await close()
  })

  test('gives jobs of one host to one worker at a time', async () => {
    const where = await fresh()
    const [one, other] = [await opened(where), await opened(where)]
    await one.queue.send(['a1', 'a2', 'a3', 'b1', 'b2'].map((key) => job(key, { host: key.slice(0, 1) })))
    const taken = await Promise.all([one.queue.take(['fetch'], 5), other.queue.take(['fetch'], 5)])
    const hosts = (jobs: readonly { host: string | null }[]) => jobs.map(({ host }) => host).sort()
    expect(hosts(taken.flat())).toEqual(['a', 'b'])
    const a = taken.flat().find(({ host }) => host === 'a')
    const holder = taken[0].some(({ host }) => host === 'a') ? one : other
    if (a) await holder.queue.settle(a, { is: 'done' })
    expect(hosts(await other.queue.take(['fetch'], 5))).toEqual(['a'])
    await one.close()
    await other.close()
  })

  test('puts a job off until the time that it names, and makes it a dead letter after the last try', async () => {
    const { ledger, queue, close } = await opened()
    await queue.send([job('a')])
    const at = new Date(Date.now() + 3_600_000).toISOString()
    const [first] = await queue.take(['fetch'], 1)
    if (first) await queue.settle(first, { is: 'put off', reason: 'busy', at })
    expect(await queue.take(['fetch'], 1)).toEqual([])
    expect((await queue.counts()).fetch).toEqual({ waiting: 0, later: 1, active: 0, failed: 0 })
    for (let attempt = 2; attempt <= 6; attempt++) {
      if (name === 'SQLite') await ledger.db.updateTable('job').set({ dueAt: '2020-01-01T00:00:00.000Z' }).execute()
      else await sql`update pgboss.job set start_after = now()`.execute(ledger.db)
      const [again] = await queue.take(['fetch'], 1)
      expect(again?.attempt).toBe(attempt)
      if (again) await queue.settle(again, { is: 'put off', reason: `busy ${attempt}` })
    }
    expect((await queue.counts()).fetch).toEqual({ waiting: 0, later: 0, active: 0, failed: 1 })
    expect(await queue.failed(10)).toMatchObject([
      { kind: 'fetch', key: 'a', data: { key: 'a' }, attempts: 6, reason: 'busy 6' },
    ])
    await close()
  })

  test('shows what failed, and begins it anew when it is told to or when it is sent again', async () => {
    const { queue, close } = await opened()
    await queue.send([job('a'), job('b'), job('c')])
    for (const one of await queue.take(['fetch'], 3)) await queue.settle(one, { is: 'failed', reason: `no ${one.key}` })
    const failed = await queue.failed(10)
    expect(failed.map(({ key, reason }) => `${key}: ${reason}`).sort()).toEqual(['a: no a', 'b: no b', 'c: no c'])
    expect(await queue.replay([failed.find(({ key }) => key === 'b')?.id ?? ''])).toBe(1)
    expect(await queue.send([job('c')])).toBe(1)
    expect((await queue.counts()).fetch).toEqual({ waiting: 2, later: 0, active: 0, failed: 1 })
    expect(await queue.replay()).toBe(1)
    expect((await queue.take(['fetch'], 5)).map(({ key, attempt }) => `${key} ${attempt}`).sort()).toEqual([
      'a 1',
      'b 1',
      'c 1',
    ])
    await close()
  })

  test('brings back the jobs of a worker that was killed, and listens to it no more', async () => {
    const where = await fresh()
    const [killed, other] = [await opened(where), await opened(where)]
    await killed.queue.send([job('a', { host: 'news.example' })])
    const [job1] = await killed.queue.take(['fetch'], 1)
    expect(await other.queue.take(['fetch'], 1)).toEqual([])
    await silent(other, 120)
    const [again] = await other.queue.take(['fetch'], 1)
    expect(again).toMatchObject({ key: 'a', attempt: 2 })
    if (job1) await killed.queue.settle(job1, { is: 'failed', reason: 'too late' })
    if (job1) await killed.queue.done([job1])
    expect((await other.queue.counts()).fetch).toEqual({ waiting: 0, later: 0, active: 1, failed: 0 })
    if (again) await other.queue.done([again])
    expect((await other.queue.counts()).fetch).toEqual({ waiting: 0, later: 0, active: 0, failed: 0 })
    await killed.close()
    await other.close()
  })

  test('carries what a hostile page may hold, and says so in its reasons', async () => {
    const { queue, close } = await opened()
    const hostile = { url: 'https://news.example/\u0000', html: 'half a character \ud800, and none \u0000' }
    expect(await queue.send([job('a\u0000\ud800', { data: hostile })])).toBe(1)
    expect(await queue.send([job('a\u0000\ud800', { data: hostile })])).toBe(0)
    const [first] = await queue.take(['fetch'], 1)
    expect(first?.data).toEqual(hostile)
    if (first) await queue.settle(first, { is: 'put off', reason: 'busy \u0000', at: '2020-01-01T00:00:00.000Z' })
    expect((await queue.counts()).fetch).toMatchObject({ later: 1 })
    await close()
  })

  test('makes a dead letter of a job whose worker ends each time', async () => {
    const { ledger, queue, close } = await opened()
    await queue.send([job('a')])
    for (let attempt = 1; attempt <= 6; attempt++) {
      expect(await queue.take(['fetch'], 1)).toMatchObject([{ attempt }])
      await silent({ ledger }, 120)
    }
    expect(await queue.take(['fetch'], 1)).toEqual([])
    expect(await queue.failed(10)).toMatchObject([{ key: 'a', attempts: 6, reason: expect.any(String) }])
    expect((await queue.counts()).fetch).toEqual({ waiting: 0, later: 0, active: 0, failed: 1 })
    await close()
  })

  test('leaves a job to its worker for as long as that is at it', async () => {
    const { ledger, queue, close } = await opened()
    await queue.send([job('a')])
    const [held] = await queue.take(['fetch'], 1)
    if (name === 'PostgreSQL')
      await sql`update pgboss.job set started_on = now() - interval '16 minutes' where state = 'active'`.execute(
        ledger.db,
      )
    if (held) await queue.hold([held])
    if (name === 'PostgreSQL') await superviseOnce(ledger)
    expect(await queue.take(['fetch'], 1)).toEqual([])
    expect((await queue.counts()).fetch).toMatchObject({ active: 1 })
    await close()
  })

  test('sends within a transaction, or not at all', async () => {
    const { ledger, queue, close } = await opened()
    await expect(
      ledger.write(async (db) => {
        await queue.send([job('a')], db)
        throw new Error('no further')
      }),
    ).rejects.toThrow('no further')
    expect(await queue.take(['fetch'], 1)).toEqual([])
    await close()
  })

  test('works in batches, one job failing alone, and stops when told with nothing lost', async () => {
    const { queue, close } = await opened()
    await queue.send(Array.from({ length: 40 }, (_, i) => job(`${i}`, { kind: 'read' })))
    const sizes: number[] = []
    const done = new Set<string>()
    const stop = new AbortController()
    const task = {
      kind: 'read',
      batch: 8,
      lanes: 2,
      handle: async (jobs: readonly { key: string }[]) => {
        sizes.push(jobs.length)
        if (jobs.some(({ key }) => key === '3')) throw new Error('three')
        for (const { key } of jobs) done.add(key)
        if (done.size >= 16) stop.abort()
        return jobs.map(() => ({ is: 'done' as const }))
      },
    } as const
    await work(queue, [task], { signal: stop.signal, pollMs: 10 })
    expect(Math.max(...sizes)).toBe(8)
    const { waiting, later, active } = (await queue.counts()).read
    expect(active).toBe(0)
    expect(later).toBe(1)
    expect(waiting + later + done.size).toBe(40)
    await work(queue, [task], { signal: new AbortController().signal, untilIdle: true, pollMs: 10 })
    expect(done.size).toBe(39)
    await close()
  })
})
