// Whatever is asked of the API, it is answered: never with a failure, and what is wrong always as a problem.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '../../src/web/api/problem.ts'
import { ROUTES } from '../../src/web/api/routes.ts'
import { type ApiSite, apiSite } from './api-site.ts'

let site: ApiSite
beforeAll(async () => {
  site = await apiSite()
})
afterAll(() => site.close())

const HOSTILE = [
  '',
  '0',
  '-1',
  '1',
  '1e9',
  '999999999999999',
  '99999999999999999999',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table claim; --",
  '" or 1=1',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e',
  '%00',
  '%',
  '*',
  'a'.repeat(3000),
  '('.repeat(50),
  '-'.repeat(900),
  'speaker:"',
  'figure:1..',
  'said:2031-13-40',
  'fields',
  'number.number.number',
  ',,,',
  '.',
  'true',
  '\r\nset-cookie: a=b',
]

const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer().map(String),
)
const base64 = fc.string({ maxLength: 40 }).map((text) => Buffer.from(text).toString('base64url'))

/** Words as an address can hold them. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E')

async function isAnswered(path: string, init?: RequestInit): Promise<void> {
  const response = await site.api(path, init)
  const text = await response.text()
  expect([path, response.status < 500]).toEqual([path, true])
  const type = response.headers.get('content-type')
  if (response.status >= 400) {
    expect([path, type]).toEqual([path, 'application/problem+json'])
    expect(Problem.safeParse(JSON.parse(text)).success).toBe(true)
  } else if (text !== '') expect(type).toMatch(/^application\/json|^text\/html/)
}

test.each(ROUTES.map((route) => [route.name, route] as const))(
  '%s',
  async (_, route) => {
    const names = Object.keys(route.query.shape)
    const query = fc.array(
      fc.tuple(fc.constantFrom('q', 'cursor', 'limit', 'fields', 'at', 'x', ...names), fc.oneof(word, base64)),
      { maxLength: 3 },
    )
    const asked = fc.record({ params: fc.array(word, { minLength: 2, maxLength: 2 }), own: fc.boolean(), query })
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.oneof(
          word,
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        async (given, body) => {
          let at = 0
          const path = given.own
            ? site.pathOf(route).split('?')[0]
            : route.path.replaceAll(/\{\w+\}/g, () => encoded(given.params[at++] ?? '') || 'x')
          const search = given.query.map(([name, value]) => `${name}=${encoded(value)}`).join('&')
          const init =
            route.method === 'get'
              ? {}
              : { method: 'POST', body: body.toWellFormed(), headers: { 'content-type': 'application/json' } }
          await isAnswered(`${path}?${search}`, init)
        },
      ),
      { numRuns: 40 },
    )
  },
  120_000,
)

test('every cursor of a known list, with any place in it', async () => {
  const lists = ROUTES.filter(({ chosen, answer }) => chosen !== null && chosen !== answer)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...lists),
      fc.oneof(
        word,
        fc.constantFrom(
          '0',
          '1',
          '5',
          '2031-05-12.3',
          '0000-00-00.1',
          'none.1.1',
          '-99999999.0.1',
          '.0',
          '9.99',
          'AAAA',
        ),
      ),
      async (route, place) => {
        const cursor = Buffer.from(`${route.name}\n${place}`).toString('base64url')
        await isAnswered(`${site.pathOf(route).split('?')[0]}?cursor=${cursor}`)
      },
    ),
    { numRuns: 150 },
  )
}, 120_000)

test.each(['/%', '/%ff', '//', '/claims/%2e%2e', '/claims/1/', '/CLAIMS', '/openapi.json/x', '/claims/%F0%9F'])(
  '%s',
  (path) => isAnswered(path),
)

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])('%s is answered by what is taken', async (method) => {
  for (const route of ROUTES) await isAnswered(site.pathOf(route), { method })
})
