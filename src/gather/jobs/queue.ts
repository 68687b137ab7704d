/**
 * Jobs: what is to be done by whoever has time, in this process or on another machine. A job is done at least once, so
 * whatever it does must be the same when it is done twice; of one kind and key there is one at a time.
 */

import type { Writing } from '../../ledger/open.ts'
import type { Clock } from '../fetch/clock.ts'

export const JOB_KINDS = ['fetch', 'read', 'reread', 'verify'] as const
/** Ask for an address; read a page that came; read a version again; hold the ledger against its log. */
export type JobKind = (typeof JOB_KINDS)[number]

/** What is to be done. */
export interface JobRequest {
  readonly kind: JobKind
  /** Says what it is about: a job that waits or runs is not sent again. */
  readonly key: string
  /** The host that it asks; one job of a host runs at a time, among all workers. */
  readonly host?: string | null
  /** Plain JSON. */
  readonly data: unknown
  /** ISO time in UTC before which it is not begun; at once where there is none. */
  readonly dueAt?: string | null
}

/** A job that a worker holds. */
export interface Job extends Required<JobRequest> {
  /** Its name in the queue. */
  readonly id: string
  /** From 1: how often it was begun. */
  readonly attempt: number
}

/** What became of a job. */
export type Outcome =
  | { readonly is: 'done' }
  /** Could not be done now. `at`: when to try again at the earliest; else later and later, and in the end never. */
  | { readonly is: 'put off'; readonly reason: string; readonly at?: string | null }
  /** Was not begun in earnest: the worker was stopped. */
  | { readonly is: 'given back' }
  /** Will not be done, however often it is tried. */
  | { readonly is: 'failed'; readonly reason: string }

/** A job that failed: a dead letter. */
export interface FailedJob extends JobRequest {
  readonly id: string
  readonly attempts: number
  readonly reason: string
  readonly failedAt: string
}

/** How many jobs of a kind there are. */
export interface Counts {
  /** Could be begun now. */
  readonly waiting: number
  /** Put off until later. */
  readonly later: number
  readonly active: number
  readonly failed: number
}

/** Where jobs are kept. */
export interface Queue {
  /**
   * Adds jobs. One that waits or runs already is left as it is; one that failed is begun anew.
   * @param within the transaction that they are a part of
   * @returns how many were added
   */
  send(jobs: readonly JobRequest[], within?: Writing): Promise<number>
  /** Takes jobs to do, of each host one at most, the oldest first. They come back to others unless they are `held`. */
  take(kinds: readonly JobKind[], most: number): Promise<Job[]>
  /** Says that a worker is still at its jobs. */
  hold(jobs: readonly Job[]): Promise<void>
  /** Says what became of a job; of no effect where it went to another worker in the meantime. */
  settle(job: Job, outcome: Outcome): Promise<void>
  /** Says that jobs are done, as `settle` does, of all at once. */
  done(jobs: readonly Job[]): Promise<void>
  counts(): Promise<Readonly<Record<JobKind, Counts>>>
  /** Those that failed last come first. */
  failed(most: number): Promise<FailedJob[]>
  /** Begins failed jobs anew; all of them, or those with these ids. @returns how many */
  replay(ids?: readonly string[]): Promise<number>
  close(): Promise<void>
}

/** What a queue is opened with. */
export interface QueueOptions {
  readonly clock?: Clock
}

/** How long a worker that says nothing is believed to be alive, in milliseconds. */
export const LEASE_MS = 60_000

/** After so many tries a job is a dead letter, */
export const MOST_ATTEMPTS = 6
/** and this is why where no worker lived to say it. */
export const KILLS = 'its worker ended each time'
/** Before the second try, doubled each time: half an hour in all, and then the site is down for longer. */
const FIRST_AGAIN_MS = 60_000

/**
 * When a job that was put off is tried again, in milliseconds since 1970; null where it was tried often enough.
 * @param attempt which try has just ended, from 1
 * @param at when it asked to be tried again
 */
export function againAt(attempt: number, now: number, at: number | null): number | null {
  if (attempt >= MOST_ATTEMPTS) return null
  return Math.max(at ?? 0, now + FIRST_AGAIN_MS * 2 ** (attempt - 1))
}

/** Counts of nothing. */
export const noCounts = (): Record<JobKind, { -readonly [Key in keyof Counts]: number }> => ({
  fetch: { waiting: 0, later: 0, active: 0, failed: 0 },
  read: { waiting: 0, later: 0, active: 0, failed: 0 },
  reread: { waiting: 0, later: 0, active: 0, failed: 0 },
  verify: { waiting: 0, later: 0, active: 0, failed: 0 },
})
