// Speakers and outlets: counts with what they are counted of, and everything they said.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { queryOf } from '../../src/ledger/search/query.ts'
import { arrive, html } from '../ledger/arriving.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite

beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

async function page(path: string, status = 200): Promise<string> {
  const answer = await site.ask(path)
  expect(answer.status).toBe(status)
  return answer.text()
}

/** What is read: without markup. */
const read = (source: string): string =>
  source
    .replace(/<(?:dt|dd|p|li|h3|h2|span)[ >]/g, ' $&')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('a speaker', () => {
  test('is told by counts, each with what it is counted of', async () => {
    const shown = read(await page('/speaker/person%3Amaren%3AilsE'))
    expect(shown).toContain('Speaker Ilse Maren')
    expect(shown).toMatch(/\d+ claims in \d+ articles of \d+ outlets, published .*2031/)
    const [, own, of] = /their own word (\d+) of (\d+)/.exec(shown) ?? []
    const [, relayed, same] = /pass on what another says (\d+) of (\d+)/.exec(shown) ?? []
    expect(Number(own) + Number(relayed)).toBe(Number(of))
    expect(same).toBe(of)
    expect(shown).toMatch(/Who carries it .*Callow Gazette \d+ of \d+/)
    expect(shown).toMatch(/As articles print the name Ilse Maren \d+ of \d+/)
    expect(shown).not.toMatch(/score|rank|reliab|trust/i)
  })

  test('has their own figures over time as a chart and a table, leading to the claims', async () => {
    const shown = await page('/speaker/person%3Amaren%3AilsE')
    const figures = shown.slice(shown.indexOf('id="figures"'), shown.indexOf('id="claims"'))
    expect(figures).toContain('<h3 data-stop>Wounded: Varnholt workers</h3>')
    expect(figures).toContain('<desc>Ilse Maren: Up to 40 (12 May 2031), then 34 (14 May 2031).</desc>')
    expect(figures).toMatch(/<a href="\/claim\/\d+"/)
    expect(figures).toMatch(/<table class="stack own-figures">/)
    expect(figures).not.toMatch(/ style="/)
  })

  test('has claims newest first, a page at a time', async () => {
    const folder = 'https://post.example'
    for (let day = 10; day < 32; day++)
      await arrive(
        site.ledger,
        `${folder}/${day}`,
        html(
          `Tide report ${day}`,
          `The tide took ${day} boats at Skerrow, harbour master Lena Vick said on day ${day}.`,
        ),
        `2031-08-${day}T10:00:00.000Z`,
      )
    const { speakerKey } = await site.ledger.db
      .selectFrom('claim')
      .select('speakerKey')
      .where('speaker', '=', 'Lena Vick')
      .executeTakeFirstOrThrow()
    const seen: string[] = []
    let path: string | undefined = `/speaker/${encodeURIComponent(speakerKey as string)}`
    for (let pages = 0; path !== undefined && pages < 5; pages++) {
      const shown = await page(path)
      seen.push(...[...shown.matchAll(/<blockquote><a href="\/claim\/(\d+)"/g)].map(([, id]) => id as string))
      path = /href="([^"]+)" rel="next"/.exec(shown)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(22)
    expect(new Set(seen).size).toBe(22)
    expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((one, other) => other - one))
  })

  test('is led on from into the search, by queries written as the search writes them', async () => {
    const shown = await page('/speaker/person%3Amaren%3AilsE')
    const queries = [...shown.matchAll(/href="\/search\?([^"]+)"/g)].map(
      ([, query]) => new URLSearchParams((query as string).replaceAll('&amp;', '&')).get('q') as string,
    )
    expect(queries).toContain('speaker:"Ilse Maren"')
    expect(queries).toContain('speaker:"Ilse Maren" type:direct')
    for (const query of queries) expect(queryOf(parseQuery(query))).toBe(query)
  })
})

describe('an outlet', () => {
  test('is told by whose word it prints, its own voice with its denominator', async () => {
    const shown = read(await page('/outlet/The%20Harbour%20Courier'))
    expect(shown).toContain('Outlet The Harbour Courier')
    expect(shown).toMatch(/in its own voice \d+ of \d+/)
    expect(shown).toMatch(/relay others: \d+ print the copy of AP.* \d+ of \d+/)
    expect(shown).toMatch(/Whose word it prints .*Yusuf Latuconsina \d+ of \d+/)
  })

  test('counts obey corrections', async () => {
    const path = '/outlet/Coast%20Radio'
    const before = /class="extent">(\d+) claims?/.exec(await page(path))?.[1]
    const { id } = await site.ledger.db
      .selectFrom('claim')
      .innerJoin('article', 'article.id', 'claim.articleId')
      .select('claim.id')
      .where('article.outlet', '=', 'Coast Radio')
      .where('isCurrent', '=', 1)
      .executeTakeFirstOrThrow()
    const saying = { by: 'Ada Quill', why: 'an advertisement', at: '2031-09-01T10:00:00.000Z' }
    await correct(site.ledger, id, { field: 'hidden', hidden: true }, saying)
    const after = /class="extent">(\d+) claims?/.exec(await page(path))?.[1]
    expect(Number(after)).toBe(Number(before) - 1)
  })
})

test('a source without a name is told so', async () => {
  const shown = read(await page(`/unnamed/${encodeURIComponent('unstated source (unnamed)')}`))
  expect(shown).toContain('Source without a name')
  expect(shown).toContain('several people may stand behind them')
})

test.each([
  '/speaker/person%3Anobody%3An-b-dA',
  '/outlet/No%20Such%20Post',
  '/outlet/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/speaker/%22%22%22',
  '/speaker/a%00b',
  '/outlet/%E0%A4%A',
  `/outlet/${'x'.repeat(4000)}`,
  '/unnamed/%EF%BF%BE',
])('there is no %s, and a search for it is offered', async (path) => {
  const shown = await page(path, 404)
  expect(read(shown)).toMatch(/No claim of this (?:speaker|outlet|source)/)
  expect(shown).toMatch(/href="\/search\?q=/)
  expect(shown).not.toContain('<script>alert')
})
