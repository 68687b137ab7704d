import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Count, comparable } from './comparable.ts'
import { conceptName, conceptOf } from './concepts.ts'
import { isCountable, isNamed, populationKey } from './populations.ts'

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

test('a name without a noun is nobody who is counted; a bare noun is not named', () => {
  expect(['Berlin', 'Talvian soldiers', 'French', 'soldiers', 'jobs'].map(isCountable)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ])
  expect(
    ['Talvian soldiers', 'French', 'IBM staff', 'soldiers', 'global workforce', 'JOBS', 'miners'].map(isNamed),
  ).toEqual([true, true, true, false, false, false, false])
  expect(why({ of: 'soldiers' }, {})).toBe(
    'population: one counts Talvian soldiers; the other says "soldiers" and not whose',
  )
})
