import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim, Figure } from '../../claims/claim.ts'
import { personKey } from '../../language/keys.ts'
import { NOTHING } from '../../page/article.ts'
import { voiceOf } from '../voice.ts'
import { givenOf, type Stated } from './given.ts'
import { panelsOf } from './panels.ts'

interface Some extends Partial<Pick<Figure, 'text' | 'low' | 'high' | 'qualifier' | 'unit' | 'measure' | 'of'>> {
  readonly by?: string | null
  readonly said?: string | null
  readonly place?: string
  readonly from?: string
  readonly to?: string
  readonly article?: string
  /** The statement that gives it. */
  readonly words?: string
}

/** Statements that give figures, each one origin carried by the articles given. */
function storyOf(statements: readonly (readonly Some[])[]) {
  const readings = new Map()
  const claims = new Map<string, Claim>()
  const origins = statements.map((some, n): Stated => {
    const mentions = some.map(
      ({ by = 'Ida Maran', said, place, from, to, article = `a${n}`, words = '3,000', ...more }, m) => {
        readings.set(article, { id: article, article: { ...NOTHING, outlet: `Post ${article}` }, claims: [] })
        const figure = {
          start: 0,
          end: 5,
          text: '3,000',
          low: 3000,
          high: 3000,
          approximate: false,
          qualifier: null,
          unit: 'people',
          measure: 'killed or wounded',
          of: 'Talvian soldiers',
          ...more,
        }
        const claim = {
          id: `c${n}-${m}`,
          in: 'text',
          type: by === null ? 'none' : 'indirect',
          act: 'speech',
          source: null,
          cue: null,
          content: { start: 0, end: words.length, text: words, parts: [] },
          speaker: by === null ? null : { name: by, kind: 'person', key: personKey(by) },
          chain: [],
          hedges: [],
          figures: [figure],
          place: place === undefined ? null : { start: 0, end: 0, text: place, name: place },
          eventTime:
            from || to ? { text: '', start: from ?? null, end: to ?? null, anchor: { start: 0, end: 0 } } : null,
          saidTime: null,
          confidence: 1,
          why: '',
        } as Claim
        claims.set(`${article}#${claim.id}`, claim)
        return `${article}#${claim.id}`
      },
    )
    const named = mentions.map((mention) => claims.get(mention) as Claim).find(({ speaker }) => speaker !== null)
    return {
      id: `o${n}`,
      said: some[0]?.said === undefined ? `2024-05-0${(n % 9) + 1}` : (some[0]?.said ?? null),
      claims: mentions,
      voice: named === undefined ? null : voiceOf(named, NOTHING),
    }
  })
  return panelsOf(givenOf(origins, { readings, claims }))
}

const lanesOf = (statements: readonly (readonly Some[])[]) =>
  storyOf(statements).panels.map(({ measure, lanes }) => [
    measure,
    ...lanes.map(({ name, points }) => [name, ...points.map(({ low, words }) => low ?? words[0])]),
  ])

test('rivals stand in lanes, the later number of one claimant revises the earlier', () => {
  expect(
    lanesOf([
      [{ low: 3000, high: null, text: 'more than 3,000', qualifier: 'more than' }],
      [{ by: 'Jon Abel', low: null, high: null, text: 'several hundred', measure: 'casualties' }],
      [{ low: 4000, high: 4000, text: '4,000', measure: 'casualties' }],
    ]),
  ).toEqual([['killed or wounded', ['Ida Maran', 3000, 4000], ['Jon Abel', 'several hundred']]])
})

test('one claimant with one number is no panel', () => {
  const { panels, single } = storyOf([[{}, { article: 'b' }]])
  expect([panels, single]).toEqual([[], 1])
})

test('one claimant who says another number on no known later day has not revised it', () => {
  expect(lanesOf([[{ said: null }], [{ said: null, low: 9, high: 9 }]])).toEqual([])
})

test('what looks like a rival and is none stands beside, with the reason', () => {
  const [panel] = storyOf([
    [{ measure: 'casualties' }],
    [{ by: 'Jon Abel', low: 2000, high: 2000 }],
    [
      { by: 'Jon Abel', measure: 'killed', low: 700, high: 700 },
      { by: 'Jon Abel', article: 'b', measure: 'killed', low: 700, high: 700 },
    ],
    [{ by: 'Jon Abel', of: 'soldiers', low: 90, high: 90 }],
    [
      { by: null, low: 50, high: 50, article: 'x' },
      { by: null, low: 50, high: 50, article: 'y' },
    ],
    [{ by: 'Jon Abel', measure: 'laid off' }],
  ]).panels
  expect(panel?.apart.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    'no source named: no report says whose figure it is',
    'Jon Abel: casualties are killed and wounded; this counts killed',
    'Jon Abel: one counts Talvian soldiers; the other says "soldiers" and not whose',
  ])
})

test('figures of two companies are no rivals, nor is a share of a number', () => {
  expect(
    lanesOf([
      [{ measure: 'to be cut', of: 'Brandt workforce', unit: 'percent', low: 5, high: 5 }],
      [{ by: 'Jon Abel', measure: 'to be cut', of: 'Kessler workforce', unit: 'percent', low: 9, high: 9 }],
      [{ by: 'Lea Moss', measure: 'to be cut', of: 'Brandt workforce', low: 900, high: 900 }],
    ]),
  ).toEqual([])
})

