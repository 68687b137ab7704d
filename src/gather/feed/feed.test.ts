import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { array, assert, constantFrom, nat, property, string, uint8Array } from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readFeed } from './feed.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const url = 'https://harbour.example/local/feed'
const rss = (body: string): Buffer =>
  Buffer.from(`<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>${body}</channel></rss>`)
const item = (n: number, more = ''): string => `<item><title>Story ${n}</title><link>/story/${n}</link>${more}</item>`
const read = (body: string) => readFeed(rss(body), { url })

describe('an RSS feed', () => {
  const feed = readFeed(fixture('harbour.rss.xml'), { url })

  test('says what it is and how it wants to be read', () => {
    expect({ ...feed, entries: [], notes: [] }).toEqual({
      format: 'rss',
      title: 'The Harbour Post & Pilot: Local',
      site: 'https://harbour.example/local/',
      lang: 'en',
      updated: null,
      self: 'https://harbour.example/local/feed',
      hubs: ['https://hub.example/'],
      next: 'https://harbour.example/local/feed?page=2',
      everyMinutes: 15,
      skipHours: [0, 3],
      skipDays: ['sunday'],
      entries: [],
      notes: [],
    })
  })

  test('gives its entries with addresses, times and full texts', () => {
    expect(feed.entries).toEqual([
      {
        url: 'https://harbour.example/2025/01/06/ferry-strike.html?utm_source=feed&id=7&copy=2',
        id: 'harbour-7',
        title: 'Ferry strike may last ‘up to nine days’, union says',
        published: '2025-01-06T10:00:00-05:00',
        updated: null,
        authors: ['Ines Okafor'],
        summary: 'Crews walked out at dawn — talks go on.',
        html: '<p>Crews walked out at dawn.</p><p>Talks go on at the quay.</p>',
        lang: 'en',
        categories: ['Transport'],
        source: null,
      },
      {
        url: 'https://harbour.example/2025/01/05/mud',
        id: 'https://harbour.example/2025/01/05/mud',
        title: 'Mud & more mud at the old lock',
        published: '2025-01-05T18:30:00',
        updated: null,
        authors: ['Tom Bell'],
        summary: 'Dredgers were seen at 7 a.m. Nobody knows who sent them.',
        html: null,
        lang: 'en',
        categories: [],
        source: null,
      },
    ])
  })

  test('loses an entry without an address, and says so', () => {
    expect(feed.notes).toEqual([
      {
        kind: 'entry',
        message:
          'Entry 3 (“A note without any address”) has an address that is none of the web: mailto:desk@harbour.example; it was left aside.',
      },
    ])
  })
})

test('an Atom feed resolves by xml:base, and tells where an entry was taken from', () => {
  const { entries, notes, ...feed } = readFeed(fixture('harbour.atom.xml'), { url })
  expect(notes).toEqual([])
  expect(feed).toMatchObject({
    format: 'atom',
    title: 'The Harbour Post & Pilot',
    site: 'https://harbour.example/',
    self: 'https://harbour.example/atom/feed.xml',
    next: 'https://harbour.example/atom/archive/2024.xml',
    updated: '2025-01-06T12:00:00Z',
    lang: 'en',
  })
  expect(entries).toEqual([
    {
      url: 'https://harbour.example/atom/8/boats',
      id: 'tag:harbour.example,2025:8',
      title: 'Pilots count eleven boats',
      published: '2025-01-06T11:30:00+01:00',
      updated: '2025-01-06T11:45:00+01:00',
      authors: ['Harbour newsroom'],
      summary: 'Eleven boats, <one> raft.',
      html: '<div><p>Eleven boats &amp; a raft.<br>One sank.</p></div>',
      lang: 'en',
      categories: ['Boats at sea'],
      source: { title: 'Wire of the Coast', url: 'https://wire.example/all.xml' },
    },
  ])
})

