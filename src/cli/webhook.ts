/** `hearsay webhook`: where developments are sent to, and what became of them. */
import { lastDevelopment } from '../ledger/developments/list.ts'
import { noticeDevelopments } from '../ledger/developments/notice.ts'
import type { Ledger } from '../ledger/open.ts'
import { followedName } from '../publish/developments/followed.ts'
import { type Following, openFollowing } from '../publish/following/open.ts'
import { printable } from '../publish/printable.ts'
import { deliveriesOf } from '../publish/webhooks/log.ts'
import { type Passing, webhookPass } from '../publish/webhooks/pass.ts'
import { queueAgain, queueTrial } from '../publish/webhooks/queue.ts'
import * as webhooks from '../publish/webhooks/webhook.ts'
import { moment } from '../publish/when.ts'
import { settingsOf } from '../web/access/settings.ts'
import { type FollowedOptions, followedIn } from './followed.ts'
import { InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { gatherSettings, siteAddress } from './settings.ts'

export type WebhookOptions = LedgerOptions
export type AddOptions = WebhookOptions & FollowedOptions
export interface SendOptions extends WebhookOptions {
  readonly address?: string
}

/** Does some work on a ledger's webhooks. */
const working = (
  options: WebhookOptions,
  work: (ledger: Ledger, following: Following, now: string) => Promise<number>,
): Promise<number> =>
  saying(async () => {
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      const following = await openFollowing(ledger.where)
      try {
        return await work(ledger, following, new Date().toISOString())
      } finally {
        await following.close()
      }
    } finally {
      await ledger.close()
    }
  })

export const add = (url: string, options: AddOptions): Promise<number> =>
  working(options, async (ledger, following, now) => {
    const followed = followedIn(options)
    const name = await followedName(ledger, followed)
    if (name === null) throw new InputError('The ledger has nothing of that. hearsay search finds what it has.')
    await noticeDevelopments(ledger, now)
    const asked = { url, followed, hosts: gatherSettings().hosts }
    const added = await webhooks.addWebhook(following, asked, await lastDevelopment(ledger), now).catch((error) => {
      throw (error as Error).name === 'QueryError' ? new InputError((error as Error).message) : error
    })
    const { id, secret } = added
    await print(`webhook ${id}: ${printable(name)}\n${secret}\n`)
    complain(
      `Its receiver checks messages by this secret, which is shown this once. Try it: hearsay webhook try ${id} --address ...`,
    )
    return 0
  })

export const listWebhooks = (options: WebhookOptions): Promise<number> =>
  working(options, async (ledger, following) => {
    const all = await webhooks.webhooksOf(following)
    for (const { id, url, followed, waiting, failures, dueAt, off } of all) {
      const name = printable((await followedName(ledger, followed)) ?? 'what is not in the ledger any more')
      const fares =
        off !== null
          ? `off since ${moment(off.at)}: ${off.why}`
          : failures > 0
            ? `in trouble, ${failures} in a row; tried again after ${moment(dueAt)}`
            : 'on'
      await print(`${id}\t${printable(url)}\t${name}\t${waiting} waiting\t${fares}\n`)
    }
    if (all.length === 0) complain('There is no webhook yet: hearsay webhook add URL')
    return 0
  })

export const log = (id: number, options: WebhookOptions): Promise<number> =>
  working(options, async (_, following) => {
    await known(following, id)
    for (const { id: number, message, development, state, madeAt, attempts } of await deliveriesOf(following, id)) {
      const what = development === null ? 'a trial' : `development ${development}`
      await print(`${number}\t${message}\t${what}\t${moment(madeAt)}\t${state}\n`)
      for (const { at, duration, status, said } of attempts)
        await print(`\t${moment(at)}\t${duration} ms\t${status ?? 'no answer'}\t${said}\n`)
    }
    return 0
  })

export const tryOut = (id: number, options: SendOptions): Promise<number> =>
  working(options, async (ledger, following, now) => {
    const site = siteAddress(options.address)
    const { off } = await known(following, id)
    if (off !== null) throw new InputError(`Webhook ${id} is off: hearsay webhook on ${id}`)
    await queueTrial(following, id, now)
    return sent(ledger, following, site)
  })

export const again = (id: number, options: SendOptions): Promise<number> =>
  working(options, async (ledger, following, now) => {
    const site = siteAddress(options.address)
    if (!(await queueAgain(following, { message: id, webhook: null }, now)))
      throw new InputError(
        `There is no message ${id} that was sent to a webhook that is on: hearsay webhook log WEBHOOK lists them.`,
      )
    return sent(ledger, following, site)
  })

export const sendWebhooks = (options: SendOptions): Promise<number> =>
  working(options, (ledger, following) => sent(ledger, following, siteAddress(options.address)))

/** Notices what is new, and sends all that is due. @returns 1 where something did not arrive */
async function sent(ledger: Ledger, following: Following, site: string): Promise<number> {
  const { hosts, contact } = gatherSettings()
  const signal = stopOnSignal()
  const passing: Passing = {
    ledger,
    following,
    // As much of a claim's words as the site shows there.
    speaking: { site, excerpt: settingsOf({ address: site }, 0).excerpt },
    hosts,
    contact,
    signal,
    onAttempt: ({ is, status, said }) => {
      if (is !== 'delivered') complain(`${status ?? 'no answer'}: ${said}`)
    },
  }
  const all = { queued: 0, delivered: 0, later: 0, failed: 0 }
  // A pass gives each receiver a turn: what a slow one had no time for is left to the next.
  for (let more = true; more && !signal.aborted; ) {
    const pass = await webhookPass(passing)
    for (const what of ['queued', 'delivered', 'later', 'failed'] as const) all[what] += pass[what]
    more = pass.delivered > 0
  }
  const { queued, delivered, later, failed } = all
  await print(`${queued} new, ${delivered} delivered, ${later} to be tried again, ${failed} given up\n`)
  return later + failed > 0 ? 1 : 0
}

export const secret = (id: number, options: WebhookOptions): Promise<number> =>
  working(options, async (_, following, now) => {
    await known(following, id)
    await print(`${await webhooks.renewSecret(following, id, now)}\n`)
    complain('The secret before holds for a day beside it.')
    return 0
  })

export const on = (id: number, options: WebhookOptions): Promise<number> =>
  working(options, async (_, following, now) => {
    await known(following, id)
    await webhooks.turnOn(following, id, now)
    return 0
  })

export const off = (id: number, options: WebhookOptions): Promise<number> =>
  working(options, async (_, following, now) => {
    await known(following, id)
    await webhooks.turnOff(following, id, 'turned off by hand', now)
    return 0
  })

export const remove = (id: number, options: WebhookOptions): Promise<number> =>
  working(options, async (_, following) => {
    await known(following, id)
    await webhooks.removeWebhook(following, id)
    return 0
  })

async function known(following: Following, id: number): Promise<webhooks.Webhook> {
  const found = (await webhooks.webhooksOf(following)).find((one) => one.id === id)
  if (found === undefined) throw new InputError(`There is no webhook ${id}: hearsay webhook lists them.`)
  return found
}
