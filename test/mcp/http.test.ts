// The site's `/mcp`: who may ask, from where, how much and how often; a raw request where the client would not make it.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { answer, overHttp } from './clients.ts'

const ASK = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'cite', arguments: { claim: 1 } } }

/** A question as an older client asks it. */
const asking = (headers: Record<string, string> = {}, body: unknown = ASK): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
})

const status = async (site: ExampleSite, init: RequestInit): Promise<number> => {
  const answered = await site.ask('/mcp', init)
  await answered.text()
  return answered.status
}

describe('on one own machine', () => {
  let site: ExampleSite
  beforeAll(async () => {
    site = await exampleSite()
  })
  afterAll(() => site.close())

  test('a page of another site does not ask through its reader, under any name', async () => {
    expect(await status(site, asking())).toBe(200)
    expect(await status(site, asking({ origin: site.address }))).toBe(200)
    expect(await status(site, asking({ origin: 'https://evil.example' }))).toBe(403)
    expect(await status(site, asking({ origin: 'null' }))).toBe(403)
    expect(await status(site, asking({ 'content-type': 'text/plain' }))).toBe(415)
  })

  test('an answer is shared with no other site', async () => {
    const { headers } = await site.ask('/mcp', asking())
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['no JSON', 'nothing'],
    ['an empty list', '[]'],
    ['a number', '7'],
    ['no method', '{"jsonrpc":"2.0","id":1}'],
    ['a method that there is not', '{"jsonrpc":"2.0","id":1,"method":"secrets/list"}'],
    ['a deep value', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'its own prototype',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"__proto__","arguments":{}}}',
    ],
  ])('%s is refused, and the next question is answered', async (_, body) => {
    const answered = await site.ask('/mcp', asking({}, body))
    const words = await answered.text()
    expect(answered.status).toBeLessThan(500)
    expect(words).toMatch(/error/)
    expect(words).not.toMatch(/node_modules|\.ts:/)
    expect(await status(site, asking())).toBe(200)
  })

  test('other methods are refused', async () => {
    for (const method of ['GET', 'DELETE']) expect(await status(site, { method })).toBe(405)
    expect(await status(site, { method: 'PUT' })).toBeGreaterThanOrEqual(400)
  })

  test('more than a page is refused before it is read', async () => {
    const body = JSON.stringify({ ...ASK, params: { name: 'read_page', arguments: { text: 'x'.repeat(5_000_000) } } })
    expect(await status(site, asking({}, body))).toBe(413)
  })

  test('a client that hangs up leaves the others their answers', async () => {
    const client = await overHttp(site.address)
    const text = 'Police said that up to 40 people were hurt at the mill on Monday. '.repeat(400)
    const gone = new AbortController()
    const question = { ...ASK, params: { name: 'read_page', arguments: { text } } }
    const hung = site.ask('/mcp', { ...asking({}, question), signal: gone.signal }).then((one) => one.text())
    await sleep(20)
    gone.abort()
    await expect(hung).rejects.toThrow()
    expect(await answer(client, 'cite', { claim: 1 })).toContain('SHA-256')
    await client.close()
  })

  test('many at once are all answered, each with its own', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => overHttp(site.address)))
    const texts = await Promise.all(
      Array.from({ length: 80 }, (_, at) =>
        answer(clients[at % 4] as (typeof clients)[0], 'get_claim', { claim: 1 + at }),
      ),
    )
    for (const [at, text] of texts.entries()) expect(text.startsWith(`claim ${1 + at}:`)).toBe(true)
    await Promise.all(clients.map((client) => client.close()))
  })

  test('a hidden claim is shown to nobody', async () => {
    const { correct } = await import('../../src/ledger/corrections/correct.ts')
    const client = await overHttp(site.address)
    const saying = { by: 'A. Editor', why: 'A misreading.', at: '2031-05-15T09:00:00.000Z' }
    await correct(site.ledger, 5, { field: 'hidden', hidden: true }, saying)
    for (const name of ['get_claim', 'trace_claim', 'cite'])
      expect(await answer(client, name, { claim: 5 })).toMatch(/^error: A person has hidden claim 5/)
    await expect(client.readResource({ uri: 'hearsay://claim/5' })).rejects.toThrow(/hidden/)
    await client.close()
  })
})

describe('for others', () => {
  let site: ExampleSite
  beforeAll(async () => {
    site = await exampleSite({ password: 'larch', tokens: ['t0ken', 'paper:r3ader:read'], excerpt: 30 })
  })
  afterAll(() => site.close())

  test('readers ask of the ledger and see excerpts, and have nothing read for them', async () => {
    const client = await overHttp(site.address)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).not.toContain('read_page')
    expect(await answer(client, 'drift_report', { text: 'Police said so.' })).toMatch(/^error: Here only what is in/)
    const { contents } = await client.readResource({ uri: 'hearsay://article/1' })
    expect((contents[0] as { text: string }).text).toMatch(/characters are left out here/)
    const { structuredContent } = await client.callTool({ name: 'get_claim', arguments: { claim: 3 } })
    const { claim } = structuredContent as { claim: { content: { text: string }; isExcerpt: boolean } }
    expect(claim.isExcerpt).toBe(true)
    expect(claim.content.text.length).toBeLessThanOrEqual(32)
    await client.close()
  })

  test('a program with a token that may write has its pages read, one that may read does not', async () => {
    for (const [token, may] of [
      ['t0ken', true],
      ['r3ader', false],
    ] as const) {
      const client = await overHttp(site.address, token)
      const { tools } = await client.listTools()
      expect(tools.some(({ name }) => name === 'read_page')).toBe(may)
      await client.close()
    }
  })

  test('a token that is none of the site is refused, with how to say one', async () => {
    const refused = await site.ask('/mcp', asking({ authorization: 'Bearer other' }))
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="hearsay"'])
    await refused.text()
  })

  test('readers bring no pages', async () => {
    const body = JSON.stringify({ ...ASK, params: { name: 'search_claims', arguments: { query: 'x'.repeat(70_000) } } })
    expect(await status(site, asking({}, body))).toBe(413)
    expect(await status(site, asking({ authorization: 'Bearer t0ken' }, body))).toBe(200)
  })

  test('who asks too often is made to wait', async () => {
    let last = 200
    for (let asked = 0; asked < 300 && last === 200; asked++)
      last = await status(site, asking({}, { ...ASK, method: 'ping' }))
    expect(last).toBe(429)
  })
})

test('of a private site strangers learn nothing', async () => {
  const site = await exampleSite({ password: 'larch', tokens: ['paper:r3ader:read'], isPublic: false })
  expect(await status(site, asking())).toBe(401)
  expect(await status(site, asking({ cookie: 'hearsay=x' }))).toBe(401)
  expect(await status(site, asking({ authorization: 'Bearer r3ader' }))).toBe(200)
  await site.close()
})
