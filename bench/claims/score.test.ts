// The measures themselves, against values worked out by hand, on words written for the purpose.
import { expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { errorsShown, goldErrors, spanErrors } from './errors.ts'
import { type GoldArticle, scoreGold } from './gold.ts'
import { pairsOf, sameName, wordF1 } from './names.ts'
import { type MarkedText, scorePolnear } from './polnear.ts'
import { f1Of, shareOf } from './rates.ts'
import { byRule, calibrationError, diagramOf } from './reliability.ts'

test('words in common', () => {
  expect(wordF1('The mayor’s bridge', 'the mayor bridge')).toBe(1)
  expect(wordF1('one two', 'one three')).toBe(0.5)
  expect(wordF1('one one', 'one')).toBeCloseTo(2 / 3)
  expect(wordF1('', 'one')).toBe(0)
})

test('the same name, titles and spellings aside', () => {
  expect(sameName('Oleksiy Marchenko', 'President Oleksii Marchenko')).toBe(true)
  expect(sameName('Marchenko', 'Oleksiy Marchenko')).toBe(true)
  expect(sameName('harbour office', 'harbour police of the port')).toBe(true)
  expect(sameName('harbour office', 'mayor')).toBe(false)
  expect(sameName('the president', 'the president')).toBe(false)
})

test('pairs are one to one, the best first', () => {
  const closeness = (one: number, other: number) => 10 - Math.abs(one - other)
  expect(pairsOf([1, 5], [5, 2, 6], closeness, 9)).toEqual([
    [1, 0],
    [0, 1],
  ])
})

const text = 'The bridge is safe, Ada Quill said on Monday. Some 20 lorries crossed it.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words })

const claimOf = (content: string, more: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  in: 'text',
  type: 'indirect',
  act: 'speech',
  source: span('Ada Quill'),
  cue: span('said'),
  content: { ...span(content), parts: [span(content)] },
  speaker: { name: 'Ada Quill', kind: 'person', key: null },
  chain: [{ name: 'The Paper', kind: 'outlet', link: 'quotes', anchor: null }],
  hedges: [],
  figures: [],
  place: null,
  eventTime: null,
  saidTime: { ...span('Monday'), date: '2025-03-03', anchor: span('Monday') },
  confidence: 0.8,
  why: 'a rule',
  ...more,
})

const twenty = { text: 'Some 20', low: 20, high: 20 }
const article: GoldArticle = {
  id: 'a',
  url: null,
  outlet: 'The Paper',
  published: '2025-03-04',
  headline: null,
  text,
  headline_check: null,
  claims: [
    {
      id: 'c1',
      content: 'The bridge is safe',
      cue: 'said',
      source: 'Ada Quill',
      speaker: 'Ada Quill',
      chain: ['The Paper', 'Ada Quill'],
      type: 'indirect',
      hedges: [],
      figures: [],
      place: null,
      event_time: null,
      said_time: { text: 'on Monday', date: '2025-03-03' },
    },
    {
      id: 'c2',
      content: 'Some 20 lorries crossed it',
      cue: null,
      source: null,
      speaker: null,
      chain: ['The Paper'],
      type: 'none',
      hedges: ['Some'],
      figures: [twenty],
      place: null,
      event_time: null,
      said_time: null,
    },
  ],
}

test('a gold article, counted', () => {
  const figure = { ...span('Some 20'), approximate: true, qualifier: 'some', unit: 'lorries', measure: null, of: null }
  const claims = [
    claimOf('The bridge is safe'),
    claimOf('Some 20 lorries crossed it', { id: 'c2', type: 'none', figures: [{ ...figure, low: 20, high: null }] }),
  ]
  const { tallies, rates } = scoreGold([article], new Map([['a', { claims }]]))
  expect(tallies.claims).toEqual({ right: 1, wanted: 1, found: 1 })
  expect(tallies.whole.right).toBe(1)
  expect(tallies.links).toEqual({ right: 1, wanted: 2, found: 1 })
  expect(shareOf(rates.saidTime)).toBe(1)
  expect(f1Of(tallies.figures)).toBe(1)
  expect(rates.bounds).toEqual({ right: 0, of: 1 })
  const kinds = goldErrors(article, { text, claims }).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['chain', 'figure'])
})

test('an article without a reading misses everything; a claim too many is false', () => {
  expect(scoreGold([article], new Map()).tallies.claims).toEqual({ right: 0, wanted: 1, found: 0 })
  const errors = goldErrors(article, { text, claims: [claimOf('on Monday')] })
  expect(errors.map(({ kind }) => kind).sort()).toEqual(['false', 'figure', 'missed'])
  expect(errorsShown(errors, ['missed'], 1)).toContain('[[The bridge is safe]], Ada Quill said on Monday.')
})

const marked: MarkedText = {
  id: 'a',
  text,
  relations: [{ source: [span('Ada Quill')], cue: [span('said')], content: [span('The bridge is safe,')] }],
}

test('a marked text, counted', () => {
  const score = (claims: Claim[], options = {}) => scorePolnear([marked], new Map([['a', claims]]), options)
  const read = score([claimOf('The bridge is safe')])
  expect(read.source).toEqual({ right: 1, wanted: 1, found: 1 })
  expect(read.content).toEqual({ right: 0, wanted: 1, found: 1 })
  expect(read.half.right).toBe(1)
  expect(read.exact.right).toBe(0)
  expect(score([claimOf('The bridge is safe', { source: null })]).half.right).toBe(0)
  expect(score([claimOf('The bridge is safe')], { minConfidence: 0.9 }).half.found).toBe(0)
  expect(score([claimOf('The bridge is safe', { in: 'headline' })]).half.found).toBe(0)
})

test('where a text is read otherwise', () => {
  const kinds = (claims: Claim[]) => spanErrors(marked, claims).map(({ kind }) => kind)
  expect(kinds([claimOf('The bridge is safe')])).toEqual([])
  expect(kinds([claimOf('The bridge is safe', { source: null })])).toEqual(['span-source'])
  expect(kinds([claimOf('crossed it', { cue: null })])).toEqual(['span-missed', 'span-false'])
})

test('reliability', () => {
  const judgements = [0.9, 0.9, 0.9, 0.9].map((confidence, number) => ({
    confidence,
    right: number < 2,
    why: `rule ${number}; speaker named`,
  }))
  expect(calibrationError(judgements)).toBeCloseTo(0.4)
  expect(calibrationError([{ confidence: 1, right: true, why: '' }])).toBe(0)
  expect(calibrationError([])).toBe(0)
  expect(byRule(judgements)).toBe('      2 of     4 right: rule')
  expect(diagramOf(judgements)).toBe(
    `  0.9-1.0  ${'='.repeat(20)}${' '.repeat(16)}|${' '.repeat(3)}  right  50 %, sure  90 %, 4 claims`,
  )
})
