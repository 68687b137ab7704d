import { afterEach, expect, test } from 'vitest'
import { type Fetcher, openFetcher } from '../../src/gather/fetch/fetcher.ts'
import { lineArrival } from '../../src/gather/ingest/line.ts'
import { gatherPage } from '../../src/gather/page.ts'
import { ephemeralSiteFiles } from '../../src/gather/robots/site-files.ts'
import { enterPages } from '../../src/ledger/entry.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { fakeClock } from '../clock.ts'
import { type Site, startSite } from '../site.ts'
import { html, inlineReader } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

const CRANE = html(
  'Crane falls',
  `The harbour authority said on Monday that 12 people were injured when a crane fell onto the northern quay.
Police have closed the road to the port and asked residents to stay away from it until the evening.`,
)
const FRONT = html(
  'Harbour Post',
  `The regional council has met three times this week and has not agreed on a budget, its chairman said.
Ferries will run as they did last winter, the company said, and the islands will have a boat every morning.`,
)

onEachDatabase(({ fresh }) => {
  let site: Site
  let ledger: Ledger
  let fetcher: Fetcher
  afterEach(async () => {
    await fetcher.close()
    await ledger.close()
    await site.close()
  })
  const lastSeen = async (article: number | null) =>
    (
      await ledger.db
        .selectFrom('article')
        .select('lastSeen')
        .where('id', '=', article ?? 0)
        .executeTakeFirst()
    )?.lastSeen.slice(0, 16)
  const opened = async (paths: Parameters<typeof startSite>[0]) => {
    site = await startSite(paths)
    ledger = await openLedger(await fresh())
    const clock = fakeClock()
    fetcher = openFetcher({
      settings: { hosts: [site.host], gapMs: 1, retries: 0 },
      files: ephemeralSiteFiles(),
      clock,
    })
    return { clock, gathering: { ledger, fetcher, reader: inlineReader } }
  }

  test('takes no page for seen that was not asked for, and asks where a person waits', async () => {
    const { clock, gathering } = await opened({
      '/crane': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=7200', etag: '"1"' })
          .end(CRANE),
    })
    const url = `${site.origin}/crane`
    const first = await gatherPage(gathering, url)
    const article = first.is === 'entered' ? first.entered.article : null
    clock.advance(3_600_000)
    expect(await gatherPage(gathering, url, { again: true, unlessFresh: true })).toEqual({ is: 'unchanged', article })
    expect([site.pages().length, await lastSeen(article)]).toEqual([1, '2026-03-02T08:00'])
    const { askedAt } = await ledger.db.selectFrom('visit').select('askedAt').executeTakeFirstOrThrow()
    expect(askedAt?.slice(0, 16)).toBe('2026-03-02T08:00')
    await gatherPage(gathering, url)
    expect([site.pages().length, await lastSeen(article)]).toEqual([2, '2026-03-02T09:00'])
  })

  test('takes an article for seen where its own words stand, not where its address leads to another page', async () => {
    let isGone = false
    const { clock, gathering } = await opened({
      '/crane': (_, response) => {
        if (isGone) response.writeHead(302, { location: '/' }).end()
        else response.writeHead(200, { 'content-type': 'text/html' }).end(CRANE)
      },
      '/': (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"front"'
        response.writeHead(isKnown ? 304 : 200, { 'content-type': 'text/html', etag: '"front"' })
        response.end(isKnown ? '' : FRONT)
      },
    })
    const url = `${site.origin}/crane`
    const crane = await gatherPage(gathering, url)
    isGone = true
    clock.advance(3_600_000)
    const front = await gatherPage(gathering, url)
    clock.advance(3_600_000)
    const again = await gatherPage(gathering, url)
    const [gone, other] = [crane, front].map((one) => (one.is === 'entered' ? one.entered.article : null))
    expect(again).toEqual({ is: 'unchanged', article: other })
    expect(await lastSeen(gone ?? null)).toBe('2026-03-02T08:00')
    expect(await lastSeen(other ?? null)).toBe('2026-03-02T10:00')
  })
})

onEachDatabase(({ fresh }) => {
  test('keeps each Reading that is given of the same words, the last one counts', async () => {
    const ledger = await openLedger(await fresh())
    const text = 'Up to 12 people were injured, the mayor said.'
    const claim = { id: 'c1', type: 'indirect', content: { start: 0, end: 28, text: text.slice(0, 28) } }
    const given = (claims: readonly object[]) => {
      const reading = { id: 'r', article: { text, url: 'https://post.example/crane', headline: 'Crane' }, claims }
      const item = lineArrival(Buffer.from(JSON.stringify(reading)), '2025-01-05T09:00:00.000Z')
      if (item.is !== 'page') throw new Error(item.is)
      return enterPages(ledger, [item.page], ENTERED)
    }
    const [first] = await given([])
    const [second] = await given([claim])
    const [again] = await given([claim])
    expect([first?.claims.length, second?.claims.length]).toEqual([0, 1])
    expect(second).toMatchObject({ article: first?.article, version: first?.version, isNew: true })
    expect(again).toMatchObject({ reading: second?.reading, isNew: false, isNewCapture: false })
    const claims = await ledger.db.selectFrom('claim').select(['content', 'isCurrent']).execute()
    expect(claims).toEqual([{ content: text.slice(0, 28), isCurrent: 1 }])
    await ledger.close()
  })
})
