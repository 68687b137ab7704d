/** A round: what is due is sent to be done - looks at watched addresses, and articles that may have changed. */
import type { Ledger } from '../../ledger/open.ts'
import { fetchJob, lookJob } from '../jobs/fetch.ts'
import type { Queue } from '../jobs/queue.ts'
import { LOST_MS } from '../visits/visits.ts'

/** When something is due again, of what is watched and of articles that may change, ISO in UTC; null for never. */
export async function dueNext({ db }: Ledger): Promise<string | null> {
  const dues = await Promise.all(
    (['watch', 'visit'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.min('dueAt').as('dueAt'))
        .executeTakeFirst(),
    ),
  )
  return dues.flatMap((row) => row?.dueAt ?? []).toSorted()[0] ?? null
}

/** Rows that are taken together. */
const TOGETHER = 500

/**
 * Sends what is due. Sent twice it is done once.
 * @param at ISO time in UTC
 * @returns how many jobs were added
 */
export async function beginRound(ledger: Ledger, queue: Queue, at: string): Promise<number> {
  const { db } = ledger
  let added = 0
  const watches = await db.selectFrom('watch').select(['id', 'url']).where('dueAt', '<=', at).execute()
  if (watches.length > 0) added += await queue.send(watches.map(({ id, url }) => lookJob(id, url)))
  for (;;) {
    const due = await db
      .selectFrom('visit')
      .select(['key', 'url'])
      .where('dueAt', '<=', at)
      .orderBy('dueAt')
      .limit(TOGETHER)
      .execute()
    if (due.length === 0) return added
    added += await ledger.write(async (writing) => {
      const sent = await queue.send(
        due.map(({ url }) => fetchJob(url, { again: true })),
        writing,
      )
      // When to ask again is said by what is found, and by what fails.
      const keys = due.map(({ key }) => key)
      const dueAt = new Date(Date.parse(at) + LOST_MS).toISOString()
      await writing.updateTable('visit').set({ dueAt }).where('key', 'in', keys).execute()
      return sent
    })
  }
}
