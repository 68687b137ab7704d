/** What workers do with each kind of job. Done twice it is the same as done once. */
import { enterPages, type Page } from '../ledger/entry.ts'
import { verify } from '../ledger/verify.ts'
import { hostOf } from './address/guard.ts'
import { FetchError } from './fetch/errors.ts'
import type { Job, JobRequest, Outcome } from './jobs/queue.ts'
import type { Handler, Task } from './jobs/work.ts'
import { type Gathering, gatherPage, type InFeed } from './page.ts'
import type { Arrival } from './reading/arrival.ts'
import { type PackedArrival, packedArrival, unpackedArrival } from './reading/packed.ts'
import { noteVisit, visitKey } from './visits/visits.ts'

/** What a job to fetch is about. */
interface FetchData {
  readonly url: string
  readonly again: boolean
  readonly entry: InFeed | null
}

/** A job to fetch an address. */
export function fetchJob(
  url: string,
  { again = false, entry = null }: { again?: boolean; entry?: InFeed | null } = {},
): JobRequest {
  const data: FetchData = { url, again, entry }
  return { kind: 'fetch', key: visitKey(url), host: URL.canParse(url) ? hostOf(new URL(url)) : null, data }
}

/** A job to read a page that came. @param key says which it is */
export const readJob = (key: string, arrival: Arrival): JobRequest => ({
  kind: 'read',
  key,
  data: packedArrival(arrival),
})

/** A job to hold the whole ledger against its log. */
export const verifyJob: JobRequest = { kind: 'verify', key: 'ledger', data: null }

/** How the jobs are done. */
export interface TaskOptions {
  /** Hosts that are asked at the same time. */
  readonly hosts: number
  /** Batches that are read at the same time. */
  readonly readers: number
  /** ISO time in UTC. */
  readonly now: () => string
}

/** Pages that are read and entered together. */
const BATCH = 16

/** All tasks of a worker. */
export function tasksOf(gathering: Gathering, { hosts, readers, now }: TaskOptions): Task[] {
  return [
    { kind: 'fetch', handle: oneByOne((job, signal) => fetched(gathering, job, signal, now)), batch: 1, lanes: hosts },
    { kind: 'read', handle: (jobs) => read(gathering, jobs), batch: BATCH, lanes: readers },
    { kind: 'verify', handle: oneByOne(() => verified(gathering)), batch: 1, lanes: 1 },
  ]
}

const oneByOne =
  (handle: (job: Job, signal: AbortSignal) => Promise<Outcome>): Handler =>
  async (jobs, signal) => {
    const outcomes: Outcome[] = []
    for (const job of jobs) outcomes.push(await handle(job, signal))
    return outcomes
  }

async function fetched(gathering: Gathering, { data }: Job, signal: AbortSignal, now: () => string): Promise<Outcome> {
  const { url, again, entry } = data as FetchData
  try {
    const gathered = await gatherPage(gathering, url, { signal, again, entry })
    return gathered.is === 'unread' ? { is: 'failed', reason: gathered.reason } : { is: 'done' }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.kind === 'stopped') return { is: 'given back' }
    if (error.passing) {
      const at = error.retryAt === null ? null : new Date(error.retryAt).toISOString()
      return { is: 'put off', reason: error.message, at }
    }
    await gathering.ledger.write((db) =>
      noteVisit(db, { url, at: now(), hasChanged: false, again: false, reason: error.reason }),
    )
    return { is: 'failed', reason: error.message }
  }
}

async function read({ ledger, reader }: Gathering, jobs: readonly Job[]): Promise<Outcome[]> {
  const results = await reader.read(jobs.map(({ data }) => unpackedArrival(data as PackedArrival)))
  await enterPages(
    ledger,
    results.filter((one): one is Page => !('unread' in one)),
  )
  return results.map((one) => ('unread' in one ? { is: 'failed', reason: one.unread } : { is: 'done' }))
}

async function verified({ ledger }: Gathering): Promise<Outcome> {
  const { faults } = await verify(ledger)
  const [first] = faults
  if (first === undefined) return { is: 'done' }
  return { is: 'failed', reason: `${faults.length} fault(s); ${first.kind} ${first.subject}: ${first.message}` }
}
