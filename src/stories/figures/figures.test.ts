import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../../claims/claim.ts'
import { NOTHING } from '../../page/article.ts'
import { type Count, comparable } from './comparable.ts'
import { conceptName, conceptOf } from './concepts.ts'
import { givenOf } from './given.ts'
import { populationKey, widest } from './populations.ts'
import { beside, type Given, seriesOf } from './series.ts'

interface Some extends Partial<Count['figure']> {
  readonly place?: string
  readonly from?: string
  readonly to?: string
}

const count = ({ place, from, to, ...figure }: Some = {}): Count => ({
  figure: {
    text: '3,000',
    low: 3000,
    high: 3000,
    approximate: false,
    qualifier: null,
    unit: 'people',
    measure: 'killed or wounded',
    of: 'Talvian soldiers',
    ...figure,
  },
  place: place ?? null,
  when: from || to ? { start: from ?? null, end: to ?? null } : null,
})
const why = (one: Some, other: Some): string => {
  const found = comparable(count(one), count(other))
  return found === true ? 'comparable' : `${found.by}: ${found.reason}`
}

test('a measure is what it counts, whatever the words', () => {
  expect(why({ measure: 'casualties' }, {})).toBe('comparable')
  expect(why({ measure: 'casualties' }, { measure: 'killed' })).toBe(
    'measure: casualties are killed and wounded; this counts killed',
  )
  expect(why({ measure: 'sent' }, { measure: 'deployed' })).toBe(
    'measure: one counts those who were sent, the other those who are there',
  )
  expect(why({ measure: 'casualties' }, { measure: 'sent' })).toBe(
    'measure: one counts killed and wounded, the other those who were sent',
  )
  expect(why({ measure: 'to be laid off' }, { measure: 'laid off' })).toBe(
    'measure: one counts what is to come (laid off), the other what has happened (laid off)',
  )
  expect(why({}, { measure: null })).toBe('measure: what "3,000" measures is not known')
  expect(conceptName(conceptOf('missing, wounded or killed'))).toBe('killed, wounded or missing')
  expect(conceptName(conceptOf('held hostage'))).toBe('held hostage')
})

test('shares, jobs and battalions are not people', () => {
  expect(why({}, { unit: 'percent' })).toBe('unit: one is a share, the other a number')
  expect(why({ text: 'a battalion', unit: 'battalion' }, {})).toBe('unit: a battalion is no number; its size differs')
  expect(why({ unit: 'jobs' }, {})).toBe('unit: one counts jobs, the other people')
})

test('the same people by other nouns are the same; part of them is not', () => {
  expect(why({ of: 'North Korean soldiers' }, { of: 'N. Korean troops' })).toBe('comparable')
  expect(why({ of: 'French soldiers and officers' }, { of: 'French soldiers' })).toBe(
    'population: one counts French soldiers and officers, the other French soldiers',
  )
  expect(why({ of: 'French infantry soldiers' }, { of: 'French soldiers' })).toMatch(/^population/)
  expect(why({ of: 'French troops' }, { of: 'German troops' })).toMatch(/^population/)
  expect(why({ of: null }, {})).toBe('population: one counts Talvian soldiers; the other does not say of whom')
  expect(why({ of: null }, { of: null })).toBe('population: neither says of whom it counts')
  expect(populationKey('French and German troops')).toBe(populationKey('German soldiers and French soldiers'))
  expect(populationKey('soldiers, including French paratroopers')).toBe(populationKey('troops'))
  expect(populationKey('additional soldiers')).not.toBe(populationKey('soldiers'))
})

test('places and windows keep apart what counts less', () => {
  expect(why({ place: 'Dorford' }, { place: 'Belburg' })).toBe('place: one is of Dorford, the other of Belburg')
  expect(why({ place: 'Dorford, Talvia' }, { place: 'Talvia' })).toBe(
    'place: one counts Talvia, the other Dorford, Talvia alone',
  )
  expect(why({ place: 'Dorford' }, {})).toBe('comparable')
  expect(why({ to: '2024-05-02' }, { to: '2024-06-01' })).toBe('comparable')
  expect(why({ from: '2024-05-01', to: '2024-05-02' }, {})).toBe(
    'window: one counts 2024-05-01 to 2024-05-02 alone, the other all up to its day',
  )
  expect(why({ from: '2024-05-01', to: '2024-05-02' }, { from: '2024-05-01', to: '2024-05-09' })).toMatch(/^window/)
})

const given = (
  claimant: string,
  said: string | null,
  figure: Some,
  mention = `${claimant} ${said} ${figure.text}`,
): Given => ({
  ...count(figure),
  mention,
  claimant,
  name: claimant,
  said,
})