test('a JSON Feed', () => {
  const { entries, notes, ...feed } = readFeed(fixture('harbour.feed.json'), { url })
  expect(notes).toEqual([{ kind: 'entry', message: 'Entry 2 is no object; it was left aside.' }])
  expect(feed).toMatchObject({
    format: 'json',
    title: 'The Harbour Post',
    next: 'https://harbour.example/feed.json?page=2',
    hubs: ['https://hub.example/'],
  })
  expect(entries.map(({ url, id, published, authors, summary }) => ({ url, id, published, authors, summary }))).toEqual(
    [
      {
        url: 'https://harbour.example/9',
        id: '9',
        published: '2025-01-07T12:00:00-05:00',
        authors: ['Harbour newsroom'],
        summary: null,
      },
      {
        url: 'https://harbour.example/10',
        id: 'https://harbour.example/10',
        published: null,
        authors: ['Tom Bell'],
        summary: 'A raft was found.',
      },
    ],
  )
})

test('RSS 1.0, whose items stand beside the channel', () => {
  const feed = readFeed(
    Buffer.from(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://p.example/"><title>P</title>
      <link>https://p.example/</link><items><rdf:Seq><rdf:li resource="https://p.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://p.example/1"><title>One</title><link>https://p.example/1</link>
      <d:date>2025-01-06T08:00+09:00</d:date><d:creator>A. Roe</d:creator></item></rdf:RDF>`),
  )
  expect(feed.title).toBe('P')
  expect(feed.entries).toMatchObject([
    { url: 'https://p.example/1', published: '2025-01-06T08:00:00+09:00', authors: ['A. Roe'] },
  ])
})

describe('broken feeds', () => {
  test('a feed cut short gives the entries that are whole', () => {
    const whole = rss(item(1) + item(2)).toString()
    const feed = readFeed(Buffer.from(whole.slice(0, whole.lastIndexOf('/2</link>'))), { url })
    expect(feed.entries.map((entry) => entry.url)).toEqual(['https://harbour.example/story/1'])
    expect(feed.notes.map(({ kind }) => kind)).toEqual(['truncated'])
  })

  test('an item that is never closed ends where the next begins', () => {
    expect(read(item(1).replace('</item>', '') + item(2)).entries.map((entry) => entry.title)).toEqual([
      'Story 1',
      'Story 2',
    ])
  })

  test('warnings and comments may stand before it', () => {
    const before = '<!-- <html> -->\n<br />\n<b>Warning</b>: Undefined index in <b>feed.php</b>\n'
    expect(readFeed(Buffer.concat([Buffer.from(before), rss(item(1))]), { url }).entries).toHaveLength(1)
  })

  test('bytes in another encoding than is declared', () => {
    const latin = Buffer.from(rss(item(1).replace('Story', 'Café')).toString(), 'latin1')
    expect(readFeed(latin, { url, contentType: 'application/xml; charset=utf-8' }).entries[0]?.title).toBe('Café 1')
    const cyrillic = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><link>/1</link><title>'),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
      Buffer.from('</title></item></channel></rss>'),
    ])
    expect(readFeed(cyrillic, { url }).entries[0]?.title).toBe('Порт')
    const wide = Buffer.from(rss(item(1)).toString(), 'utf16le')
    expect(readFeed(wide, { url }).entries[0]?.title).toBe('Story 1')
  })

  test('a guid that several addresses share is no id; an address given twice is one entry, the newer', () => {
    const guid = '<guid isPermaLink="false">same</guid>'
    const feed = read(item(1, guid) + item(2, guid))
    expect(feed.entries.map((entry) => entry.id)).toEqual([null, null])
    const twice = read(
      item(1, '<pubDate>Mon, 06 Jan 2025 10:00:00 GMT</pubDate>') +
        item(1, '<pubDate>Mon, 06 Jan 2025 11:00:00 GMT</pubDate>'),
    )
    expect(twice.entries.map((entry) => entry.published)).toEqual(['2025-01-06T11:00:00+00:00'])
  })

  test('entities that a DOCTYPE defines are neither fetched nor multiplied', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
      <!ENTITY f SYSTEM "file:///etc/passwd">]>`
    const feed = readFeed(
      Buffer.concat([Buffer.from(bomb), rss(item(1, '<description>&b; &f; &amp;</description>'))]),
      { url },
    )
    expect(feed.entries[0]?.summary).toBe('&b; &f; &')
  })

  test('ten thousand nested tags cost their own entry at most', () => {
    const feed = read(`${item(1, '<x>'.repeat(10_000))}${item(2)}`)
    expect(feed.entries.map((entry) => entry.title)).toEqual(['Story 1', 'Story 2'])
  })

  test('NULs, lone surrogates and characters that are none', () => {
    const feed = read(item(1, '<description>a\0b &#xD800; &#0; &#x110000; &#55357;</description>'))
    expect(feed.entries[0]?.summary?.isWellFormed()).toBe(true)
    const json =
      '{"version":"https://jsonfeed.org/version/1","items":[{"url":"https://p.example/1","title":"\\ud83d"}]}'
    expect(readFeed(Buffer.from(json)).entries[0]?.title).toBe('\ufffd')
  })

  test('the version of a JSON Feed may stand last', () => {
    const items = `[${Array(300).fill('{"url":"https://p.example/1","summary":"Eleven boats and a raft were counted off the quay."}').join()}]`
    const json = `{"items":${items},"version":"https:\\/\\/jsonfeed.org\\/version\\/1.1"}`
    expect(readFeed(Buffer.from(json)).entries).toHaveLength(1)
  })

  test('times without a zone are compared alike everywhere', () => {
    const times = (one: string, two: string) =>
      read(item(1, `<pubDate>${one}</pubDate>`) + item(1, `<pubDate>${two}</pubDate>`)).entries[0]?.published
    expect(times('2025-01-06T10:00:00', '2025-01-06T10:30:00Z')).toBe('2025-01-06T10:30:00Z')
    expect(times('2025-01-06T10:30:00Z', '2025-01-06T10:00:00')).toBe('2025-01-06T10:30:00Z')
  })

  test.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['<!doctype html><html><body><p>Page</p></body></html>', 'unknown'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"https', 'malformed'],
  ])('%j is refused with a reason', (text, code) => {
    expect(() => readFeed(Buffer.from(text))).toThrow(expect.objectContaining({ name: 'SourceError', code }))
  })

  test('a gzip file is unpacked, a damaged one refused', () => {
    const packed = gzipSync(rss(item(1)))
    expect(readFeed(packed, { url }).entries).toHaveLength(1)
    expect(() => readFeed(packed.fill(0x55, 12, 40), { url })).toThrow(expect.objectContaining({ code: 'malformed' }))
  })
})

