/** Webhooks: addresses that developments are sent to as they are noticed. */
import { guardedUrl, hostOf, isNamed, type NamedHosts } from '../../gather/address/guard.ts'
import type { Followed } from '../../ledger/developments/development.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import type { Following } from '../following/open.ts'
import { followedIn } from '../following/subject.ts'
import type { FollowingTables } from '../following/tables.ts'
import { newSecret } from './signature.ts'

export interface Webhook {
  readonly id: number
  readonly url: string
  readonly followed: Followed
  readonly addedAt: string
  /** Messages that wait to be sent. */
  readonly waiting: number
  /** Failures of its receiver in a row, and since when. */
  readonly failures: number
  readonly failingSince: string | null
  /** When it is tried again at the earliest. */
  readonly dueAt: string
  /** Since when nothing is sent, and why; null where it is on. */
  readonly off: { readonly at: string; readonly why: string } | null
}

/** A webhook that cannot be had: what is wrong, and what to do. */
class WebhookError extends Error {
  override readonly name = 'WebhookError'
}

/** How long the secret before holds, in milliseconds, while the receiver changes over. */
const CHANGE_OVER = 24 * 3600_000

/**
 * Where messages may be sent to: the open internet, encrypted; or a host that the settings name.
 * @throws {FetchError} where the address is private or none @throws {WebhookError} where it is not encrypted
 */
export function receiverAt(address: string, named: NamedHosts): URL {
  const url = guardedUrl(address.trim(), named)
  if (url.protocol !== 'https:' && !isNamed(hostOf(url), Number(url.port) || 80, named))
    throw new WebhookError(`${url.href} would be sent to unencrypted: give an address that begins with https://.`)
  return url
}

/**
 * Adds a webhook. It is sent what is noticed from now on.
 * @param last the last development there is
 * @returns its number, and the secret that its receiver checks messages by, which is shown this once
 * @throws {FetchError | WebhookError} where nothing may be sent there
 * @throws {QueryError} where it follows a search that cannot be understood
 */
export async function addWebhook(
  following: Following,
  asked: { readonly url: string; readonly followed: Followed; readonly hosts: NamedHosts },
  last: number,
  now: string,
): Promise<{ readonly id: number; readonly secret: string }> {
  if (asked.followed.kind === 'search') parseQuery(asked.followed.query)
  const secret = newSecret()
  const row = {
    url: receiverAt(asked.url, asked.hosts).href,
    followedJson: JSON.stringify(asked.followed),
    secret,
    after: last,
    addedAt: now,
    dueAt: now,
  }
  const { id } = await following.write((db) =>
    db.insertInto('webhook').values(row).returning('id').executeTakeFirstOrThrow(),
  )
  return { id, secret }
}

/** All webhooks, in the order in which they were added. */
export async function webhooksOf({ db }: Following): Promise<Webhook[]> {
  const rows = await db
    .selectFrom('webhook')
    .selectAll('webhook')
    .select(({ selectFrom }) =>
      selectFrom('delivery')
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .whereRef('delivery.webhookId', '=', 'webhook.id')
        .where('delivery.state', '=', 'due')
        .as('waiting'),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ followedJson, waiting, offAt, offWhy, ...row }) => ({
    id: row.id,
    url: row.url,
    followed: followedIn(followedJson),
    addedAt: row.addedAt,
    waiting: Number(waiting),
    failures: row.failures,
    failingSince: row.failingSince,
    dueAt: row.dueAt,
    off: offAt === null ? null : { at: offAt, why: offWhy ?? '' },
  }))
}

/** Forgets a webhook and all that was sent to it. @returns whether there was one */
export async function removeWebhook(following: Following, id: number): Promise<boolean> {
  const { numDeletedRows } = await following.write((db) =>
    db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst(),
  )
  return numDeletedRows > 0n
}

/** Sends nothing more there, until it is turned on again. @returns whether there was one that was on */
export async function turnOff(following: Following, id: number, why: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await following.write((db) =>
    db
      .updateTable('webhook')
      .set({ offAt: now, offWhy: why })
      .where('id', '=', id)
      .where('offAt', 'is', null)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** Goes on where it stopped, at once. @returns whether there is one */
export const turnOn = (following: Following, id: number, now: string): Promise<boolean> =>
  changed(following, id, { offAt: null, offWhy: null, failures: 0, failingSince: null, dueAt: now })

/** Gives a webhook another secret; the one before holds for a day beside it. @returns it; null where there is no webhook */
export async function renewSecret(following: Following, id: number, now: string): Promise<string | null> {
  const secret = newSecret()
  const oldUntil = new Date(Date.parse(now) + CHANGE_OVER).toISOString()
  const { numUpdatedRows } = await following.write((db) =>
    db
      .updateTable('webhook')
      .set(({ ref }) => ({ oldSecret: ref('secret'), oldUntil, secret }))
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n ? secret : null
}

async function changed(
  following: Following,
  id: number,
  to: Partial<Pick<FollowingTables['webhook'], 'dueAt' | 'failingSince' | 'offAt' | 'offWhy'>> & { failures?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await following.write((db) =>
    db.updateTable('webhook').set(to).where('id', '=', id).executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
