// Search over HTTP: the query stays in the address, is narrowed and widened by links, and tells what is wrong with it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { type Query, queryOf } from '../../src/ledger/search/query.ts'
import { searchClaims } from '../../src/ledger/search/search.ts'
import { searchAt } from '../../src/publish/addresses.ts'
import { composed, fieldsOf, narrowed, without } from '../../src/web/search/asked.ts'
import { examplesOf } from '../../src/web/search/examples.ts'
import { fieldsForm } from '../../src/web/search/form.ts'
import { SEARCH, termWords } from '../../src/web/words/search.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
}, 120_000)
afterAll(() => site.close())

const page = async (path: string, status = 200): Promise<string> => {
  const answer = await site.ask(path)
  expect([path, answer.status]).toEqual([path, status])
  return answer.text()
}

const read = (source: string): string =>
  source
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')

const part = (source: string, from: string, to: string): string => {
  const start = source.indexOf(from)
  return start === -1 ? '' : source.slice(start, source.indexOf(to, start))
}

const links = (source: string): { href: string; words: string }[] =>
  [...source.matchAll(/<a href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = '', words = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    words: read(words),
  }))

const count = async (query: string): Promise<number> => (await searchClaims(site.ledger, parseQuery(query))).found.count

test('before anything is asked there are examples that find something here', async () => {
  const source = await page('/search')
  const examples = links(part(source, 'class="examples"', '</section>'))
  expect(examples.length).toBeGreaterThanOrEqual(4)
  for (const { href, words } of examples) {
    expect(new URL(href, site.address).searchParams.get('q')).toBe(words)
    expect(await count(words)).toBeGreaterThan(0)
  }
  expect(examplesOf([]).map(({ query }) => queryOf(query))).toEqual(['kind:unnamed', 'drift:"hedge dropped"'])
})

test('claims are found with their words marked, and articles at the same query', async () => {
  const source = await page('/search?q=injured')
  expect(read(part(source, '<h1>', '</h1>'))).toBe(`${await count('injured')} claims`)
  expect(source).toMatch(/<mark>(?:injured|injur|injuries)<\/mark>/i)
  expect(source).toContain('The newest 200 first, and of them those that fit the words best')
  const articles = await page('/search?q=injured&show=articles')
  expect(articles).toContain('class="article-line"')
  expect(articles).not.toContain('class="claim-line"')
  expect(await page('/search?q=depot&show=articles')).toMatch(/<a href="\/article\/\d+">[^<]*<mark>Depot<\/mark>/i)
  expect(await page('/search?q=kind:unnamed')).toContain('Newest first: by the day of publication')
})

test('each condition is a term that a link takes out, and each value of the results a link that narrows', async () => {
  const source = await page(searchAt('injured -outlet:"F12 News"'))
  const terms = part(source, 'class="terms"', '</ul>')
  expect(read(terms)).toContain('not outlet: F12 News ×')
  expect(links(terms).map(({ href }) => href)).toEqual([searchAt('-outlet:"F12 News"'), searchAt('injured')])
  const narrow = part(source, 'class="narrow"', '</aside>')
  const facets = links(narrow)
  expect(facets.length).toBeGreaterThan(5)
  const all = await count('injured -outlet:"F12 News"')
  for (const { href } of facets) {
    const query = new URL(href, site.address).searchParams.get('q') ?? ''
    expect(query).toContain('injured')
    const found = await count(query)
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(all)
  }
})

test('pages go through all results by their cursor', async () => {
  const seen = new Set<string>()
  let path: string | undefined = '/search?q=kind:person'
  for (let pages = 0; path !== undefined && pages < 20; pages++) {
    const source: string = await page(path)
    for (const [, claim = ''] of source.matchAll(/<blockquote><a href="\/claim\/(\d+)"/g)) seen.add(claim)
    path = /<a href="([^"]+)" rel="next" data-key="\]"/.exec(source)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen.size).toBe(await count('kind:person'))
  const stale = await page('/search?q=other&after=AAAA', 400)
  expect(read(stale)).toContain('This page belongs to another search')
})

test('it is said how many there are, and that there are more where they are not counted', () => {
  expect(SEARCH.found(0, false, 'claims')).toBe('No claim')
  expect(SEARCH.found(1, false, 'articles')).toBe('1 article')
  expect(SEARCH.found(200, true, 'claims')).toBe('More than 200 claims')
})

test('what cannot be understood is shown where it stands, with what to write instead', async () => {
  const source = await page(searchAt('ferry speker:maren'), 400)
  expect(source).toContain('ferry <mark>speker:maren</mark>')
  expect(read(source)).toContain('There is no field speker.')
  expect(source).toContain('value="ferry speker:maren"')
})

