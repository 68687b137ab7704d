// Feeds by the rules of their formats: what must be there, dates, ids, addresses, and XML that any parser takes.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import type { Development, Followed } from '../../ledger/developments/development.ts'
import { atomFeed } from './atom.ts'
import { type FeedFormat, feedOf } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

const HOSTILE = 'a\u0000\u0008\u001b[31m & b <script>alert(1)</script> ]]> \ud800 \u202e \ufffe\uffff "q" \'s\' &#0; '

/** What XML 1.0 forbids, and C1 controls. */
const FORBIDDEN = /[^\P{Cc}\n]|[\ufffe\uffff]/u

const claimOf = (text: string, name: string): Claim => ({
  id: 'c1',
  in: 'text',
  type: 'indirect',
  act: 'speech',
  source: null,
  cue: null,
  content: { start: 0, end: text.length, text, parts: [{ start: 0, end: text.length }] },
  speaker: { name, kind: 'person', key: 'person:maren:ilse' },
  chain: [],
  figures: [],
  hedges: [],
  saidTime: null,
  eventTime: null,
  place: null,
  confidence: 0.9,
  why: 'for the test',
})

const developmentOf = (id: number, over: Partial<Development> = {}, words = 'the mill would close'): Development => ({
  id,
  seq: 40 + id,
  at: `2031-05-1${id % 10}T10:00:00.000Z`,
  kind: 'new origin',
  story: 3,
  storyTitle: words,
  claim: {
    number: 7,
    article: 2,
    version: 2,
    reading: 2,
    headline: words,
    outlet: words,
    published: '2031-05-10',
    wire: null,
    url: 'https://news.example/a?b=1&c=2',
    claim: claimOf(words, words),
  },
  before: null,
  from: null,
  to: null,
  lost: false,
  toldIn: null,
  ...over,
})

const WRITERS = { atom: atomFeed, rss: rssFeed, json: jsonFeed } as const

const written = (
  format: FeedFormat,
  developments: readonly Development[],
  {
    name = 'Ilse Maren',
    followed = { kind: 'all' } as Followed,
    hasMore = false,
    before = undefined as number | undefined,
  } = {},
): string =>
  WRITERS[format](
    feedOf({
      followed,
      name,
      format,
      site: 'https://hearsay.example',
      beginning: { hash: 'abc', at: '2031-01-01T00:00:00.000Z' },
      developments,
      before,
      hasMore,
    }),
  )

const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const SOME = [
  developmentOf(3),
  developmentOf(2, { kind: 'hedge dropped', from: 'about', to: '40', lost: true, toldIn: 'headline' }),
  developmentOf(1),
]

/** JSON Feed 1.1: what must be there, and of what kind it is. */
const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  next_url: z.url().optional(),
  language: z.literal('en'),
  items: z.array(
    z.strictObject({
      id: z.string().regex(URN),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string().min(1),
      content_html: z.string().min(1),
      content_text: z.string().min(1),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
      tags: z.array(z.string()),
    }),
  ),
})

