/** One pass of webhooks: what is new is noticed, put among their deliveries, and what is due is sent. */
import { systemResolve } from '../../gather/address/connector.ts'
import type { NamedHosts } from '../../gather/address/guard.ts'
import { guardedAgent } from '../../gather/fetch/connections.ts'
import { noticeDevelopments } from '../../ledger/developments/notice.ts'
import type { Ledger } from '../../ledger/open.ts'
import { keepHorizon } from '../following/horizon.ts'
import type { Following } from '../following/open.ts'
import type { Attempted, Wire } from './attempt.ts'
import { type Delivered, deliverDue } from './deliver.ts'
import type { Speaking } from './event.ts'
import { forgetOld, queueNews } from './queue.ts'

/** What a pass works with. */
export interface Passing {
  readonly ledger: Ledger
  readonly following: Following
  readonly speaking: Speaking
  /** Hosts outside the open internet that may be sent to. */
  readonly hosts: NamedHosts
  /** Whom receivers can write to; null where nobody is named. */
  readonly contact: string | null
  readonly signal: AbortSignal
  readonly onAttempt?: (attempted: Attempted) => void
}

/** What a pass did. */
export interface Passed extends Delivered {
  readonly queued: number
}

/** Does one pass. @throws {LedgerError} where the ledger or the store cannot be used; what was not sent stays due */
export async function webhookPass({ ledger, following, hosts, contact, ...rest }: Passing): Promise<Passed> {
  const now = new Date().toISOString()
  await forgetOld(following, now)
  await noticeDevelopments(ledger, now, rest.signal)
  await keepHorizon(ledger, following)
  const queued = await queueNews(ledger, following, now)
  const dispatcher = guardedAgent(hosts, systemResolve, 1)
  try {
    const wire: Wire = { dispatcher, hosts, contact }
    return { queued, ...(await deliverDue({ ledger, following, wire, ...rest })) }
  } finally {
    await dispatcher.close()
  }
}
