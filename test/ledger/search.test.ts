// Search of a ledger: what is found, in what order, marked where, page by page; the same on both databases.
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { enterPages, type Page } from '../../src/ledger/entry.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { emptinessOf } from '../../src/ledger/search/empty.ts'
import { keysFound } from '../../src/ledger/search/found.ts'
import { keyOf } from '../../src/ledger/search/keys.ts'
import { matchOf } from '../../src/ledger/search/match.ts'
import { suggestNames } from '../../src/ledger/search/names.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { queryOf } from '../../src/ledger/search/query.ts'
import { searchArticles, searchClaims } from '../../src/ledger/search/search.ts'
import { putWords } from '../../src/ledger/sql/words.ts'
import { NOTHING } from '../../src/page/article.ts'
import { onEachDatabase } from './databases.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

// Entering hundreds of pages takes a server seconds.
vi.setConfig({ testTimeout: 60_000 })

interface Told {
  readonly says: string
  readonly speaker?: string
  readonly kind?: NonNullable<Claim['speaker']>['kind']
  readonly said?: string
  readonly happened?: readonly [string | null, string | null]
  readonly place?: string
  readonly type?: Claim['type']
  readonly through?: 'unnamed'
  readonly figures?: readonly Partial<Claim['figures'][number]>[]
}

/** A claim that says something. */
function claimOf(id: string, told: Told): Claim {
  const span = { start: 0, end: told.says.length }
  return {
    id,
    in: 'text',
    type: told.type ?? 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { ...span, text: told.says, parts: [span] },
    speaker:
      told.speaker === undefined
        ? null
        : { name: told.speaker, kind: told.kind ?? 'person', key: told.kind === 'unnamed' ? null : told.speaker },
    chain: told.through === undefined ? [] : [{ name: 'an official', kind: 'unnamed', link: 'unnamed', anchor: null }],
    hedges: [],
    figures: (told.figures ?? []).map((figure) => ({
      ...span,
      text: String(figure.low ?? figure.high ?? 'dozens'),
      low: null,
      high: null,
      approximate: false,
      qualifier: null,
      unit: null,
      measure: null,
      of: null,
      ...figure,
    })),
    place: told.place === undefined ? null : { ...span, text: told.place, name: told.place },
    eventTime:
      told.happened === undefined ? null : { text: '', start: told.happened[0], end: told.happened[1], anchor: span },
    saidTime: told.said === undefined ? null : { text: '', date: told.said, anchor: span },
    confidence: 0.9,
    why: '',
  }
}

let pages = 0

/** A page with claims. */
function pageOf(
  outlet: string,
  published: string | null,
  headline: string,
  claims: readonly Told[],
  more: { readonly lang?: string; readonly drift?: string; readonly url?: string } = {},
): Page {
  pages += 1
  const url = more.url ?? `https://news.example/${pages}`
  const found = claims.map((told, i) => claimOf(`c${i + 1}`, told))
  const quote = { start: 0, end: 1, text: '', in: 'text' as const, claim: 'c1' }
  const headlineCheck =
    more.drift === undefined
      ? null
      : {
          claim: 'c1',
          lost: [],
          changed: [],
          drift: [{ kind: more.drift as 'hedge dropped', from: quote, to: quote, lost: true, why: '' }],
        }
  return {
    bytes: new TextEncoder().encode(`${headline} ${pages}`),
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: {},
    capturedAt: '2025-02-01T00:00:00.000Z',
    how: 'fetched',
    notes: [],
    article: {
      ...NOTHING,
      headline,
      outlet,
      published,
      lang: more.lang ?? 'en',
      text: `${claims.map(({ says }) => says).join('\n\n')} ${pages}`,
    },
    addresses: [{ url, key: url }],
    reader: { engine: 'test', edition: '1' },
    found: { claims: found, headline: headlineCheck },
  }
}

const people = (low: number | null, high: number | null, measure: string, of: string | null = null) => ({
  low,
  high,
  measure,
  unit: 'people',
  of,
})

