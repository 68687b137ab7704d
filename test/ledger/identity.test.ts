import { expect, test } from 'vitest'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { arrive, html } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const CRANE = `A crane fell onto the northern quay on Monday morning and hurt 12 people, the harbour authority said.
"We are looking into how this happened," said its director, Maria Holt, at a press conference in the town hall.
Police have closed the road to the port and asked residents to stay away from it until the evening.`
const FERRY = `The ferry company will run two boats fewer this winter, its chairman told the regional council on Friday.
"Repairs take longer than we had planned," said the chairman, Otto Brandt, who has led the company since May.
Commuters from the islands said that they had not been asked before the timetable was printed.`
const OUTAGE =
  'Our site is being worked on at the moment. Please come back in a few minutes. We are sorry for the trouble.'
const CONSENT = `We and our partners keep cookies on your device to show you what you like to read.
${'You may say no to each of them, or to all, and change your mind whenever you want to. '.repeat(8)}`

const at = (hour: number): string => `2025-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`
const post = 'https://post.example'

onEachDatabase(({ fresh }) => {
  const withLedger = async (work: (ledger: Ledger) => Promise<void>): Promise<void> => {
    const ledger = await openLedger(await fresh())
    await work(ledger)
    await ledger.close()
  }
  const articleOf = async (ledger: Ledger, key: string): Promise<number | undefined> =>
    (await ledger.db.selectFrom('address').select('articleId').where('key', '=', key).executeTakeFirst())?.articleId

  test.each([
    ['short', OUTAGE],
    ['long', CONSENT],
  ])('does not take addresses for one article that a site answers with one text, %s', (_, text) =>
    withLedger(async (ledger) => {
      const down = [
        await arrive(ledger, `${post}/crane`, html('Back soon', text), at(8)),
        await arrive(ledger, `${post}/ferry`, html('Back soon', text), at(8)),
      ]
      const up = [
        await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(9)),
        await arrive(ledger, `${post}/ferry`, html('Fewer ferries', FERRY), at(9)),
      ]
      expect(down[0]?.article).not.toBe(down[1]?.article)
      expect(up.map(({ article }) => article)).toEqual(down.map(({ article }) => article))
    }),
  )

  test('parts articles again that one page stood for while something was wrong', () =>
    withLedger(async (ledger) => {
      const instead = { finalUrl: `${post}/hello`, redirects: [{ url: `${post}/x`, status: 302 }] }
      const first = await arrive(ledger, `${post}/crane`, html('Hello', OUTAGE), at(8), instead)
      const second = await arrive(ledger, `${post}/ferry`, html('Hello', OUTAGE), at(9), instead)
      expect(second.article).toBe(first.article)
      const crane = await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(10))
      const ferry = await arrive(ledger, `${post}/ferry`, html('Fewer ferries', FERRY), at(10))
      const again = await arrive(ledger, `${post}/crane`, html('Port reopens', FERRY.toUpperCase()), at(11))
      expect(new Set([first.article, crane.article, ferry.article]).size).toBe(3)
      expect(again.article).toBe(crane.article)
      expect(await articleOf(ledger, 'post.example/crane')).toBe(crane.article)
      expect(await articleOf(ledger, 'post.example/hello')).toBe(first.article)
    }))

  test('does not believe an address that pages of different words call their own', () =>
    withLedger(async (ledger) => {
      const section = `<link rel="canonical" href="${post}/news">`
      const crane = await arrive(ledger, `${post}/news/crane`, html('Crane falls', CRANE, section), at(8))
      const ferry = await arrive(ledger, `${post}/news/ferry`, html('Fewer ferries', FERRY, section), at(9))
      expect(ferry.article).not.toBe(crane.article)
      const news = await arrive(ledger, `${post}/news`, html('All news', OUTAGE), at(10))
      expect([crane.article, ferry.article]).not.toContain(news.article)
      expect(await articleOf(ledger, 'post.example/news')).toBe(news.article)
    }))

  test('knows the mobile page by the address that it calls its own, changed words and all', () =>
    withLedger(async (ledger) => {
      const own = '<link rel="canonical" href="https://www.abc.com/crane">'
      const crane = await arrive(ledger, 'https://www.abc.com/crane', html('Crane falls', CRANE), at(8))
      const words = CRANE.replace('12 people', '15 people')
      const mobile = await arrive(ledger, 'https://m.abc.com/crane', html('Crane falls', words, own), at(9))
      expect(mobile).toMatchObject({ article: crane.article, isNewVersion: true })
      const other = '<link rel="canonical" href="https://writer.blogspot.com/crane">'
      const original = await arrive(ledger, 'https://writer.blogspot.com/crane', html('A crane', FERRY), at(8))
      const copy = await arrive(ledger, 'https://copier.blogspot.com/crane', html('A crane', FERRY, other), at(9))
      expect(copy.article).not.toBe(original.article)
    }))

  test('keeps an article at its own address however much of it is written anew', () =>
    withLedger(async (ledger) => {
      const crane = await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(8))
      const anew = await arrive(ledger, `${post}/crane`, html('Fewer ferries', FERRY), at(9))
      expect(anew).toMatchObject({ article: crane.article, isNewVersion: true, isChange: true })
    }))

  test('follows an article that moved to another address', () =>
    withLedger(async (ledger) => {
      const crane = await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(8))
      const moved = { finalUrl: `${post}/2025/crane`, redirects: [{ url: `${post}/crane`, status: 301 }] }
      const words = CRANE.replace('12 people', '15 people')
      const there = await arrive(ledger, `${post}/crane`, html('Crane fell', words), at(9), moved)
      expect(there.article).toBe(crane.article)
      const anew = await arrive(ledger, `${post}/2025/crane`, html('Crane fell', `${words} Rain.`), at(10))
      expect(anew.article).toBe(crane.article)
    }))

  test.each([
    [
      'door',
      html('Sign in', OUTAGE),
      { finalUrl: `${post}/login`, redirects: [{ url: `${post}/crane`, status: 302 }] },
    ],
    [
      'paywall',
      html(
        'Crane falls',
        CRANE.slice(0, CRANE.lastIndexOf('\n')),
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
      ),
      {},
    ],
    ['feed', html('Crane falls', 'A crane fell, the authority said. Read more.'), { how: 'feed' as const }],
  ])('keeps the full text in its place where only a part came later: %s', (kind, part, over) =>
    withLedger(async (ledger) => {
      const full = await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(8))
      const notes = kind === 'feed' ? [{ kind, message: 'These are the words of the feed.' }] : []
      const partial = await arrive(ledger, `${post}/crane`, part, at(9), { notes, ...over })
      expect(partial).toMatchObject({ article: full.article, isNewVersion: true, isCurrent: false, isChange: false })
      const counting = await ledger.db.selectFrom('claim').select('versionId').where('isCurrent', '=', 1).execute()
      expect(new Set(counting.map(({ versionId }) => versionId))).toEqual(new Set([full.version]))
      const standing = await ledger.db.selectFrom('storyMember').select('reading').execute()
      expect(standing).toEqual([{ reading: `r${full.reading}` }])
      const fuller = await arrive(ledger, `${post}/crane`, html('Crane falls', `${CRANE}\n${FERRY}`), at(10))
      expect(fuller).toMatchObject({ article: full.article, isCurrent: true, isChange: true })
    }),
  )

  test('counts a part where it is all that came, until the rest does', () =>
    withLedger(async (ledger) => {
      const notes = [{ kind: 'feed', message: 'These are the words of the feed.' }]
      const teaser = html('Crane falls', 'A crane fell, the authority said. Read more.')
      const part = await arrive(ledger, `${post}/crane`, teaser, at(9), { notes })
      expect(part.isCurrent).toBe(true)
      const full = await arrive(ledger, `${post}/crane`, html('Crane falls', CRANE), at(8))
      expect(full).toMatchObject({ article: part.article, isCurrent: true, isChange: true })
      const again = await arrive(ledger, `${post}/crane`, teaser, at(10))
      expect(again).toMatchObject({ version: part.version, isCurrent: true })
    }))
})
