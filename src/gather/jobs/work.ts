/** A worker: takes jobs as long as there are any, does several at once, and stops when it is told, what it began done. */

import { LedgerError } from '../../ledger/errors.ts'
import { systemClock } from '../fetch/clock.ts'
import { type Job, type JobKind, LEASE_MS, type Outcome, type Queue, type QueueOptions } from './queue.ts'

/** Does jobs of one kind together. @returns what became of each, in their order */
export type Handler = (jobs: readonly Job[], signal: AbortSignal) => Promise<readonly Outcome[]>

/** How jobs of a kind are done. */
export interface Task {
  readonly kind: JobKind
  readonly handle: Handler
  /** Jobs that are done together. */
  readonly batch: number
  /** Batches that are done at the same time. */
  readonly lanes: number
}

export interface WorkOptions extends QueueOptions {
  /** Told when to stop: nothing more is begun. */
  readonly signal: AbortSignal
  /** Ends when nothing can be begun any more and nothing runs. */
  readonly untilIdle?: boolean
  /** How long to wait when there is nothing to do, in milliseconds. */
  readonly pollMs?: number
  readonly onSettled?: (job: Job, outcome: Outcome) => void
  /**
   * Told of trouble with the ledger that may pass: its server does not answer, its disk is full. Work waits so many
   * milliseconds and goes on; the jobs that it had come back when their leases are over. Where nobody is to be told, and
   * with `untilIdle`, the trouble is thrown.
   */
  readonly onTrouble?: (trouble: LedgerError, waitMs: number) => void
}

const POLL_MS = 1_000

/** How long trouble is waited out at first, twice as long each time, and at most, in milliseconds. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/**
 * Works until it is stopped, or until there is nothing to do.
 * @throws what the queue throws: the ledger cannot be used any more. What a handler throws fails its jobs alone.
 */
export async function work(queue: Queue, tasks: readonly Task[], options: WorkOptions): Promise<void> {
  const { signal, untilIdle = false, clock = systemClock, onTrouble } = options
  let waitMs = FIRST_WAIT_MS / 2
  for (;;) {
    const began = clock.now()
    try {
      return await workOn(queue, tasks, options)
    } catch (error) {
      if (untilIdle || onTrouble === undefined || !isPassing(error)) throw error
      waitMs = clock.now() - began > LONGEST_WAIT_MS ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS)
      onTrouble(error, waitMs)
      await clock.wait(waitMs, signal).catch(() => {})
      if (signal.aborted) return
    }
  }
}

/** Whether an error is trouble with the ledger that may pass. */
export const isPassing = (error: unknown): error is LedgerError => error instanceof LedgerError && error.passing

/** Works as long as the ledger can be used. */
async function workOn(
  queue: Queue,
  tasks: readonly Task[],
  { signal, untilIdle = false, pollMs = POLL_MS, clock = systemClock, onSettled = () => {} }: WorkOptions,
): Promise<void> {
  const running = new Set<Promise<void>>()
  const held = new Set<Job>()
  let trouble: unknown = null
  const keep = setInterval(() => {
    queue.hold([...held]).catch((error: unknown) => {
      trouble ??= error
    })
  }, LEASE_MS / 3)
  try {
    const lanes = new Map(tasks.map(({ kind }) => [kind, 0]))
    while (!signal.aborted && trouble === null) {
      let begun = 0
      // What ended while jobs were taken may have been all that kept the next ones waiting.
      const wasIdle = running.size === 0
      for (const task of tasks) {
        const free = task.lanes - (lanes.get(task.kind) ?? 0)
        if (free < 1) continue
        const jobs = await queue.take([task.kind], free * task.batch)
        if (signal.aborted) for (const job of jobs) await queue.settle(job, { is: 'given back' })
        else
          for (let from = 0; from < jobs.length; from += task.batch) {
            const batch = jobs.slice(from, from + task.batch)
            begun += batch.length
            for (const job of batch) held.add(job)
            lanes.set(task.kind, (lanes.get(task.kind) ?? 0) + 1)
            const done = settled(queue, task, batch, signal, onSettled)
              .catch((error: unknown) => {
                trouble ??= error
              })
              .finally(() => {
                for (const job of batch) held.delete(job)
                lanes.set(task.kind, (lanes.get(task.kind) ?? 1) - 1)
                running.delete(done)
              })
            running.add(done)
          }
      }
      if (begun > 0) continue
      if (wasIdle && untilIdle) break
      const pause = clock.wait(pollMs, signal).catch(() => {})
      await (running.size === 0 ? pause : Promise.race([...running, pause]))
    }
    await Promise.all(running)
  } finally {
    clearInterval(keep)
  }
  if (trouble !== null) throw trouble
}

async function settled(
  queue: Queue,
  { handle }: Task,
  jobs: readonly Job[],
  signal: AbortSignal,
  onSettled: (job: Job, outcome: Outcome) => void,
): Promise<void> {
  const outcomes = await outcomesOf(handle, jobs, signal)
  const ended = jobs.map((job, at) => ({
    job,
    outcome: outcomes[at] ?? ({ is: 'failed', reason: 'its handler said nothing of it' } as const),
  }))
  await queue.done(ended.flatMap(({ job, outcome }) => (outcome.is === 'done' ? job : [])))
  for (const { job, outcome } of ended) {
    if (outcome.is !== 'done') await queue.settle(job, outcome)
    onSettled(job, outcome)
  }
}

/** Where jobs fail together each is done alone, so that one does not take the others with it. */
async function outcomesOf(handle: Handler, jobs: readonly Job[], signal: AbortSignal): Promise<readonly Outcome[]> {
  try {
    return await handle(jobs, signal)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    if (jobs.length === 1) return [{ is: 'put off', reason: (error as Error).message }]
    const outcomes: Outcome[] = []
    for (const job of jobs) outcomes.push(...(await outcomesOf(handle, [job], signal)))
    return outcomes
  }
}
