/** Jobs to read kept versions again, for any number of workers. A version that is read already is passed over. */
import type { Ledger } from '../ledger/open.ts'
import { type Reread, rereadVersions, unreadVersions } from '../ledger/reread.ts'
import type { Clock } from './fetch/clock.ts'
import type { Job, JobRequest, Outcome } from './jobs/queue.ts'
import type { PageReader } from './reading/pool.ts'

/** What a job to read again is about. */
interface RereadData {
  readonly version: number
}

/** A job to read a version again, by the engine of whichever worker takes it. */
export function rereadJob(version: number): JobRequest {
  const data: RereadData = { version }
  return { kind: 'reread', key: `${version}`, data }
}

/** Reads versions again, together. */
export async function rereadJobs(
  { ledger, reader }: { readonly ledger: Ledger; readonly reader: PageReader },
  jobs: readonly Job[],
  clock: Clock,
): Promise<Outcome[]> {
  const asked = jobs.map(({ data }) => (data as RereadData).version)
  const versions = await unreadVersions(ledger, reader.reader, { versions: asked, after: 0, limit: asked.length })
  const read = await reader.reread(versions.map(({ article }) => article))
  const found: Reread[] = []
  const failed = new Map<number, string>()
  for (const [at, { version }] of versions.entries()) {
    const one = read[at]
    if (one === undefined || 'unread' in one) failed.set(version, one?.unread ?? 'it was not read')
    else found.push({ version, found: one })
  }
  await rereadVersions(ledger, reader.reader, found, new Date(clock.now()).toISOString())
  return asked.map((version): Outcome => {
    const reason = failed.get(version)
    return reason === undefined ? { is: 'done' } : { is: 'failed', reason: `version ${version}: ${reason}` }
  })
}
