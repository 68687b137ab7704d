/** `hearsay rejoin`: the origins and stories of a ledger made anew from its readings. */
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay rejoin`, as given. */
export interface RejoinOptions extends LedgerOptions {
  readonly all?: boolean
}

/** Makes origins and stories anew. @returns the exit code: 1 where the ledger could not be used */
export function rejoinLedger({ all = false, ...options }: RejoinOptions): Promise<number> {
  return saying(async () => {
    const signal = stopOnSignal()
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      const { rejoin } = await import('../ledger/rejoin.ts')
      let bar: ReturnType<typeof startProgress> | null = null
      const done = await rejoin(ledger, {
        signal,
        afresh: all,
        onProgress: (count, of) => {
          bar ??= startProgress(of, 'articles')
          bar.at(count, count)
        },
      })
      bar = bar as ReturnType<typeof startProgress> | null
      bar?.clear()
      await print(
        `${done} article(s) stand in origins and stories${signal.aborted ? '; stopped, to go on: hearsay rejoin' : ''}.\n`,
      )
      return 0
    } finally {
      await ledger.close()
    }
  })
}
