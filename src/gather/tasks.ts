/** What workers do with each kind of job. Done twice it is the same as done once. */
import type { Entered, Page } from '../ledger/entry.ts'
import { verify } from '../ledger/verify.ts'
import { enterTogether } from './enter.ts'
import type { Clock } from './fetch/clock.ts'
import { FetchError } from './fetch/errors.ts'
import { gapOf } from './fetch/polite.ts'
import type { GatherSettings } from './fetch/settings.ts'
import type { FetchData } from './jobs/fetch.ts'
import { type Job, type JobRequest, MOST_ATTEMPTS, type Outcome, type Queue } from './jobs/queue.ts'
import { arrivalsOf } from './jobs/read.ts'
import type { Handler, Task } from './jobs/work.ts'
import { type Gathered, type Gathering, gatherPage } from './page.ts'
import type { Arrival, Unread } from './reading/arrival.ts'
import { rereadJobs } from './reread.ts'
import { noteVisit } from './visits/visits.ts'
import { type Looked, lookAt } from './watch/look.ts'
import { type Watch, watchNamed } from './watch/watches.ts'

/** A job to hold the whole ledger against its log. */
export const verifyJob: JobRequest = { kind: 'verify', key: 'ledger', data: null }

/** How the jobs are done. */
export interface TaskOptions {
  /** Hosts that are asked at the same time. */
  readonly hosts: number
  /** Batches that are read at the same time. */
  readonly readers: number
  readonly clock: Clock
  /** Told of what was gathered. */
  readonly onGathered?: (url: string, gathered: Gathered) => void
  readonly onLooked?: (watch: Watch, looked: Looked) => void
}

/** What a worker works with. */
export interface Working extends Gathering {
  readonly queue: Queue
  readonly settings: GatherSettings
}

/** Pages that are read and entered together. */
const BATCH = 16

/** All tasks of a worker. */
export function tasksOf(working: Working, options: TaskOptions): Task[] {
  const { hosts, readers } = options
  return [
    {
      kind: 'fetch',
      handle: oneByOne((job, signal) => fetched(working, job, signal, options)),
      batch: 1,
      lanes: hosts,
    },
    { kind: 'read', handle: (jobs) => read(working, jobs, options.clock), batch: BATCH, lanes: readers },
    { kind: 'reread', handle: (jobs) => rereadJobs(working, jobs, options.clock), batch: BATCH, lanes: readers },
    { kind: 'verify', handle: oneByOne(() => verified(working)), batch: 1, lanes: 1 },
  ]
}

const oneByOne =
  (handle: (job: Job, signal: AbortSignal) => Promise<Outcome>): Handler =>
  async (jobs, signal) => {
    const outcomes: Outcome[] = []
    for (const job of jobs) outcomes.push(await handle(job, signal))
    return outcomes
  }

async function fetched(working: Working, job: Job, signal: AbortSignal, options: TaskOptions): Promise<Outcome> {
  const data = job.data as FetchData
  const { clock, onGathered = () => {}, onLooked = () => {} } = options
  const isLast = job.attempt >= MOST_ATTEMPTS
  let url = data.is === 'article' ? data.url : ''
  try {
    if (data.is === 'watch') {
      const watch = await watchNamed(working.ledger, data.watch)
      if (watch === null) return { is: 'done' }
      url = watch.url
      onLooked(watch, await lookAt(working, working.queue, watch, clock.now, signal))
    } else {
      const gathered = await gatherPage(working, url, {
        signal,
        again: data.again,
        inFeed: data.inFeed,
        unlessFresh: true,
        now: clock.now,
        isLast,
      })
      onGathered(url, gathered)
      if (gathered.is === 'unread') return { is: 'failed', reason: gathered.reason }
    }
    return { is: 'done' }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.kind === 'stopped') return { is: 'given back' }
    if (error.outlook === 'soon' && !isLast) {
      const at = error.retryAt === null ? null : new Date(error.retryAt).toISOString()
      return { is: 'put off', reason: error.message, at }
    }
    const at = new Date(clock.now()).toISOString()
    const again = data.is === 'article' && data.again
    const failure = { reason: error.reason, isFinal: error.outlook === 'never' }
    await working.ledger.write((db) => noteVisit(db, { url, at, again, failure }))
    return { is: 'failed', reason: error.message }
  } finally {
    await restOf(working, url, clock, signal)
  }
}

/** The job is held until the host may be asked again: whoever asks it next may be on another machine. */
async function restOf({ fetcher, settings }: Working, url: string, clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await clock.wait(gapOf(await fetcher.robots(url, signal), settings), signal)
  } catch {
    // Stopped, or the host cannot be asked at all: there is nothing to wait for.
  }
}

async function read({ ledger, reader }: Working, jobs: readonly Job[], clock: Clock): Promise<Outcome[]> {
  const arrivals = await arrivalsOf(ledger, jobs)
  const read = (await reader.read(arrivals.filter((one): one is Arrival => !('unread' in one)))).values()
  const results = arrivals.map((one) => ('unread' in one ? one : (read.next().value as Page | Unread)))
  const pages = results.filter((one): one is Page => !('unread' in one))
  const entered = (await enterTogether(ledger, pages, new Date(clock.now()).toISOString())).values()
  return results.map((one, at) => {
    const end = 'unread' in one ? one : (entered.next().value as Entered | Unread)
    if (!('unread' in end)) return { is: 'done' }
    const { url } = arrivals[at] as Arrival
    return { is: 'failed', reason: [url, end.unread].filter(Boolean).join(': ') }
  })
}

async function verified({ ledger }: Working): Promise<Outcome> {
  const { faults } = await verify(ledger)
  const [first] = faults
  if (first === undefined) return { is: 'done' }
  return { is: 'failed', reason: `${faults.length} fault(s); ${first.kind} ${first.subject}: ${first.message}` }
}
