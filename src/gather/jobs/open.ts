/** The queue of a ledger: in its file, or in its database. */
import type { Ledger } from '../../ledger/open.ts'
import { isPostgres } from '../../ledger/sql/columns.ts'
import { embeddedQueue } from './embedded.ts'
import type { Queue, QueueOptions } from './queue.ts'

/** Opens a ledger's queue. */
export async function openQueue(ledger: Ledger, options: QueueOptions = {}): Promise<Queue> {
  if (!isPostgres(ledger.db)) return embeddedQueue(ledger, options)
  const { sharedQueue } = await import('./shared.ts')
  return sharedQueue(ledger, options)
}
