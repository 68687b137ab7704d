// Articles that are followed, and addresses that are watched, through what sites do: answers that fail for a while,
// lists that stand while what they name changes, and lists from elsewhere that name one's own hosts.
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { type Fetcher, openFetcher } from '../../src/gather/fetch/fetcher.ts'
import { DEFAULT_SETTINGS } from '../../src/gather/fetch/settings.ts'
import { fetchJob } from '../../src/gather/jobs/fetch.ts'
import { openQueue } from '../../src/gather/jobs/open.ts'
import { type Job, MOST_ATTEMPTS, type Queue } from '../../src/gather/jobs/queue.ts'
import { gatherPage } from '../../src/gather/page.ts'
import { ephemeralSiteFiles } from '../../src/gather/robots/site-files.ts'
import { tasksOf } from '../../src/gather/tasks.ts'
import { lookAt } from '../../src/gather/watch/look.ts'
import { beginRound } from '../../src/gather/watch/round.ts'
import { addWatches, watchesOf } from '../../src/gather/watch/watches.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { type FakeClock, fakeClock } from '../clock.ts'
import { type Behaviour, type Site, startSite } from '../site.ts'
import { html, inlineReader } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const HOUR = 3_600_000
const PAGE = html(
  'Crane falls',
  `The harbour authority said on Monday that 12 people were injured when a crane fell onto the northern quay.
Police have closed the road to the port and asked residents to stay away from it until the evening.`,
)
const WORDS = '<p>Two people died when the bridge over the inlet fell, the police said on Monday.</p>'

