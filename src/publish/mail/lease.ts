/**
 * One sender at a time, among all processes. A lease has a number that rises with each who takes it (a fencing token): what
 * a sender still writes that was taken for dead changes nothing, since its letters bear another number.
 */
import type { Following } from '../following/open.ts'
import { type Holder, isGone, isOfThisStart, OWN } from './holder.ts'

const NAME = 'send'

/** Milliseconds for which a sender is believed to be there, and after which it says so again. */
const LEASE = 60_000
const RENEW = 15_000

export interface Lease {
  readonly number: number
  /** Told when another has taken it. */
  readonly lost: AbortSignal
  /** Gives it back. */
  end(): Promise<void>
}

const until = (): string => new Date(Date.now() + LEASE).toISOString()

/** Takes the lease, and puts in order what the sender before has left; null while another has it. */
export async function takeLease(following: Following): Promise<Lease | null> {
  const number = await following.write(async (db) => {
    const before = await db.selectFrom('lease').selectAll().where('name', '=', NAME).executeTakeFirst()
    const holder = before === undefined ? null : (JSON.parse(before.holder) as Holder)
    if (before !== undefined && holder !== null && before.until > new Date().toISOString() && !isGone(holder))
      return null
    const next = (before?.number ?? 0) + 1
    const row = { name: NAME, number: next, holder: JSON.stringify(OWN), until: until() }
    await db
      .insertInto('lease')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
    const now = new Date().toISOString()
    const isKnown = holder === null || isOfThisStart(holder)
    await db
      .updateTable('letter')
      .set({ state: 'doubtful', settledAt: now })
      .where('state', 'in', isKnown ? ['handed over'] : ['handed over', 'taken'])
      .execute()
    await db.updateTable('letter').set({ state: 'due', sender: null }).where('state', '=', 'taken').execute()
    return next
  })
  if (number === null) return null
  const lost = new AbortController()
  const hold = (until: string) =>
    following.write((db) =>
      db.updateTable('lease').set({ until }).where('name', '=', NAME).where('number', '=', number).executeTakeFirst(),
    )
  const renewing = setInterval(() => {
    hold(until())
      .then(({ numUpdatedRows }) => numUpdatedRows === 0n && lost.abort())
      .catch(() => lost.abort())
  }, RENEW)
  renewing.unref()
  return {
    number,
    lost: lost.signal,
    end: async () => {
      clearInterval(renewing)
      await hold('')
    },
  }
}