/** A small world of twelve claims, a letter each. */
const WORLD = (): Page[] => [
  pageOf(
    'The Bugle',
    '2025-01-05T10:00:00',
    'Bridge collapse leaves many dead',
    [
      {
        says: 'A: up to 300 workers were killed when the bridge collapsed',
        speaker: 'Volodymyr Zelensky',
        said: '2025-01-04',
        place: 'Kursk region, Russia',
        happened: ['2025-01-03', '2025-01-04'],
        figures: [people(null, 300, 'killed', 'workers')],
      },
      {
        says: 'B: the bridges were never inspected',
        speaker: 'Marta Díaz',
        said: '2025-01',
        type: 'direct',
      },
      {
        says: 'C: more than 3,000 soldiers and dozens of workers were wounded',
        speaker: 'US official (unnamed)',
        kind: 'unnamed',
        said: '2024-12-30',
        figures: [people(3000, null, 'wounded', 'North Korean soldiers'), people(null, null, 'wounded', 'workers')],
      },
    ],
    { drift: 'hedge dropped' },
  ),
  pageOf(
    'Le Courrier',
    '2025-01-06',
    'Ministre: « Tout va bien »',
    [
      { says: 'D: l’état d’urgence à Besançon a été levé', speaker: 'Élodie Faure', place: 'Besançon', type: 'direct' },
      { says: 'E: the state of emergency was lifted in the town', speaker: 'Élodie Faure', said: '2025-01-06' },
    ],
    { lang: 'fr' },
  ),
  pageOf('The Harbour Times', '2024-11-20', 'Port to lay off staff', [
    {
      says: 'F: the port will lay off 120 workers in March',
      speaker: 'Harbour Authority',
      kind: 'organisation',
      said: '2024',
      happened: ['2025-03-01', '2025-03-31'],
      figures: [people(120, 120, 'laid off', 'workers')],
    },
    {
      says: 'G: between 80 and 100 of them were killed; 12 were wounded',
      speaker: 'Kim Lee',
      figures: [people(80, 100, 'killed'), people(12, 12, 'wounded')],
      through: 'unnamed',
    },
    { says: 'H: emergency services say the state port is safe, safe, safe', speaker: 'Volodymyr Zelenskyy' },
  ]),
  pageOf('The Harbour Times', null, 'Undated notice', [
    {
      says: 'I: costs rose by 1.5 million dollars',
      figures: [{ low: 1_500_000, high: 1_500_000, measure: 'cost', unit: 'USD' }],
    },
    { says: 'J: the U.S. navy’s O’Brien sails; don’t wait', speaker: 'Lin Li', happened: [null, '2025-01-02'] },
    { says: 'K: 東京で会議が開かれた', place: 'Tokyo' },
    { says: 'L: working workers worked', speaker: 'Jan Łukasz' },
  ]),
]

/** Queries with the claims that they find, by letter. */
const BATTERY: readonly (readonly [query: string, found: string])[] = [
  ['bridge', 'AB'],
  ['BRIDGES', 'AB'],
  ['collapsing bridge', 'A'],
  ['"state of emergency"', 'E'],
  ['state emergency', 'EH'],
  ['emergency -lifted', 'H'],
  ['-workers -the', 'DGIK'],
  ['work', 'L'],
  ['worker', 'ACFL'],
  ['work*', 'ACFL'],
  ['worki*', 'L'],
  ['"were kill*"', 'AG'],
  ['etat', 'D'],
  ['état d’urgence', 'D'],
  ['besancon', 'D'],
  ['3000', 'C'],
  ['3,000', 'C'],
  ['1.5', 'I'],
  ['us navy', 'J'],
  ['obrien', 'J'],
  ["don't", 'J'],
  ['会議', 'K'],
  ['zelensky', 'A'],
  ['speaker:zelensky', 'AH'],
  ['speaker:"volodymyr zelenskyy"', 'AH'],
  ['speaker:zel*', 'AH'],
  ['speaker:lee', 'G'],
  ['speaker:li', 'J'],
  ['speaker:lukasz', 'L'],
  ['speaker:diaz bridges', 'B'],
  ['outlet:harbour', 'FGHIJKL'],
  ['outlet:"the bugle" -bridge', 'C'],
  ['place:kursk', 'A'],
  ['place:"region russia"', 'A'],
  ['measure:killed', 'AG'],
  ['measure:"laid off"', 'F'],
  ['unit:usd', 'I'],
  ['of:worker', 'ACF'],
  ['of:"korean soldiers"', 'C'],
  ['figure:>=100', 'ACFGI'],
  ['figure:>100', 'ACFI'],
  ['figure:100..300', 'AFG'],
  ['figure:90', 'AG'],
  ['figure:<=12', 'AG'],
  ['figure:12 measure:wounded', 'G'],
  ['figure:12 measure:killed', 'A'],
  ['figure:>=100 -figure:>=1000', 'AFG'],
  ['measure:wounded unit:people', 'CG'],
  ['said:2025-01-01..2025-01-05', 'AB'],
  ['said:2025-01-06', 'BE'],
  ['said:2024', 'CF'],
  ['said:>=2025', 'ABE'],
  ['said:..2024-12-31', 'CF'],
  ['-said:2025 speaker:"zelensky"', 'H'],
  ['published:2025-01', 'ABCDE'],
  ['published:2025-01-05..2025-01-05', 'ABC'],
  ['published:<2025', 'FGH'],
  ['-published:2025-01-05 workers', 'FL'],
  ['happened:2025-01-04', 'A'],
  ['happened:2025', 'AFJ'],
  ['happened:..2025-01-01', 'J'],
  ['-happened:2025 worker', 'CL'],
  ['kind:unnamed', 'CG'],
  ['kind:organisation', 'F'],
  ['type:direct', 'BD'],
  ['drift:"hedge dropped"', 'A'],
  ['lang:fr', 'DE'],
  ['lang:fr -type:direct', 'E'],
  ['claim:1', 'A'],
  ['claim:2 bridge', 'B'],
  ['bridge -claim:2', 'A'],
  ['claim:999', ''],
  ['article:2', 'DE'],
  ['-article:2 state', 'H'],
  ['tsunami', ''],
  ['"emergency of state"', ''],
  ['"zelensky a"', ''],
  ['"collapsed volodymyr"', ''],
]

