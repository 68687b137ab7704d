/**
 * What is new is put among a webhook's deliveries. The deliveries and how far that was done are written in one transaction:
 * killed at any time, no development is sent as two messages, and none is sent as none.
 */
import { randomUUID } from 'node:crypto'
import { lastDevelopment } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'
import { newsIn } from '../following/news.ts'
import type { Following, FollowingWriting } from '../following/open.ts'
import { followedIn, subjectOf } from '../following/subject.ts'

/** A message's name: the specification asks for one that nobody else has. */
const newMessage = (): string => `msg_${randomUUID().replaceAll('-', '')}`

/** Days for which what became of a message is kept. */
const KEPT_DAYS = 30

/** Puts what is new among the deliveries of all webhooks that are on. @returns how many messages were made */
export async function queueNews(ledger: Ledger, following: Following, now: string): Promise<number> {
  const last = await lastDevelopment(ledger)
  const newsOf = newsIn(ledger, last)
  const webhooks = await following.db
    .selectFrom('webhook')
    .select(['id', 'followedJson', 'after'])
    .where('offAt', 'is', null)
    .where('after', '<', last)
    .execute()
  let made = 0
  for (const { id, followedJson, after: from } of webhooks) {
    const followed = followedIn(followedJson)
    let after = from
    while (after < last) {
      const { ids, upTo } = await newsOf({ followed, subject: subjectOf(followed), after })
      if (!(await queue(following, { webhook: id, after, upTo, ids }, now))) break
      made += ids.length
      after = upTo
    }
  }
  return made
}

interface Found {
  readonly webhook: number
  readonly after: number
  readonly upTo: number
  readonly ids: readonly number[]
}

/** @returns false where another process was faster, or the webhook is gone */
function queue(following: Following, { webhook, after, upTo, ids }: Found, now: string): Promise<boolean> {
  return following.write(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('webhook')
      .set({ after: upTo })
      .where('id', '=', webhook)
      .where('after', '=', after)
      .where('offAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    if (ids.length > 0)
      await db
        .insertInto('delivery')
        .values(ids.map((development) => delivery(webhook, development, now)))
        .execute()
    return true
  })
}

const delivery = (webhookId: number, development: number | null, now: string) => ({
  webhookId,
  message: newMessage(),
  development,
  state: 'due' as const,
  madeAt: now,
  dueAt: now,
})

/** Puts a trial among a webhook's deliveries, and has it sent next. @returns false where there is no such webhook that is on */
export function queueTrial(following: Following, webhook: number, now: string): Promise<boolean> {
  return following.write(async (db) => {
    if (!(await tryNow(db, webhook, now))) return false
    await db
      .insertInto('delivery')
      .values(delivery(webhook, null, now))
      .execute()
    return true
  })
}

/**
 * Sends a message once more, whatever became of it.
 * @param webhook whose it must be; null for any
 * @returns whether there is one that was sent, to a webhook that is on
 */
export function queueAgain(
  following: Following,
  { message, webhook }: { readonly message: number; readonly webhook: number | null },
  now: string,
): Promise<boolean> {
  return following.write(async (db) => {
    const sent = await db
      .selectFrom('delivery')
      .select('webhookId')
      .where('id', '=', message)
      .where('state', '<>', 'due')
      .executeTakeFirst()
    if (sent === undefined || sent.webhookId !== (webhook ?? sent.webhookId)) return false
    if (!(await tryNow(db, sent.webhookId, now))) return false
    await db
      .updateTable('delivery')
      .set({ state: 'due', refusals: 0, dueAt: now, settledAt: null })
      .where('id', '=', message)
      .execute()
    return true
  })
}

/** Has a receiver tried at once, though it was in trouble. @returns whether it is there and on */
async function tryNow(db: FollowingWriting, webhook: number, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ dueAt: now })
    .where('id', '=', webhook)
    .where('offAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets what became of old messages. */
export async function forgetOld(following: Following, now: string): Promise<void> {
  const until = new Date(Date.parse(now) - KEPT_DAYS * 24 * 3600_000).toISOString()
  await following.write((db) =>
    db.deleteFrom('delivery').where('state', '<>', 'due').where('settledAt', '<', until).execute(),
  )
}
