/**
 * Delivering what is due. Several processes may: each takes one message at a time by putting off when it is due again, so
 * that a message of one that was cut off is sent again, under the same name, and its receiver knows it.
 */
import { developmentsOf } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'
import type { Following, FollowingWriting } from '../following/open.ts'
import type { FollowingTables } from '../following/tables.ts'
import { type Attempted, attempt, type Wire } from './attempt.ts'
import { developmentEvent, type Speaking, trialEvent } from './event.ts'

/** What delivering works with. */
export interface Delivering {
  readonly ledger: Ledger
  readonly following: Following
  readonly speaking: Speaking
  readonly wire: Wire
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Is told of each attempt. */
  readonly onAttempt?: (attempted: Attempted) => void
}

/** What was done. */
export interface Delivered {
  delivered: number
  /** To be tried again. */
  later: number
  failed: number
}

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3600_000, 24 * 3600_000]

/** How long one waits after each failure, by the specification's example; a message that is refused is given up after the last. */
const AGAIN = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]

/** A receiver that takes nothing for so long is sent nothing more. */
const GIVEN_UP = 5 * DAY

/** After this a message that was taken is due again: its sender was cut off. */
const TAKEN = MINUTE

/** Receivers that are sent to beside each other, and how long one is sent to before the others have their turn. */
const BESIDE = 8
const TURN = 30 * SECOND

/**
 * Delivers what is due, or until the signal says so: what was begun is finished. Of a receiver that is slow and has much to
 * take the rest stays due.
 */
export async function deliverDue(delivering: Delivering): Promise<Delivered> {
  const { following, signal, now = Date.now } = delivering
  const done: Delivered = { delivered: 0, later: 0, failed: 0 }
  const looked = new Set<number>()
  while (!signal.aborted) {
    const due = (await webhooksDue(following, iso(now()))).filter((id) => !looked.has(id))
    if (due.length === 0) return done
    for (const id of due) looked.add(id)
    const lane = async (): Promise<void> => {
      for (let id = due.shift(); id !== undefined && !signal.aborted; id = due.shift())
        await toOne(delivering, id, done)
    }
    await Promise.all(Array.from({ length: BESIDE }, lane))
  }
  return done
}

const iso = (at: number): string => new Date(at).toISOString()

