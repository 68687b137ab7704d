/** `hearsay verify`: the ledger held against its log. */
import { printable } from '../publish/printable.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay verify`, as given. */
export interface VerifyOptions extends LedgerOptions {
  readonly head?: string
  readonly later?: boolean
}

/** What is made from the rest, and not held against the log. */
const NOT_HELD =
  'Not looked at: origins and stories (hearsay rejoin --all makes them anew), the index for search, and which addresses lead to an article.'

/** Faults that are told one by one; the rest is counted. */
const TOLD = 50

/** Verifies the ledger and says what it found. @returns the exit code: 1 where something is not as it entered */
export function verifyLedger(options: VerifyOptions): Promise<number> {
  return saying(async () => {
    if (options.later) return verifyLater(options)
    const { verify } = await import('../ledger/verify.ts')
    const ledger = await openNamed(options, { readOnly: true })
    try {
      let bar: ReturnType<typeof startProgress> | null = null
      const { head, entries, captures, faults } = await verify(ledger, {
        ...(options.head === undefined ? {} : { known: options.head.trim().toLowerCase() }),
        onProgress: (done, all) => {
          bar ??= startProgress(all, 'entries')
          bar.at(done, done)
        },
      })
      ;(bar as ReturnType<typeof startProgress> | null)?.clear()
      for (const { kind, subject, message } of faults.slice(0, TOLD))
        await print(`${kind === 'file' ? kind : `${kind} ${subject}`}: ${printable(message)}\n`)
      if (faults.length > TOLD) await print(`and ${faults.length - TOLD} more\n`)
      await print(
        faults.length === 0
          ? `Nothing was altered or lost: ${entries} entries, ${captures} captures.\n${NOT_HELD}\n`
          : `${faults.length} fault(s) in ${entries} entries.\n`,
      )
      await print(`head: ${head}\n`)
      return faults.length === 0 ? 0 : 1
    } finally {
      await ledger.close()
    }
  })
}

/** Leaves it to a worker; what it finds is among the failed jobs. */
async function verifyLater(options: LedgerOptions): Promise<number> {
  const { openQueue } = await import('../gather/jobs/open.ts')
  const { verifyJob } = await import('../gather/tasks.ts')
  const ledger = await openNamed(options, { if: 'existing' })
  try {
    const queue = await openQueue(ledger)
    await queue.send([verifyJob])
    await queue.close()
    await print('hearsay work (or hearsay run) does it; hearsay jobs shows what it found wrong.\n')
    return 0
  } finally {
    await ledger.close()
  }
}