test('a later number of one claimant revises the earlier; rivals stand beside it', () => {
  const all = [
    given('Maran', '2024-05-09', { low: 4000, high: 4000, text: '4,000', measure: 'casualties' }),
    given('Maran', '2024-05-01', { low: 3000, high: null, text: 'more than 3,000' }),
    given('Maran', '2024-05-01', { low: 3000, high: null, text: 'over 3,000' }),
    given('Maran', '2024-05-01', { low: 3000, high: 3000, text: '3,000' }),
    given('Institute', '2024-05-03', { low: null, high: null, text: 'several hundred' }),
    given('Institute', '2024-05-03', { low: 100, high: null, text: 'at least 100', measure: 'killed' }),
  ]
  const series = seriesOf(all)
  expect(
    series.map(({ name, measure, points }) => [name, measure, points.map(({ said, low, high }) => [said, low, high])]),
  ).toEqual([
    [
      'Maran',
      'killed or wounded',
      [
        ['2024-05-01', 3000, null],
        ['2024-05-09', 4000, 4000],
      ],
    ],
    ['Institute', 'killed or wounded', [['2024-05-03', null, null]]],
    ['Institute', 'killed', [['2024-05-03', 100, null]]],
  ])
  expect(series[0]?.points[0]?.words).toEqual(['more than 3,000', 'over 3,000', '3,000'])
  expect(series[1]?.points[0]?.words).toEqual(['several hundred'])
  const table = beside(series[0] as (typeof series)[number], series)
  expect(table.series.map(({ name }) => name)).toEqual(['Maran', 'Institute'])
  expect(table.apart.map(({ reason }) => reason)).toEqual(['casualties are killed and wounded; this counts killed'])
})

test('what was said and as of when are kept apart; no figure is lost, whoever says nothing of whom', () => {
  const all = [
    given('Maran', '2024-05-09', { to: '2024-05-08' }),
    given('Maran', '2024-05-09', { to: '2024-04-01', text: '2,000', low: 2000, high: 2000 }),
    given('Maran', null, { of: null }),
    given('Maran', null, { of: null, low: 5, high: 5, text: 'five' }),
  ]
  const series = seriesOf(all)
  expect(series.map(({ points }) => points.map(({ asOf }) => asOf))).toEqual([
    ['2024-04-01', '2024-05-08'],
    [null, null],
  ])
})

test('comparing is the same both ways, and never throws', () => {
  const word = fc.constantFrom(
    null,
    'killed',
    'casualties',
    'to be cut',
    'captured and died',
    '',
    'constructor',
    ',',
    'and and',
  )
  const figure = fc.record({ measure: word, unit: word, of: fc.oneof(word, fc.string()) })
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [one, other] = [comparable(count(a), count(b)), comparable(count(b), count(a))]
      expect(one === true || one.by).toEqual(other === true || other.by)
    }),
  )
})

test('whom one report leaves out another of the same statement says', () => {
  const claim = (id: string, figure: Some): Claim => ({
    id,
    in: 'text',
    type: 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { start: 0, end: 0, text: '', parts: [] },
    speaker: { name: 'Ida Maran', kind: 'person', key: 'maran' },
    chain: [],
    hedges: [],
    figures: [{ ...count(figure).figure, start: 0, end: 0 }],
    place: null,
    eventTime: null,
    saidTime: null,
    confidence: 1,
    why: '',
  })
  const readings = [
    { id: 'a', article: { ...NOTHING, outlet: 'Dorford Post' }, claims: [claim('c1', { of: null })] },
    { id: 'b', article: NOTHING, claims: [claim('c1', {}), claim('c2', { low: 7, high: 7, of: null })] },
  ]
  const given = givenOf([{ said: '2024-05-01', claims: ['a#c1', 'b#c1', 'b#c2', 'c#c9'] }], readings)
  expect(given.map(({ mention, figure, said, claimant }) => [mention, figure.of, said, claimant])).toEqual([
    ['a#c1', 'Talvian soldiers', '2024-05-01', 'maran'],
    ['b#c1', 'Talvian soldiers', '2024-05-01', 'maran'],
    ['b#c2', null, '2024-05-01', 'maran'],
  ])
  expect(seriesOf(given)[0]?.points).toHaveLength(1)
})

test('two numbers in one breath are no revision of each other', () => {
  const all = [
    given('Maran', '2024-05-01', { low: 4000, high: 4000 }, 'a#c1'),
    given('Maran', '2024-05-01', { low: 1000, high: 1000 }, 'a#c1'),
  ]
  expect(seriesOf(all).map(({ points }) => points.length)).toEqual([1, 1])
})

test('the wider population stands for those of one statement', () => {
  expect(widest(['French', 'French soldiers', 'French troops'])).toBe('French')
  expect(widest(['French soldiers', 'German troops'])).toBe(null)
  expect(widest(['French soldiers', 'French paratroopers'])).toBe(null)
  expect(widest([])).toBe(null)
})
