import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { enterPages, type Page } from '../../src/ledger/entry.ts'
import { type Article, NOTHING } from '../../src/page/article.ts'
import { headlineCheck } from '../../src/stories/drift/headline.ts'
import { arrive, html } from '../ledger/arriving.ts'
import { type ExampleSite, exampleSite } from './site.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

const TOKEN = 'a-token-of-the-tests'
let site: ExampleSite

beforeAll(async () => {
  site = await exampleSite({ tokens: [TOKEN], excerpt: 300 })
})
afterAll(() => site.close())

const editor = { headers: { authorization: `Bearer ${TOKEN}` } }

/** A page as an editor is shown it, or a reader. */
async function page(path: string, init: RequestInit = editor): Promise<string> {
  const answer = await site.ask(path, init)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** What is read: without markup. */
const read = (source: string): string =>
  source
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The number of an article of the examples, by words of its headline. */
async function numbered(words: string): Promise<number> {
  const { id } = await site.ledger.db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.versionId')
    .select('article.id')
    .where('headline', 'like', `%${words}%`)
    .executeTakeFirstOrThrow()
  return id
}

describe('an article', () => {
  test('shows what the headline dropped, struck where it belongs', async () => {
    const shown = await page(`/article/${await numbered('Zelensky: Russia has lost')}`)
    const check = shown.slice(shown.indexOf('class="levels"'), shown.indexOf('class="sheet"'))
    expect(check).toContain('<mark>up to</mark> a battalion')
    expect(check).toContain('Russia has lost <del>up to</del> a battalion of N. Korean soldiers in two days')
    expect(read(check)).toContain('hedge dropped up to left out')
  })

  test('marks the words of a claim, and has its card beside them', async () => {
    const shown = await page(`/article/${await numbered('Kestrel Motors')}`)
    expect(shown).toMatch(/<span class="m indirect l\d" data-claim="1" id="m1">/)
    const card = shown.slice(shown.indexOf('id="c1"'), shown.indexOf('id="c3"'))
    expect(read(card)).toContain(
      'Port Calder Business Day prints the copy of can be checked Reuters cites Kestrel Motors',
    )
    expect(read(card)).toContain('≤ 4,200 jobs')
    expect(read(card)).toContain('Why, confidence 0.')
    expect(card).toMatch(/href="https:\/\/[^"]+#:~:text=it%20would%20cut/)
    expect(card).toMatch(/href="\/claim\/\d+#fix"/)
  })

  test('has the words of the text and nothing else between them', async () => {
    const id = await numbered('Kestrel Motors')
    const shown = await page(`/article/${id}`)
    const passages = [...shown.matchAll(/<(p|blockquote|h3|li)[^>]*class="passage[^>]*>(.*?)<\/\1>/gs)].map(
      ([, , words]) => read(words ?? ''),
    )
    expect(passages).toContain(
      'DETROIT, March 4 (Reuters) - Kestrel Motors said on Tuesday it would cut up to 4,200 jobs, about 9% of its workforce, and close an engine line in Duvall, Ontario, by the end of 2026, as it struggles with slowing sales of electric pickups.',
    )
  })

  test('says what was left out and why, how it is known, and in which story it is', async () => {
    const id = await numbered('Chemical blaze injures')
    const shown = await page(`/article/${id}`)
    expect(shown).toMatch(/<code>[0-9a-f]{64}<\/code>/)
    expect(shown).toMatch(/href="\/story\/\d+">Depot fire in Port Callow [^<]+<\/a> <span class="meta">\d+ articles/)
    expect(read(shown)).toContain('the fire chief of Port Callow said left out')
    expect(read(await page(`/article/${await numbered('Kestrel Motors')}`))).toMatch(
      /\d+ runs of text of the page that are not the article .*promotion/,
    )
    expect(read(await page(`/article/${await numbered('Harbour authority paid')}`))).toContain(
      'Only a part of the page was there to read',
    )
  })

  test('an excerpt is what readers of a public site are shown', async () => {
    const path = `/article/${await numbered('Kestrel Motors')}`
    const shown = await page(path, {})
    expect(read(shown)).toMatch(/An excerpt: \d{3} of [\d,]+ characters/)
    expect(shown).not.toContain('voluntary departures')
    expect(shown).not.toContain('#fix')
    expect(read(shown)).toMatch(/\d+ claims further on in the text/)
    expect(await page(path)).toContain('voluntary departures')
  })

  test('what is not there is not there', async () => {
    for (const path of [
      '/article/999999',
      '/article/0',
      '/article/x',
      '/article/1e3',
      '/article/1/99',
      '/article/1/-1',
      '/article/1?part=2',
      '/article/1?part=x',
      '/articles?before=x',
      `/article/${'9'.repeat(400)}`,
    ]) {
      const answer = await site.ask(path, editor)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toContain('There is no such article')
    }
  })

  test('a corrected claim says so', async () => {
    const id = await numbered('Hospital counts at least 26')
    const { claim = 0 } = await site.ledger.db
      .selectFrom('claim')
      .select(({ fn }) => fn.min('id').as('claim'))
      .where('articleId', '=', id)
      .where('standsIn', '=', 'text')
      .where('isCurrent', '=', 1)
      .executeTakeFirstOrThrow()
    const speaker = { name: 'Oda Brink', kind: 'person', key: 'person:brink:oda' } as const
    await correct(
      site.ledger,
      Number(claim),
      { field: 'speaker', speaker },
      { by: 'Ada', why: 'named above', at: '2031-06-01T00:00:00.000Z' },
    )
    const shown = read(await page(`/article/${id}`))
    expect(shown).toContain('Oda Brink')
    expect(shown).toContain('corrected by a person')
  })
})

describe('the versions of an article', () => {
  const url = 'https://post.example/crane'
  const text = (count: string): string =>
    `The harbour authority said on Monday that ${count} people were injured when a crane fell onto the northern quay.
Police have closed the road to the port and asked residents to stay away from it until the evening.`

  test('each has its address, and what changed in claims', async () => {
    const { article } = await arrive(
      site.ledger,
      url,
      html('Up to 12 injured by crane', text('up to 12')),
      '2031-01-05T10:00:00.000Z',
    )
    await arrive(site.ledger, url, html('15 injured by crane', text('15')), '2031-01-05T12:00:00.000Z')
    const shown = await page(`/article/${article}`)
    expect(shown).toContain('<del>Up to 12</del> <ins>15</ins> injured by crane')
    expect(read(shown)).toContain('What changed from version 1')
    expect(shown).toMatch(/that <del>up to 12<\/del> <ins>15<\/ins> people were injured/)
    expect(shown).toContain(`href="/article/${article}/1" data-key="["`)
    const before = await page(`/article/${article}/1`)
    expect(read(before)).toContain('This is not the version that was seen last.')
    expect(read(before)).toContain('that up to 12 people were injured')
    expect(before).toContain(`<link rel="canonical" href="/article/${article}/1">`)
  })
})

/** A page of which everything is said here. */
function made(article: Partial<Article>, claims: readonly Claim[] = []): Page {
  const whole = { ...NOTHING, lang: 'en', ...article }
  return {
    bytes: new TextEncoder().encode(JSON.stringify(article).slice(0, 1000)),
    url: null,
    finalUrl: null,
    redirects: [],
    status: null,
    headers: {},
    capturedAt: '2031-02-01T00:00:00.000Z',
    how: 'pasted',
    notes: [],
    article: whole,
    addresses: [],
    reader: { engine: 'rules', edition: 'test' },
    found: { claims, headline: headlineCheck(whole, claims) },
  }
}

const statement = (id: string, start: number, end: number, text: string): Claim => ({
  id,
  in: 'text',
  type: 'direct',
  act: 'speech',
  source: null,
  cue: null,
  content: { start, end, text: text.slice(start, end), parts: [{ start, end }] },
  speaker: { name: 'Ilse Maren', kind: 'person', key: null },
  chain: [],
  hedges: [],
  figures: [],
  place: null,
  eventTime: null,
  saidTime: null,
  confidence: 0.9,
  why: 'said here',
})

describe('hostile and enormous pages', () => {
  test('markup, direction overrides, null bytes and half characters are words', async () => {
    const text = '"><script>alert(1)</script> \u202Eevil\u202C \0 \ud800 style="x" <svg onload=1>'
    const [entered] = await enterPages(
      site.ledger,
      [
        made(
          {
            text,
            headline: `<img src=x onerror=alert(1)>${'A'.repeat(1_000_000)}`,
            url: 'javascript:alert(1)',
            outlet: '"onclick="x',
            leftOut: [{ text: '<b>', reason: 'form' }],
          },
          [statement('c1', 0, 10, text)],
        ),
      ],
      ENTERED,
    )
    const shown = await page(`/article/${entered?.article}`)
    expect(shown).not.toMatch(/<script>|<svg|<img|onerror=a[^l]|href="javascript/)
    expect(shown).not.toContain('\u202e')
    expect(shown.length).toBeLessThan(60_000)
    expect(shown).toContain('&lt;script&gt;')
  })

  test('a million characters and two thousand claims are shown in parts', async () => {
    const sentence = 'The quay is closed, she said again. '
    const text = sentence.repeat(30_000)
    const claims = Array.from({ length: 2000 }, (_, i) =>
      statement(`c${i + 1}`, i * sentence.length, i * sentence.length + 18, text),
    )
    const [entered] = await enterPages(site.ledger, [made({ text, headline: 'The quay is closed' }, claims)], ENTERED)
    const path = `/article/${entered?.article}`
    const first = await page(path)
    expect(first.length).toBeLessThan(1_500_000)
    expect(read(first)).toMatch(/Part 1 of \d{2}/)
    expect(first).toContain(`href="${path}?part=2"`)
    expect(first).toContain('id="c1"')
    const second = await page(`${path}?part=2`)
    expect(second).toContain(`href="${path}"`)
    expect(second).not.toContain('id="c1"')
  })
})

test('the list of articles is newest first, and goes on where it ended', async () => {
  const shown = await page('/articles')
  expect(shown.indexOf('Fire chief now counts 34')).toBeLessThan(shown.indexOf('Zelensky: Russia has lost'))
  expect(shown.indexOf('Fire chief now counts 34')).toBeGreaterThan(0)
})
