import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type ReadSitemapOptions, readSitemap, type SitemapItem } from './sitemap.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

const news = readFileSync(new URL('fixtures/news.sitemap.xml', import.meta.url))
const url = 'https://harbour.example/sitemap.xml'

async function all(bytes: Uint8Array | Uint8Array[], options: ReadSitemapOptions = {}): Promise<SitemapItem[]> {
  const found: SitemapItem[] = []
  for await (const item of readSitemap(Array.isArray(bytes) ? bytes : [bytes], { url, ...options })) found.push(item)
  return found
}
const cut = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
const urlset = (body: string): Buffer =>
  Buffer.from(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`)

const expected: SitemapItem[] = [
  {
    kind: 'page',
    url: 'https://harbour.example/2025/01/06/ferry-strike.html?a=1&b=2',
    modified: '2025-01-06T10:05:00+00:00',
    news: {
      publication: 'The Harbour Post',
      lang: 'en',
      published: '2025-01-06',
      title: 'Ferry strike may last ‘up to nine days’',
    },
  },
  {
    kind: 'note',
    note: { kind: 'entry', message: 'An entry has no http address: javascript:alert(1). It was left aside.' },
  },
  { kind: 'page', url: 'https://harbour.example/2025/01/05/mud', modified: null, news: null },
]

describe('a news sitemap', () => {
  test('gives addresses, and what it says of them', async () => {
    expect(await all(news)).toEqual(expected)
  })

  test.each([1, 7, 100])('in pieces of %i bytes, plain or packed', async (size) => {
    expect(await all(cut(news, size))).toEqual(expected)
    expect(await all(cut(gzipSync(news), size))).toEqual(expected)
  })
})

test('an index names sitemaps', async () => {
  const index = Buffer.from(
    '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://harbour.example/a.xml.gz</loc><lastmod>2025-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2025-01-06</lastmod></sitemap></sitemapindex>',
  )
  expect(await all(index)).toEqual([
    { kind: 'sitemap', url: 'https://harbour.example/a.xml.gz', modified: null },
    { kind: 'sitemap', url: 'https://harbour.example/b.xml', modified: '2025-01-06' },
  ])
})

test('a text sitemap, its last line without an end', async () => {
  const text = Buffer.from(
    '\ufeffhttps://harbour.example/a\r\n\r\nhttps://harbour.example/ü\nhttps://harbour.example/c',
  )
  const urls = (await all(cut(text, 5))).map((found) => found.kind === 'page' && found.url)
  expect(urls).toEqual(['https://harbour.example/a', 'https://harbour.example/%C3%BC', 'https://harbour.example/c'])
})

test('more addresses or bytes than the standard allows are not read', async () => {
  const many = urlset('<url><loc>https://harbour.example/a</loc></url>'.repeat(30))
  const few = await all(many, { maxEntries: 10 })
  expect(few.filter((found) => found.kind === 'page')).toHaveLength(10)
  expect(few.at(-1)).toMatchObject({ kind: 'note', note: { kind: 'truncated' } })
  const short = await all(gzipSync(many), { maxBytes: 1000 })
  expect(short.filter((found) => found.kind === 'page')).toHaveLength(20)
  expect(short.filter((found) => found.kind === 'note')).toHaveLength(2)
})

test('a gzip bomb is unpacked no further than the limit', async () => {
  const bomb = gzipSync(
    Buffer.concat([Buffer.from('<urlset><url><loc>https://harbour.example/a</loc></url>'), Buffer.alloc(200e6, 32)]),
  )
  const found = await all(cut(bomb, 16_384))
  expect(found.map((item) => (item.kind === 'note' ? item.note.message : item.url))).toEqual([
    'https://harbour.example/a',
    'The sitemap has more than 52428800 bytes; the addresses within them were read.',
    'The sitemap ends before its last element does; it may have been cut short.',
  ])
})

test('text without end between addresses does not fill the memory', async () => {
  const text = Buffer.alloc(65_536, 'a')
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<urlset>')
    for (let i = 0; i < 6000; i++) yield text
    yield Buffer.from('<url><loc>https://harbour.example/a</loc></url></urlset>')
  }
  const before = process.memoryUsage().rss
  const found: SitemapItem[] = []
  for await (const item of readSitemap(endless(), { maxBytes: 1e9 })) found.push(item)
  expect(found).toMatchObject([{ kind: 'page' }])
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
})

test('50,000 addresses are read in a few seconds, one at a time', async () => {
  const whole = urlset(
    Array.from({ length: 50_000 }, (_, i) => `<url><loc>https://harbour.example/story/${i}</loc></url>`).join('\n'),
  )
  let count = 0
  for await (const found of readSitemap(cut(whole, 65_536))) if (found.kind === 'page') count++
  expect(count).toBe(50_000)
})

test('a sitemap cut short gives what is whole', async () => {
  const found = await all(news.subarray(0, news.indexOf('/05/mud')))
  expect(found.filter(({ kind }) => kind === 'page')).toHaveLength(1)
  expect(found.at(-1)).toMatchObject({ note: { kind: 'truncated' } })
})

test.each([
  ['', 'empty'],
  [' ', 'empty'],
  ['<html><body>Not found</body></html>', 'unknown'],
  ['Not found', 'unknown'],
  ['\x1f\x8bdamaged', 'malformed'],
])('%j is refused with a reason', async (text, code) => {
  await expect(all(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ name: 'SourceError', code })
})

test('any markup in any pieces gives http addresses or notes', async () => {
  const markup = constantFrom(
    '<url>',
    '</url>',
    '<loc>',
    '</loc>',
    'https://p.example/',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    '\0',
    '\n',
    '</urlset>',
    'é',
  )
  await assert(
    asyncProperty(array(markup, { maxLength: 120 }), integer({ min: 1, max: 50 }), async (parts, size) => {
      const bytes = urlset(parts.join(''))
      const whole = await all(bytes)
      for (const found of whole) if (found.kind !== 'note') expect(found.url).toMatch(/^https?:\/\/[^/]/)
      expect(await all(cut(bytes, size))).toEqual(whole)
    }),
    { numRuns: 200 },
  )
})
