// The parts that screens share, as a person sees them: words, signs, links.
import { expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import type { Html } from '../../src/publish/html.ts'
import { differenceOf } from '../../src/web/parts/difference.ts'
import { type FigureSeen, figureChip, figureWords } from '../../src/web/parts/figure.ts'
import { hedgeChip } from '../../src/web/parts/hedge.ts'
import { chainLadder, lastCheckable, type Rung } from '../../src/web/parts/ladder.ts'
import { articleLine, type ClaimSeen, claimLine, seenClaim } from '../../src/web/parts/lines.ts'
import { momentOf, publishedAt } from '../../src/web/parts/moment.ts'
import { placeAndTime } from '../../src/web/parts/where.ts'

/** What is read: without markup. */
const read = ({ source }: Html): string =>
  source
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const figure = (text: string, more: Partial<FigureSeen> = {}): FigureSeen => ({ text, low: null, high: null, ...more })

test.each<[FigureSeen, string]>([
  [figure('up to a battalion', { qualifier: 'up to', unit: 'battalion' }), '≤ 1 battalion'],
  [figure('battalion', { unit: 'battalion' }), '“battalion”'],
  [figure('up to two battalions of men', { qualifier: 'up to', unit: 'battalion' }), '“up to two battalions of men”'],
  [figure('at least 80', { low: 80, qualifier: 'at least' }), '≥ 80'],
  [figure('more than 3,000', { low: 3000, qualifier: 'more than' }), '> 3,000'],
  [figure('80 or so', { low: 80 }), '≥ 80'],
  [figure('under 50', { high: 50, qualifier: 'under' }), '< 50'],
  [figure('about 300', { low: 300, high: 300, approximate: true }), 'about 300'],
  [figure('nearly 300', { high: 300, approximate: true, qualifier: 'nearly' }), 'nearly 300'],
  [figure('10,000 to 12,000', { low: 10_000, high: 12_000 }), '10,000–12,000'],
  [figure('12 people', { low: 12, high: 12, unit: 'people' }), '12'],
  [figure('9 per cent', { low: 9, high: 9, unit: 'percent' }), '9%'],
  [figure('$1.5 billion', { low: 1.5e9, high: 1.5e9, unit: 'US dollars' }), '1.5 billion US dollars'],
  [figure('several dozen'), '“several dozen”'],
])('a figure as a chip: %j', (given, words) => {
  expect(figureWords(given)).toBe(words)
})

test('a figure says what it counts, and its exact words are its title', () => {
  const chip = figureChip(figure('up to 40', { high: 40, qualifier: 'up to', measure: 'injured', of: 'workers' }))
  expect(read(chip)).toBe('≤ 40 injured: workers')
  expect(chip.source).toContain('title="“up to 40”"')
})

const rung = (name: string, link: Rung['link'], more: Partial<Rung> = {}): Rung => ({
  name,
  kind: 'outlet',
  link,
  anchor: null,
  ...more,
})

const CHAIN: readonly Rung[] = [
  rung('The Harbour Post', 'wire'),
  rung('Coast Wire', 'quotes'),
  rung('Ilse Maren', 'own reporting', { kind: 'person', anchor: { start: 3, end: 13, text: 'Chief Maren' } }),
]

test('a ladder goes from the outlet inward and marks the last rung that can be checked', () => {
  const ladder = chainLadder(CHAIN, { wordsAt: ({ start }) => `/article/1#w${start}` })
  expect(read(ladder)).toBe(
    'The Harbour Post prints the copy of can be checked Coast Wire quotes Ilse Maren “Chief Maren”',
  )
  expect(ladder.source).toContain('href="/article/1#w3"')
  expect(lastCheckable(CHAIN)).toBe(0)
  const held = CHAIN.map((one, at) => (at === 1 ? { ...one, page: '/article/7' } : one))
  expect(lastCheckable(held)).toBe(1)
  expect(lastCheckable(CHAIN, { isRead: false })).toBe(-1)
  expect(read(chainLadder([]))).toBe('The text names nobody.')
  expect(read(chainLadder([rung('The Harbour Post', 'own reporting')]))).toContain('by its own account')
})

const SEEN: ClaimSeen = {
  claim: 12,
  article: 4,
  headline: 'Depot burns',
  outlet: 'The Harbour Post',
  published: '2031-05-12T08:10:00+01:00',
  speaker: 'Ilse Maren',
  speakerKey: 'person:maren',
  content: 'up to 40 people may have been hurt',
  in: 'headline',
  figures: [figure('up to 40', { high: 40, measure: 'injured' })],
  hedges: [{ text: 'may have', kind: 'modal' }],
  place: 'Varnholt',
  saidOn: '2031-05-12',
  happenedFrom: '2031-05-11',
  happenedTo: '2031-05-12',
}

test('a claim in a list: who, what, chips, where it stands, and its permalink', () => {
  const line = claimLine(SEEN, { at: 99 })
  expect(read(line)).toBe(
    'Ilse Maren “up to 40 people may have been hurt” in the headline ≤ 40 injured “may have” possible Varnholt happened 11-12 May 2031 said 12 May 2031 The Harbour Post, 2031-05-12 08:10 UTC+01:00',
  )
  for (const address of ['/claim/12?at=99', '/speaker/person%3Amaren', '/article/4'])
    expect(line.source).toContain(`href="${address}"`)
  expect(read(claimLine({ ...SEEN, speaker: null }))).toContain('Nobody named')
  expect(read(claimLine(SEEN, { without: 'speaker' }))).not.toContain('Ilse Maren')
})

test('what was looked for is marked in the words, and long words are cut', () => {
  const marked = claimLine({ ...SEEN, content: 'Smoke & fire.', marks: { content: [{ start: 8, end: 12 }] } })
  expect(marked.source).toContain('“Smoke &amp; <mark>fire</mark>.”')
  expect(read(claimLine({ ...SEEN, content: 'word '.repeat(1e5) })).length).toBeLessThan(700)
})

test('a claim of a reading is listed without hedges that its figures show already', () => {
  const at = { start: 0, end: 8 }
  const claim: Claim = {
    id: 'c1',
    in: 'text',
    type: 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { ...at, text: 'up to 40', parts: [at] },
    speaker: null,
    chain: [],
    hedges: [
      { start: 0, end: 5, text: 'up to', kind: 'bound', scope: at },
      { start: 9, end: 19, text: 'reportedly', kind: 'hearsay', scope: at },
    ],
    figures: [
      {
        ...at,
        text: 'up to 40',
        low: null,
        high: 40,
        approximate: false,
        qualifier: 'up to',
        unit: null,
        measure: null,
        of: null,
      },
    ],
    place: null,
    eventTime: null,
    saidTime: null,
    confidence: 0.9,
    why: '',
  }
  expect(seenClaim(claim, 5, SEEN)).toMatchObject({ claim: 5, speaker: null, hedges: [{ text: 'reportedly' }] })
})

test('an article in a list', () => {
  const line = articleLine({ ...SEEN, claims: 3, versions: 2 })
  expect(read(line)).toBe('Depot burns The Harbour Post 2031-05-12 08:10 UTC+01:00 3 claims 2 versions')
  const hostile = articleLine({ article: 1, headline: `<script>${'x'.repeat(1e6)}`, outlet: null, published: null })
  expect(hostile.source).not.toContain('<script>')
  expect(hostile.source.length).toBeLessThan(1000)
  expect(read(hostile)).toContain('outlet not known undated')
})

test('times as the page has them, ours in UTC', () => {
  expect(momentOf('2025-01-05T09:12:00.000Z').source).toBe(
    '<time datetime="2025-01-05T09:12:00.000Z" data-local>5 Jan 2025 09:12 UTC</time>',
  )
  expect(publishedAt('2025-01-05T15:48:00').source).not.toContain('data-local')
  expect(publishedAt('2025-01-05T15:48:00+09:00').source).toContain('data-local')
  expect(publishedAt('soon "><b>').source).toBe('soon &quot;&gt;&lt;b&gt;')
})

test('place and times with the words they are read from', () => {
  const span = { start: 0, end: 4 }
  const shown = placeAndTime({
    place: { ...span, name: 'Varnholt', text: 'Varnholt' },
    eventTime: { text: 'over two days', start: '2031-05-11', end: '2031-05-12', anchor: span },
    saidTime: { text: 'recently', date: null, anchor: span },
  })
  expect(shown && read(shown)).toBe('placeVarnholt happened11-12 May 2031 “over two days” said“recently”')
  expect(placeAndTime({ place: null, eventTime: null, saidTime: null })).toBeNull()
})

test('a hedge says how it weakens', () => {
  expect(read(hedgeChip({ text: 'reportedly', kind: 'hearsay' }))).toBe('“reportedly” hearsay')
})

test('words that became others: what was taken out and what was put in', () => {
  expect(differenceOf('up to 40 hurt', '40 workers hurt').source).toBe(
    '<span class="difference"><del>up to</del> 40 <ins>workers</ins> hurt</span>',
  )
  expect(differenceOf('up to 12 hurt', '15 hurt').source).toBe(
    '<span class="difference"><del>up to 12</del> <ins>15</ins> hurt</span>',
  )
  expect(differenceOf('<b>', '<b>').source).toBe('<span class="difference">&lt;b&gt;</span>')
  const [long, other] = ['a '.repeat(1e6), 'b '.repeat(1e6)]
  expect(differenceOf(long, other).source.length).toBeLessThan(10_000)
})

test('words that became others do not run together', () => {
  expect(read(differenceOf('A fire at the depot', 'Depot fire at the port'))).toBe('A Depot fire at the depot port')
})

test('words with marks in quotation marks of their own get no others', () => {
  const line = claimLine({ ...SEEN, content: '“At least 26 were hurt”', marks: { content: [{ start: 10, end: 12 }] } })
  expect(line.source).toContain('>“At least <mark>26</mark> were hurt”</a>')
})
