// Fetching from servers on loopback that behave well, badly and worse. The clock of politeness is the test's own; the
// limits of time run on the machine's.
import type { LookupAddress } from 'node:dns'
import type { Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { FetchError, type FetchErrorKind } from '../src/gather/fetch/errors.ts'
import { type Fetcher, type FetcherParts, openFetcher } from '../src/gather/fetch/fetcher.ts'
import type { GatherSettings } from '../src/gather/fetch/settings.ts'
import { ephemeralSiteFiles } from '../src/gather/robots/site-files.ts'
import { readPage } from '../src/page/index.ts'
import { selfSigned } from './certificate.ts'
import { fakeClock } from './clock.ts'
import { type Behaviour, type Site, startSite, startSocket } from './site.ts'

const PAGE =
  '<!doctype html><html><head><title>Bridge opens</title></head><body><p>The bridge opened.</p></body></html>'
const LIMITS = { headersMs: 1_000, totalMs: 1_500, receivedBytes: 200_000, bytes: 400_000 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

const started = async (...args: Parameters<typeof startSite>): Promise<Site> => {
  const site = await startSite(...args)
  opened.push(site)
  return site
}

/** A server of bare sockets; it has no robots.txt, and answers other paths as it is told. */
const startedSocket = async (answer: (socket: Socket) => void): Promise<Site> => {
  const site = await startSocket((socket, request) => {
    if (/^GET \/(?:robots\.txt|\.well-known)/.test(request)) socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n')
    else answer(socket)
  })
  opened.push(site)
  return site
}

type Parts = Omit<Partial<FetcherParts>, 'settings'> & { readonly settings?: Partial<GatherSettings> }

/** A fetcher that may ask the sites named, and whose names all stand for loopback. */
function fetcherFor(sites: readonly Site[], { settings, ...parts }: Parts = {}) {
  const clock = fakeClock()
  const fetcher: Fetcher = openFetcher({
    files: ephemeralSiteFiles(),
    clock,
    random: () => 0.5,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    settings: { hosts: sites.map(({ host }) => host), limits: LIMITS, contact: 'desk@paper.example', ...settings },
    ...parts,
  })
  opened.push({ close: () => fetcher.close() })
  return { fetcher, clock }
}

/** The error that fetching ends with. */
async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(FetchError)
  return error as FetchError
}

const sends =
  (status: number, headers: Record<string, string | string[]> = {}, body: string | Uint8Array = ''): Behaviour =>
  (_, response) => {
    response.writeHead(status, headers).end(body)
  }
const leadsTo = (location: string, status = 302): Behaviour => sends(status, { location })
const html = { 'content-type': 'text/html' }

describe('a page', () => {
  test('comes with all that a capture needs', async () => {
    const site = await started({ '/a': PAGE })
    const { fetcher } = fetcherFor([site])
    const fetched = await fetcher.fetch(`${site.origin}/a#part`)
    expect(fetched).toMatchObject({
      is: 'fetched',
      how: 'fetched',
      url: `${site.origin}/a`,
      finalUrl: `${site.origin}/a`,
      redirects: [],
      status: 200,
      fetchedAt: '2026-03-02T08:00:01.000Z',
      duration: 1000,
      remembered: null,
      rights: { mining: [], directives: [] },
    })
    expect(fetched.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(Buffer.from(fetched.bytes).toString()).toBe(PAGE)
  })

  test('is asked for by one honest name, without cookies, after robots.txt and before the reservations', async () => {
    const site = await started({ '/a': sends(200, { ...html, 'set-cookie': 'id=1' }, PAGE) })
    const { fetcher } = fetcherFor([site])
    const { headers } = await fetcher.fetch(`${site.origin}/a`)
    await fetcher.fetch(`${site.origin}/a`)
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/.well-known/tdmrep.json', '/a'])
    for (const asked of site.asked) {
      expect(asked.headers['user-agent']).toMatch(/^Hearsay\/\d+\.\d+\.\d+ \(\+desk@paper\.example\)$/)
      expect(asked.headers.cookie).toBeUndefined()
      expect(asked.headers.referer).toBeUndefined()
    }
    expect(headers['set-cookie']).toBeUndefined()
  })

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['zstd', zstdCompressSync(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['GZIP', gzipSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['utf-8', Buffer.from(PAGE)],
  ])('is unpacked: %s', async (coding, bytes) => {
    const site = await started({ '/a': sends(200, { ...html, 'content-encoding': coding }, bytes) })
    const { fetcher } = fetcherFor([site])
    const fetched = await fetcher.fetch(`${site.origin}/a`)
    expect(Buffer.from(fetched.bytes).toString()).toBe(PAGE)
  })

  test('comes over an encrypted connection from whom it is from', async () => {
    const before = getCACertificates('default')
    const certificate = selfSigned('wiki.corp')
    setDefaultCACertificates([...before, certificate.cert])
    try {
      const site = await started({ '/a': PAGE }, certificate)
      const hosts = [`wiki.corp:${site.port}`, `other.corp:${site.port}`]
      const { fetcher } = fetcherFor([], { settings: { hosts } })
      expect((await fetcher.fetch(`https://wiki.corp:${site.port}/a`)).status).toBe(200)
      const error = await failure(fetcher.fetch(`https://other.corp:${site.port}/a`))
      expect(error.kind).toBe('tls')
      expect(error.message).toContain('for another host')
    } finally {
      setDefaultCACertificates(before)
    }
  })

  test('may have long headers', async () => {
    const site = await started({ '/a': sends(200, { ...html, 'content-security-policy': 'a'.repeat(30_000) }, PAGE) })
    const { fetcher } = fetcherFor([site])
    expect((await fetcher.fetch(`${site.origin}/a`)).status).toBe(200)
  })

  test('in another charset is for the reader to decode, bytes as they are', async () => {
    const bytes = Buffer.from('<p>Zürich</p>', 'latin1')
    const site = await started({ '/a': sends(200, { 'content-type': 'text/html; charset=utf-8' }, bytes) })
    const { fetcher } = fetcherFor([site])
    expect(Buffer.from((await fetcher.fetch(`${site.origin}/a`)).bytes)).toEqual(bytes)
  })

  test('without a type, and without a length, is a page', async () => {
    const site = await started({
      '/a': (_, response) => {
        response.write(PAGE.slice(0, 10))
        response.end(PAGE.slice(10))
      },
    })
    const { fetcher } = fetcherFor([site])
    expect((await fetcher.fetch(`${site.origin}/a`)).bytes.byteLength).toBe(PAGE.length)
  })
})

describe('redirects', () => {
  test('are followed one by one and told', async () => {
    const site = await started({
      '/a': leadsTo('/b', 301),
      '/b': leadsTo(Buffer.from('c?d=é').toString('latin1'), 307),
      '/c': PAGE,
    })
    const { fetcher } = fetcherFor([site])
    const fetched = await fetcher.fetch(`${site.origin}/a`)
    expect(fetched.finalUrl).toBe(`${site.origin}/c?d=%C3%A9`)
    expect(fetched.redirects).toEqual([
      { url: `${site.origin}/a`, status: 301 },
      { url: `${site.origin}/b`, status: 307 },
    ])
  })

  test.each<readonly [string, Readonly<Record<string, Behaviour>>, FetchErrorKind, string]>([
    ['in a circle', { '/a': leadsTo('/b'), '/b': leadsTo('/a') }, 'redirects', 'in a circle'],
    ['to themselves', { '/a': leadsTo('/a') }, 'redirects', 'in a circle'],
    [
      'without end',
      {
        '/a': ({ url = '' }, response) =>
          void response.writeHead(302, { location: `/a?${'1'.repeat(url.length)}` }).end(),
      },
      'redirects',
      'more than 10 times',
    ],
    ['to nowhere', { '/a': sends(302) }, 'redirects', 'nowhere'],
    ['to a private address', { '/a': leadsTo('http://10.0.0.1/') }, 'refused', 'leads on to http://10.0.0.1/'],
    ['to the metadata service', { '/a': leadsTo('http://169.254.169.254/latest') }, 'refused', 'metadata'],
    ['to another port of this machine', { '/a': leadsTo('http://127.0.0.1:9/') }, 'refused', 'loopback'],
    ['to this machine by its name', { '/a': leadsTo('http://localhost/') }, 'refused', 'private network'],
    ['to this machine in octal', { '/a': leadsTo('http://0177.1/') }, 'refused', 'loopback'],
    ['to a file', { '/a': leadsTo('file:///etc/passwd') }, 'address', 'file:'],
    ['to another service', { '/a': leadsTo('http://news.org:6379/') }, 'refused', 'port 6379'],
    ['to a password', { '/a': leadsTo('http://user:word@news.org/') }, 'refused', 'user name'],
    ['to what is no address', { '/a': leadsTo('http://[::1') }, 'address', 'no web address'],
  ])('%s are refused', async (_, paths, kind, words) => {
    const site = await started(paths)
    const { fetcher } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error).toMatchObject({ kind, outlook: 'later' })
    expect(error.message).toContain(words)
    expect(error.message).toContain(`${site.origin}/a`)
  })
})

describe('the guard on connections', () => {
  /** A named host whose name server answers differently each time. */
  const rebinding = async (...answers: readonly (readonly string[])[]) => {
    const site = await started({ '/a': PAGE })
    const asked: string[] = []
    const resolve = async (name: string): Promise<LookupAddress[]> => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? []
      asked.push(name)
      return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    }
    return { site, asked, resolve }
  }

  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fe80::1%eth0',
    'fd00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:53aa:64c:0:7b2f:f5ff:fffe',
    '::127.0.0.1',
    'fd00:ec2::254',
    '100.64.0.1',
    '0.0.0.0',
    '192.0.2.1',
  ])('refuses a public name that leads to %s', async (address) => {
    const { site, resolve } = await rebinding([address])
    const { fetcher } = fetcherFor([], { resolve })
    const error = await failure(fetcher.fetch(`http://news.org:${site.port}/a`))
    expect(error.kind).toBe('refused')
    expect(error.message).toContain(`news.org leads to ${address}`)
    expect(site.asked).toEqual([])
  })

  test('connects where it looked: a name that changes its answer gains nothing', async () => {
    // 192.88.99.1 is refused too; a public address cannot be used here, since nothing outside may be asked.
    const { site, asked, resolve } = await rebinding(['127.0.0.1'], ['10.0.0.1'])
    const { fetcher } = fetcherFor([], { resolve, settings: { hosts: [`wiki.corp:${site.port}`] } })
    expect((await fetcher.fetch(`http://wiki.corp:${site.port}/a`)).status).toBe(200)
    // One look-up for the one connection that served all three requests.
    expect(asked).toEqual(['wiki.corp'])
    expect(site.asked).toHaveLength(3)
  })

  test('lets no name lead to the metadata service, not even one that the settings name', async () => {
    const { site, resolve } = await rebinding(['169.254.169.254'])
    const { fetcher } = fetcherFor([], { resolve, settings: { hosts: ['wiki.corp'] } })
    const error = await failure(fetcher.fetch(`http://wiki.corp:${site.port}/a`))
    expect(error).toMatchObject({ kind: 'refused' })
    expect(error.message).toContain('metadata')
  })

  test('asks nobody for literal addresses', async () => {
    const { site, asked, resolve } = await rebinding(['127.0.0.1'])
    const { fetcher } = fetcherFor([site], { resolve })
    expect((await fetcher.fetch(`${site.origin}/a`)).status).toBe(200)
    expect((await failure(fetcher.fetch('http://127.0.0.2/a'))).kind).toBe('refused')
    expect(asked).toEqual([])
  })

  test('uses no proxy, whatever the environment says', async () => {
    const proxy = await started({})
    const site = await started({ '/a': PAGE })
    const before = { ...process.env }
    try {
      for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])
        process.env[name] = proxy.origin
      process.env.NODE_USE_ENV_PROXY = '1'
      const { fetcher } = fetcherFor([site])
      expect((await fetcher.fetch(`${site.origin}/a`)).status).toBe(200)
    } finally {
      process.env = before
    }
    expect(proxy.asked).toEqual([])
  })
})

