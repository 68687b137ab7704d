/**
 * Jobs on a shared ledger: pg-boss in a schema of its own in the same database, so that any number of workers on any
 * machines have part in them. Its leases, wake-ups and housekeeping are used; when a job is tried again, and when it is
 * a dead letter, is decided as on the embedded ledger.
 */
import { sql } from 'kysely'
import { fromKysely, type JobInsert, type JobWithMetadata, PgBoss } from 'pg-boss'
import { explained } from '../../ledger/errors.ts'
import type { Ledger, Writing } from '../../ledger/open.ts'
import { systemClock } from '../fetch/clock.ts'
import {
  againAt,
  type FailedJob,
  JOB_KINDS,
  type Job,
  type JobKind,
  type JobRequest,
  KILLS,
  LEASE_MS,
  MOST_ATTEMPTS,
  noCounts,
  type Outcome,
  type Queue,
  type QueueOptions,
} from './queue.ts'

/** Where jobs go that failed. */
const DEAD = 'dead'
/** The number of the advisory lock of whoever takes jobs to fetch: pg-boss alone would let two take one host's. */
const TAKING = 0x6a6f6273
/** A job is its worker's while that says that it is at it; pg-boss knows no longer job than this, in seconds. */
const LONGEST = 24 * 3_600
/** What is done is forgotten after a day, what failed is kept for a year, in seconds. */
const DAY = 86_400
/** Dead letters that are looked at together. */
const TOGETHER = 500

/** What a job carries. */
interface Carried {
  readonly kind: JobKind
  readonly key: string
  readonly host: string | null
  /** As JSON: what text of PostgreSQL cannot hold, a NUL or half a character, is written out in it. */
  readonly dataJson: string
  /** Attempts of earlier lives: a job that is put off is another one for pg-boss. */
  readonly attempts: number
  readonly reason?: string
}

