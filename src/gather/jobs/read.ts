/**
 * Jobs to read pages that came. Their bytes are put into the ledger with them, under their digest, so that a job carries
 * no more than what is told of a page, however large that is; its capture is made when it is read.
 */
import { bodyOf, keepBody } from '../../ledger/captures.ts'
import { sha256 } from '../../ledger/log.ts'
import type { Ledger, Writing } from '../../ledger/open.ts'
import type { Arrival, Unread } from '../reading/arrival.ts'
import type { Job, JobRequest, Queue } from './queue.ts'

/** What a job to read is about: an arrival, its bytes by their digest. */
type ReadData = Omit<Arrival, 'bytes'> & { readonly sha256: string }

/**
 * Leaves pages to whoever has time to read them. The same page, and all that is told of it, is one job.
 * @param db the transaction that they are a part of
 * @returns how many were not sent already
 */
export async function sendPages(db: Writing, queue: Queue, arrivals: readonly Arrival[]): Promise<number> {
  const jobs: JobRequest[] = []
  for (const { bytes, ...told } of arrivals) {
    const data: ReadData = { ...told, sha256: sha256(bytes) }
    await keepBody(db, data.sha256, bytes)
    jobs.push({ kind: 'read', key: sha256(JSON.stringify(data)), data })
  }
  return queue.send(jobs, db)
}

/** The arrivals that jobs are about. */
export async function arrivalsOf(ledger: Ledger, jobs: readonly Job[]): Promise<(Arrival | Unread)[]> {
  const arrivals: (Arrival | Unread)[] = []
  for (const { data } of jobs) {
    const { sha256: digest, ...told } = data as ReadData
    const bytes = await bodyOf(ledger, digest)
    arrivals.push(bytes === null ? { unread: `${told.url ?? digest}: its bytes are missing` } : { ...told, bytes })
  }
  return arrivals
}