describe('whatever comes', () => {
  const markup = constantFrom(
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<link>',
    '</link>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<!DOCTYPE a [',
    ']>',
    '&',
    '&amp;',
    '&#x',
    ';',
    '"',
    "'",
    '<a b="',
    '/>',
    'http://p.example/',
    '<item',
    '<',
    '>',
    'xmlns="',
    '<channel>',
    '</channel>',
    '\0',
    '\ud800',
    ' ',
    '=',
    'x',
  )

  test('a feed of any markup gives well-formed entries with http addresses', () => {
    assert(
      property(array(markup, { maxLength: 200 }), (parts) => {
        const feed = read(parts.join(''))
        for (const entry of feed.entries) {
          expect(entry.url).toMatch(/^https?:\/\/[^/]/)
          for (const value of Object.values(entry))
            if (typeof value === 'string') expect(value.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('bytes that are no feed give a SourceError and nothing else', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), nat(3), string(), (bytes, which, type) => {
        const start = ['<rss><channel>', '{"version":"https://jsonfeed.org/version/1","items":[', '\x1f\x8b', ''][which]
        try {
          readFeed(Buffer.concat([Buffer.from(start ?? '', 'latin1'), bytes]), { contentType: type })
        } catch (error) {
          expect(error).toMatchObject({ name: 'SourceError' })
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['start tags', '<a>'],
    ['items', '<item>'],
    ['open comments', '<!--'],
    ['open sections', '<![CDATA['],
    ['attributes', '<a b=" '],
    ['end tags', '</a>'],
    ['mixed nesting', '<a><b></a>'],
    ['ampersands', '&#'],
    ['quotes', '<a "'],
    ['namespaces', '<a xmlns:b="http://purl.org/dc/terms/">'],
    ['white space', ' '],
  ])('a megabyte or two of %s takes no more than linear time', (_name, piece) => {
    const took = (count: number): number => {
      const bytes = rss(`<item><title>${piece.repeat(count)}`)
      const start = performance.now()
      readFeed(bytes, { url })
      return performance.now() - start
    }
    took(1000)
    expect(took(2_000_000 / piece.length)).toBeLessThan(4000)
  })
})
