import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/gather/fetch/clock.ts'
import { type Fetcher, openFetcher } from '../../src/gather/fetch/fetcher.ts'
import { DEFAULT_SETTINGS } from '../../src/gather/fetch/settings.ts'
import { openQueue } from '../../src/gather/jobs/open.ts'
import type { Queue } from '../../src/gather/jobs/queue.ts'
import { work } from '../../src/gather/jobs/work.ts'
import { type Gathered, gatherPage } from '../../src/gather/page.ts'
import { type PageReader, threadedReader } from '../../src/gather/reading/pool.ts'
import { ephemeralSiteFiles } from '../../src/gather/robots/site-files.ts'
import { tasksOf } from '../../src/gather/tasks.ts'
import { ledgerSiteFiles } from '../../src/gather/visits/site-files.ts'
import type { Looked } from '../../src/gather/watch/look.ts'
import { beginRound } from '../../src/gather/watch/round.ts'
import { addWatches, watchesOf } from '../../src/gather/watch/watches.ts'
import { changesBetween } from '../../src/ledger/changes.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { verify } from '../../src/ledger/verify.ts'
import { versionsOf } from '../../src/ledger/versions.ts'
import { type Behaviour, type Site, startSite } from '../site.ts'
import { onEachDatabase } from './databases.ts'

