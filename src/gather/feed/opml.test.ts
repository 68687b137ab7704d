import { readFileSync } from 'node:fs'
import { array, assert, constant, oneof, property, record, string, webUrl } from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type FeedList, type ListedFeed, readOpml, writeOpml } from './opml.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

const list = readFileSync(new URL('fixtures/list.opml', import.meta.url))

test('a list with folders', () => {
  const feed = { description: null, lang: null, site: null, categories: [] }
  expect(readOpml(list)).toEqual({
    title: 'Feeds of the desk',
    feeds: [
      {
        url: 'https://harbour.example/feed',
        site: 'https://harbour.example/',
        title: 'Harbour Post',
        description: null,
        lang: 'en',
        folder: ['Coast', 'Papers'],
        categories: ['News/Local', 'Boats'],
      },
      { ...feed, url: 'http://harbour.example/feed2', title: 'Told twice', folder: ['Coast', 'Papers'] },
      { ...feed, url: 'https://wire.example/all.xml', title: 'Wire of the Coast', folder: ['Coast'] },
    ],
    notes: [
      {
        kind: 'entry',
        message: 'Bad one has an address that is none of the web: file:///etc/hosts. It was left aside.',
      },
    ],
  })
})

describe('written and read again', () => {
  const name = string({ minLength: 1, maxLength: 20, unit: 'binary' }).map((text) => text.replace(/[\s\p{C}]/gu, 'x'))
  const url = webUrl({ withFragments: true, withQueryParameters: true }).map((address) => new URL(address).href)
  const feed = record<ListedFeed>({
    url,
    site: oneof(url, constant(null)),
    title: name,
    description: oneof(name, constant(null)),
    lang: constant('en'),
    folder: array(name, { maxLength: 4 }),
    categories: constant(['Boats', 'News/Local']),
  })

  test('every feed comes back, in its folder', () => {
    assert(
      property(array(feed, { maxLength: 20 }), name, (feeds, title) => {
        const given: FeedList = { title, feeds: [...new Map(feeds.map((feed) => [feed.url, feed])).values()] }
        const { notes, ...back } = readOpml(Buffer.from(writeOpml(given)))
        const byUrl = (a: ListedFeed, b: ListedFeed): number => (a.url < b.url ? -1 : 1)
        expect(notes).toEqual([])
        expect({ ...back, feeds: back.feeds.toSorted(byUrl) }).toEqual({
          ...given,
          feeds: given.feeds.toSorted(byUrl),
        })
      }),
    )
  })

  test('names of any characters give well-formed XML', () => {
    const [feed] = readOpml(list).feeds as [ListedFeed]
    const title = 'A "b" <c> & \0 \ud800 \u000b d'
    const text = writeOpml({ title, feeds: [{ ...feed, title }] })
    expect(text).toContain('<title>A &quot;b&quot; &lt;c&gt; &amp;  \ufffd  d</title>')
    expect(readOpml(Buffer.from(text)).feeds[0]?.title).toBe('A "b" <c> & \ufffd d')
  })
})

test.each([
  ['', 'empty'],
  ['<rss><channel/></rss>', 'unknown'],
])('%j is refused', (text, code) => {
  expect(() => readOpml(Buffer.from(text))).toThrow(expect.objectContaining({ code }))
})

test('ten thousand nested folders', () => {
  const deep = `<opml><body>${'<outline text="a">'.repeat(10_000)}<outline xmlUrl="https://p.example/f"/>`
  expect(readOpml(Buffer.from(deep)).feeds.map((feed) => feed.url)).toEqual(['https://p.example/f'])
})
