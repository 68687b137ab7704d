import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openLedger } from '../../ledger/open.ts'
import { webApp } from '../app.ts'
import { serve } from '../serve.ts'
import type { SiteSettings } from '../site.ts'
import { assertGuarded, settingsOf } from './settings.ts'

const ADDRESS = 'http://site.example'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-access-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function site(settings: Partial<SiteSettings> = {}) {
  const ledger = await openLedger(join(folder, `${crypto.randomUUID()}.ledger`))
  const app = webApp({
    ledger,
    intake: {} as never,
    following: null,
    sendsLetters: false,
    webhooks: null,
    now: () => '2031-05-12T09:00:00.000Z',
    settings: {
      address: ADDRESS,
      hosts: ['site.example'],
      password: null,
      tokens: [],
      isPublic: true,
      excerpt: null,
      ...settings,
    },
  })
  return (path: string, init?: RequestInit, from?: string) =>
    app.request(`${ADDRESS}${path}`, init, { incoming: { socket: { remoteAddress: from } } })
}

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { origin: ADDRESS, ...headers },
})

test("nothing runs or loads but what is the site's own, and no other site frames it", async () => {
  const ask = await site()
  const { headers } = await ask('/methods')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test("a host that is not the site's is refused, so that no page points its own name at it", async () => {
  const ask = await site()
  expect((await ask('/methods', { headers: { host: 'evil.example' } })).status).toBe(421)
  expect((await ask('/methods')).status).toBe(200)
})

test('readers of a site with a password read without a cookie and write nothing', async () => {
  const ask = await site({ password: 'larch' })
  const read = await ask('/methods')
  expect([read.status, read.headers.get('set-cookie')]).toEqual([200, null])
  expect((await ask('/anything', form({}))).status).toBe(403)
})

test('of a private site strangers see the way in, and come back to what they asked for', async () => {
  const ask = await site({ password: 'larch', isPublic: false })
  const turned = await ask('/methods?a=1')
  expect([turned.status, turned.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fmethods%3Fa%3D1'])
  expect((await ask('/sign-in')).status).toBe(200)
  const wrong = await ask('/sign-in', form({ password: 'birch' }))
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null])
  const right = await ask('/sign-in', form({ password: 'larch', to: '/methods?a=1' }))
  expect([right.status, right.headers.get('location')]).toEqual([303, '/methods?a=1'])
  const cookie = right.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  const own = { cookie: cookie.split(';')[0] as string }
  expect((await ask('/methods', { headers: own })).status).toBe(200)
  await ask('/sign-out', form({}, own))
  expect((await ask('/methods', { headers: own })).status).toBe(303)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://[',
  'javascript:alert(1)',
])('signing in leads to this site only, not to %j', async (to) => {
  const ask = await site({ password: 'larch' })
  expect((await ask('/sign-in', form({ password: 'larch', to }))).headers.get('location')).toBe('/')
})

test.each(['/..//evil.example/x', '/.//evil.example/x'])('and not by dots either: %s', async (to) => {
  const ask = await site({ password: 'larch' })
  const answer = await ask('/sign-in', form({ password: 'larch', to }))
  expect(answer.headers.get('location')).toBe('/evil.example/x')
})

test("what another site's page sends is refused", async () => {
  const ask = await site()
  const sent = form({ password: 'larch' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
  expect((await ask('/sign-in', sent)).status).toBe(403)
})

test('a program that may write says its token', async () => {
  const ask = await site({ tokens: ['t0ken'], isPublic: false })
  expect((await ask('/methods', { headers: { authorization: 'Bearer t0ken' } })).status).toBe(200)
  expect((await ask('/methods', { headers: { authorization: 'Bearer other' } })).status).toBe(303)
})

test('and writes with it without an origin; with another it does not', async () => {
  const ask = await site({ tokens: ['t0ken'] })
  const sent = (token: string): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams({ form: 'right' }),
    headers: { authorization: `Bearer ${token}` },
  })
  expect((await ask('/claim/1/correct', sent('t0ken'))).status).toBe(404)
  expect((await ask('/claim/1/correct', sent('other'))).status).toBe(403)
})

test('a form is taken from the address by which others know the site, whatever the server before it says', async () => {
  const ask = await site({ address: 'https://site.example', password: 'larch' })
  const right = await ask('/sign-in', form({ password: 'larch' }, { origin: 'https://site.example' }))
  expect(right.status).toBe(303)
  expect(right.headers.get('set-cookie')).toMatch(/; Secure/)
  expect((await ask('/sign-in', form({ password: 'larch' }, { origin: 'https://evil.example' }))).status).toBe(403)
})

test('a cookie for a site without a certificate is not kept from it', async () => {
  const ask = await site({ password: 'larch' })
  const right = await ask('/sign-in', form({ password: 'larch' }, { 'x-forwarded-proto': 'https' }))
  expect(right.headers.get('set-cookie')).not.toMatch(/Secure/)
})

test('strangers bring no more than a password, and editors no more than a form has', async () => {
  const ask = await site({ password: 'larch' })
  const large = (kib: number) => form({ password: 'p'.repeat(kib * 1024) })
  expect((await ask('/sign-in', large(3))).status).toBe(403)
  expect((await ask('/sign-in', large(5))).status).toBe(413)
  expect((await ask('/', large(5))).status).toBe(403)
  const own = await site()
  expect((await own('/claim/1/correct', large(200))).status).toBe(404)
  expect((await own('/claim/1/correct', large(300))).status).toBe(413)
  expect((await own('/', large(300))).status).toBe(400)
})

test('editors can sign out from every page, and nobody is sent to sign in where nobody can', async () => {
  const password = await site({ password: 'larch', tokens: ['t0ken'] })
  const program = { headers: { authorization: 'Bearer t0ken' } }
  expect(await (await password('/methods', program)).text()).toContain('action="/sign-out"')
  const reader = await (await password('/methods')).text()
  expect(reader).toContain('href="/sign-in"')
  expect(reader).not.toContain('action="/sign-out"')
  const own = await (await (await site())('/methods')).text()
  expect(own).not.toMatch(/sign-in|sign-out/)
  const tokens = await site({ tokens: ['t0ken'] })
  expect(await (await tokens('/methods')).text()).not.toMatch(/sign-in|sign-out/)
  const way = await (await tokens('/sign-in')).text()
  expect(way).toContain('programs write, each with a token')
  expect(way).not.toContain('may edit')
})

test('what is not kept by a tag is kept by nobody', async () => {
  const ask = await site({ password: 'larch' })
  for (const path of ['/sign-in', '/nothing', '/claim/1/cite.txt', '/claim/1'])
    expect((await ask(path)).headers.get('cache-control')).toBe('private, no-store')
  expect((await ask('/methods')).headers.get('cache-control')).toBe('public, no-cache')
})

test('who tries passwords is made to wait', async () => {
  const ask = await site({ password: 'larch' })
  const answers: number[] = []
  for (let i = 0; i < 8; i++) answers.push((await ask('/sign-in', form({ password: `p${i}` }))).status)
  expect(answers.slice(0, 5)).toEqual([403, 403, 403, 403, 403])
  expect(answers.at(-1)).toBe(429)
})

describe('behind a server on this machine', () => {
  const settings = { address: ADDRESS, password: 'larch' }
  const tried = (ask: Awaited<ReturnType<typeof site>>, forwarded: string, peer = '127.0.0.1') =>
    ask('/sign-in', form({ password: 'birch' }, { 'x-forwarded-for': forwarded }), peer)

  test('each whom it asks for is paced alone, whatever they say themselves', async () => {
    const ask = await site(settings)
    for (let i = 0; i < 5; i++) await tried(ask, `192.0.2.${i}, 203.0.113.9`)
    expect((await tried(ask, '192.0.2.77, 203.0.113.9')).status).toBe(429)
    expect((await tried(ask, '203.0.113.7', '::ffff:127.0.0.1')).status).toBe(403)
  })

  test('nobody else says for whom they ask', async () => {
    const ask = await site(settings)
    for (let i = 0; i < 5; i++) await tried(ask, `192.0.2.${i}`, '203.0.113.9')
    expect((await tried(ask, '192.0.2.77', '203.0.113.9')).status).toBe(429)
  })

  test('all addresses of one IPv6 subscriber are one', async () => {
    const ask = await site(settings)
    for (let i = 0; i < 5; i++) await tried(ask, `2001:db8:0:7::${i}`)
    expect((await tried(ask, '2001:0db8::7:1:2:3:4')).status).toBe(429)
    expect((await tried(ask, '2001:db8:0:8::1')).status).toBe(403)
  })
})

test('a page that has not changed is not sent again', async () => {
  const ask = await site()
  const first = await ask('/methods', { headers: { 'accept-encoding': 'br' } })
  expect(first.headers.get('content-encoding')).toBe('br')
  const again = await ask('/methods', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each([
  [{ host: '0.0.0.0', address: 'http://192.0.2.20:4316' }, /can be reached by others/],
  [{ address: 'https://site.example' }, /can be reached by others/],
  [{ address: 'https://127.0.0.1.site.example' }, /can be reached by others/],
  [{ isPublic: false }, /private site needs HEARSAY_PASSWORD/],
  [{ host: '0.0.0.0', password: 'larch' }, /--address/],
  [{ host: '::', tokens: ['t0ken'] }, /--address/],
])('a site is not begun that is open to strangers or that nobody could open: %j', async (begun, why) => {
  await expect(serve({ ...begun, ledger: null as never, intake: null as never })).rejects.toMatchObject({
    name: 'SiteError',
    message: expect.stringMatching(why),
  })
})

test.each([
  [{}],
  [{ host: '::1', address: 'http://localhost:4316' }],
  [{ address: 'https://site.example', password: 'larch' }],
  [{ host: '0.0.0.0', address: 'http://192.0.2.20:4316', tokens: ['t0ken'], isPublic: false }],
])('any other site is begun: %j', (begun) => {
  expect(() => assertGuarded(begun)).not.toThrow()
})

test("a site that others reach shows an excerpt of an article; one's own shows all of it", () => {
  expect(settingsOf({}, 4316).excerpt).toBeNull()
  expect(settingsOf({ address: 'https://site.example', password: 'larch' }, 4316).excerpt).toBe(1200)
  expect(settingsOf({ host: '192.0.2.20', password: 'larch' }, 4316).excerpt).toBe(1200)
  expect(settingsOf({ address: 'https://site.example', password: 'larch', excerpt: null }, 4316).excerpt).toBeNull()
})

test('a site that listens on every address answers to the one that was said, and on this machine', () => {
  const { address, hosts } = settingsOf({ host: '0.0.0.0', address: 'http://192.0.2.20:4316/' }, 4316)
  expect(address).toBe('http://192.0.2.20:4316')
  expect(hosts).toEqual(expect.arrayContaining(['192.0.2.20:4316', '127.0.0.1:4316', 'localhost:4316']))
})
