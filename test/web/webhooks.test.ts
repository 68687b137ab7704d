// Webhooks on the site: editors add one, try it, see what became of it, and end it; readers see none of it.
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Site as Receiver, startSite } from '../site.ts'
import { type ExampleSite, exampleSite } from './site.ts'

const TOKEN = { authorization: 'Bearer a-token-of-the-tests' }
const arrived: { headers: Record<string, string>; body: string }[] = []

let [site, receiver] = [] as unknown as [ExampleSite, Receiver]
beforeAll(async () => {
  receiver = await startSite({
    '/hook': async (request, response) => {
      arrived.push({ headers: request.headers as Record<string, string>, body: await text(request) })
      response.writeHead(200).end()
    },
  })
  site = await exampleSite({ tokens: ['a-token-of-the-tests'], hosts: [receiver.host] })
}, 120_000)
afterAll(async () => {
  await site.close()
  await receiver.close()
})

/** A screen, or what a form answers. */
async function ask(path: string, fields?: Record<string, string>, headers: Record<string, string> = TOKEN) {
  const sent = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }
  const answer = await site.ask(path, { ...sent, headers: { ...headers, origin: site.address } })
  return { status: answer.status, to: answer.headers.get('location'), source: await answer.text() }
}

test('an editor adds one for a story, tries it, sees what arrived, and removes it', async () => {
  expect((await ask('/webhooks')).source).toContain('There is no webhook yet')
  expect((await ask('/story/1')).source).toContain('href="/webhooks?story=1"')
  expect((await ask('/webhooks?story=1')).source).toContain('name="story" value="1"')
  const added = await ask('/webhooks', { story: '1', url: `${receiver.origin}/hook` })
  const secret = /whsec_[\w+/=]+/.exec(added.source)?.[0] ?? ''
  expect(added.status).toBe(200)
  expect((await ask('/webhooks')).source).not.toContain(secret)
  const tried = await ask('/webhooks/1/try', {})
  expect([tried.status, tried.to]).toEqual([303, '/webhooks/1?done=try'])
  await expect.poll(() => arrived.length).toBe(1)
  const [one] = arrived
  expect(new Webhook(secret).verify(one?.body ?? '', one?.headers ?? {})).toMatchObject({ type: 'trial' })
  await expect.poll(async () => (await ask('/webhooks/1')).source).toContain('delivered')
  const log = await ask('/webhooks/1')
  expect(log.source).toContain(one?.headers['webhook-id'])
  expect((await ask('/webhooks/1/again', { message: '1' })).status).toBe(303)
  await expect.poll(() => arrived.length).toBe(2)
  expect(arrived[1]?.headers['webhook-id']).toBe(one?.headers['webhook-id'])
  expect((await ask('/webhooks/1/off', {})).status).toBe(303)
  expect((await ask('/webhooks/1')).source).toContain('turned off by hand')
  const renewed = await ask('/webhooks/1/secret', {})
  expect(/whsec_[\w+/=]+/.exec(renewed.source)?.[0]).not.toBe(secret)
  expect((await ask('/webhooks/1/remove', {})).to).toBe('/webhooks?done=remove')
  expect((await ask('/webhooks/1')).status).toBe(404)
})

test('what cannot be sent to is said at the form, and what was given stays in it', async () => {
  for (const url of ['http://10.0.0.1/x', 'https://localhost/x', 'receiver', 'http://receiver.org/x', '']) {
    const answer = await ask('/webhooks', { q: 'measure:killed', url })
    expect([url, answer.status]).toEqual([url, 400])
    expect(answer.source).toContain('role="alert"')
    expect(answer.source).toContain('value="measure:killed"')
  }
  expect((await ask('/webhooks', { story: '99', url: 'https://receiver.org/x' })).source).toContain('nothing of that')
  expect((await ask('/webhooks', { q: 'measure:(', url: 'https://receiver.org/x' })).status).toBe(400)
})

test.each(['/webhooks/0', '/webhooks/99', '/webhooks/x', '/webhooks/1e3'])('there is no %s', async (path) => {
  expect((await ask(path)).status).toBe(404)
  expect((await ask(`${path}/try`, {})).status).toBe(404)
})

test.each(['constructor', '__proto__', 'toString', 'nothing'])('done=%s says nothing', async (done) => {
  const { status, source } = await ask(`/webhooks?done=${done}`)
  expect(status).toBe(200)
  expect(source).not.toContain('class="done"')
})

test('a trial is not offered to a webhook that is off, nor a message of another sent again by its address', async () => {
  const id = async (): Promise<string> => {
    const { source } = await ask('/webhooks', { q: '', url: `${receiver.origin}/hook` })
    return /\/webhooks\/(\d+)/.exec(source)?.[1] ?? ''
  }
  const [one, other] = [await id(), await id()]
  await ask(`/webhooks/${one}/try`, {})
  await expect.poll(async () => (await ask(`/webhooks/${one}`)).source).toContain('delivered')
  const message = /name="message" value="(\d+)"/.exec((await ask(`/webhooks/${one}`)).source)?.[1] ?? ''
  expect((await ask(`/webhooks/${other}/again`, { message })).status).toBe(404)
  expect((await ask(`/webhooks/${one}`)).source).toContain(`action="/webhooks/${one}/try"`)
  await ask(`/webhooks/${one}/off`, {})
  expect((await ask(`/webhooks/${one}`)).source).not.toContain(`action="/webhooks/${one}/try"`)
  expect((await ask(`/webhooks/${one}/try`, {})).status).toBe(404)
  for (const made of [one, other]) await ask(`/webhooks/${made}/remove`, {})
})

test('readers see nothing of it, and cannot add one', async () => {
  expect((await ask('/webhooks', undefined, {})).status).toBe(403)
  expect((await ask('/webhooks', { q: '', url: `${receiver.origin}/hook` }, {})).status).toBe(403)
  expect((await ask('/story/1', undefined, {})).source).not.toContain('/webhooks')
})