const rss = (items: string): string => `<rss version="2.0"><channel><title>Harbour Post</title>${items}</channel></rss>`
const urlset = (urls: readonly (readonly [url: string, changed: string])[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map(([url, changed]) => `<url><loc>${url}</loc><lastmod>${changed}</lastmod></url>`)
    .join('')}</urlset>`
/** What answers 304 to whoever has it. */
const tagged =
  (type: string, current: () => string): Behaviour =>
  (request, response) => {
    const tag = `"${current().length}"`
    const isKnown = request.headers['if-none-match'] === tag
    response.writeHead(isKnown ? 304 : 200, { 'content-type': type, etag: tag }).end(isKnown ? '' : current())
  }

onEachDatabase(({ fresh }) => {
  let site: Site
  let ledger: Ledger
  let fetcher: Fetcher
  let queue: Queue
  let clock: FakeClock
  afterEach(async () => {
    await queue.close()
    await fetcher.close()
    await ledger.close()
    await site.close()
  })

  const opened = async (paths: (origin: () => string) => Parameters<typeof startSite>[0]): Promise<void> => {
    site = await startSite(paths(() => site.origin))
    ledger = await openLedger(await fresh())
    clock = fakeClock()
    const settings = { hosts: [site.host], gapMs: 1, retries: 0 }
    fetcher = openFetcher({ settings, files: ephemeralSiteFiles(), clock })
    queue = await openQueue(ledger, { clock })
  }
  const now = (hours = 0): string => new Date(clock.now() + hours * HOUR).toISOString()
  const gathering = () => ({ ledger, fetcher, reader: inlineReader })
  const settings = () => ({ ...DEFAULT_SETTINGS, hosts: [site.host], gapMs: 1 })
  /** What is known of an address; when it is due to the minute. */
  const visit = async (path: string) => {
    const row = await ledger.db
      .selectFrom('visit')
      .select(['state', 'dueAt', 'failures', 'reason'])
      .where('key', 'like', `%${path}`)
      .executeTakeFirst()
    return row && { ...row, dueAt: row.dueAt?.slice(0, 16) ?? null }
  }
  /** Does a job as a worker does. */
  const done = async (job: Pick<Job, 'data' | 'attempt'>) => {
    const [fetching] = tasksOf({ ...gathering(), queue, settings: settings() }, { hosts: 1, readers: 1, clock })
    const [outcome] = (await fetching?.handle([job as Job], new AbortController().signal)) ?? []
    return outcome?.is
  }
  const followed = (path: string, attempt = 1) =>
    done({ ...fetchJob(`${site.origin}${path}`, { again: true }), attempt } as Job)
  const watched = async (path: string) => {
    await addWatches(ledger, [{ url: `${site.origin}${path}` }], now())
    return async () => {
      const watch = (await watchesOf(ledger)).find(({ url }) => url.endsWith(path))
      if (watch === undefined) throw new Error(path)
      return lookAt({ ...gathering(), settings: settings() }, queue, watch, clock.now)
    }
  }
  const sent = async () => (await queue.take(['fetch'], 2_000)).map(({ key }) => key.split('/').at(-1))

  const BAD: Readonly<Record<string, Behaviour>> = {
    'no page there': (_, response) => response.writeHead(404).end(),
    'an empty shell': (_, response) =>
      response.setHeader('content-type', 'text/html').end('<html><body></body></html>'),
    'a circle': (request, response) => response.writeHead(302, { location: request.url }).end(),
    'a picture': (_, response) => response.setHeader('content-type', 'image/png').end('PNG'),
  }
  test('follows an article through answers that fail, and gives it up after several in a row', async () => {
    let answer: Behaviour | null = null
    const behaviour: Behaviour = (request, response) =>
      answer === null ? response.setHeader('content-type', 'text/html').end(PAGE) : answer(request, response)
    await opened(() => Object.fromEntries(Object.keys(BAD).map((_, at) => [`/a${at}`, behaviour])))
    for (const [at, [name, bad]] of Object.entries(BAD).entries()) {
      answer = null
      expect(await followed(`/a${at}`), name).toBe('done')
      answer = bad
      expect(await followed(`/a${at}`), name).toBe('failed')
      const { state, dueAt, reason } = (await visit(`/a${at}`)) ?? {}
      expect([state, dueAt], name).toEqual(['followed', now(1).slice(0, 16)])
      expect(reason, name).not.toBeNull()
      answer = null
      expect(await followed(`/a${at}`), name).toBe('done')
      expect(await visit(`/a${at}`), name).toMatchObject({ state: 'followed', failures: 0, reason: null })
    }
    answer = BAD['no page there'] as Behaviour
    const states: unknown[] = []
    for (let tries = 0; tries < 8; tries++) {
      await followed('/a0')
      states.push((await visit('/a0'))?.state)
    }
    expect(states).toEqual([...Array(7).fill('followed'), 'given up'])
    expect((await visit('/a0'))?.dueAt).toBeNull()
  })

  test('tries again soon what may pass, then later; what is gone for good it leaves alone', async () => {
    let answer = (_: Parameters<Behaviour>[1]): void => {}
    await opened(() => ({ '/a': (_, response) => answer(response), '/gone': (_, r) => r.writeHead(410).end() }))
    const half = gzipSync(PAGE)
    const passing = [
      (response: Parameters<Behaviour>[1]) => response.writeHead(408).end(),
      (response: Parameters<Behaviour>[1]) => response.writeHead(425).end(),
      (response: Parameters<Behaviour>[1]) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(half.subarray(0, half.length - 30)),
    ]
    for (const one of passing) {
      answer = one
      expect(await followed('/a')).toBe('put off')
    }
    expect(await followed('/a', MOST_ATTEMPTS)).toBe('failed')
    expect(await visit('/a')).toMatchObject({ state: 'followed', dueAt: now(1).slice(0, 16) })
    expect(await followed('/gone')).toBe('failed')
    expect(await visit('/gone')).toMatchObject({ state: 'given up', dueAt: null })
  })

  test('is asked by a person for what it follows, and follows what a person asked for', async () => {
    let items = ''
    await opened(() => ({
      '/a': PAGE,
      '/b': PAGE,
      '/feed.xml': (_, response) => response.end(rss(items)),
    }))
    await followed('/a')
    const { dueAt } = (await visit('/a')) ?? {}
    await gatherPage(gathering(), `${site.origin}/a`)
    expect(await visit('/a')).toMatchObject({ state: 'followed', dueAt })
    await gatherPage(gathering(), `${site.origin}/b`)
    expect(await visit('/b')).toMatchObject({ state: 'asked', dueAt: null })
    items = `<item><link>${site.origin}/b</link></item>`
    await (await watched('/feed.xml'))()
    expect(await visit('/b')).toMatchObject({ state: 'followed', dueAt: expect.any(String) })
    clock.advance(HOUR)
    expect(await beginRound(ledger, queue, now())).toBe(3)
  })

  test('says unchanged only of what was captured, and watches what was asked for as an article', async () => {
    await opened((origin) => ({
      '/shell': tagged('text/html', () => '<html><body></body></html>'),
      '/feed.xml': tagged('application/rss+xml', () => rss(`<item><link>${origin()}/a</link></item>`)),
    }))
    for (const path of ['/shell', '/shell', '/feed.xml', '/feed.xml'])
      expect((await gatherPage(gathering(), `${site.origin}${path}`)).is, path).toBe('unread')
    const look = await watched('/feed.xml')
    expect(await look()).toEqual({ named: 1, toFetch: 1, reason: null })
    const before = site.asked.length
    expect(await look()).toEqual({ named: 0, toFetch: 0, reason: null })
    expect(site.asked.slice(before).map(({ path }) => path)).toEqual(['/feed.xml'])
  })

  test('sends again in a day what was sent and lost', async () => {
    await opened((origin) => ({ '/feed.xml': (_, r) => r.end(rss(`<item><link>${origin()}/a</link></item>`)) }))
    await (await watched('/feed.xml'))()
    for (const lost of [1, 2]) {
      const jobs = await queue.take(['fetch'], 5)
      await queue.done(jobs)
      expect(
        jobs.map(({ key }) => key.split('/').at(-1)),
        `${lost}`,
      ).toContain('a')
      await ledger.db.deleteFrom('watch').execute()
      expect(await beginRound(ledger, queue, now(23))).toBe(0)
      clock.advance(25 * HOUR)
      expect(await beginRound(ledger, queue, now())).toBe(1)
    }
  })

  test('looks into the sitemaps of an index that stands as it stood, and says which cannot be read', async () => {
    let news = ['/n1']
    let isThere = true
    const index = (origin: string): string =>
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/news.xml', '/old.xml']
        .map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`)
        .join('')}</sitemapindex>`
    const listed = (origin: string) => urlset(news.map((path) => [`${origin}${path}`, now(-1)]))
    await opened((origin) => ({
      '/index.xml': tagged('application/xml', () => index(origin())),
      '/old.xml': tagged('application/xml', () => urlset([[`${origin()}/n0`, '2001-05-06']])),
      '/news.xml': (request, response) => {
        if (isThere) tagged('application/xml', () => listed(origin()))(request, response)
        else response.writeHead(404).end()
      },
    }))
    const look = await watched('/index.xml')
    expect(await look()).toEqual({ named: 2, toFetch: 1, reason: null })
    expect(await look()).toEqual({ named: 0, toFetch: 0, reason: null })
    news = ['/n1', '/n2', '/n3']
    isThere = false
    expect(await look()).toMatchObject({ named: 0, reason: expect.stringContaining('/news.xml: the answer was 404') })
    expect(await watchesOf(ledger)).toMatchObject([{ failures: 0, reason: expect.stringContaining('/news.xml') }])
    isThere = true
    expect(await look()).toEqual({ named: 3, toFetch: 2, reason: null })
  })

  test('fetches in the end all that a long sitemap names, the newest first', async () => {
    const changed = (at: number): string => new Date(Date.UTC(2026, 2, 1) + at * 60_000).toISOString()
    await opened((origin) => ({
      '/many.xml': tagged('application/xml', () =>
        urlset(Array.from({ length: 1_200 }, (_, at) => [`${origin()}/m${at}`, changed(at)])),
      ),
    }))
    const look = await watched('/many.xml')
    expect(await look()).toEqual({ named: 1_200, toFetch: 1_000, reason: null })
    expect(await visit('/m1199')).toBeDefined()
    expect(await visit('/m0')).toBeUndefined()
    expect(await look()).toEqual({ named: 1_200, toFetch: 200, reason: null })
    expect(await look()).toEqual({ named: 0, toFetch: 0, reason: null })
  })

  test('is led to its own hosts by nothing that comes from elsewhere', async () => {
    await opened(() => ({ '/delete': PAGE }))
    const from = 'https://news.harbour-post.net/feed.xml'
    const bytes = Buffer.from(
      rss(
        `<item><link>${site.origin}/delete?id=1</link></item><item><link>https://news.harbour-post.net/a</link></item>`,
      ),
    )
    const elsewhere: Fetcher = {
      ...fetcher,
      fetch: async (url) => ({
        is: 'fetched',
        how: 'fetched',
        url,
        finalUrl: url,
        redirects: [],
        status: 200,
        headers: { 'content-type': 'application/rss+xml' },
        bytes,
        fetchedAt: now(),
        duration: 1,
        remembered: null,
        rights: null,
      }),
    }
    await addWatches(ledger, [{ url: from }], now())
    const [watch] = await watchesOf(ledger)
    if (watch === undefined) throw new Error('nothing is watched')
    const looking = { ...gathering(), fetcher: elsewhere, settings: settings() }
    expect(await lookAt(looking, queue, watch, clock.now)).toEqual({ named: 1, toFetch: 1, reason: null })
    expect(await sent()).toEqual(['a'])
  })

  test('takes the words of a feed where a site is down, at the last try', async () => {
    await opened(() => ({ '/a': (_, response) => response.socket?.destroy() }))
    const url = `${site.origin}/a`
    const entry = { url, html: WORDS, title: 'A bridge fell', published: null, authors: [] }
    const job = fetchJob(url, { again: true, inFeed: { entry, outlet: 'Harbour Post', at: now() } })
    expect(await done({ ...job, attempt: 1 })).toBe('put off')
    expect(await ledger.db.selectFrom('capture').select('how').execute()).toEqual([])
    expect(await done({ ...job, attempt: MOST_ATTEMPTS })).toBe('done')
    expect(await ledger.db.selectFrom('capture').select('how').execute()).toEqual([{ how: 'feed' }])
    expect(await visit('/a')).toMatchObject({ state: 'followed', failures: 1, dueAt: expect.any(String) })
  })
})
