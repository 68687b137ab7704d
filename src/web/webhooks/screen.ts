/** Webhooks, for editors: where developments are sent to, what was sent, and what became of it. */
import { Hono } from 'hono'
import { lastDevelopment } from '../../ledger/developments/list.ts'
import { noticeDevelopments } from '../../ledger/developments/notice.ts'
import { webhookAt, webhooksAt } from '../../publish/addresses.ts'
import { followedName } from '../../publish/developments/followed.ts'
import type { Following } from '../../publish/following/open.ts'
import { type Html, html } from '../../publish/html.ts'
import { deliveriesOf } from '../../publish/webhooks/log.ts'
import { queueAgain, queueTrial } from '../../publish/webhooks/queue.ts'
import {
  addWebhook,
  removeWebhook,
  renewSecret,
  turnOff,
  turnOn,
  type Webhook,
  webhooksOf,
} from '../../publish/webhooks/webhook.ts'
import { fieldsOf, followableIn } from '../follow/asked.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { WEBHOOKS } from '../words/webhooks.ts'
import { type Adding, addForm, listView, type Named, secretView, webhookView } from './view.ts'

/** Messages of one page. */
const PAGE = 50

const NOTHING: Adding = { about: null, url: '', query: '', wrong: null }

const numberIn = (given: unknown): number | null =>
  typeof given === 'string' && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : null

export function webhooksScreen({ ledger, webhooks: open, now }: Site): Screen {
  const app = new Hono<Asked>().use('/webhooks', editorsAlone).use('/webhooks/*', editorsAlone)
  if (open === null)
    return app.get('/webhooks', (c) =>
      shown(c, { title: WEBHOOKS.title, main: plain(WEBHOOKS.title, WEBHOOKS.closed) }, 404),
    )
  const { following, hosts, deliver } = open
  const named = async (one: Webhook): Promise<Named> => ({ ...one, name: await followedName(ledger, one.followed) })

  const list = async (c: Asking, adding: Adding, status: 200 | 400 = 200) => {
    const webhooks = await Promise.all((await webhooksOf(following)).map(named))
    const done = doneIn(c)
    const main = html`<article class="webhooks"><h1>${WEBHOOKS.title}</h1><p class="lede">${WEBHOOKS.lede}</p>
${done !== null && html`<p class="done" role="status">${done}</p>`}${listView(webhooks)}${addForm(adding)}</article>`
    return shown(c, { title: WEBHOOKS.title, main }, status)
  }

  /** The webhook that an address names; null where there is none. */
  const one = async (c: Asking): Promise<Named | null> => {
    const id = numberIn(c.req.param('id'))
    const found = (await webhooksOf(following)).find((webhook) => webhook.id === id)
    return found === undefined ? null : named(found)
  }
  const none = (c: Asking) =>
    shown(c, { title: WEBHOOKS.missing, main: plain(WEBHOOKS.missing, WEBHOOKS.removed) }, 404)

  return app
    .get('/webhooks', async (c) => {
      const followable = await followableIn(ledger, c.req.query())
      const about = followable && { name: followable.name, fields: fieldsOf(followable.followed) }
      return list(c, { ...NOTHING, about })
    })
    .post('/webhooks', async (c) => {
      const given = await c.req.parseBody()
      const [url, query] = [given.url, given.q].map((one) => (typeof one === 'string' ? one.trim() : '')) as [
        string,
        string,
      ]
      const asked = given.q !== undefined && query === '' ? { all: 'yes' } : given
      const followable = await followableIn(ledger, asked)
      if (followable === null) return list(c, { about: null, url, query, wrong: WEBHOOKS.unknown }, 400)
      try {
        await noticeDevelopments(ledger, now())
        const { id, secret } = await addWebhook(
          following,
          { url, followed: followable.followed, hosts },
          await lastDevelopment(ledger),
          now(),
        )
        const words = { title: WEBHOOKS.addedTitle, says: WEBHOOKS.added }
        return shown(c, { title: words.title, main: secretView(id, words, secret) })
      } catch (error) {
        const { name, message } = error as Error
        if (name !== 'FetchError' && name !== 'WebhookError') throw error
        const about = given.q === undefined ? { name: followable.name, fields: fieldsOf(followable.followed) } : null
        return list(c, { about, url, query, wrong: message }, 400)
      }
    })
    .get('/webhooks/:id', async (c) => {
      const webhook = await one(c)
      if (webhook === null) return none(c)
      const before = numberIn(c.req.query('before'))
      const some = await deliveriesOf(following, webhook.id, {
        limit: PAGE + 1,
        ...(before === null ? {} : { before }),
      })
      const done = doneIn(c)
      const part = { before, next: some.length > PAGE ? (some[PAGE - 1]?.id ?? null) : null }
      const title = `${WEBHOOKS.one(webhook.id)}: ${webhook.name ?? WEBHOOKS.toldOf}`
      const main = html`<article class="webhooks"><p class="meta"><a href="${webhooksAt()}">${WEBHOOKS.title}</a></p><h1>${title}</h1>
${done !== null && html`<p class="done" role="status">${done}</p>`}${webhookView(webhook, some.slice(0, PAGE), part)}</article>`
      return shown(c, { title, main })
    })
    .post('/webhooks/:id/:what', async (c) => {
      const webhook = await one(c)
      if (webhook === null) return none(c)
      const what = c.req.param('what')
      if (what === 'secret') {
        const secret = (await renewSecret(following, webhook.id, now())) ?? ''
        const words = { title: WEBHOOKS.renewedTitle, says: WEBHOOKS.renewed }
        return shown(c, { title: words.title, main: secretView(webhook.id, words, secret) })
      }
      const message = what === 'again' ? numberIn((await c.req.parseBody()).message) : null
      if (!(await does(following, webhook.id, what, { message, now: now() }))) return none(c)
      deliver()
      const to = what === 'remove' ? webhooksAt() : webhookAt(webhook.id)
      return c.redirect(`${to}?done=${what}`, 303)
    })
}

/** What was done, as the address has it; null for what is none of it. */
const doneIn = (c: Asking): string | null => {
  const done = c.req.query('done') ?? ''
  return Object.hasOwn(WEBHOOKS.done, done) ? (WEBHOOKS.done[done] as string) : null
}

/** Does something with a webhook. @returns false where there is no such thing */
async function does(
  following: Following,
  id: number,
  what: string,
  { message, now }: { readonly message: number | null; readonly now: string },
): Promise<boolean> {
  switch (what) {
    case 'try':
      return queueTrial(following, id, now)
    case 'again':
      return message !== null && queueAgain(following, { message, webhook: id }, now)
    case 'on':
      return turnOn(following, id, now)
    case 'off':
      return turnOff(following, id, WEBHOOKS.byHand, now)
    case 'remove':
      return removeWebhook(following, id)
    default:
      return false
  }
}

/** Who does not edit is told so; nothing of it is kept. */
async function editorsAlone(c: Asking, next: () => Promise<void>) {
  c.set('keep', false)
  if (c.var.role === 'editor') return next()
  return shown(c, { title: WEBHOOKS.title, main: plain(WEBHOOKS.title, WEBHOOKS.editors) }, 403)
}

const plain = (title: string, says: string): Html =>
  html`<article class="plain"><h1>${title}</h1><p>${says}</p></article>`
