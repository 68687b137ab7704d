// Linked data as it is served: found from the screens, kept, no more of a text than readers are shown, nothing hidden.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import type { LinkedDocument } from '../../src/publish/linked/document.ts'
import type { Node } from '../../src/publish/linked/node.ts'
import { webApp } from '../../src/web/app.ts'
import { annotationFaults } from '../linked/web-annotation.ts'
import { type ExampleSite, exampleSite } from './site.ts'

const EXCERPT = 300
let site: ExampleSite
let articles: number[]

beforeAll(async () => {
  site = await exampleSite({ tokens: ['a-token-of-the-tests'], excerpt: EXCERPT })
  articles = (await site.ledger.db.selectFrom('article').select('id').execute()).map(({ id }) => id)
})
afterAll(() => site.close())

async function graph(path: string): Promise<readonly Node[]> {
  const answer = await site.ask(path)
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/ld+json')
  return ((await answer.json()) as LinkedDocument)['@graph']
}

test.each(['/article/1', '/article/1/1', '/claim/2', '/story/1'])('%s leads to its linked data', async (path) => {
  const page = await (await site.ask(path)).text()
  const [, href = ''] = /<link rel="alternate" type="application\/ld\+json" href="([^"]+)">/.exec(page) ?? []
  expect(href).toMatch(/\.jsonld$/)
  expect((await graph(href)).length).toBeGreaterThan(1)
})

test('who has it is told that it did not change', async () => {
  const first = await site.ask('/claim/2.jsonld')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect((await site.ask('/claim/2.jsonld', { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('an earlier state has an address of its own', async () => {
  const page = await (await site.ask('/claim/2')).text()
  const [, at] = /canonical" href="[^"]*\?at=(\d+)"/.exec(page) ?? []
  const nodes = await graph(`/claim/2.jsonld?at=${at}`)
  expect(nodes[0]?.['@id']).toBe(`${site.address}/claim/2?at=${at}`)
  expect(nodes).toContainEqual({
    '@id': `${site.address}/claim/2?at=${at}`,
    'prov:specializationOf': { '@id': `${site.address}/claim/2` },
  })
})

test.each([
  '/article/9999.jsonld',
  '/article/1/99.jsonld',
  '/claim/9999.jsonld',
  '/claim/0.jsonld',
  '/claim/x.jsonld',
  '/claim/2.jsonld?at=x',
  '/story/9999.jsonld',
])('%s is not there', async (path) => {
  expect((await site.ask(path)).status).toBe(404)
})

const words = (nodes: readonly Node[]): Node[] =>
  nodes
    .flatMap(({ target }) => [target].flat() as Node[])
    .flatMap((target) => [target?.selector ?? []].flat() as Node[])

test('an article gives readers the words of its excerpt, and the places of the others', async () => {
  let [shown, placed] = [0, 0]
  for (const id of articles) {
    const nodes = await graph(`/article/${id}.jsonld`)
    for (const { target } of nodes) {
      for (const { selector } of [target ?? []].flat() as Node[]) {
        const both = [selector].flat() as Node[]
        const place = both.find(({ type }) => type === 'TextPositionSelector')
        const quote = both.find(({ type }) => type === 'TextQuoteSelector')
        if (place === undefined) continue
        placed++
        if (quote === undefined) continue
        shown++
        expect(Number(place.end)).toBeLessThanOrEqual(EXCERPT)
        expect(Number(place.end) + String(quote.suffix ?? '').length).toBeLessThanOrEqual(EXCERPT)
      }
    }
    const all = nodes.filter(({ '@type': types }) => [types].flat().includes('Claim'))
    for (const { '@id': claim, text } of all) {
      const reading = nodes.find(({ id: own }) => own === `${claim}#reading`)
      if (text !== undefined) expect(words([reading as Node]).some(({ exact }) => exact !== undefined)).toBe(true)
    }
    expect(nodes.filter(({ type }) => type === 'Annotation').flatMap(annotationFaults)).toEqual([])
  }
  expect(shown).toBeGreaterThan(5)
  expect(placed).toBeGreaterThan(shown)
})

test('what a person says of a claim is an annotation of its own, and what they hide is shown to nobody', async () => {
  const saying = { by: 'Ida Marsh', at: '2031-05-12T10:00:00.000Z' }
  await correct(
    site.ledger,
    3,
    { field: 'place', name: 'Kursk region, Russia' },
    { ...saying, why: 'as the text has it' },
  )
  const nodes = await graph('/claim/3.jsonld')
  expect(nodes.find(({ motivation }) => motivation === 'editing')).toMatchObject({
    target: `${site.address}/claim/3`,
    creator: { type: 'Person', name: 'Ida Marsh' },
    created: saying.at,
    body: [
      { value: '{"field":"place","name":"Kursk region, Russia"}', purpose: 'editing' },
      { value: 'as the text has it', purpose: 'commenting' },
    ],
  })
  expect(nodes.filter(({ type }) => type === 'Annotation').flatMap(annotationFaults)).toEqual([])
  await correct(site.ledger, 3, { field: 'hidden', hidden: true }, { ...saying, why: 'no claim' })
  expect((await site.ask('/claim/3.jsonld')).status).toBe(404)
  for (const path of [...articles.map((id) => `/article/${id}.jsonld`), '/story/1.jsonld'])
    expect(JSON.stringify(await graph(path))).not.toMatch(/\/claim\/3["#]/)
})

test('pages of other sites read it of a public site, and not of one of this machine', async () => {
  const answered = async (address: string, hosts: readonly string[]) => {
    const settings = { address, hosts, password: 'yew', tokens: [], isPublic: true, excerpt: null }
    const app = webApp({
      ledger: site.ledger,
      intake: {},
      following: null,
      sendsLetters: false,
      webhooks: null,
      now: () => '2031-05-12T09:00:00.000Z',
      settings,
    } as never)
    const headers = { host: hosts[0] as string, origin: 'https://reader.example' }
    const first = await app.request(`${address}/claim/2.jsonld`, { headers })
    const again = await app.request(`${address}/claim/2.jsonld`, { headers })
    return [first, again].map((one) => [one.status, one.headers.get('access-control-allow-origin')])
  }
  expect(await answered('https://hearsay.example', ['hearsay.example'])).toEqual([
    [200, '*'],
    [200, '*'],
  ])
  expect(await answered('http://127.0.0.1:4000', ['127.0.0.1:4000'])).toEqual([
    [200, null],
    [200, null],
  ])
})
