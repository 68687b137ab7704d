// The client against a site that is served: typed answers, lists walked through, problems as errors, and ways to end.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { ApiError, type Claim, type Client, connect } from '../../src/client/index.ts'
import { documentOf } from '../../src/web/api/document.ts'
import { type ApiSite, apiSite } from '../web/api-site.ts'
import { clientTypes } from './types.ts'

let site: ApiSite
let hearsay: Client
beforeAll(async () => {
  site = await apiSite({ tokens: ['reader:larch:read', 'desk:birch:read+write'] })
  hearsay = connect(site.address)
})
afterAll(() => site.close())

test('its types are those of the document: npm run client:types writes them anew', () => {
  const written = readFileSync(join(import.meta.dirname, '../../src/client/api.ts'), 'utf8')
  expect(clientTypes(documentOf('/api/v1'))).toBe(written)
})

test('one thing is answered with its type', async () => {
  const claim = await hearsay.get('/claims/{claim}', { params: { path: { claim: 1 } } })
  expectTypeOf(claim).toExtend<Claim>()
  expect(claim.number).toBe(1)
  expect(claim.permalink).toMatch(`${site.address}/claim/1?at=`)
})

test('of chosen fields the type knows that others may be missing', async () => {
  const page = await hearsay.get('/claims', {
    params: { query: { q: 'kind:person', limit: 2, fields: 'speaker.name' } },
  })
  expectTypeOf(page.items?.[0]?.speaker?.name).toEqualTypeOf<string | undefined>()
  expect(Object.keys(page.items?.[0] ?? {})).toEqual(['speaker'])
})

test('a list is walked through, page by page, and no further than is looked', async () => {
  let asked = 0
  const counting = connect(site.address, {
    fetch: (request) => {
      asked++
      return fetch(request)
    },
  })
  const numbers: number[] = []
  for await (const { number } of counting.each('/articles', { params: { query: { limit: 3 } } })) {
    numbers.push(number)
    if (numbers.length === 7) break
  }
  expect([new Set(numbers).size, asked]).toEqual([7, 3])
  const all: number[] = []
  for await (const { number } of hearsay.each('/articles')) all.push(number)
  expect(all.slice(0, 7)).toEqual(numbers)
  expect(all.length).toBeGreaterThan(7)
})

test('a problem is an error that says which, what to do, and where', async () => {
  const wrong = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => error,
    )
  const missing = await wrong(hearsay.get('/claims/{claim}', { params: { path: { claim: 999_999 } } }))
  expect(missing).toBeInstanceOf(ApiError)
  expect(missing).toMatchObject({ status: 404, kind: 'not-found', errors: [], retryAfter: null })
  const query = await wrong(hearsay.get('/claims', { params: { query: { q: 'figure:many' } } }))
  expect(query).toMatchObject({ status: 400, kind: 'bad-query', errors: [{ in: 'query', pointer: '/q' }] })
})

test('a token is said, and what it may not is an error', async () => {
  const asked = {
    params: { path: { claim: 12 } },
    body: { by: 'M. Voss', why: 'Looked at.', change: { field: 'right' } },
  } as const
  await expect(hearsay.post('/claims/{claim}/corrections', asked)).rejects.toMatchObject({ status: 401 })
  const reader = connect(site.address, { token: 'larch' })
  await expect(reader.post('/claims/{claim}/corrections', asked)).rejects.toMatchObject({
    status: 403,
    kind: 'forbidden',
  })
  const desk = connect(site.address, { token: 'birch' })
  const correction = await desk.post('/claims/{claim}/corrections', asked)
  expect(correction).toMatchObject({ claim: 12, isInForce: true })
})

test('a request that takes too long, or is ended, ends; what is no site of ours is an error too', async () => {
  const server = createServer(({ url }, answer) => {
    if (url?.includes('stats')) answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const slow = connect(`http://127.0.0.1:${port}/`, { timeout: 50 })
  await expect(slow.get('/position')).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(slow.get('/stats')).rejects.toMatchObject({ name: 'ApiError', status: 502, kind: null })
  const ended = connect(`http://127.0.0.1:${port}`).get('/position', { signal: AbortSignal.abort() })
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
  server.closeAllConnections()
  server.close()
})