/** The queue of a shared ledger. */
export async function sharedQueue(ledger: Ledger, { clock = systemClock }: QueueOptions = {}): Promise<Queue> {
  const bare = ledger.db.withoutPlugins()
  const boss = new PgBoss({
    connectionString: ledger.where,
    max: 4,
    application_name: 'hearsay jobs',
    schema: 'pgboss',
    schedule: false,
    superviseIntervalSeconds: LEASE_MS / 2_000,
    monitorIntervalSeconds: LEASE_MS / 2_000,
  })
  // What goes wrong in its housekeeping is tried again by itself; what goes wrong in a call is thrown there.
  boss.on('error', () => {})
  const options = {
    policy: 'exclusive',
    expireInSeconds: LONGEST,
    heartbeatSeconds: LEASE_MS / 1_000,
    retryLimit: MOST_ATTEMPTS - 1,
    retryDelay: 1,
    deleteAfterSeconds: DAY,
    retentionSeconds: 365 * DAY,
  }
  await explained(ledger.name, async () => {
    await boss.start()
    await boss.createQueue(DEAD, { ...options, policy: 'standard' })
    for (const kind of JOB_KINDS) await boss.createQueue(kind, { ...options, deadLetter: DEAD })
  })

  const within = (db: Writing) => ({ db: fromKysely(db.withoutPlugins()) })
  const together = <Result>(work: (db: Writing) => Promise<Result>): Promise<Result> =>
    ledger.db.transaction().execute(work)

  const insertOf = (carried: Carried, startAfter: Date | null): JobInsert => ({
    data: {
      ...carried,
      key: storable(carried.key),
      ...(carried.reason === undefined ? {} : { reason: storable(carried.reason) }),
    },
    singletonKey: storable(carried.key),
    ...(startAfter === null ? {} : { startAfter }),
    ...(carried.host === null ? {} : { group: { id: carried.host } }),
  })

  const send = async (jobs: readonly JobRequest[], db: Writing): Promise<number> => {
    let added = 0
    for (const kind of JOB_KINDS) {
      const own = jobs.filter((job) => job.kind === kind)
      if (own.length === 0) continue
      const inserted = await boss.insert(
        kind,
        own.map(({ key, host = null, data, dueAt }) =>
          insertOf({ kind, key, host, dataJson: JSON.stringify(data), attempts: 0 }, dueAt ? new Date(dueAt) : null),
        ),
        { ...within(db), returnId: true },
      )
      added += inserted?.length ?? 0
      // A dead letter of the same job is begun anew by it.
      await sql`delete from pgboss.job where name = ${DEAD} and data->>'kind' = ${kind}
        and data->>'key' in (${sql.join(own.map(({ key }) => storable(key)))})`.execute(db)
    }
    return added
  }

  /** Ends a life of a job, if it is this worker's still. */
  const end = async (job: Job, db: Writing): Promise<boolean> => {
    const { rows } = await sql`delete from pgboss.job where name = ${job.kind} and id = ${idOf(job)}::uuid
      and state = 'active' and retry_count = ${lifeOf(job)} returning id`.execute(db)
    return rows.length > 0
  }

  return {
    send: (jobs, db) => (db === undefined ? together((own) => send(jobs, own)) : send(jobs, db)),

    take: async (kinds, most) => {
      const taken: Job[] = []
      for (const kind of kinds) {
        if (taken.length >= most) break
        const rows = await together(async (db) => {
          if (kind === 'fetch') await sql`select pg_advisory_xact_lock(${sql.lit(TAKING)})`.execute(db)
          return boss.fetch<Carried>(kind, {
            ...within(db),
            includeMetadata: true,
            batchSize: most - taken.length,
            ...(kind === 'fetch' ? { groupConcurrency: 1 } : {}),
          })
        })
        taken.push(...rows.map(jobOf))
      }
      return taken
    },

    hold: async (jobs) => {
      for (const [kind, own] of Map.groupBy(jobs, (job) => job.kind))
        await explained(ledger.name, () =>
          boss.touch(
            kind,
            own.map((job) => ({ id: idOf(job), retryCount: lifeOf(job) })),
          ),
        )
    },

    settle: (job, outcome) => settle(job, outcome),

    done: async (jobs) => {
      for (const [kind, own] of Map.groupBy(jobs, (job) => job.kind))
        await sql`delete from pgboss.job where name = ${kind} and state = 'active' and (id, retry_count) in
          (select * from unnest(${own.map(idOf)}::uuid[], ${own.map(lifeOf)}::integer[]))`.execute(bare)
    },

    counts: async () => {
      const counts = noCounts()
      const { rows } = await sql<{ name: string; state: string; count: number }>`
        select case when name = ${DEAD} then data->>'kind' else name end as name,
          case when name = ${DEAD} then 'failed' when state = 'active' then 'active'
            when start_after > now() then 'later' else 'waiting' end as state,
          count(*) as count
        from pgboss.job where state < 'completed' group by 1, 2`.execute(bare)
      for (const { name, state, count } of rows)
        if (name in counts) counts[name as JobKind][state as 'waiting'] += Number(count)
      return counts
    },

    failed: async (most) => (await deadLetters(most)).map(failedOf),

    replay: async (ids) => {
      let begun = 0
      for (;;) {
        const some = await deadLetters(TOGETHER, ids)
        if (some.length === 0) return begun
        begun += some.length
        // Sending them takes their dead letters away.
        await together((db) =>
          send(
            some.map(({ data: { kind, key, host, dataJson } }) => ({ kind, key, host, data: JSON.parse(dataJson) })),
            db,
          ),
        )
      }
    },

    close: () => boss.stop({ graceful: false }),
  }

  async function settle(job: Job, outcome: Outcome): Promise<void> {
    await together(async (db) => {
      if (!(await end(job, db)) || outcome.is === 'done') return
      const { kind, key, host, data, attempt, dueAt } = job
      const carried: Carried = { kind, key, host, dataJson: JSON.stringify(data), attempts: attempt }
      if (outcome.is === 'given back') {
        await boss.insert(
          kind,
          [insertOf({ ...carried, attempts: attempt - 1 }, dueAt === null ? null : new Date(dueAt))],
          within(db),
        )
        return
      }
      const { reason } = outcome
      const at =
        outcome.is === 'put off' ? againAt(attempt, clock.now(), outcome.at ? Date.parse(outcome.at) : null) : null
      await boss.insert(
        at === null ? DEAD : kind,
        [insertOf({ ...carried, reason }, at === null ? null : new Date(at))],
        within(db),
      )
    })
  }

  async function deadLetters(most: number, ids?: readonly string[]): Promise<Dead[]> {
    const { rows } = await sql<Dead>`select id, data, created_on as "createdOn", source_output as "sourceOutput",
        source_retry_count as "sourceRetryCount"
      from pgboss.job where name = ${DEAD} and state < 'active'
        ${ids === undefined ? sql`` : sql`and id = any(${ids.filter((id) => UUID.test(id))}::uuid[])`}
      order by created_on desc limit ${most}`.execute(bare)
    return rows
  }
}

/** Text as PostgreSQL holds it. */
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed()

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A dead letter; what pg-boss made one itself has why in `sourceOutput`. */
interface Dead {
  readonly id: string
  readonly data: Carried
  readonly createdOn: Date
  readonly sourceOutput: { readonly message?: string } | null
  readonly sourceRetryCount: number | null
}

const failedOf = ({ id, data, createdOn, sourceOutput, sourceRetryCount }: Dead): FailedJob => ({
  id,
  kind: data.kind,
  key: data.key,
  host: data.host,
  data: JSON.parse(data.dataJson),
  attempts: data.attempts + (sourceRetryCount === null ? 0 : sourceRetryCount + 1),
  reason: data.reason ?? sourceOutput?.message ?? KILLS,
  failedAt: createdOn.toISOString(),
})

function jobOf({ id, data, retryCount, startAfter }: JobWithMetadata<Carried>): Job {
  const { kind, key, host, dataJson, attempts } = data
  return {
    id: `${id} ${retryCount}`,
    kind,
    key,
    host,
    data: JSON.parse(dataJson),
    dueAt: startAfter.toISOString(),
    attempt: attempts + retryCount + 1,
  }
}

/** pg-boss's own name for a job, and which of its lives this is. */
const idOf = ({ id }: Job): string => id.slice(0, id.indexOf(' '))
const lifeOf = ({ id }: Job): number => Number(id.slice(id.indexOf(' ') + 1))
