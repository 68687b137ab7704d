/**
 * Jobs on the embedded ledger: a table in its file. A worker leases a job for a minute and says so again while it is at
 * it; the jobs of one that was killed go to others when the minute is over.
 */
import { randomUUID } from 'node:crypto'
import type { Ledger, Writing } from '../../ledger/open.ts'
import { systemClock } from '../fetch/clock.ts'
import {
  againAt,
  type FailedJob,
  type Job,
  type JobKind,
  KILLS,
  LEASE_MS,
  MOST_ATTEMPTS,
  noCounts,
  type Queue,
  type QueueOptions,
} from './queue.ts'

/** Candidates that are looked at for each job that is taken, since jobs of busy hosts are passed over. */
const LOOKED_AT = 20
/** Rows written by one statement; SQLite takes 32,766 parameters. */
const TOGETHER = 500

const isoOf = (ms: number): string => new Date(ms).toISOString()

/** The queue of an embedded ledger. */
export function embeddedQueue(ledger: Ledger, { clock = systemClock }: QueueOptions = {}): Queue {
  const worker = randomUUID()
  const now = (): string => isoOf(clock.now())
  const inTurn = <Result>(within: Writing | undefined, work: (db: Writing) => Promise<Result>): Promise<Result> =>
    within === undefined ? ledger.write(work) : work(within)

  return {
    send: (jobs, within) =>
      inTurn(within, async (db) => {
        let added = 0
        for (let from = 0; from < jobs.length; from += TOGETHER) {
          const rows = jobs.slice(from, from + TOGETHER).map(({ kind, key, host = null, data, dueAt }) => ({
            kind,
            key,
            host,
            dataJson: JSON.stringify(data),
            state: 'waiting' as const,
            attempts: 0,
            dueAt: dueAt ?? now(),
            changedAt: now(),
          }))
          const results = await db
            .insertInto('job')
            .values(rows)
            .onConflict((conflict) =>
              conflict
                .columns(['kind', 'key'])
                .doUpdateSet(({ ref }) => ({
                  host: ref('excluded.host'),
                  dataJson: ref('excluded.dataJson'),
                  state: ref('excluded.state'),
                  attempts: 0,
                  dueAt: ref('excluded.dueAt'),
                  changedAt: ref('excluded.changedAt'),
                  reason: null,
                }))
                .where('job.state', '=', 'failed'),
            )
            .returning('id')
            .execute()
          added += results.length
        }
        return added
      }),

    take: async (kinds, most) => {
      if (most < 1 || (await isIdle(ledger, kinds, now()))) return []
      return ledger.write(async (db) => {
        const at = now()
        await db
          .updateTable('job')
          .set({ state: 'failed', reason: KILLS, leasedBy: null, leasedUntil: null, changedAt: at })
          .where('state', '=', 'active')
          .where('leasedUntil', '<', at)
          .where('attempts', '>=', MOST_ATTEMPTS)
          .execute()
        const candidates = await db
          .selectFrom('job')
          .select(['id', 'kind', 'key', 'host', 'dataJson', 'attempts', 'dueAt', 'state', 'leasedUntil'])
          .where('kind', 'in', kinds)
          .where(({ or, and, eb }) =>
            or([
              and([eb('state', '=', 'waiting'), eb('dueAt', '<=', at)]),
              and([eb('state', '=', 'active'), eb('leasedUntil', '<', at)]),
            ]),
          )
          .where(({ or, eb, not, exists, selectFrom }) =>
            or([
              eb('host', 'is', null),
              not(
                exists(
                  selectFrom('job as other')
                    .select('other.id')
                    .whereRef('other.host', '=', 'job.host')
                    .where('other.state', '=', 'active')
                    .where('other.leasedUntil', '>=', at),
                ),
              ),
            ]),
          )
          .orderBy('dueAt')
          .orderBy('id')
          .limit(most * LOOKED_AT)
          .execute()
        const hosts = new Set<string>()
        const taken: Job[] = []
        for (const { id, kind, key, host, dataJson, attempts, dueAt } of candidates) {
          if (taken.length >= most) break
          if (host !== null && hosts.has(host)) continue
          if (host !== null) hosts.add(host)
          taken.push({
            id: String(id),
            kind: kind as JobKind,
            key,
            host,
            data: JSON.parse(dataJson),
            dueAt,
            attempt: attempts + 1,
          })
        }
        if (taken.length > 0)
          await db
            .updateTable('job')
            .set(({ eb }) => ({
              state: 'active',
              leasedBy: worker,
              leasedUntil: isoOf(clock.now() + LEASE_MS),
              attempts: eb('attempts', '+', 1),
            }))
            .where('id', 'in', numbersOf(taken))
            .execute()
        return taken
      })
    },

    hold: async (jobs) => {
      if (jobs.length === 0) return
      await ledger.write((db) =>
        db
          .updateTable('job')
          .set({ leasedUntil: isoOf(clock.now() + LEASE_MS) })
          .where('id', 'in', numbersOf(jobs))
          .where('leasedBy', '=', worker)
          .execute(),
      )
    },

    settle: async (job, outcome) => {
      await ledger.write(async (db) => {
        const id = Number(job.id)
        if (outcome.is === 'done') {
          await db.deleteFrom('job').where('id', '=', id).where('leasedBy', '=', worker).execute()
          return
        }
        if (outcome.is === 'given back') {
          await db
            .updateTable('job')
            .set(({ eb }) => ({
              state: 'waiting',
              leasedBy: null,
              leasedUntil: null,
              attempts: eb('attempts', '-', 1),
            }))
            .where('id', '=', id)
            .where('leasedBy', '=', worker)
            .execute()
          return
        }
        const { reason } = outcome
        const at = outcome.is === 'put off' ? againAt(job.attempt, clock.now(), millisOf(outcome.at)) : null
        await db
          .updateTable('job')
          .set({
            ...(at === null ? { state: 'failed' } : { state: 'waiting', dueAt: isoOf(at) }),
            reason,
            leasedBy: null,
            leasedUntil: null,
            changedAt: now(),
          })
          .where('id', '=', id)
          .where('leasedBy', '=', worker)
          .execute()
      })
    },

    done: async (jobs) => {
      if (jobs.length === 0) return
      await ledger.write((db) =>
        db.deleteFrom('job').where('id', 'in', numbersOf(jobs)).where('leasedBy', '=', worker).execute(),
      )
    },

    counts: async () => {
      const counts = noCounts()
      const at = now()
      const rows = await ledger.db
        .selectFrom('job')
        .select(({ fn, eb }) => [
          'kind',
          'state',
          eb.case().when('dueAt', '>', at).then(1).else(0).end().as('isLater'),
          fn.countAll<number>().as('count'),
        ])
        .groupBy(['kind', 'state', 'isLater'])
        .execute()
      for (const { kind, state, isLater, count } of rows) {
        const name = state === 'waiting' && isLater === 1 ? 'later' : state
        counts[kind as JobKind][name] += Number(count)
      }
      return counts
    },

    failed: async (most) => {
      const rows = await ledger.db
        .selectFrom('job')
        .selectAll()
        .where('state', '=', 'failed')
        .orderBy('changedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute()
      return rows.map(
        (row): FailedJob => ({
          id: String(row.id),
          kind: row.kind as JobKind,
          key: row.key,
          host: row.host,
          data: JSON.parse(row.dataJson),
          attempts: row.attempts,
          reason: row.reason ?? '',
          failedAt: row.changedAt,
        }),
      )
    },

    replay: async (ids) => {
      const { numUpdatedRows } = await ledger.write((db) =>
        db
          .updateTable('job')
          .set({ state: 'waiting', attempts: 0, reason: null, dueAt: now(), changedAt: now() })
          .where('state', '=', 'failed')
          .$if(ids !== undefined, (query) => query.where('id', 'in', (ids ?? []).map(Number)))
          .executeTakeFirstOrThrow(),
      )
      return Number(numUpdatedRows)
    },

    close: async () => {},
  }
}

const numbersOf = (jobs: readonly Job[]): number[] => jobs.map(({ id }) => Number(id))
const millisOf = (at: string | null | undefined): number | null => (at == null ? null : Date.parse(at))

/** Whether nothing can be begun, told without taking the writer's turn. */
async function isIdle({ db }: Ledger, kinds: readonly JobKind[], at: string): Promise<boolean> {
  const due = await db
    .selectFrom('job')
    .select('id')
    .where('kind', 'in', kinds)
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'waiting'), eb('dueAt', '<=', at)]),
        and([eb('state', '=', 'active'), eb('leasedUntil', '<', at)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return due === undefined
}
