// Gathering through the command line, against a small news site on loopback that misbehaves: what is watched, what
// changed, and what is said of what cannot be had.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLedger } from '../src/ledger/open.ts'
import { hearsay, startHearsay } from './ledger/killing.ts'
import { type Site, startSite } from './site.ts'

const SLOW = 120_000
const RULES = ['--engine', 'rules']

let headline = 'Up to forty people hurt, police say'
const page = (): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="Harbour Post"></head>
<body><article><h1>${headline}</h1><p>Several people were hurt when the bridge fell, the police chief Anna Berg said on Monday.</p>
<p>The bridge had been closed for repairs since March, the harbour authority said in a statement on Tuesday.</p></article></body></html>`
const feed = (): string =>
  `<rss version="2.0"><channel><title>Harbour Post</title><item><title>The bridge</title><link>${site.origin}/news/bridge</link></item></channel></rss>`

let folder = ''
let site: Site
const kept = { hosts: process.env.HEARSAY_HOSTS, contact: process.env.HEARSAY_CONTACT }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-gather-'))
  site = await startSite({
    '/feed.xml': (_, response) => response.setHeader('content-type', 'text/html').end(feed()),
    '/news/bridge': (_, response) => response.setHeader('content-type', 'text/html').end(page()),
    '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
    '/inside': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    '/empty.xml': '',
    '/nothing': '<html><body><h1>Nothing</h1><p>There is no link on this page.</p></body></html>',
  })
  process.env.HEARSAY_HOSTS = site.host
  process.env.HEARSAY_CONTACT = 'https://desk.example/hearsay'
})
afterAll(async () => {
  for (const [name, value] of [
    ['HEARSAY_HOSTS', kept.hosts],
    ['HEARSAY_CONTACT', kept.contact],
  ] as const)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

/** As if an hour had gone by: what is watched and what may change is due. */
async function anHourLater(where: string): Promise<void> {
  const ledger = await openLedger(where)
  const dueAt = '2025-01-06T10:00:00.000Z'
  await ledger.db.updateTable('watch').set({ dueAt }).execute()
  await ledger.db.updateTable('visit').set({ dueAt }).where('dueAt', 'is not', null).execute()
  await ledger.close()
}

const lines = (said: string): string => said.replaceAll(/\s+/g, ' ')

test(
  'a feed is watched, an article on it changes, and the changed claim is told in words',
  async () => {
    const where = join(folder, 'news.ledger')
    const watched = await hearsay(where, ['watch', `${site.origin}/feed.xml`])
    expect([watched.code, watched.said]).toEqual([0, expect.stringContaining('1 watched now')])
    const first = await hearsay(where, ['run', '--once', ...RULES])
    expect(first.code).toBe(0)
    expect(first.said).toContain('new: Up to forty people hurt, police say')
    expect(first.said).toContain('2 job(s) done, 0 put off, 0 failed')
    const early = await hearsay(where, ['run', '--once', ...RULES])
    expect(early.said).toMatch(/Nothing was due\.\nNext: \d{4}-\d\d-\d\d \d\d:\d\d UTC\./)

    headline = 'Forty people hurt, police say'
    await anHourLater(where)
    const second = await hearsay(where, ['run', '--once', ...RULES])
    const told = /hedge dropped: the headline's "Up to" is in our capture of \d+ \w+ \d{4} [\d:]+ UTC, not in that of/
    expect(lines(second.said)).toMatch(told)
    const list = await hearsay(where, ['changes'])
    expect(list.said).toMatch(/^1 {2}Forty people hurt, police say \(Harbour Post; 2 versions/m)
    const changes = await hearsay(where, ['changes', `${site.origin}/news/bridge`])
    expect([changes.code, lines(changes.said)]).toEqual([0, expect.stringMatching(told)])
    expect(changes.said).toContain('headline: [-Up to -]Forty people hurt, police say')
    expect((await hearsay(where, ['verify'])).said).toContain('Nothing was altered or lost')
    // By one honest name, with whom to write to.
    expect(site.asked.every(({ headers }) => headers['user-agent']?.includes('desk.example/hearsay'))).toBe(true)
  },
  SLOW,
)

test(
  'what cannot be watched says why, and what can is watched all the same',
  async () => {
    const where = join(folder, 'trouble.ledger')
    const opml = join(folder, 'feeds.opml')
    await writeFile(
      opml,
      `<opml version="2.0"><body><outline text="News"><outline text="Local"><outline text="Harbour" xmlUrl="${site.origin}/feed.xml"/></outline></outline></body></opml>`,
    )
    const paths = ['/gone.xml', '/loop', '/inside', '/empty.xml', '/nothing']
    const watched = await hearsay(where, ['watch', '--opml', opml, ...paths.map((path) => `${site.origin}${path}`)])
    expect(watched.said).toContain('6 watched now')
    const { code, said } = await hearsay(where, ['run', '--once', ...RULES])
    expect(code).toBe(1)
    expect(said).toMatch(/\/gone\.xml: the answer was 404/)
    expect(said).toMatch(/\/loop: its redirects lead in a circle/)
    expect(said).toMatch(/\/inside: it leads on to http:\/\/169\.254\.169\.254.*no address of the open internet/)
    expect(said).toMatch(/\/empty\.xml: The address gives nothing/)
    expect(said).toMatch(/\/nothing: No link on the page looks like an article's/)
    expect(said).toMatch(/^new: /m)
    expect(said).toContain('5 watched address(es) could not be read, or not all of it')
    const list = await hearsay(where, ['watch', '--list'])
    expect(list.said).toMatch(/Harbour Post; feed; looked at/)
    expect(list.said.match(/^ {2}! /gm)).toHaveLength(5)
    const feedAdded = await hearsay(where, ['add', `${site.origin}/feed.xml`, ...RULES])
    expect([feedAdded.code, feedAdded.said]).toEqual([1, expect.stringContaining('this is a feed')])
  },
  SLOW,
)

test(
  'ends with 1 wherever something was left undone, however often it is told the same',
  async () => {
    const where = join(folder, 'undone.ledger')
    expect((await hearsay(where, ['add', '--later', `${site.origin}/gone`])).code).toBe(0)
    expect(await hearsay(where, ['run', '--once', ...RULES])).toMatchObject({
      code: 1,
      said: expect.stringContaining('1 failed'),
    })
    expect((await hearsay(where, ['run', '--once', ...RULES])).code).toBe(0)
    const file = join(folder, 'undone.jsonl')
    await writeFile(file, `${JSON.stringify({ id: 'a', html: page() })}\nno page\n`)
    for (const said of ['all of it is in: 1 page(s)', 'it is all in already: 1 page(s)'])
      expect(await hearsay(where, ['ingest', file, ...RULES])).toEqual({
        code: 1,
        said: expect.stringContaining(said),
      })
    const many = join(folder, 'many.jsonl')
    await writeFile(many, `${JSON.stringify({ id: 'a', html: page() })}\n`.repeat(5_000))
    const stopped = startHearsay(where, ['ingest', many, file, ...RULES])
    await stopped.opened
    stopped.kill('SIGTERM')
    expect(await stopped.ended).toEqual({ code: 1, said: expect.stringContaining('stopped') })
  },
  SLOW,
)

test(
  'says what is no ledger, and makes none to look into',
  async () => {
    const missing = join(folder, 'none.ledger')
    for (const words of [['watch', '--list'], ['jobs'], ['changes'], ['work', '--once']])
      expect(await hearsay(missing, words), words.join(' ')).toEqual({
        code: 1,
        said: expect.stringContaining('there is no such ledger'),
      })
    expect((await hearsay(folder, ['jobs'])).said).toContain('this is a folder')
    expect((await hearsay('mysql://desk@db/news', ['jobs'])).said).toContain('this is no ledger')
  },
  SLOW,
)
