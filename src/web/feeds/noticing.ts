/** What changed in claims, noticed before anybody is told of it: at once where little entered, else in the background. */
import { setTimeout as sleep } from 'node:timers/promises'
import { noticeDevelopments } from '../../ledger/developments/notice.ts'
import { LedgerError } from '../../ledger/errors.ts'
import type { Site } from '../site.ts'

/** How long somebody who asks waits for it, in milliseconds: a pass over a few pages takes less. */
const PATIENCE = 3000

/**
 * What is to be done before developments are told.
 * @returns waits until all that entered was looked through; false where that takes longer, and goes on
 */
export function noticing({ ledger, now }: Pick<Site, 'ledger' | 'now'>): () => Promise<boolean> {
  let pass: Promise<boolean> | null = null
  return async () => {
    pass ??= noticeDevelopments(ledger, now())
      .then(() => true)
      .catch((error) => {
        // What is known is told, though nothing can be written down now.
        if (error instanceof LedgerError) return false
        throw error
      })
      .finally(() => {
        pass = null
      })
    return Promise.race([pass, sleep(PATIENCE, false, { ref: false })])
  }
}