onEachDatabase(({ fresh }) => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger(await fresh())
    await enterPages(ledger, WORLD(), ENTERED)
    return () => ledger.close()
  })

  const letters = async (query: string) => {
    const { hits } = await searchClaims(ledger, parseQuery(query))
    return hits
      .map(({ content }) => content.slice(0, 1))
      .sort()
      .join('')
  }

  test.each(BATTERY)('finds by %s', async (query, found) => {
    expect(await letters(query)).toBe(found)
    // As it is always written, it is the same query.
    expect(await letters(queryOf(parseQuery(query)))).toBe(found)
  })

  test('marks what was found, in UTF-16 units of what is shown', async () => {
    const { hits } = await searchClaims(ledger, parseQuery('worker "bridge collapsed" speaker:zelenskyy place:kursk'))
    const [hit] = hits
    const { content = '', speaker = '', place = '' } = { ...hit }
    const marked = (text: string | null | undefined, marks: readonly { start: number; end: number }[] = []) =>
      marks.map(({ start, end }) => text?.slice(start, end))
    expect(marked(content, hit?.marks.content)).toEqual(['workers', 'bridge collapsed'])
    expect(marked(speaker, hit?.marks.speaker)).toEqual(['Zelensky'])
    expect(marked(place, hit?.marks.place)).toEqual(['Kursk'])
  })

  test('puts first what says it more often in fewer words, then the newest', async () => {
    const order = async (query: string) => {
      const { hits } = await searchClaims(ledger, parseQuery(query))
      return hits.map(({ content }) => content.slice(0, 1)).join('')
    }
    expect(await order('safe')).toBe('H')
    expect(await order('worker')).toBe('LFAC')
    expect(await order('outlet:harbour measure:killed')).toBe('G')
    expect(await order('kind:unnamed')).toBe('CG')
  })

  test('finds articles in their headlines and in all their claims together', async () => {
    const headlines = async (query: string) => {
      const { hits } = await searchArticles(ledger, parseQuery(query))
      return hits.map(({ headline }) => headline)
    }
    expect(await headlines('bridge')).toEqual(['Bridge collapse leaves many dead'])
    expect(await headlines('speaker:zelensky measure:wounded')).toEqual([
      'Bridge collapse leaves many dead',
      'Port to lay off staff',
    ])
    expect(await headlines('"many dead"')).toEqual(['Bridge collapse leaves many dead'])
    expect(await headlines('"dead A"')).toEqual([])
    expect(await headlines('figure:3000..4000 published:2025')).toEqual(['Bridge collapse leaves many dead'])
    const { hits } = await searchArticles(ledger, parseQuery('staff'))
    expect(hits[0]).toMatchObject({ claims: 3, marks: { headline: [{ start: 16, end: 21 }] } })
  })

  test('offers names by any of their words, those of most claims first', async () => {
    expect(await suggestNames(ledger, 'speaker', 'zel')).toEqual([
      { field: 'speaker', name: 'Volodymyr Zelensky', claims: 1 },
      { field: 'speaker', name: 'Volodymyr Zelenskyy', claims: 1 },
    ])
    expect(await suggestNames(ledger, 'outlet', '')).toEqual([
      { field: 'outlet', name: 'The Harbour Times', claims: 7 },
      { field: 'outlet', name: 'The Bugle', claims: 3 },
      { field: 'outlet', name: 'Le Courrier', claims: 2 },
    ])
    expect(await suggestNames(ledger, 'measure', 'ki')).toEqual([{ field: 'measure', name: 'killed', claims: 2 }])
    expect(await suggestNames(ledger, null, 'BES')).toEqual([{ field: 'place', name: 'Besançon', claims: 1 }])
    expect(await suggestNames(ledger, 'speaker', 'official')).toEqual([])
  })

  test('goes through all results page by page, each once, whatever comes in between', async () => {
    const own = await openLedger(await fresh())
    const day = (i: number) => `2025-01-${String(1 + (i % 28)).padStart(2, '0')}`
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        pageOf('The Bugle', day(from + i), `Page ${from + i}`, [
          { says: `${from + i}: a bridge ${'and a bridge '.repeat(i % 3)}fell in town` },
          { says: `${from + i}: the road was ${i % 2 ? 'open' : 'closed to all but those who live there'}` },
        ]),
      )
    await enterPages(own, many(0, 230), ENTERED)
    for (const [text, search] of [
      ['bridge', searchClaims],
      ['outlet:bugle -bridge', searchClaims],
      ['bridge', searchArticles],
    ] as const) {
      const query = parseQuery(text)
      const seen: number[] = []
      let [after, pagesSeen]: [string | null, number] = [null, 0]
      do {
        const page: Awaited<ReturnType<typeof search>> = await search(own, query, { limit: 50, after })
        seen.push(...page.hits.map((hit) => ('claim' in hit ? hit.claim : hit.article)))
        expect(page.found).toEqual({ count: 200, isMore: true })
        after = page.next
        pagesSeen += 1
        if (pagesSeen === 2)
          await enterPages(
            own,
            many(1000 + pages, 1).map((page) => ({ ...page, article: { ...page.article, published: '2025-02-01' } })),
            ENTERED,
          )
      } while (after !== null)
      expect(new Set(seen).size).toBe(seen.length)
      expect(pagesSeen).toBe(5)
      expect(seen.length).toBeGreaterThanOrEqual(230)
    }
    const { next } = await searchClaims(own, parseQuery('bridge'))
    expect(next).toMatch(/^[\w-]{60,70}$/)
    await expect(searchClaims(own, parseQuery('road'), { after: next })).rejects.toMatchObject({
      trouble: 'stale page',
    })
    await expect(searchClaims(own, parseQuery('bridge'), { after: 'x' })).rejects.toMatchObject({
      trouble: 'stale page',
    })
    await own.close()
  })

  test('finds the newest of many slices of time, and all that is older', async () => {
    const own = await openLedger(await fresh())
    // Three years with a gap, ever more a day, the last day as many as all others.
    const dayOf = (i: number) => (i >= 5000 ? 1500 : Math.floor(Math.sqrt(i) * 14) + (i > 2500 ? 300 : 0))
    const entries = Array.from({ length: 10_000 }, (_, i) => {
      const terms = [`1${i % 3}`, `2${i % 700}`, i % 11 === 0 ? '33 44' : '44 33', i < 50 ? '55' : '66', `77${i % 900}`]
      const key = keyOf(i + 1, new Date(Date.UTC(2020, 0, 1 + dayOf(i))).toISOString().slice(0, 10))
      return { row: { key, articleId: 1 }, terms: terms.join(' ').split(' ') }
    })
    await own.write((db) => putWords(db, 'claim', entries))
    const newest = entries.toReversed()
    const has = (test: (text: string) => boolean) =>
      newest.filter(({ terms }) => test(terms.join(' '))).map(({ row }) => row.key)
    const expected: Readonly<Record<string, number[]>> = {
      '10': has((text) => text.startsWith('10 ')),
      '2699': has((text) => text.includes(' 2699 ')),
      '"33 44"': has((text) => text.includes(' 33 44 ')),
      '10 -66': has((text) => text.startsWith('10 ') && text.includes(' 55 ')),
      '55': has((text) => text.includes(' 55 ')),
      '7789*': has((text) => / 7789\d?$/.test(text)),
      '55 7789*': [],
    }
    for (const [query, keys] of Object.entries(expected))
      for (const [high, low, limit] of [
        [Number.MAX_SAFE_INTEGER, 0, 201],
        [Number.MAX_SAFE_INTEGER, 0, 1],
        [Number.MAX_SAFE_INTEGER, 0, 20_000],
        [newest[5500]?.row.key ?? 0, 0, 60],
        [newest[6000]?.row.key ?? 0, newest[9990]?.row.key ?? 0, 400],
      ] as const)
        expect(await keysFound(own, 'claim', matchOf(parseQuery(query)), { high, low, limit }), query).toEqual(
          keys.filter((key) => key <= high && key >= low).slice(0, limit),
        )
    await own.close()
  })

  test('finds what counts: of a changed page its last version, of a corrected claim what people say', async () => {
    const own = await openLedger(await fresh())
    const url = 'https://news.example/changing'
    const version = (says: string, capturedAt: string) => ({
      ...pageOf('The Bugle', '2025-01-05', 'Bridge', [{ says, speaker: 'Marta Díaz', place: 'Kursk' }], { url }),
      capturedAt,
    })
    const finds = async (query: string) =>
      (await searchClaims(own, parseQuery(query))).hits.map(({ content }) => content)
    await enterPages(own, [version('up to 300 died', '2025-01-05T10:00:00.000Z')], ENTERED)
    await enterPages(own, [version('300 drowned', '2025-01-06T10:00:00.000Z')], ENTERED)
    expect(await finds('died')).toEqual([])
    expect(await finds('drowned')).toEqual(['300 drowned'])
    expect((await searchArticles(own, parseQuery('died'))).hits).toEqual([])
    // An older capture that comes late changes nothing.
    await enterPages(own, [version('nobody died', '2025-01-04T10:00:00.000Z')], ENTERED)
    expect(await finds('speaker:diaz')).toEqual(['300 drowned'])
    expect(await suggestNames(own, 'speaker', 'mar')).toEqual([{ field: 'speaker', name: 'Marta Díaz', claims: 1 }])
    const [hit] = (await searchClaims(own, parseQuery('drowned'))).hits
    const saying = { by: 'an editor', at: '2025-01-07T00:00:00.000Z', why: 'the page names another' }
    const { id } = await correct(own, hit?.claim ?? 0, { field: 'hidden', hidden: true }, saying)
    expect(await finds('drowned')).toEqual([])
    expect(await suggestNames(own, 'speaker', 'mar')).toEqual([])
    await undo(own, id, saying)
    expect(await finds('drowned')).toEqual(['300 drowned'])
    await own.close()
  })

  test('says what of a query finds nothing, and which names may be meant', async () => {
    const why = (query: string) => emptinessOf(ledger, 'claim', parseQuery(query))
    expect(await why('bridge speaker:zelinsky tsunami')).toEqual({
      isEmpty: false,
      unfulfilled: [
        { condition: 'speaker:zelinsky', meant: ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'] },
        { condition: 'tsunami', meant: [] },
      ],
    })
    expect(await why('bridge lang:fr')).toEqual({ isEmpty: false, unfulfilled: [] })
    const own = await openLedger(await fresh())
    expect(await emptinessOf(own, 'article', parseQuery('bridge'))).toEqual({ isEmpty: true, unfulfilled: [] })
    await own.close()
  })

  test('keeps words that no database likes', async () => {
    const own = await openLedger(await fresh())
    const says = `a\u0000b \ud800 "quoted" 'single' \\ ${'x'.repeat(5000)} ${'many words '.repeat(9000)}😀 ﷽ end`
    await enterPages(
      own,
      [pageOf("O'Hara & | ! <-> :*", null, 'NEAR(a b) AND OR NOT *', [{ says, speaker: "'; drop table claim; --" }])],
      ENTERED,
    )
    for (const query of [
      'quoted',
      `${'x'.repeat(200)}`,
      'speaker:drop',
      'outlet:"o\'hara"',
      '"near a b and or not"',
      'b',
    ])
      expect(
        (await (query.includes('near') ? searchArticles : searchClaims)(own, parseQuery(query))).hits,
        query,
      ).toHaveLength(1)
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '"',
            '*',
            '-',
            'a',
            'NEAR',
            '(',
            ')',
            ':',
            "'",
            '&',
            '|',
            '!',
            '<->',
            ' ',
            '\\',
            '^',
            '😀',
            'É',
          ),
          { maxLength: 12 },
        ),
        async (parts) => {
          let query: ReturnType<typeof parseQuery>
          try {
            query = parseQuery(parts.join(''))
          } catch {
            return
          }
          await searchClaims(own, query)
        },
      ),
    )
    await own.close()
  })
})
