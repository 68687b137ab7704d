import { expect, test } from 'vitest'
import { type Answer, answerOf } from './answer.ts'
import { exactHash } from './baselines/exact.ts'
import { countOutlets } from './baselines/outlets.ts'
import { simHash } from './baselines/simhash.ts'
import { tfIdf } from './baselines/tfidf.ts'
import { familiesOf } from './family.ts'
import type { Family } from './gold.ts'
import { type Score, scoreOf } from './score.ts'

const families = familiesOf('test', 16, null)
const articles = families.flatMap((family) => family.articles)
const gold = families.map((family) => family.gold)
const published = new Map(articles.map(({ id, published }) => [id, published]))
const scored = (answer: Answer): Score => scoreOf(gold, answer, published)

/** The answer that knows everything, as lines of JSON. */
const known = (all: readonly Family[]): string[] =>
  all.flatMap(({ gold }) =>
    [
      ...gold.origins.map(({ origin, claims }) => ({
        origin,
        claims: claims.map(({ article, text }) => ({ article, text })),
      })),
      ...gold.edges.flatMap(({ from, to, evidence }) =>
        evidence.map((kind) => ({ edge: { from, to, evidence: kind } })),
      ),
      ...gold.unknown.map((unknown) => ({ unknown })),
      ...gold.drift.map((drift) => ({ drift })),
    ].map((line) => JSON.stringify(line)),
  )

test('who knows everything has full marks', () => {
  const score = scored(answerOf(known(families).join('\n')))
  expect(score.found).toBe(1)
  expect(score.bcubed.f1).toBeCloseTo(1)
  expect(score.countError).toBe(0)
  expect(score.crossed).toBe(0)
  expect(score.unknown?.f1).toBe(1)
  expect([score.drift?.f1, score.headlineDrift?.f1]).toEqual([1, 1])
  expect(score.edges?.['printed credit']?.f1).toBe(1)
  expect(score.edges?.['shared text']?.precision).toBe(1)
  expect(score.edges?.['shared peculiarity']?.precision).toBe(1)
})

test('who joins nothing is precise and counts too many origins; who joins everything the other way about', () => {
  const alone = scored(countOutlets(articles))
  expect(alone.bcubed.precision).toBe(1)
  expect(alone.countBias).toBeGreaterThan(1)
  const all = countOutlets(articles).origins.flatMap(({ claims }) => claims)
  const one = scored({ ...countOutlets(articles), origins: [{ claims: all }] })
  expect(one.bcubed.recall).toBeGreaterThan(0.9)
  expect(one.bcubed.precision).toBeLessThan(0.1)
  expect(one.countBias).toBeLessThan(-0.7)
  expect(one.crossed).toBe(1)
})

test('what was not found is an origin of its own; what a system does not answer has no score', () => {
  const score = scored(answerOf('{"origin":"o1","claims":[]}\n{"comment":"no more"}'))
  expect(score.found).toBe(0)
  expect(score.bcubed.precision).toBe(1)
  expect([score.edges, score.unknown, score.drift, score.headlineDrift]).toEqual([null, null, null, null])
})

test('a credit, a passage and a finding that are not there count as wrong', () => {
  const [first, other] = [articles.at(-1)?.id ?? '', articles[0]?.id ?? '']
  const lines = [
    ...known(families),
    JSON.stringify({ edge: { from: first, to: 'outlet:Nobody', evidence: 'printed credit' } }),
    JSON.stringify({ edge: { from: first, to: other, evidence: 'shared text' } }),
    JSON.stringify({ drift: { article: first, in: 'text', type: 'source pluralised', before: 'a', after: 'b' } }),
  ]
  const score = scored(answerOf(lines.join('\n')))
  expect(score.edges?.['printed credit']?.precision).toBeLessThan(1)
  expect(score.edges?.['shared text']?.precision).toBeLessThan(1)
  expect(score.drift?.precision).toBeLessThan(1)
})

test('each simple system joins more than the one before it', () => {
  const recalls = [countOutlets, exactHash, simHash, tfIdf].map((system) => scored(system(articles)).bcubed.recall)
  expect(recalls).toEqual([...recalls].sort((a, b) => a - b))
})
