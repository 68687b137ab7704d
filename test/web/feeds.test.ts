// Feeds as they are subscribed to: found from the screens, read by parsers of others, asked for again, kept from strangers.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { developmentsOf } from '../../src/ledger/developments/list.ts'
import { storiesListed } from '../../src/ledger/told.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
}, 60_000)
afterAll(() => site.close())

const bodyOf = async (path: string): Promise<string> => (await site.ask(path)).text()

/** The feeds that a screen names in its head, by their types. */
const feedsOf = (page: string): [type: string, address: string][] =>
  [...page.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)].flatMap(
    ([, type = '', address = '']) =>
      /atom|rss|feed/.test(type) ? [[type, address.replaceAll('&amp;', '&')] as [string, string]] : [],
  )

test('every story, source and search, and all of it, is followed in three formats with the same entries', async () => {
  const [story] = await storiesListed(site.ledger)
  const all = parseJsonFeed(JSON.parse(await bodyOf('/feed.json')))
  expect(all.items?.length).toBeGreaterThan(10)
  const [one] = await developmentsOf(site.ledger, { kind: 'all' }, { after: 0 })
  const screens = [
    '/',
    `/story/${story?.id}`,
    `/outlet/${encodeURIComponent(one?.claim.outlet ?? '')}`,
    `/speaker/${encodeURIComponent(one?.claim.claim.speaker?.key ?? '')}`,
    '/search?q=fire',
  ]
  for (const screen of screens) {
    const page = await bodyOf(screen)
    const feeds = feedsOf(page)
    expect(feeds.map(([type]) => type)).toEqual([
      'application/atom+xml',
      'application/rss+xml',
      'application/feed+json',
    ])
    for (const [, address] of feeds) expect(page).toContain(`<a href="${address.replaceAll('&', '&amp;')}"`)
    const [atom, rss, json] = await Promise.all(feeds.map(([, address]) => bodyOf(address)))
    const ids = parseAtomFeed(atom ?? '').entries?.map(({ id }) => id)
    expect(ids?.length).toBeGreaterThan(0)
    expect(parseRssFeed(rss ?? '').items?.map(({ guid }) => guid?.value)).toEqual(ids)
    expect(parseJsonFeed(JSON.parse(json ?? '')).items?.map(({ id }) => id)).toEqual(ids)
    expect((await new RssParser().parseString(atom ?? '')).items.map(({ id }) => id)).toEqual(ids)
  }
})

test('an entry leads to its claim as it was then, and to its story', async () => {
  const [item] = parseJsonFeed(JSON.parse(await bodyOf('/feed.json'))).items ?? []
  expect(item?.url).toMatch(/\/claim\/\d+\?at=\d+$/)
  for (const [, address = ''] of `${item?.content_html}`.matchAll(/href="([^"]+)"/g))
    if (address.startsWith(site.address)) expect((await fetch(address)).status).toBe(200)
})

test('the excerpt in the documentation is of this feed', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/feeds.md'), 'utf8')
  const feed = `${await bodyOf('/feed.atom')}${await bodyOf('/feed.atom?before=10')}`
  const lines = page.split('\n').filter((line) => /^(?:<title>|<author>|<category|<content|&lt;p)/.test(line))
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(feed).toContain(line.replace(/\.\.\.”.*$/, ''))
})

test('who asks again is told that nothing changed, by tag or by time', async () => {
  const first = await site.ask('/feed.atom')
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const [tag, last] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
  expect(new Date(last).getTime()).toBeGreaterThan(0)
  for (const [name, value, status] of [
    ['if-none-match', tag, 304],
    ['if-none-match', '"other"', 200],
    ['if-modified-since', last, 304],
    ['if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT', 200],
  ] as const)
    expect((await site.ask('/feed.atom', { headers: { [name]: value } })).status, `${name}: ${value}`).toBe(status)
})

test('older entries are on further pages, each entry on one', async () => {
  const ids: string[] = []
  for (let next: string | undefined = `${site.address}/feed.json`; next !== undefined; ) {
    const page = JSON.parse(await (await fetch(next)).text())
    ids.push(...page.items.map(({ id }: { id: string }) => id))
    next = page.next_url
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBe((await developmentsOf(site.ledger, { kind: 'all' }, { limit: 1000 })).length)
})

test('what is not there is said, never an error of ours', async () => {
  for (const [path, status] of [
    ['/story/999999/feed.atom', 404],
    ['/speaker/nobody/feed.rss', 404],
    [`/outlet/${'x'.repeat(2000)}/feed.rss`, 404],
    ['/search/feed.atom?q=figure:x', 400],
    ['/search/feed.atom?q=zebra', 200],
    ['/outlet/%00%ED%A0%80/feed.atom', 200],
    ['/feed.atom?before=x', 200],
    ['/feed.xml', 404],
  ] as const)
    expect((await site.ask(path)).status, path).toBe(status)
})

test('a private site gives its feeds to who may read it, by token', async () => {
  const closed = await exampleSite({
    password: 'a long password',
    tokens: ['a-long-token-of-a-reader'],
    isPublic: false,
  })
  try {
    expect((await closed.ask('/feed.atom')).status).not.toBe(200)
    const asked = await closed.ask('/feed.atom', { headers: { authorization: 'Bearer a-long-token-of-a-reader' } })
    expect(asked.status).toBe(200)
    expect(asked.headers.get('cache-control')).toContain('private')
  } finally {
    await closed.close()
  }
}, 60_000)