test('where nothing is found it says why, and what may be meant', async () => {
  const none = await page(searchAt('speaker:marenn outlet:zeppelin'))
  expect(read(none)).toContain('No claim')
  expect(read(none)).toContain('Nothing has outlet:zeppelin')
  const all = await page(searchAt('type:direct -type:direct'))
  expect(read(all)).toContain('nothing has all of them')
})

test('the fields become one query in the address, and the query fills the fields', async () => {
  const answer = await site.ask(
    '/search?words=hurt&speaker=Ilse+Maren&low=10&high=&saidFrom=2031-05&saidTo=&drift=&unnamed=yes&show=articles',
  )
  expect(answer.status).toBe(303)
  const to = new URL(answer.headers.get('location') ?? '', site.address)
  expect(to.searchParams.get('show')).toBe('articles')
  const query = parseQuery(to.searchParams.get('q') ?? '')
  expect(queryOf(query)).toBe('hurt speaker:"Ilse Maren" figure:>=10 said:2031-05-01.. kind:unnamed')
  expect(fieldsOf(query)).toEqual({
    words: 'hurt',
    speaker: 'Ilse Maren',
    low: '10',
    high: '',
    saidFrom: '2031-05-01',
    saidTo: '',
    unnamed: 'yes',
  })
  expect((await site.ask('/search?words=&speaker=')).status).toBe(200)
})

test('names are offered to who types, as conditions', async () => {
  const { names } = (await (await site.ask('/search/names?type=speaker&q=mar')).json()) as { names: object[] }
  expect(names[0]).toMatchObject({ field: 'speaker', name: 'Ilse Maren', query: 'speaker:"Ilse Maren"' })
  expect(await (await site.ask('/search/names?q=')).json()).toEqual({ names: [] })
  expect((await site.ask('/search/names?type=password&q=a')).status).toBe(400)
})

test('robots are kept out of it', async () => {
  expect(await page('/robots.txt')).toContain('Disallow: /search\n')
})

test('hostile and endless queries are answered with a page', async () => {
  for (const text of [
    '"><script>alert(1)</script>',
    'a'.repeat(1000),
    'a'.repeat(6000),
    'x '.repeat(400),
    '\ud800 \u202e \u0000 speaker:"\ud800"',
    'speaker:',
    'claim:99999999999999',
    'figure:1e999..-5',
    "' or 1=1 --",
    'said:2025-02-30',
    '(((((((',
    'NEAR(a b) AND NOT * ^',
  ]) {
    const answer = await site.ask(searchAt(text))
    expect([200, 400]).toContain(answer.status)
    const source = await answer.text()
    expect(source).not.toContain('<script>alert')
    expect(source).toContain('id="query"')
  }
  const answer = await site.ask(`/search?${new URLSearchParams({ words: '" speaker:', speaker: '"""', low: 'x' })}`)
  expect(answer.status).toBe(303)
  expect((await site.ask(answer.headers.get('location') ?? '')).status).toBe(400)
})

// Queries as people may have them, by any way of writing them.
const word = fc.stringMatching(/^[a-zé]{3,8}$/)
const item = fc.oneof(
  word,
  fc
    .tuple(fc.constantFrom('speaker', 'outlet', 'place', 'of', 'measure', '-speaker', '-measure'), word)
    .map(([field, name]) => `${field}:"${name} ${name}"`),
  fc.tuple(fc.nat(5000), fc.nat(5000)).map(([low, more]) => `figure:${low}..${low + more}`),
  fc.constantFrom('kind:unnamed', '-kind:unnamed', 'said:2025-01', 'published:2024..2025', 'figure:>3', 'emer*'),
)
const queries = fc.array(item, { minLength: 1, maxLength: 6 }).map((items): Query => parseQuery(items.join(' ')))

test('whatever a form holds of a query, sent again it asks for the same', () => {
  const asks = (query: Query): string[] => query.conditions.map((one) => queryOf({ conditions: [one] })).sort()
  fc.assert(
    fc.property(queries, (query) => {
      expect(asks(parseQuery(composed(fieldsOf(query))))).toEqual(asks(query))
    }),
  )
})

test('a query narrowed and widened again is the same, and all its conditions have words', () => {
  fc.assert(
    fc.property(queries, word, (query, name) => {
      const more = narrowed(query, 'outlet', `${name} ${name}`)
      if (more !== null) {
        const parsed = parseQuery(more)
        expect(without(parsed, parsed.conditions.length - 1)).toBe(queryOf(query))
      }
      for (const condition of query.conditions) expect(termWords(condition).value).not.toBe('')
    }),
  )
})

test('a hostile value of a field is text in the form', () => {
  const { source } = fieldsForm({ speaker: '"><img src=x>' }, [{ field: 'speaker', name: '"<b>', claims: 1 }], {
    show: 'claims',
    isOpen: true,
  })
  expect(source).not.toMatch(/<img|<b>/)
})
