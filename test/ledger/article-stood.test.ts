import { expect, test } from 'vitest'
import { articlesListed } from '../../src/ledger/article-list.ts'
import { articleStood } from '../../src/ledger/article-stood.ts'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { arrive, html } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const url = 'https://post.example/crane'
const text = (count: string): string =>
  `The harbour authority said on Monday that ${count} people were injured when a crane fell onto the northern quay.
The mayor, Ada Quill, said the quay would stay closed until Thursday.`
const at = (hour: number): string => `2031-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`

onEachDatabase(({ fresh }) => {
  test('tells an article in its last version or an earlier one, with numbered claims, captures and addresses', async () => {
    const ledger = await openLedger(await fresh())
    const { article } = await arrive(ledger, url, html('12 injured by crane', text('12')), at(10))
    await arrive(ledger, url, html('12 injured by crane', text('12')), at(11))
    await arrive(ledger, url, html('15 injured by crane', text('15')), at(12))
    const stood = await articleStood(ledger, article)
    expect(stood).toMatchObject({
      isCurrent: true,
      version: { number: 2, headline: '15 injured by crane' },
      captureCount: 1,
      captures: [{ url, status: 200, how: 'fetched', capturedAt: at(12) }],
      versions: [{ number: 1, firstSeen: at(10), lastSeen: at(11) }, { number: 2 }],
      before: { number: 1 },
      hidden: 0,
      reading: { engine: 'rules' },
      stories: [{ size: 1 }],
    })
    expect(stood?.addresses).toContain(url)
    const claims = await ledger.db.selectFrom('claim').select(['id', 'content']).where('isCurrent', '=', 1).execute()
    const contents = new Map(claims.map(({ id, content }) => [id, content]))
    expect(stood?.claims.length).toBeGreaterThan(1)
    for (const { number, claim, reports } of stood?.claims ?? []) {
      expect(contents.get(number)).toBe(claim.content.text)
      expect(reports).toBeLessThanOrEqual(1)
    }
    expect(await articleStood(ledger, article, 1)).toMatchObject({
      isCurrent: false,
      captureCount: 2,
      before: null,
      article: { headline: '12 injured by crane' },
    })
    expect(await articleStood(ledger, article, 3)).toBeNull()
    expect(await articleStood(ledger, article + 100)).toBeNull()
    await ledger.close()
  })

  test('claims are as people corrected them, and hidden ones are counted only', async () => {
    const ledger = await openLedger(await fresh())
    const { article } = await arrive(ledger, url, html('A crane fell', text('12')), at(10))
    const before = await articleStood(ledger, article)
    const [first, second] = before?.claims ?? []
    const saying = { by: 'Ada', why: 'as printed', at: at(13) }
    await correct(ledger, first?.number ?? 0, { field: 'place', name: 'Northern quay' }, saying)
    await correct(ledger, second?.number ?? 0, { field: 'hidden', hidden: true }, saying)
    const after = await articleStood(ledger, article)
    expect(after?.claims.map(({ number }) => number)).not.toContain(second?.number)
    expect(after?.claims[0]).toMatchObject({ isCorrected: true, claim: { place: { name: 'Northern quay' } } })
    expect(after?.hidden).toBe(1)
    await ledger.close()
  })

  test('a source of a chain that has a page of its own is found there', async () => {
    const ledger = await openLedger(await fresh())
    const said = (credit: string) =>
      `Up to 40 workers were injured in the mill fire, mayor Ada Quill said on Monday.
The road to the mill stays closed, and schools in the valley are shut until Wednesday.${credit}`
    const page = (outlet: string, words: string) =>
      html('Up to 40 hurt in mill fire', words).replace('Harbour Post', outlet)
    await arrive(ledger, 'https://wire.example/mill', page('Reuters', said('')), at(10))
    const { article } = await arrive(
      ledger,
      'https://post.example/mill',
      page('Harbour Post', said(' (Reuters)')),
      at(11),
    )
    const stood = await articleStood(ledger, article)
    const found = stood?.claims.find(({ claim }) => claim.chain.some(({ name }) => name === 'Reuters'))
    const rung = found?.claim.chain.findIndex(({ name }) => name === 'Reuters') ?? -1
    expect(rung).toBeGreaterThan(0)
    const theirs = await ledger.db
      .selectFrom('claim')
      .innerJoin('version', 'version.id', 'claim.versionId')
      .select('version.outlet')
      .where('claim.id', '=', found?.pages[rung] ?? 0)
      .executeTakeFirst()
    expect(theirs?.outlet).toBe('Reuters')
    expect([found?.reports, found?.pages[0]]).toEqual([2, null])
    await ledger.close()
  })

  test('lists articles by the day of publication, page by page', async () => {
    const ledger = await openLedger(await fresh())
    const published = (day: string) => `<meta property="article:published_time" content="2031-01-${day}T08:00:00Z">`
    for (const day of ['03', '05', '04'])
      await arrive(ledger, `https://post.example/${day}`, html(`Day ${day}`, text(day), published(day)), at(10))
    const first = await articlesListed(ledger, { limit: 2 })
    expect(first.articles.map(({ headline, versions }) => [headline, versions])).toEqual([
      ['Day 05', 1],
      ['Day 04', 1],
    ])
    expect(first.articles[0]?.claims).toBeGreaterThan(0)
    const rest = await articlesListed(ledger, { before: first.next, limit: 2 })
    expect(rest.articles.map(({ headline }) => headline)).toEqual(['Day 03'])
    expect(rest.next).toBeNull()
    await ledger.close()
  })
})