describe.each([
  ['plain words', SOME],
  [
    'hostile words',
    [
      developmentOf(
        4,
        { from: HOSTILE, to: HOSTILE, kind: 'figure changed', before: developmentOf(1, {}, HOSTILE).claim },
        HOSTILE,
      ),
    ],
  ],
  ['a headline of a megabyte', [developmentOf(5, {}, 'x & <y> '.repeat(130_000))]],
  ['nothing yet', []],
])('%s', (_, developments) => {
  test('Atom has all that RFC 4287 asks for, as two parsers of others read it', async () => {
    const xml = written('atom', developments, { name: HOSTILE, hasMore: true })
    expect(xml).not.toMatch(FORBIDDEN)
    expect(xml.isWellFormed()).toBe(true)
    const feed = parseAtomFeed(xml)
    expect(feed.id).toMatch(URN)
    expect(feed.updated).toBe(developments[0]?.at ?? '2031-01-01T00:00:00.000Z')
    expect(feed.links?.map(({ rel }) => rel)).toEqual([
      'self',
      'alternate',
      'first',
      ...(developments.length > 0 ? ['next'] : []),
    ])
    for (const { href } of feed.links ?? []) expect(href).toMatch(/^https:\/\/hearsay\.example\//)
    expect((feed.entries ?? []).length).toBe(developments.length)
    for (const [at, entry] of (feed.entries ?? []).entries()) {
      expect(entry.id).toMatch(URN)
      expect([entry.published, entry.updated]).toEqual([developments[at]?.at, developments[at]?.at])
      expect(entry.categories).toEqual([expect.objectContaining({ term: developments[at]?.kind })])
      expect(entry.links?.find(({ rel }) => rel === 'alternate')?.href).toBe(
        `https://hearsay.example/claim/7?at=${developments[at]?.seq}`,
      )
      expect(entry.content?.value).not.toContain('<script>')
    }
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(developments.length)
    const other = await new RssParser().parseString(xml)
    expect(other.items.map(({ id }) => id)).toEqual((feed.entries ?? []).map(({ id }) => id))
    expect(other.items.map(({ isoDate }) => isoDate)).toEqual(developments.map(({ at }) => at))
  })

  test('RSS has all that RSS 2.0 asks for, as two parsers of others read it', async () => {
    const xml = written('rss', developments, { name: HOSTILE })
    expect(xml).not.toMatch(FORBIDDEN)
    const feed = parseRssFeed(xml)
    expect([feed.title, feed.description].every((words) => words !== undefined && !`${words}`.includes('\u0000'))).toBe(
      true,
    )
    expect(feed.link).toBe('https://hearsay.example/')
    const items = feed.items ?? []
    expect(items.map(({ guid }) => guid?.isPermaLink)).toEqual(developments.map(() => false))
    expect(items.map(({ pubDate }) => new Date(`${pubDate}`).toISOString())).toEqual(developments.map(({ at }) => at))
    expect(items.map(({ link }) => link)).toEqual(
      developments.map(({ seq }) => `https://hearsay.example/claim/7?at=${seq}`),
    )
    const other = await new RssParser().parseString(xml)
    expect(other.items.map(({ guid }) => guid)).toEqual(items.map(({ guid }) => guid?.value))
  })

  test('JSON Feed fits its schema, and a parser of others reads it', () => {
    const json = written('json', developments, { name: HOSTILE, hasMore: true })
    expect(json.isWellFormed()).toBe(true)
    const feed = JSON_FEED.parse(JSON.parse(json))
    expect(feed.next_url).toBe(
      developments.length > 0 ? `https://hearsay.example/feed.json?before=${developments.at(-1)?.id}` : undefined,
    )
    expect(parseJsonFeed(JSON.parse(json)).items?.length ?? 0).toBe(developments.length)
  })
})

test('what tells of one development is the same in every feed, format and under every address', () => {
  const [atom, json] = [parseAtomFeed(written('atom', SOME)), JSON_FEED.parse(JSON.parse(written('json', SOME)))]
  expect(atom.entries?.map(({ id }) => id)).toEqual(json.items.map(({ id }) => id))
  const story = parseAtomFeed(written('atom', SOME, { followed: { kind: 'story', story: 3 } }))
  expect(story.entries?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id))
  expect(story.id).not.toBe(atom.id)
  expect(story.links?.[0]?.href).toBe('https://hearsay.example/story/3/feed.atom')
})

test('words are the speaker’s, and of a retelling the outlet’s', () => {
  const { items } = JSON_FEED.parse(JSON.parse(written('json', [developmentOf(1, { toldIn: null })])))
  expect(items[0]).toMatchObject({
    title: 'New origin: the mill would close, “the mill would close”',
    tags: ['new origin'],
  })
  expect(items[0]?.authors).toEqual([{ name: 'the mill would close' }])
})

test('a search is followed by its query, and pages keep to it', () => {
  const followed = { kind: 'search', query: 'mill outlet:"Post & Sons"' } as const
  const page = JSON_FEED.parse(JSON.parse(written('json', SOME, { followed, hasMore: true, before: 9 })))
  const asked = (address: string | undefined) => new URL(address ?? '').searchParams
  expect([page.feed_url, page.next_url].map((address) => asked(address).get('q'))).toEqual([
    followed.query,
    followed.query,
  ])
  expect([page.feed_url, page.next_url].map((address) => asked(address).get('before'))).toEqual(['9', '1'])
})