/** Webhooks that something is due to be sent to. */
async function webhooksDue({ db }: Following, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('webhook')
    .select('id')
    .where('offAt', 'is', null)
    .where('dueAt', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('delivery')
          .select('delivery.id')
          .whereRef('delivery.webhookId', '=', 'webhook.id')
          .where('delivery.state', '=', 'due')
          .where('delivery.dueAt', '<=', now),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Sends one receiver what is due, trials and then the oldest first, until it is in trouble or its turn is over. */
async function toOne(delivering: Delivering, webhook: number, done: Delivered): Promise<void> {
  const { following, wire, signal, now = Date.now, onAttempt } = delivering
  const end = now() + TURN
  while (!signal.aborted && now() < end) {
    const taken = await take(following, webhook, now())
    if (taken === null) return
    const body = await bodyOf(delivering, taken)
    if (body === null) {
      await following.write((db) => settle(db, taken, 'withdrawn', now()))
      continue
    }
    const began = now()
    const { url, message, secret, oldSecret, oldUntil } = taken
    const secrets = [secret, ...(oldSecret !== null && (oldUntil ?? '') > iso(began) ? [oldSecret] : [])]
    const attempted = await attempt({ url, message, body, secrets }, wire, began, signal).catch((error) => {
      if (!signal.aborted) throw error
      return null
    })
    if (attempted === null) {
      await following.write((db) => putOff(db, taken, began))
      return
    }
    onAttempt?.(attempted)
    const goesOn = await following.write((db) => note(db, taken, attempted, { began, ended: now() }, done))
    if (!goesOn) return
  }
}

/** A message that this process sends. */
interface Taken
  extends Pick<FollowingTables['webhook'], 'url' | 'secret' | 'oldSecret' | 'oldUntil' | 'failingSince'>,
    Pick<FollowingTables['delivery'], 'message' | 'development' | 'webhookId' | 'madeAt'> {
  readonly id: number
  readonly refusals: number
  readonly failures: number
}

async function take(following: Following, webhook: number, now: number): Promise<Taken | null> {
  return following.write(async (db) => {
    const next = await db
      .selectFrom('delivery')
      .innerJoin('webhook', 'webhook.id', 'delivery.webhookId')
      .select(['delivery.id', 'delivery.message', 'delivery.development', 'delivery.webhookId', 'delivery.madeAt'])
      .select(['delivery.refusals', 'webhook.url', 'webhook.secret', 'webhook.oldSecret', 'webhook.oldUntil'])
      .select(['webhook.failures', 'webhook.failingSince'])
      .where('delivery.webhookId', '=', webhook)
      .where('delivery.state', '=', 'due')
      .where('delivery.dueAt', '<=', iso(now))
      .where('webhook.offAt', 'is', null)
      .where('webhook.dueAt', '<=', iso(now))
      .orderBy(({ eb }) => eb('delivery.development', 'is not', null))
      .orderBy('delivery.id')
      .limit(1)
      .executeTakeFirst()
    if (next === undefined) return null
    await putOff(db, next, now + TAKEN)
    return next
  })
}

const putOff = (db: FollowingWriting, { id }: Pick<Taken, 'id'>, until: number) =>
  db
    .updateTable('delivery')
    .set({ dueAt: iso(until) })
    .where('id', '=', id)
    .execute()

/** What is sent; null where what it would tell of has been hidden. */
async function bodyOf({ ledger, speaking }: Delivering, { development, madeAt }: Taken): Promise<string | null> {
  if (development === null) return trialEvent(madeAt, speaking.site)
  const [noticed] = await developmentsOf(ledger, { kind: 'all' }, { after: development - 1, limit: 1 })
  return noticed?.id === development ? developmentEvent(ledger, noticed, speaking) : null
}

const settle = (
  db: FollowingWriting,
  { id }: Pick<Taken, 'id'>,
  state: 'delivered' | 'failed' | 'withdrawn',
  at: number,
) =>
  db
    .updateTable('delivery')
    .set({ state, settledAt: iso(at) })
    .where('id', '=', id)
    .execute()

/** Writes down what became of an attempt. @returns whether the receiver can be sent more */
async function note(
  db: FollowingWriting,
  taken: Taken,
  { is, status, said, pause }: Attempted,
  { began, ended }: { readonly began: number; readonly ended: number },
  done: Delivered,
): Promise<boolean> {
  await db
    .insertInto('attempt')
    .values({ deliveryId: taken.id, at: iso(began), duration: Math.max(0, Math.round(ended - began)), status, said })
    .execute()
  const receiver = db.updateTable('webhook').where('id', '=', taken.webhookId)
  if (is === 'delivered') {
    done.delivered++
    await settle(db, taken, 'delivered', ended)
    if (taken.failingSince !== null) await receiver.set({ failures: 0, failingSince: null }).execute()
    return true
  }
  if (is === 'gone') {
    done.later++
    await putOff(db, taken, ended)
    await receiver.set({ offAt: iso(ended), offWhy: 'its receiver said that it is gone (410)' }).execute()
    return false
  }
  const failingSince = taken.failingSince ?? iso(began)
  const isGivenUp = ended - Date.parse(failingSince) >= GIVEN_UP
  const givenUp = isGivenUp ? { offAt: iso(ended), offWhy: 'its receiver has taken nothing for five days' } : {}
  if (is === 'refused') {
    const wait = AGAIN[taken.refusals]
    await db
      .updateTable('delivery')
      .set({ refusals: taken.refusals + 1 })
      .where('id', '=', taken.id)
      .execute()
    await receiver.set({ failingSince, ...givenUp }).execute()
    if (wait === undefined) {
      done.failed++
      await settle(db, taken, 'failed', ended)
    } else {
      done.later++
      await putOff(db, taken, ended + wait)
    }
    return !isGivenUp
  }
  // The receiver's trouble, not the message's: all that waits for it waits on, and is sent in its order.
  done.later++
  const failures = taken.failures + 1
  const pauseUntil = ended + (pause ?? AGAIN[Math.min(failures, AGAIN.length) - 1] ?? DAY)
  await putOff(db, taken, ended)
  await receiver.set({ failures, failingSince, dueAt: iso(pauseUntil), ...givenUp }).execute()
  return false
}