test('where nobody says whose people are counted, the place tells', () => {
  const people = { of: 'people', measure: 'killed', low: 12, high: 12 }
  const others = { ...people, by: 'Jon Abel', low: 15, high: 15 }
  expect(lanesOf([[{ ...people, place: 'Dorford' }], [{ ...others, place: 'Dorford' }]])).toHaveLength(1)
  expect(lanesOf([[{ ...people, place: 'Dorford' }], [{ ...others, place: 'Belburg' }]])).toEqual([])
  expect(lanesOf([[people], [others]])).toEqual([])
  const one = { place: 'Dorford', article: 'a' }
  expect(lanesOf([[{ ...people, ...one }], [{ ...others, ...one }]])).toEqual([])
})

test('where no place is told either, what is told around the figures shows that they are of one matter', () => {
  const people = { of: 'people', measure: 'killed', low: 23, high: 23, text: '23' }
  const other = { ...people, by: 'Jon Abel', low: 40, high: 40, text: '40' }
  const sank = '23 people were killed when a ferry sank off Dorford'
  const lanes = (words: string, others: string) => lanesOf([[{ ...people, words }], [{ ...other, words: others }]])
  expect(lanes(sank, '40 people were killed when the ferry went down off Dorford')).toEqual([
    ['killed', ['Ida Maran', 23], ['Jon Abel', 40]],
  ])
  expect(lanes(sank, '40 people were killed when a coach burned near Dorford')).toEqual([])
  expect(lanes(sank, '40 people were killed when a ferry sank off Belburg')).toEqual([])
  expect(lanes('23 people have died', '40 people have died')).toEqual([])
  expect(
    lanesOf([
      [{ ...people, words: sank }],
      [{ ...people, said: '2024-05-08', low: 31, high: 31, text: '31', words: sank.replace('23', '31') }],
    ]),
  ).toEqual([['killed', ['Ida Maran', 23, 31]]])
})

test('what one report leaves out another of the same statement tells', () => {
  const { panels } = storyOf([
    [{ of: null }, { article: 'b' }, { article: 'c', of: 'soldiers', measure: null }],
    [{ by: 'Jon Abel', low: 10, high: 10 }],
  ])
  expect(panels[0]?.lanes[0]?.points[0]?.mentions).toHaveLength(3)
  expect(panels[0]?.population).toBe('Talvian soldiers')
})

test('a report that names nobody goes with the claimant of its statement, one that names another does not', () => {
  const { panels } = storyOf([[{}, { article: 'b', by: null }, { article: 'c', by: 'Jon Abel' }]])
  expect(panels[0]?.lanes.map(({ name, points }) => [name, points[0]?.mentions.length])).toEqual([
    ['Ida Maran', 2],
    ['Jon Abel', 1],
  ])
})

test('words for people and places are taken as the reports of one statement use them', () => {
  const both = [
    { of: 'North Koreans', place: 'Kursk region, Russia' },
    { of: 'North Korean soldiers', place: 'Kursk region', article: 'b' },
    { of: 'North Koreans', place: 'Russia', article: 'c' },
  ]
  const soldiers = { by: 'Jon Abel', of: 'North Korean troops', low: 7, high: 7 }
  expect(lanesOf([both, [{ ...soldiers, place: 'Kursk' }]])).toHaveLength(1)
  expect(lanesOf([both.slice(0, 1), [{ ...soldiers, place: 'Kursk' }]])).toEqual([])
  expect(lanesOf([both, [{ ...soldiers, place: 'Tula' }]])).toEqual([])
})

test('a time over which it counts is told where enough of its reports tell it', () => {
  const week = { from: '2024-05-01', to: '2024-05-07' }
  expect(lanesOf([[{ ...week }, { article: 'b' }], [{ by: 'Jon Abel' }]])).toEqual([])
  expect(
    lanesOf([
      [{ ...week }, { article: 'b' }, { article: 'c' }, { article: 'd' }],
      [{ by: 'Jon Abel', low: 5, high: 5 }],
    ]),
  ).toHaveLength(1)
})

test('two numbers in one breath are two things', () => {
  const { panels } = storyOf([
    [
      { low: 10, high: 10 },
      { low: 4, high: 4, text: '4' },
    ],
    [{ by: 'Jon Abel', low: 9, high: 9 }],
  ])
  expect(panels[0]?.lanes.map(({ points }) => points.length)).toEqual([1, 1])
  expect(panels[0]?.apart[0]?.reason).toBe('both are given in one breath: they count two things')
})

test('ten thousand figures in one article take no time to speak of', { timeout: 20_000 }, () => {
  const many = Array.from({ length: 10_000 }, (_, n) => [{ low: n, high: n, text: `${n}`, article: 'a', said: null }])
  const started = performance.now()
  expect(storyOf(many).panels).toEqual([])
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('whatever is counted, each figure of a panel can be compared with each other and stands in one lane', () => {
  const some = fc.record({
    by: fc.constantFrom('Ida Maran', 'Jon Abel', null),
    low: fc.constantFrom(1, 2, null),
    of: fc.constantFrom(null, 'Talvian soldiers', 'soldiers', 'Kessler workers', ''),
    measure: fc.constantFrom(null, 'killed', 'casualties', 'killed or wounded', 'to be cut'),
    unit: fc.constantFrom(null, 'people', 'percent'),
    article: fc.constantFrom('a', 'b', 'c'),
  })
  fc.assert(
    fc.property(fc.array(fc.array(some, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (statements) => {
      const { panels } = storyOf(statements)
      for (const { lanes, apart } of panels) {
        expect(new Set(lanes.map(({ claimant }) => claimant)).size).toBe(lanes.length)
        expect(apart.every(({ reason }) => reason.length > 0)).toBe(true)
        const mentions = lanes.flatMap(({ points }) => points.flatMap((point) => point.mentions.map((m) => m.mention)))
        expect(mentions.length).toBeGreaterThan(1)
      }
      expect(storyOf(statements)).toEqual(storyOf(statements))
    }),
    { numRuns: 200 },
  )
})
