/** What a run of jobs came to. What went wrong is said at once, the same of a host once; how much was done, in the end. */
import type { Job, Outcome } from '../gather/jobs/queue.ts'
import { when } from '../publish/when.ts'
import { complain } from './output.ts'

/** A tally that is kept while jobs are done. */
export interface Tally {
  settled(job: Pick<Job, 'key' | 'host'>, outcome: Outcome): void
  /** A watched address was looked at. @param reason why it could not be read; null where it could */
  looked(url: string, reason: string | null): void
  /** Whether nothing was put off, nothing failed, and each watched address could be read. */
  isAllDone(): boolean
  /** @param next when something is due again, ISO in UTC; null where nothing is */
  inWords(next: string | null): string
}

/** Begins a tally. */
export function startTally(): Tally {
  let [done, putOff, failed, unread] = [0, 0, 0, 0]
  const said = new Set<string>()
  return {
    settled({ key, host }, outcome) {
      if (outcome.is === 'done') done++
      if (outcome.is === 'failed') failed++
      if (outcome.is === 'put off') putOff++
      if (outcome.is === 'done' || outcome.is === 'given back') return
      const { reason } = outcome
      // A site that asks to be left alone asks it for each of its pages.
      const ofHost = `${host ?? key} ${reason.replace(/^https?:\/\/\S+: /, '')}`
      if (outcome.is === 'put off' && said.has(ofHost)) return
      said.add(ofHost)
      complain(reason.includes(key) ? reason : `${key}: ${reason}`)
    },
    looked(url, reason) {
      if (reason === null) return
      unread++
      complain(`${url}: ${reason}`)
    },
    isAllDone: () => putOff + failed + unread === 0,
    inWords(next) {
      const lines: string[] = []
      if (done + putOff + failed === 0)
        lines.push(
          next === null ? 'Nothing is due, and nothing is watched: hearsay watch ADDRESS begins.' : 'Nothing was due.',
        )
      else lines.push(`${done} job(s) done, ${putOff} put off, ${failed} failed; hearsay jobs shows what is left.`)
      if (unread > 0)
        lines.push(
          `${unread} watched address(es) could not be read, or not all of it: hearsay watch --list says why, and when it is tried again.`,
        )
      if (next !== null) lines.push(`Next: ${when(next)}.`)
      return `${lines.join('\n')}\n`
    },
  }
}