const page = (headline: string, words: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="Harbour Post">${head}</head>
<body><article><h1>${headline}</h1><p>${words}</p>
<p>The bridge had been closed for repairs since March, the harbour authority said in a statement on Tuesday.</p></article></body></html>`

const rss = (origin: string, items: readonly (readonly [path: string, more?: string])[]): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
${items.map(([path, more = '']) => `<item><title>The bridge</title><link>${origin}${path}</link>${more}</item>`).join('\n')}
</channel></rss>`

/** A server's start and a round or two, in milliseconds. */
const SLOW = 60_000

/** A page with an entity tag, which answers 304 while it is as it was. */
const tagged =
  (current: () => string): Behaviour =>
  (request, response) => {
    const text = current()
    const tag = `"${text.length}-${text.slice(-400, -300).length}-${text.includes('Up to')}"`
    if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
    else response.setHeader('etag', tag).setHeader('content-type', 'text/html').end(text)
  }

onEachDatabase(({ fresh }) => {
  let reader: PageReader
  let site: Site | null = null
  let ledger: Ledger
  let fetcher: Fetcher
  let queue: Queue
  beforeAll(() => {
    reader = threadedReader('rules', 1)
  })
  afterAll(() => reader.close())
  afterEach(async () => {
    await queue.close()
    await fetcher.close()
    await ledger.close()
    await site?.close()
  })

  const settings = (own: Site) => ({ ...DEFAULT_SETTINGS, hosts: [own.host], gapMs: 1, retries: 0, maxWaitMs: 100 })
  const opened = async (paths: (origin: () => string) => Readonly<Record<string, Behaviour | string>>) => {
    const own: Site = await startSite(paths(() => own.origin))
    site = own
    ledger = await openLedger(await fresh())
    fetcher = openFetcher({ settings: settings(own), files: ledgerSiteFiles(ledger, ephemeralSiteFiles()) })
    queue = await openQueue(ledger)
    return own
  }
  /** What is due is done. */
  const round = async (at = new Date().toISOString()) => {
    const seen: { gathered: (readonly [string, Gathered])[]; looked: Looked[] } = { gathered: [], looked: [] }
    await beginRound(ledger, queue, at)
    const tasks = tasksOf(
      { ledger, fetcher, reader, queue, settings: settings(site as Site) },
      {
        hosts: 4,
        readers: 1,
        clock: systemClock,
        onGathered: (url, gathered) => seen.gathered.push([url, gathered]),
        onLooked: (_, looked) => seen.looked.push(looked),
      },
    )
    await work(queue, tasks, { signal: new AbortController().signal, untilIdle: true, pollMs: 20 })
    return seen
  }
  const later = '2100-01-01T00:00:00.000Z'

  test(
    'watches a feed, sees an article change, and tells the changed claim',
    async () => {
      let headline = 'Up to forty people hurt, police say'
      const words = () => `${headline.split(',')[0]} when the bridge fell, the police chief Anna Berg said on Monday.`
      const { origin } = await opened((own) => ({
        '/feed.xml': (_, response) =>
          response.setHeader('content-type', 'text/html').end(rss(own(), [['/news/the-bridge-fell?utm_source=rss']])),
        '/news/the-bridge-fell': tagged(() => page(headline, words())),
      }))
      await addWatches(ledger, [{ url: `${origin}/feed.xml` }], '2025-01-05T09:00:00.000Z')
      const first = await round()
      expect(first.looked).toEqual([{ named: 1, toFetch: 1, reason: null }])
      expect(first.gathered.map(([, { is }]) => is)).toEqual(['entered'])
      expect(await watchesOf(ledger)).toMatchObject([{ kind: 'feed', title: 'Harbour Post', failures: 0 }])

      const unchanged = await round(later)
      expect(unchanged.looked).toEqual([{ named: 1, toFetch: 0, reason: null }])
      expect(unchanged.gathered.map(([, { is }]) => is)).toEqual(['unchanged'])

      headline = 'Forty people hurt, police say'
      const changed = await round(later)
      expect(changed.gathered).toMatchObject([[expect.any(String), { is: 'entered', entered: { isNewVersion: true } }]])
      const [older, newer] = await versionsOf(ledger, 1)
      if (older === undefined || newer === undefined) throw new Error('there are not two versions')
      const { claims } = changesBetween(older, newer)
      const drift = claims.flatMap((fate) => fate.drift.map(({ kind, from }) => `${kind}: ${from.text}`))
      expect(drift).toContain('hedge dropped: Up to')
      expect((await verify(ledger)).faults).toEqual([])
    },
    SLOW,
  )

  test(
    'puts off what asks to wait, and keeps as dead letters what cannot be had',
    async () => {
      const { origin } = await opened((own) => ({
        '/list.xml': (_, response) =>
          response.end(rss(own(), [['/busy'], ['/dead'], ['/loop'], ['/picture'], ['/bomb'], ['/huge'], ['/good']])),
        '/busy': (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
        '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
        '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('PNG'),
        '/bomb': async (_, response) => {
          const { gzipSync } = await import('node:zlib')
          response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
        },
        '/huge': (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1e9 }).write('<'),
        '/good': page('A bridge fell', 'Two people died, the police said.'),
      }))
      await addWatches(ledger, [{ url: `${origin}/list.xml` }], '2025-01-05T09:00:00.000Z')
      await round()
      // The site asked to be left alone for an hour: whatever came behind it waits.
      const { later: putOff, failed: dead, waiting } = (await queue.counts()).fetch
      expect(putOff).toBeGreaterThanOrEqual(1)
      expect(waiting).toBe(0)
      expect(putOff + dead + (await versionsOf(ledger, 1)).length).toBe(7)
      for (const { key, reason } of await queue.failed(10)) expect(reason, key).toMatch(/^http:\/\/127\.0\.0\.1/)
    },
    SLOW,
  )

  test(
    'each page that cannot be had says why, and costs itself alone',
    async () => {
      const { origin } = await opened((own) => ({
        '/list.xml': (_, response) =>
          response.end(rss(own(), [['/dead'], ['/loop'], ['/picture'], ['/bomb'], ['/huge'], ['/latin'], ['/good']])),
        '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
        '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('PNG'),
        '/bomb': async (_, response) => {
          const { gzipSync } = await import('node:zlib')
          response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
        },
        '/huge': (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1e9 }).write('<'),
        '/latin': (_, response) =>
          response
            .setHeader('content-type', 'text/html; charset=utf-8')
            .end(
              Buffer.from(page('Café shut', 'The café was shut, the owner said.', '<meta charset=latin1>'), 'latin1'),
            ),
        '/good': page('A bridge fell', 'Two people died, the police said.'),
      }))
      await addWatches(ledger, [{ url: `${origin}/list.xml` }], '2025-01-05T09:00:00.000Z')
      const { gathered } = await round()
      expect(gathered.map(([url, { is }]) => `${url.slice(origin.length)} ${is}`).sort()).toEqual([
        '/good entered',
        '/latin entered',
      ])
      expect((await queue.failed(10)).map(({ key }) => key.split('/')[1]).sort()).toEqual([
        'bomb',
        'dead',
        'huge',
        'loop',
        'picture',
      ])
      expect(await queue.replay()).toBe(5)
      expect((await queue.counts()).fetch).toMatchObject({ waiting: 5, failed: 0 })
    },
    SLOW,
  )

  test(
    'takes the words of a feed only where the page cannot be had',
    async () => {
      const full =
        '<content:encoded><![CDATA[<p>Two people died when the bridge fell, the police said on Monday.</p>]]></content:encoded>'
      const { origin } = await opened((own) => ({
        '/feed.xml': (_, response) =>
          response.end(
            rss(own(), [
              ['/gone', full],
              ['/there', full],
            ]),
          ),
        '/there': page('A bridge fell', 'Three people died when the bridge fell, the police said on Tuesday.'),
      }))
      await addWatches(ledger, [{ url: `${origin}/feed.xml` }], '2025-01-05T09:00:00.000Z')
      await round()
      const captures = await ledger.db.selectFrom('capture').select(['url', 'how']).orderBy('url').execute()
      expect(captures.map(({ url, how }) => `${url?.slice(origin.length)} ${how}`)).toEqual([
        '/gone feed',
        '/there fetched',
      ])
    },
    SLOW,
  )

  test(
    'knows an article by its addresses, and takes no door or front page for one',
    async () => {
      const story = page(
        'A bridge fell',
        'Two people died, the police said.',
        '<link rel="canonical" href="/news/bridge">',
      )
      const { origin } = await opened(() => ({
        '/news/bridge': story,
        '/amp/bridge': story,
        '/old': (_, response) => response.writeHead(301, { location: '/news/bridge' }).end(),
        '/paid': (_, response) => response.writeHead(302, { location: '/login' }).end(),
        '/vanished': (_, response) => response.writeHead(302, { location: '/' }).end(),
        '/login': page('Log in', 'Please log in or subscribe to go on reading the Harbour Post.'),
        '/': page('Harbour Post', 'News of the harbour, the editors said.'),
      }))
      const articles: Record<string, number> = {}
      for (const path of ['/news/bridge', '/amp/bridge', '/old', '/paid', '/vanished', '/']) {
        const gathered = await gatherPage({ ledger, fetcher, reader }, `${origin}${path}`)
        if (gathered.is === 'entered') articles[path] = gathered.entered.article
      }
      expect(articles['/amp/bridge']).toBe(articles['/news/bridge'])
      expect(articles['/old']).toBe(articles['/news/bridge'])
      expect(articles['/']).toBe(articles['/vanished'])
      const keys = await ledger.db.selectFrom('address').select(['key', 'articleId']).orderBy('key').execute()
      const host = new URL(origin).host
      expect(keys.map(({ key }) => key.slice(host.length))).toEqual([
        '',
        '/amp/bridge',
        '/news/bridge',
        '/old',
        '/paid',
      ])
      const notes = await ledger.db
        .selectFrom('capture')
        .select('notesJson')
        .where('url', '=', `${origin}/paid`)
        .executeTakeFirstOrThrow()
      expect(notes.notesJson).toContain('"door"')
    },
    SLOW,
  )
})