describe('robots.txt', () => {
  const site = async (robots: Behaviour | string, more: Readonly<Record<string, Behaviour>> = {}) => {
    const server = await started({ '/robots.txt': robots, '/a': PAGE, '/b': PAGE, ...more })
    return { server, ...fetcherFor([server]) }
  }

  test('that forbids is obeyed, and the rule is named', async () => {
    const { server, fetcher } = await site('User-agent: *\nDisallow: /a\n')
    const error = await failure(fetcher.fetch(`${server.origin}/a`))
    expect(error).toMatchObject({ kind: 'robots', outlook: 'later' })
    expect(error.message).toContain('"Disallow: /a"')
    expect((await fetcher.fetch(`${server.origin}/b`)).status).toBe(200)
    expect(server.pages()).toEqual(['/b'])
  })

  test('is obeyed where a redirect leads', async () => {
    const { server, fetcher } = await site('User-agent: Hearsay\nDisallow: /a\n', { '/c': leadsTo('/a') })
    expect((await failure(fetcher.fetch(`${server.origin}/c`))).kind).toBe('robots')
    expect(server.pages()).toEqual(['/c'])
  })

  test.each([400, 401, 403, 404, 410, 451])('that is answered by %i allows all', async (status) => {
    const { server, fetcher } = await site(sends(status))
    expect((await fetcher.fetch(`${server.origin}/a`)).status).toBe(200)
  })

  test.each([429, 500, 502, 503, 504, 304])('that is answered by %i forbids all', async (status) => {
    const { server, fetcher } = await site(sends(status))
    const error = await failure(fetcher.fetch(`${server.origin}/a`))
    expect(error).toMatchObject({ kind: 'robots-unreachable', outlook: 'soon' })
    expect(error.message).toContain(`status ${status}`)
    expect(server.pages()).toEqual([])
  })

  test('that does not come forbids all', async () => {
    const { server, fetcher } = await site(() => {})
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots-unreachable')
    expect(server.pages()).toEqual([])
  })

  test('is followed through five redirects, to another host too', async () => {
    const other = await started({ '/rules': sends(200, {}, 'User-agent: *\nDisallow: /a\n') })
    const server = await started({
      '/robots.txt': leadsTo('/1'),
      '/1': leadsTo('/2', 301),
      '/2': leadsTo('/3', 307),
      '/3': leadsTo('/4', 308),
      '/4': leadsTo(`${other.origin}/rules`),
      '/a': PAGE,
    })
    const { fetcher } = fetcherFor([server, other])
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots')
  })

  test('behind more redirects is none', async () => {
    const { server, fetcher } = await site(
      (_, response) => void response.writeHead(302, { location: '/robots.txt' }).end(),
    )
    expect((await fetcher.fetch(`${server.origin}/a`)).status).toBe(200)
    expect(server.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(6)
  })

  test('that leads into a private network forbids all', async () => {
    const { server, fetcher } = await site(leadsTo('http://10.0.0.1/robots.txt'))
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots-unreachable')
  })

  test('that leads where no page is asked for forbids all', async () => {
    const { server, fetcher } = await site((request, response) => {
      response.writeHead(302, { location: `http://user:word@${request.headers.host}/rules` }).end()
    })
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots-unreachable')
    expect(server.pages()).toEqual([])
  })

  test('beyond 500 KiB is read to there', async () => {
    const { server, fetcher } = await site(`User-agent: *\nDisallow: /a\n${'# filler\n'.repeat(100_000)}Disallow: /b\n`)
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots')
    expect((await fetcher.fetch(`${server.origin}/b`)).status).toBe(200)
  })

  test('without end is read to 500 KiB', async () => {
    const { server, fetcher } = await site((_, response) => {
      const more = (): void => {
        if (!response.destroyed && response.write('Disallow: /a\n'.repeat(5_000))) setImmediate(more)
        else response.once('drain', more)
      }
      response.write('User-agent: *\n')
      more()
    })
    expect((await failure(fetcher.fetch(`${server.origin}/a`))).kind).toBe('robots')
  })

  test('holds for a day, and its absence too', async () => {
    const { server, fetcher, clock } = await site('User-agent: *\nDisallow: /x\n')
    const robots = () => server.asked.filter(({ path }) => path === '/robots.txt').length
    await fetcher.fetch(`${server.origin}/a`)
    clock.advance(23 * 3_600_000)
    await fetcher.fetch(`${server.origin}/a`)
    expect(robots()).toBe(1)
    clock.advance(2 * 3_600_000)
    await fetcher.fetch(`${server.origin}/a`)
    expect(robots()).toBe(2)
  })

  test('that could not be had is asked for again in minutes', async () => {
    let status = 503
    const { server, fetcher, clock } = await site((_, response) => void response.writeHead(status).end())
    await failure(fetcher.fetch(`${server.origin}/a`))
    await failure(fetcher.fetch(`${server.origin}/b`))
    expect(server.asked).toHaveLength(1)
    status = 404
    clock.advance(6 * 60_000)
    expect((await fetcher.fetch(`${server.origin}/a`)).status).toBe(200)
  })

  test('tells its sitemaps', async () => {
    const { server, fetcher } = await site('Sitemap: https://news.org/sitemap.xml\n')
    expect((await fetcher.robots(`${server.origin}/a`)).sitemaps).toEqual(['https://news.org/sitemap.xml'])
  })
})

describe('pace', () => {
  test('leaves a second between two requests to a host', async () => {
    const site = await started({ '/a': PAGE, '/b': PAGE, '/c': PAGE })
    const { fetcher, clock } = fetcherFor([site])
    await Promise.all(['a', 'b', 'c'].map((page) => fetcher.fetch(`${site.origin}/${page}`)))
    expect(clock.waits).toEqual([1000, 1000, 1000, 1000])
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b', '/c', '/.well-known/tdmrep.json'])
  })

  test('leaves it also after robots.txt, and after each redirect of it', async () => {
    const site = await started({
      '/robots.txt': leadsTo('/r2.txt'),
      '/r2.txt': 'User-agent: *\nCrawl-delay: 3\n',
      '/a': PAGE,
    })
    const { fetcher, clock } = fetcherFor([site])
    await fetcher.fetch(`${site.origin}/a`)
    expect(site.asked.map(({ path }) => path).slice(0, 3)).toEqual(['/robots.txt', '/r2.txt', '/a'])
    expect(clock.waits.slice(0, 2)).toEqual([1000, 3000])
  })

  test('asks a host for one thing at a time', async () => {
    let atOnce = 0
    let most = 0
    const slow: Behaviour = (_, response) => {
      atOnce++
      most = Math.max(most, atOnce)
      setTimeout(() => {
        atOnce--
        response.writeHead(200, html).end(PAGE)
      }, 20)
    }
    const site = await started({ '/a': slow, '/b': slow, '/c': slow, '/d': slow })
    const { fetcher } = fetcherFor([site])
    await Promise.all(['a', 'b', 'c', 'd'].map((page) => fetcher.fetch(`${site.origin}/${page}`)))
    expect(most).toBe(1)
  })

  test('obeys a Crawl-delay, up to a cap', async () => {
    const site = await started({ '/robots.txt': 'User-agent: *\nCrawl-delay: 7\n', '/a': PAGE })
    const { fetcher, clock } = fetcherFor([site])
    await fetcher.fetch(`${site.origin}/a`)
    await fetcher.fetch(`${site.origin}/a`)
    expect(clock.waits).toEqual([7000, 7000, 7000])
    const slow = await started({ '/robots.txt': 'User-agent: *\nCrawl-delay: 86400\n', '/a': PAGE })
    const second = fetcherFor([slow])
    await second.fetcher.fetch(`${slow.origin}/a`)
    expect(second.clock.waits).toEqual([60_000, 60_000])
  })

  const thenPage = (...first: readonly Behaviour[]): Behaviour => {
    const left = [...first]
    return (request, response) => (left.shift() ?? sends(200, html, PAGE))(request, response)
  }

  test.each<readonly [string, Behaviour, number]>([
    ['seconds', sends(429, { 'retry-after': '20' }), 20_000],
    ['a date', sends(503, { 'retry-after': 'Mon, 02 Mar 2026 08:00:30 GMT' }), 30_000],
    ['nothing', sends(503), 1_000],
    ['nonsense', sends(429, { 'retry-after': 'soon' }), 1_000],
    ['trouble of its own', sends(502), 1_000],
    ['a broken connection', (request) => void request.socket.destroy(), 1_000],
  ])('waits as it is told and asks again: %s', async (_, first, wait) => {
    const site = await started({ '/a': thenPage(first) })
    const { fetcher, clock } = fetcherFor([site], { settings: { gapMs: 0 } })
    expect((await fetcher.fetch(`${site.origin}/a`)).status).toBe(200)
    expect(clock.waits).toEqual([wait])
  })

  test('waits longer each time, and gives up in the end with the time to come back', async () => {
    const site = await started({ '/a': sends(503) })
    const { fetcher, clock } = fetcherFor([site], { settings: { gapMs: 0 } })
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error).toMatchObject({ kind: 'busy', status: 503, outlook: 'soon', retryAt: clock.now() + 4_000 })
    expect(clock.waits).toEqual([1_000, 2_000])
    expect(site.pages()).toHaveLength(3)
  })

  test('does not sit out a long wait, and does not ask before it is over', async () => {
    const site = await started({ '/a': sends(429, { 'retry-after': '3600' }), '/b': PAGE })
    const { fetcher, clock } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error).toMatchObject({ kind: 'busy', retryAt: clock.now() + 3_600_000 })
    expect((await failure(fetcher.fetch(`${site.origin}/b`))).kind).toBe('busy')
    expect(site.pages()).toEqual(['/a'])
    clock.advance(3_600_001)
    expect((await fetcher.fetch(`${site.origin}/b`)).status).toBe(200)
  })

  test('a caller may give up', async () => {
    const site = await started({ '/a': () => {} })
    const { fetcher } = fetcherFor([site], { settings: { limits: { ...LIMITS, headersMs: 60_000, totalMs: 60_000 } } })
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    expect((await failure(fetcher.fetch(`${site.origin}/a`, { signal: stop.signal }))).kind).toBe('stopped')
    expect((await failure(fetcher.fetch(`${site.origin}/a`, { signal: stop.signal }))).kind).toBe('stopped')
  })
})

