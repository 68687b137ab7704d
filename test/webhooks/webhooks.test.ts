// Webhooks: each development is sent once, signed as the standard says, to addresses that may be sent to, and tried again.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { systemResolve } from '../../src/gather/address/connector.ts'
import { guardedAgent } from '../../src/gather/fetch/connections.ts'
import { lastDevelopment } from '../../src/ledger/developments/list.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import type { Wire } from '../../src/publish/webhooks/attempt.ts'
import { type Delivered, deliverDue } from '../../src/publish/webhooks/deliver.ts'
import { deliveriesOf } from '../../src/publish/webhooks/log.ts'
import { webhookPass } from '../../src/publish/webhooks/pass.ts'
import { forgetOld, queueAgain, queueNews, queueTrial } from '../../src/publish/webhooks/queue.ts'
import {
  addWebhook,
  receiverAt,
  removeWebhook,
  renewSecret,
  turnOn,
  webhooksOf,
} from '../../src/publish/webhooks/webhook.ts'
import { onEachDatabase } from '../ledger/databases.ts'
import { tell } from '../ledger/telling.ts'
import { type Site, startSite } from '../site.ts'

const SITE = 'https://hearsay.example'
const [MINUTE, DAY] = [60_000, 24 * 3600_000]

/** What arrived, and what is answered next: a status, or something done with the request. */
interface Receiver extends Site {
  readonly arrived: { readonly headers: Record<string, string>; readonly body: string }[]
  answer: number | ((request: IncomingMessage, response: ServerResponse) => void)
}

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function receiver(): Promise<Receiver> {
  const arrived: Receiver['arrived'] = []
  const site = await startSite({
    '/hook': async (request, response) => {
      arrived.push({ headers: request.headers as Record<string, string>, body: await text(request) })
      if (typeof own.answer === 'number') response.writeHead(own.answer).end('said')
      else own.answer(request, response)
    },
  })
  const own: Receiver = Object.assign(site, { arrived, answer: 204 as Receiver['answer'] })
  opened.push(own)
  return own
}

/** A ledger with its followers, a webhook to a receiver, and a clock that stands still until it is moved. */
async function begun(where: string) {
  const [ledger, following, site] = [await openLedger(where), await openFollowing(where), await receiver()]
  opened.push(ledger, following)
  const hosts = [site.host]
  const dispatcher = guardedAgent(hosts, systemResolve, 1)
  opened.push(dispatcher)
  const clock = { now: Date.now() }
  const wire: Wire = {
    dispatcher,
    hosts,
    contact: null,
    limits: { headersMs: 300, totalMs: 600, receivedBytes: 4096, bytes: 4096 },
  }
  const iso = (): string => new Date(clock.now).toISOString()
  const asked = { url: `${site.origin}/hook`, followed: { kind: 'all' }, hosts } as const
  const { id, secret } = await addWebhook(following, asked, await lastDevelopment(ledger), iso())
  const deliver = (signal = new AbortController().signal): Promise<Delivered> =>
    deliverDue({ ledger, following, speaking: { site: SITE, excerpt: null }, wire, signal, now: () => clock.now })
  /** Two pages enter, each with a statement of its own. */
  const news = async (): Promise<number> => {
    await tell(ledger, 'Ilse Maren, the mayor, said the Weyland mill in Karsholm would close with the loss of 14 jobs.')
    await tell(
      ledger,
      'Odo Brandt, the mayor of Tolmin, said on Monday that 300 houses in the town had been flooded.',
      {
        url: 'https://news.example/b',
      },
    )
    await noticeDevelopments(ledger, iso())
    return queueNews(ledger, following, iso())
  }
  return { ledger, following, site, clock, iso, id, secret, deliver, news, asked }
}

const stateOf = async (following: Following, id: number) => (await webhooksOf(following)).find((one) => one.id === id)

const statesOf = async (following: Following, webhook: number): Promise<string[]> =>
  (await deliveriesOf(following, webhook)).map(({ state }) => state)

