// Who may ask what of the API: readers, programs with tokens that may read or write, and pages of other sites.
import { afterAll, describe, expect, test } from 'vitest'
import { newSessions } from '../../src/web/access/roles.ts'
import { tokensOf } from '../../src/web/access/tokens.ts'
import { Problem } from '../../src/web/api/problem.ts'
import { apiScreen } from '../../src/web/api/screen.ts'
import { kept } from '../../src/web/kept.ts'
import { type ApiSite, apiSite } from './api-site.ts'

const open: ApiSite[] = []
const site = async (options: Parameters<typeof apiSite>[0]): Promise<ApiSite> => {
  const one = await apiSite(options)
  open.push(one)
  return one
}
afterAll(() => Promise.all(open.map((one) => one.close())))

const TOKENS = ['reader:larch:read', 'desk:birch:read+write', 'alder']
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const writing = (headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ by: 'M. Voss', why: 'Looked at.', change: { field: 'right' } }),
})

describe('tokens', () => {
  test('a plain one may write, as it always could; others what they say', () => {
    expect(tokensOf(TOKENS)).toEqual([
      { name: 'reader', secret: 'larch', scopes: new Set(['read']) },
      { name: 'desk', secret: 'birch', scopes: new Set(['read', 'write']) },
      { name: null, secret: 'alder', scopes: new Set(['read', 'write']) },
    ])
    expect(tokensOf(['a:b', 'a:b:c:d'])).toMatchObject([{ secret: 'a:b' }, { secret: 'a:b:c:d' }])
    expect(tokensOf(['bot:rowan:write'])[0]?.scopes).toEqual(new Set(['read', 'write']))
  })

  test.each([['bot:rowan:raed'], ['bot:rowan:read+'], ['bot::read'], ['bot:rowan:']])(
    '%s is refused when the site is begun, without the secret in the words',
    (token) => {
      expect(() => tokensOf([token])).toThrow(/write name:secret:read/)
      expect(() => tokensOf([token])).not.toThrow(/rowan/)
    },
  )

  test('of a public site everybody reads, and who may write writes', async () => {
    const { api } = await site({ tokens: TOKENS, password: 'yew' })
    expect((await api('/claims/1')).status).toBe(200)
    const told = async (headers: Record<string, string>, number: number) => {
      const response = await api(`/claims/${number}/corrections`, writing(headers))
      return [response.status, response.headers.get('www-authenticate')]
    }
    expect(await told({}, 10)).toEqual([401, 'Bearer realm="Hearsay", scope="write"'])
    expect(await told(bearer('larch'), 10)).toEqual([
      403,
      'Bearer realm="Hearsay", error="insufficient_scope", scope="write"',
    ])
    expect(await told(bearer('larc'), 10)).toEqual([401, 'Bearer realm="Hearsay", error="invalid_token"'])
    expect(await told({ authorization: 'Basic larch' }, 10)).toEqual([
      401,
      'Bearer realm="Hearsay", error="invalid_token"',
    ])
    expect(await told(bearer('birch'), 10)).toEqual([201, null])
    expect(await told(bearer('alder'), 11)).toEqual([201, null])
    expect((await api('/review')).status).toBe(401)
    expect((await api('/review', { headers: bearer('larch') })).status).toBe(403)
    expect((await api('/review', { headers: bearer('birch') })).status).toBe(200)
  })

  test('of a private site nobody reads without a token but how it is asked', async () => {
    const { api } = await site({ tokens: TOKENS, isPublic: false })
    const refused = await api('/claims/1')
    expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
    expect((await api('/claims/1', { method: 'HEAD' })).status).toBe(401)
    expect((await api('/nothing')).status).toBe(401)
    expect((await api('')).status).toBe(200)
    expect((await api('/openapi.json')).status).toBe(200)
    const read = await api('/claims/1', { headers: bearer('larch') })
    expect([read.status, read.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    expect((await api('/claims/1')).status).toBe(401)
  })
})

describe('excerpts', () => {
  test('readers of a site with excerpts get no more of a text; who may write gets all', async () => {
    const { api } = await site({ tokens: TOKENS, excerpt: 60 })
    const article = async (headers: Record<string, string>) =>
      (await (await api('/articles/1', { headers })).json()) as { text: string; length: number; isExcerpt: boolean }
    const [read, all] = [await article({}), await article(bearer('birch'))]
    expect(read).toMatchObject({ isExcerpt: true })
    expect(read.text.length).toBe(60)
    expect(all.text.slice(0, 60)).toBe(read.text)
    expect(all.text.length).toBe(all.length)
    const { items } = (await (await api('/claims?limit=100')).json()) as {
      items: { content: { text: string }; anchor: { text: string } }[]
    }
    for (const { content, anchor } of items) {
      expect(content.text.length).toBeLessThanOrEqual(62)
      expect(anchor.text.length).toBeLessThanOrEqual(62)
    }
  })
})

describe('pages of other sites', () => {
  const foreign = { origin: 'https://evil.example' }

  test('read a public site, without what tells who reads, and may ask first', async () => {
    const { ledger } = await site({})
    const address = 'https://hearsay.example'
    const settings = { address, hosts: ['hearsay.example'], password: 'yew', tokens: [], isPublic: true, excerpt: null }
    const shared = { sessions: newSessions(settings, Date.now), keep: kept(ledger), complain: () => {} }
    const app = apiScreen({ ledger, settings, intake: {} as never, now: () => '2031-05-12T09:00:00.000Z' }, shared)
    const ask = (path: string, init?: RequestInit) => app.request(`${address}/api/v1${path}`, init)
    const read = await ask('/claims/1', { headers: foreign })
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(read.headers.get('access-control-allow-credentials')).toBeNull()
    expect((await ask('/claims/0', { headers: foreign })).headers.get('access-control-allow-origin')).toBe('*')
    const first = await ask('/claims/1/corrections', {
      method: 'OPTIONS',
      headers: { ...foreign, 'access-control-request-method': 'POST' },
    })
    expect([first.status, first.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD'])
    const other = await app.request('https://evil.example/api/v1/claims/1')
    expect([other.status, other.headers.get('content-type')]).toEqual([421, 'application/problem+json'])
  })

  test('read nothing of a site that is for its own machine', async () => {
    const { api } = await site({})
    const response = await api('/claims/1', { headers: foreign })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each([
    [foreign],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('write nothing: %j', async (headers) => {
    const { api } = await site({})
    const response = await api('/claims/10/corrections', writing(headers))
    expect(response.status).toBe(403)
    expect(Problem.parse(await response.json()).type).toMatch(/#cross-site$/)
  })
})

test('who guesses tokens is paced like who guesses the password, and then learns nothing', async () => {
  const { api } = await site({ tokens: TOKENS })
  const told = async (secret: string) => (await api('/claims/1', { headers: bearer(secret) })).status
  expect(await told('larch')).toBe(200)
  const guesses: number[] = []
  for (let at = 0; at < 7; at++) guesses.push(await told(`guess${at}`))
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect(await told('larch')).toBe(429)
  expect((await api('/claims/1')).status).toBe(200)
})

test('it says how much may still be asked, and refuses more as a problem', async () => {
  const { api } = await site({ tokens: TOKENS })
  const first = await api('/position')
  expect(first.headers.get('ratelimit-policy')).toBe('"reading";q=600;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"reading";r=\d+;t=\d+$/)
  let last = first
  for (let asked = 0; asked < 100 && last.status !== 429; asked++) last = await api('/pages', writing({}))
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(last.headers.get('ratelimit')).toMatch(/r=0;/)
  expect(Problem.parse(await last.json()).type).toMatch(/#too-many-requests$/)
})