describe('what is remembered', () => {
  test('an ETag asks only for what changed', async () => {
    let etag = '"1"'
    const site = await started({
      '/a': (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
        else response.writeHead(200, { ...html, etag }).end(PAGE)
      },
    })
    const { fetcher } = fetcherFor([site])
    const first = await fetcher.fetch(`${site.origin}/a`)
    const known = JSON.parse(JSON.stringify(first.remembered))
    const second = await fetcher.fetch(`${site.origin}/a`, { known })
    expect(second).toMatchObject({ is: 'not modified', status: 304, rights: null })
    expect(second.bytes.byteLength).toBe(0)
    etag = '"2"'
    const third = await fetcher.fetch(`${site.origin}/a`, { known: second.remembered })
    expect(third).toMatchObject({ is: 'fetched', status: 200 })
    expect(site.asked.filter(({ headers }) => headers['if-none-match'] === '"1"')).toHaveLength(2)
  })

  test('a Last-Modified asks only for what changed', async () => {
    const date = 'Sun, 01 Mar 2026 10:00:00 GMT'
    const site = await started({
      '/a': (request, response) => {
        if (request.headers['if-modified-since'] === date) response.writeHead(304).end()
        else response.writeHead(200, { ...html, 'last-modified': date }).end(PAGE)
      },
    })
    const { fetcher } = fetcherFor([site])
    const first = await fetcher.fetch(`${site.origin}/a`)
    expect((await fetcher.fetch(`${site.origin}/a`, { known: first.remembered })).is).toBe('not modified')
  })

  test('what is fresh is not asked for, and a day at most', async () => {
    const site = await started({
      '/a': (_, response) => {
        response.writeHead(200, { ...html, 'cache-control': 'max-age=31536000', date: 'Mon, 02 Mar 2026 08:00:00 GMT' })
        response.end(PAGE)
      },
    })
    const { fetcher, clock } = fetcherFor([site])
    const { remembered: known } = await fetcher.fetch(`${site.origin}/a`)
    clock.advance(3_600_000)
    expect(await fetcher.fetch(`${site.origin}/a`, { known })).toMatchObject({ is: 'still fresh', remembered: known })
    expect(site.pages()).toHaveLength(1)
    expect((await fetcher.fetch(`${site.origin}/a`, { known, evenIfFresh: true })).is).toBe('fetched')
    expect(site.pages()).toHaveLength(2)
    clock.advance(24 * 3_600_000)
    expect((await fetcher.fetch(`${site.origin}/a`, { known })).is).toBe('fetched')
    expect(site.pages()).toHaveLength(3)
  })

  test('behind a redirect the way is gone again, and the page asked for only if it changed', async () => {
    const site = await started({
      '/a': leadsTo('/b'),
      '/b': (request, response) => {
        response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { ...html, etag: '"1"' }).end()
      },
    })
    const { fetcher } = fetcherFor([site])
    const first = await fetcher.fetch(`${site.origin}/a`)
    const second = await fetcher.fetch(`${site.origin}/a`, { known: first.remembered })
    expect(second).toMatchObject({ is: 'not modified', finalUrl: `${site.origin}/b` })
    expect(second.redirects).toHaveLength(1)
  })

  test.each([[{ 'cache-control': 'no-store', etag: '"1"' }], [{}]])(
    'nothing, where the site wants none or gives nothing: %j',
    async (headers) => {
      const site = await started({ '/a': sends(200, { ...html, ...headers }, PAGE) })
      const { fetcher } = fetcherFor([site])
      expect((await fetcher.fetch(`${site.origin}/a`)).remembered).toBeNull()
    },
  )

  test('of another address is not used', async () => {
    const site = await started({ '/a': sends(200, { ...html, etag: '"1"' }, PAGE), '/b': PAGE })
    const { fetcher } = fetcherFor([site])
    const { remembered: known } = await fetcher.fetch(`${site.origin}/a`)
    expect((await fetcher.fetch(`${site.origin}/b`, { known })).is).toBe('fetched')
    expect(site.asked.at(-1)?.headers['if-none-match']).toBeUndefined()
  })
})