onEachDatabase(({ fresh }) => {
  test('what is noticed is sent once, and the library of the standard knows who sent it', async () => {
    const { ledger, following, site, iso, id, secret, deliver, news } = await begun(await fresh())
    expect(await news()).toBe(2)
    expect(await deliver()).toEqual({ delivered: 2, later: 0, failed: 0 })
    expect(await queueNews(ledger, following, iso())).toBe(0)
    expect(await deliver()).toEqual({ delivered: 0, later: 0, failed: 0 })
    expect(new Set(site.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
    const standard = new StandardWebhook(secret)
    const bodies = site.arrived.map(({ headers, body }) => standard.verify(body, headers) as Record<string, never>)
    expect(bodies).toMatchObject([
      { type: 'development.new_origin', data: { kind: 'new origin', claim: { speaker: { name: 'Ilse Maren' } } } },
      { type: 'development.new_origin', data: { claim: { speaker: { name: 'Odo Brandt' } } } },
    ])
    expect(JSON.stringify(bodies[0])).toContain(`"permalink":"${SITE}/claim/`)
    expect(() => standard.verify(`${site.arrived[0]?.body} `, site.arrived[0]?.headers ?? {})).toThrow()
    expect(await statesOf(following, id)).toEqual(['delivered', 'delivered'])
  })

  test('one process queues what several look for at once', async () => {
    const { ledger, following, news, iso, id } = await begun(await fresh())
    await tell(ledger, 'Ruth Agbaje, the minister, said on Monday that 40 pupils had been injured in Lund.', {
      url: 'https://news.example/c',
    })
    await noticeDevelopments(ledger, iso())
    const made = await Promise.all([1, 2, 3].map(() => queueNews(ledger, following, iso())))
    expect(made.reduce((sum, one) => sum + one)).toBe(1)
    expect(await news()).toBe(2)
    expect(await statesOf(following, id)).toEqual(['due', 'due', 'due'])
  })

  test('a receiver in trouble is left alone, ever longer, and then sent everything in its order', async () => {
    const { following, site, clock, id, deliver, news } = await begun(await fresh())
    await news()
    site.answer = 503
    expect(await deliver()).toEqual({ delivered: 0, later: 1, failed: 0 })
    expect(await deliver()).toEqual({ delivered: 0, later: 0, failed: 0 })
    clock.now += 6_000
    expect(await deliver()).toEqual({ delivered: 0, later: 1, failed: 0 })
    clock.now += 6_000
    expect(await deliver()).toEqual({ delivered: 0, later: 0, failed: 0 })
    expect(await stateOf(following, id)).toMatchObject({ failures: 2, waiting: 2, off: null })
    site.answer = 200
    clock.now += 5 * MINUTE
    expect(await deliver()).toEqual({ delivered: 2, later: 0, failed: 0 })
    const names = site.arrived.map(({ headers }) => headers['webhook-id'])
    expect(names.slice(0, 3)).toEqual([names[0], names[0], names[0]])
    expect(new Set(names).size).toBe(2)
    expect(await stateOf(following, id)).toMatchObject({ failures: 0, failingSince: null, waiting: 0 })
    const [, first] = await deliveriesOf(following, id)
    expect(first?.attempts.map(({ status }) => status)).toEqual([503, 503, 200])
    expect(first?.attempts[0]).toMatchObject({ said: 'said' })
  })

  test('a message that is refused holds no other up, and is given up after the last attempt', async () => {
    const { following, site, clock, id, deliver, news } = await begun(await fresh())
    await news()
    site.answer = 422
    expect(await deliver()).toEqual({ delivered: 0, later: 2, failed: 0 })
    let failed = 0
    for (const hours of [0.1, 0.1, 1, 3, 6, 11, 15, 21, 25, 25]) {
      clock.now += hours * 3600_000
      failed += (await deliver()).failed
    }
    expect(failed).toBe(2)
    expect(await statesOf(following, id)).toEqual(['failed', 'failed'])
    expect(site.arrived).toHaveLength(20)
    site.answer = 200
    expect(await queueAgain(following, { message: 1, webhook: id }, new Date(clock.now).toISOString())).toBe(true)
    expect(await deliver()).toEqual({ delivered: 1, later: 0, failed: 0 })
  })

  test('one that takes nothing for five days, or says that it is gone, is sent no more until it is turned on', async () => {
    const { following, site, clock, iso, id, deliver, news } = await begun(await fresh())
    await news()
    site.answer = 500
    for (let day = 0; day < 7; day++) {
      await deliver()
      clock.now += DAY
    }
    expect((await stateOf(following, id))?.off?.why).toContain('five days')
    const before = site.arrived.length
    expect(await deliver()).toEqual({ delivered: 0, later: 0, failed: 0 })
    expect(site.arrived).toHaveLength(before)
    await turnOn(following, id, iso())
    site.answer = 410
    await deliver()
    expect((await stateOf(following, id))?.off?.why).toContain('410')
    await turnOn(following, id, iso())
    site.answer = 200
    expect((await deliver()).delivered).toBe(2)
  })

  test('what waits is told from the ledger when it is sent: a claim that was hidden is told to nobody', async () => {
    const { ledger, following, site, id, deliver, news } = await begun(await fresh())
    await news()
    await ledger.write((db) => db.updateTable('claim').set({ isHidden: 1 }).execute())
    expect(await deliver()).toEqual({ delivered: 0, later: 0, failed: 0 })
    expect(site.arrived).toEqual([])
    expect(await statesOf(following, id)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('a sender that is cut off leaves its message to be sent again under its name', async () => {
    const { site, clock, deliver, news } = await begun(await fresh())
    await news()
    const cut = new AbortController()
    site.answer = () => cut.abort()
    await deliver(cut.signal)
    site.answer = 200
    clock.now += MINUTE
    expect((await deliver()).delivered).toBe(2)
    expect(site.arrived[1]?.headers['webhook-id']).toBe(site.arrived[0]?.headers['webhook-id'])
  })

  test('what is forgotten is forgotten whole', async () => {
    const { following, clock, id, deliver, news } = await begun(await fresh())
    await news()
    await deliver()
    await forgetOld(following, new Date(clock.now + 31 * DAY).toISOString())
    expect(await deliveriesOf(following, id)).toEqual([])
    expect(await following.db.selectFrom('attempt').selectAll().execute()).toEqual([])
    expect(await removeWebhook(following, id)).toBe(true)
    expect(await removeWebhook(following, id)).toBe(false)
  })
})

/** The same on one file. */
const one = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-webhooks-'))
  opened.push({ close: () => rm(folder, { recursive: true }) })
  return begun(join(folder, 'news.ledger'))
}

test('a receiver that stalls, breaks off, leads elsewhere or talks without end is in trouble, and no more', async () => {
  const { following, site, clock, id, deliver, news } = await one()
  await news()
  const troubles: Receiver['answer'][] = [
    () => {},
    (request) => request.socket.destroy(),
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end(),
    (_, response) => {
      response.writeHead(500)
      const timer = setInterval(() => response.write('x'.repeat(65536)), 1)
      once(response, 'close').then(() => clearInterval(timer))
    },
    (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end('\u202eslow\u0000 down'),
  ]
  for (const trouble of troubles) {
    site.answer = trouble
    expect(await deliver()).toEqual({ delivered: 0, later: 1, failed: 0 })
    clock.now += 6 * 3600_000
  }
  const [, first] = await deliveriesOf(following, id)
  expect(first?.attempts.map(({ status }) => status)).toEqual([null, null, 302, 500, 429])
  expect(first?.attempts[2]?.said).toContain('not followed')
  expect(first?.attempts[3]?.said.length).toBeLessThanOrEqual(300)
  expect(first?.attempts[4]?.said).toBe('\ufffdslow␀ down')
})

test('what is answered counts by its status, whatever becomes of the words below it', async () => {
  const { following, site, clock, id, deliver, news } = await one()
  await news()
  site.answer = (_, response) => response.writeHead(500, { 'content-encoding': 'gzip' }).end('not gzip')
  expect(await deliver()).toEqual({ delivered: 0, later: 1, failed: 0 })
  clock.now += MINUTE
  const taken: Receiver['answer'][] = [
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    (_, response) => void response.writeHead(202).write('{"queued":'),
  ]
  site.answer = (request, response) => (taken.shift() as (...given: unknown[]) => void)(request, response)
  expect(await deliver()).toEqual({ delivered: 2, later: 0, failed: 0 })
  const [second, first] = await deliveriesOf(following, id)
  expect(first?.attempts.map(({ status }) => status)).toEqual([500, 200])
  expect(second?.attempts.map(({ status }) => status)).toEqual([202])
})

test('a slow receiver with much to take leaves the others their turns', async () => {
  const { ledger, following, site, clock, iso, id, asked, deliver, news } = await one()
  await news()
  await queueTrial(following, id, iso())
  site.answer = (_, response) => {
    clock.now += 20_000
    response.writeHead(204).end()
  }
  expect(await deliver()).toEqual({ delivered: 2, later: 0, failed: 0 })
  const other = await addWebhook(following, asked, 0, iso())
  expect(await queueNews(ledger, following, iso())).toBe(2)
  site.answer = 204
  expect(await deliver()).toEqual({ delivered: 3, later: 0, failed: 0 })
  expect(await statesOf(following, other.id)).toEqual(['delivered', 'delivered'])
})

test('a receiver that refuses all for five days is sent no more; one that takes some goes on', async () => {
  const { following, site, clock, iso, id, deliver } = await one()
  const day = async (answer: number): Promise<string | undefined> => {
    site.answer = answer
    await queueTrial(following, id, iso())
    await deliver()
    clock.now += DAY
    return (await stateOf(following, id))?.off?.why
  }
  for (const answer of [404, 404, 404, 204, 404, 404, 404, 404, 404]) expect(await day(answer)).toBeUndefined()
  expect(await day(404)).toContain('five days')
})

test('a refusal is tried again as often, whatever trouble there was before', async () => {
  const { following, site, clock, iso, id, deliver } = await one()
  await queueTrial(following, id, iso())
  site.answer = 503
  for (let hour = 0; hour < 10; hour++) {
    await queueTrial(following, id, iso())
    await deliver()
    clock.now += 3600_000
  }
  await turnOn(following, id, iso())
  site.answer = 422
  const { failed, later } = await deliver()
  expect([failed, later]).toEqual([0, 11])
})

test('a trial is sent before what waits', async () => {
  const { following, site, iso, id, deliver, news } = await one()
  await news()
  await queueTrial(following, id, iso())
  await deliver()
  expect(site.arrived.map(({ body }) => JSON.parse(body).type === 'trial')).toEqual([true, false, false])
})

test('Retry-After is heeded', async () => {
  const { site, clock, deliver, news } = await one()
  await news()
  site.answer = (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end()
  await deliver()
  site.answer = 200
  clock.now += 7199_000
  expect((await deliver()).delivered).toBe(0)
  clock.now += 2_000
  expect((await deliver()).delivered).toBe(2)
})

test('while a receiver changes over, both secrets hold; after a day the new one alone', async () => {
  const { following, site, clock, iso, id, secret, deliver } = await one()
  const renewed = (await renewSecret(following, id, iso())) as string
  await queueTrial(following, id, iso())
  await deliver()
  clock.now += 2 * DAY
  await queueTrial(following, id, iso())
  await deliver()
  const [during, after] = site.arrived as [Receiver['arrived'][0], Receiver['arrived'][0]]
  const knows = (key: string, { headers, body }: Receiver['arrived'][0]): boolean =>
    headers['webhook-signature']
      ?.split(' ')
      .includes(
        new StandardWebhook(key).sign(
          headers['webhook-id'] as string,
          new Date(Number(headers['webhook-timestamp']) * 1000),
          body,
        ),
      ) ?? false
  expect([knows(secret, during), knows(renewed, during)]).toEqual([true, true])
  expect([knows(secret, after), knows(renewed, after)]).toEqual([false, true])
  expect(JSON.parse(during.body)).toMatchObject({ type: 'trial', data: { site: SITE } })
})

test.each([
  'http://127.0.0.1/hook',
  'https://[::1]/hook',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/hook',
  'https://2130706433/hook',
  'https://user:word@receiver.org/hook',
  'http://receiver.org/hook',
  'ftp://receiver.org/hook',
  'receiver',
])('nothing is sent to %s', (address) => {
  expect(() => receiverAt(address, [])).toThrow(/Error|address|name|https|open internet|password|private/)
})

test('what is noticed after the ledger was put back is sent, under numbers that were sent of others', async () => {
  const { ledger, following, site } = await one()
  const restored = await openLedger(join(await mkdtemp(join(tmpdir(), 'hearsay-webhooks-')), 'restored.ledger'))
  opened.push(restored)
  const passOf = (of: Ledger) => {
    const speaking = { site: SITE, excerpt: null }
    const { signal } = new AbortController()
    return webhookPass({ ledger: of, following, speaking, hosts: [site.host], contact: null, signal })
  }
  await tell(ledger, 'Ilse Maren, the mayor, said the Weyland mill in Karsholm would close with the loss of 14 jobs.')
  expect(await passOf(ledger)).toMatchObject({ queued: 1, delivered: 1 })
  await tell(restored, 'Odo Brandt, the mayor of Tolmin, said on Monday that 300 houses in the town had been flooded.')
  expect(await passOf(restored)).toMatchObject({ queued: 1, delivered: 1 })
  expect(site.arrived.at(-1)?.body).toContain('Odo Brandt')
})

test('a search that cannot be understood is not followed', async () => {
  const { following, asked, iso } = await one()
  const followed = { kind: 'search', query: 'figure:x' } as const
  await expect(addWebhook(following, { ...asked, followed }, 0, iso())).rejects.toThrow('digits')
  expect(await webhooksOf(following)).toHaveLength(1)
})

test('a name that leads into the own network is refused where the connection is made', async () => {
  const { attempt } = await import('../../src/publish/webhooks/attempt.ts')
  const dispatcher = guardedAgent([], async () => [{ address: '10.0.0.7', family: 4 }], 1)
  opened.push(dispatcher)
  const message = { url: 'https://receiver.org/hook', message: 'msg_1', body: '{}', secrets: ['whsec_AAAA'] }
  const became = await attempt(message, { dispatcher, hosts: [], contact: null }, 0, new AbortController().signal)
  expect(became).toMatchObject({ is: 'trouble', status: null })
  expect(became.said).toContain('10.0.0.7')
})
