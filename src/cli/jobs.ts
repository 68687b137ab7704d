/** `hearsay jobs`: what is to be done, what failed and why, and failed jobs begun anew. */
import { json, printable } from '../publish/printable.ts'
import { when } from '../publish/when.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { complain, print } from './output.ts'

/** The options of `hearsay jobs`, as given. */
export interface JobsOptions extends LedgerOptions {
  readonly replay?: boolean
  readonly json?: boolean
  readonly limit: number
}

/** Shows the jobs, or begins failed ones anew. @returns the exit code */
export function jobs(ids: readonly string[], options: JobsOptions): Promise<number> {
  return saying(async () => {
    const { openQueue } = await import('../gather/jobs/open.ts')
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      const queue = await openQueue(ledger)
      try {
        if (options.replay) {
          const begun = await queue.replay(ids.length > 0 ? ids : undefined)
          await print(`${begun} job(s) wait again: hearsay run (or hearsay work) does them.\n`)
          if (ids.length > begun) complain(`${ids.length - begun} of them are no failed jobs: hearsay jobs shows those`)
          return ids.length > begun ? 1 : 0
        }
        const [counts, failed] = [await queue.counts(), await queue.failed(options.limit)]
        if (options.json) {
          await print(`${json({ counts, failed })}\n`)
          return 0
        }
        for (const [kind, { waiting, later, active, failed: dead }] of Object.entries(counts))
          await print(`${kind.padEnd(7)} ${waiting} waiting, ${later} put off, ${active} running, ${dead} failed\n`)
        for (const { id, kind, key, reason, attempts, failedAt } of failed)
          await print(
            `\n${id}  ${kind} ${printable(key)}\n  ${printable(reason)}\n  tried ${attempts} time(s), last ${when(failedAt)}\n`,
          )
        return 0
      } finally {
        await queue.close()
      }
    } finally {
      await ledger.close()
    }
  })
}