describe('a server that misbehaves', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const packed = (coding: string, body: Uint8Array): Behaviour =>
    sends(200, { ...html, 'content-encoding': coding }, body)

  test.each<readonly [string, Behaviour, FetchErrorKind, string]>([
    ['hangs', () => {}, 'timeout', 'no answer came within 1 s'],
    ['hangs after its headers', (_, response) => void response.writeHead(200, html).flushHeaders(), 'timeout', '1.5 s'],
    [
      'sends a byte now and then',
      (_, response) => {
        response.writeHead(200, html)
        const drip = setInterval(() => response.write('a'), 50)
        response.on('close', () => clearInterval(drip))
      },
      'timeout',
      '1.5 s',
    ],
    [
      'sends too much',
      sends(200, { ...html, 'content-length': '300000' }, 'a'.repeat(300_000)),
      'too-large',
      'it has 0.29 MiB',
    ],
    [
      'sends without end',
      (_, response) => {
        const more = (): void => {
          if (!response.destroyed && response.write('a'.repeat(60_000))) setImmediate(more)
          else response.once('drain', more)
        }
        response.writeHead(200, html)
        more()
      },
      'too-large',
      'it goes on after',
    ],
    ['sends a bomb', packed('gzip', bomb), 'too-large', 'swells'],
    ['sends a bomb of zstd', packed('zstd', zstdCompressSync(Buffer.alloc(50_000_000))), 'too-large', 'swells'],
    ['sends a bomb of brotli', packed('br', brotliCompressSync(Buffer.alloc(5_000_000))), 'too-large', 'swells'],
    ['sends a bomb in a bomb', packed('gzip, gzip', gzipSync(bomb)), 'too-large', 'swells'],
    ['packs over and over', packed('gzip, gzip, gzip', bomb), 'broken', '3 times'],
    ['says gzip and sends none', packed('gzip', Buffer.from(PAGE)), 'broken', 'not the gzip'],
    ['sends half a gzip', packed('gzip', gzipSync(PAGE).subarray(0, 40)), 'broken', 'breaks off'],
    ['sends a picture', sends(200, { 'content-type': 'image/png' }, 'x'), 'content-type', 'image/png'],
    [
      'sends a film without end',
      (_, response) => void response.writeHead(200, { 'content-type': 'video/mp4' }).flushHeaders(),
      'content-type',
      'video/mp4',
    ],
    ['has no such page', sends(404), 'status', 'no such page'],
    ['had such a page', sends(410), 'status', 'gone'],
    ['lets nobody in', sends(403), 'status', 'does not let'],
    ['wants a password', sends(401, { 'www-authenticate': 'Basic' }), 'status', 'password'],
    ['wants money', sends(402), 'paywall', 'paid'],
    ['may not', sends(451), 'status', 'legal'],
    ['answers strangely', sends(299), 'status', '299'],
    ['has nothing', sends(204), 'status', 'nothing in it'],
    ['says that nothing changed, unasked', sends(304), 'status', '304'],
  ])('%s', async (_, behaviour, kind, words) => {
    const site = await started({ '/a': behaviour, '/b': PAGE })
    const { fetcher } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error.kind).toBe(kind)
    expect(error.message).toContain(words)
    expect(error.message.startsWith(`${site.origin}/a: `)).toBe(true)
    // The failure is this address's alone.
    expect((await fetcher.fetch(`${site.origin}/b`)).status).toBe(200)
  })

  test.each<readonly [string, (socket: Socket) => void, FetchErrorKind]>([
    [
      'says it sends more than it does',
      (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'),
      'connection',
    ],
    [
      'breaks off within a chunk',
      (s) => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\nab'),
      'connection',
    ],
    ['says two lengths', (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na'), 'broken'],
    ['says a length that is no number', (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\na'), 'broken'],
    ['sends chunks of no size', (s) => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'), 'broken'],
    ['speaks another language', (s) => s.end('220 mail.example ESMTP\r\n'), 'broken'],
    ['says nothing and closes', (s) => s.end(), 'connection'],
    ['resets', (s) => s.resetAndDestroy(), 'connection'],
    [
      'sends headers without end',
      (s) => s.write(`HTTP/1.1 200 OK\r\n${'x-filler: aaaaaaaaaaaaaaaaaaaa\r\n'.repeat(4000)}`),
      'broken',
    ],
    ['sends one header without end', (s) => s.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`), 'broken'],
    [
      'promises an answer without end',
      (s) => {
        const drip = setInterval(() => s.write('HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n'), 20)
        s.on('close', () => clearInterval(drip))
      },
      'timeout',
    ],
  ])('%s', async (_, answer, kind) => {
    const site = await startedSocket(answer)
    const { fetcher } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error.kind).toBe(kind)
    expect(error.message).toMatch(/\. (?:[A-Z][^.]*\.|This is [^.]*\.)$|Try again later\.$/)
  })

  test('that sends more than it says is cut where it said', async () => {
    const site = await startedSocket((s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nshort and more'))
    const { fetcher } = fetcherFor([site])
    const outcome = await fetcher.fetch(`${site.origin}/a`).catch((error: unknown) => error)
    if (outcome instanceof FetchError) expect(outcome.kind).toMatch(/broken|connection/)
    else expect(outcome).toMatchObject({ status: 200 })
  })

  test('that is not there', async () => {
    const site = await startSite({})
    await site.close()
    const { fetcher } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`${site.origin}/a`))
    expect(error.message).toContain('nothing answers there')
  })

  test.each([
    ['ENOTFOUND', 'no such host'],
    ['EAI_AGAIN', 'name server'],
  ])('whose name leads nowhere: %s', async (code, words) => {
    const resolve = async () => {
      throw Object.assign(new Error(code), { code })
    }
    const { fetcher } = fetcherFor([], { resolve })
    const error = await failure(fetcher.fetch('http://no-such-paper.org/a'))
    expect(error.kind).toBe('host')
    expect(error.message).toBe(`http://no-such-paper.org/a: ${error.reason}`)
    expect(error.message).toContain(words)
  })

  test('whose certificate nobody signed, whatever the environment says', async () => {
    const site = await started({ '/a': PAGE }, selfSigned('127.0.0.1'))
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const { fetcher } = fetcherFor([site])
      const error = await failure(fetcher.fetch(`${site.origin}/a`))
      expect(error).toMatchObject({ kind: 'tls', outlook: 'later' })
      expect(error.message).toContain('vouches for itself')
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
    }
    expect(site.asked).toEqual([])
  })

  test('that speaks plainly where it should be encrypted', async () => {
    const site = await startedSocket((s) => s.end('HTTP/1.1 200 OK\r\n\r\n'))
    const { fetcher } = fetcherFor([site])
    const error = await failure(fetcher.fetch(`https://${site.host}/a`))
    expect(error.kind).toBe('tls')
  })
})

describe('what a page says of its use', () => {
  test('is told with where it was said', async () => {
    const site = await started({
      '/.well-known/tdmrep.json': sends(200, {}, '[{"location":"/a*","tdm-reservation":1,"tdm-policy":"/terms"}]'),
      '/a': sends(
        200,
        { ...html, 'tdm-reservation': '0', 'x-robots-tag': ['otherbot: noindex, nofollow', 'noarchive'] },
        '<!doctype html><html><head><meta name="tdm-reservation" content="1"><meta name="robots" content="NOSNIPPET"></head></html>',
      ),
    })
    const { fetcher } = fetcherFor([site])
    const { rights } = await fetcher.fetch(`${site.origin}/a`)
    expect(rights).toEqual({
      mining: [
        { from: 'file', reserved: true, policy: `${site.origin}/terms` },
        { from: 'header', reserved: false, policy: null },
        { from: 'meta', reserved: true, policy: null },
      ],
      directives: ['noarchive', 'nosnippet'],
    })
  })

  test.each<readonly [string, Behaviour]>([
    ['is broken', sends(200, {}, '{')],
    ['hangs', () => {}],
    ['fails', sends(500)],
    ['leads into a private network', leadsTo('http://10.0.0.1/')],
  ])('is nothing where the file for it %s', async (_, file) => {
    const site = await started({ '/.well-known/tdmrep.json': file, '/a': PAGE })
    const { fetcher } = fetcherFor([site])
    expect((await fetcher.fetch(`${site.origin}/a`)).rights?.mining).toEqual([])
  })

  test('is not asked for where robots.txt forbids to', async () => {
    const site = await started({ '/robots.txt': 'User-agent: *\nDisallow: /.well-known/\n', '/a': PAGE })
    const { fetcher } = fetcherFor([site])
    await fetcher.fetch(`${site.origin}/a`)
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a'])
  })

  test('reaches the reader of the page as it came', async () => {
    const site = await started({ '/a': PAGE })
    const { fetcher } = fetcherFor([site])
    const { bytes, finalUrl: url, headers } = await fetcher.fetch(`${site.origin}/a`)
    expect(readPage(bytes, { url, headers }).text).toBe('The bridge opened.')
  })
})
