// Drift over all reports of an origin: each change once, with the articles that have it.
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { readPage } from '../../page/index.ts'
import { type OriginTelling, originDrift } from './origin.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

/** The claims of texts as tellings of one origin, each text an article: a0, a1 ... */
async function tellings(...texts: string[]): Promise<OriginTelling[]> {
  const given = { outlet: 'The Harbour Post', published: '2024-05-06' }
  const articles = texts.map((text) => readPage(text, { as: 'article', given }))
  const claims = await readClaims(articles, engine)
  return claims.flatMap((own, i) => own.map((claim) => ({ claim, article: `a${i}`, beside: own })))
}

const FIRST = 'Up to 400 miners were killed in the collapse, Anna Kovac said.'
const BARE = '400 miners were killed in the collapse, Anna Kovac said.'

test('a change that copies take over is one finding with all their articles', async () => {
  const told = await tellings(FIRST, BARE, FIRST, BARE, BARE)
  const found = originDrift(told)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    kind: 'hedge dropped',
    from: { article: 'a0', text: 'Up to' },
    to: { article: 'a1', text: '400' },
    articles: ['a1', 'a3', 'a4'],
  })
})

test('what an article keeps in another sentence is not lost', async () => {
  const kept = '400 miners were killed in the collapse, Anna Kovac said. Up to 400 were dead, Kovac said.'
  expect(originDrift(await tellings(FIRST, kept))).toEqual([])
})

test('an article is not held against itself, and one alone has not drifted', async () => {
  expect(originDrift(await tellings(`${FIRST} ${BARE}`))).toEqual([])
  expect(originDrift([])).toEqual([])
})

test('another number on a later day is news, on the same day it is drift', async () => {
  const [one, two] = await tellings(
    'The collapse killed 45 miners near Lom, Anna Kovac said.',
    'The collapse killed 54 miners near Lom, Anna Kovac said.',
  )
  const on = (first: string, second: string) =>
    originDrift([
      { ...(one as OriginTelling), published: first },
      { ...(two as OriginTelling), published: second },
    ]).map(({ kind }) => kind)
  expect(on('2024-05-06', '2024-05-08')).toEqual([])
  expect(on('2024-05-06T08:00', '2024-05-06T12:00')).toEqual(['figure changed'])
})

test('a source that stands in the sentence before is not dropped', async () => {
  const first = 'The firm cut 900 jobs at its plant in Brno, union leader Anna Kovac said.'
  const before = 'Anna Kovac told the press that the plant would stay. It cut 900 jobs at its plant in Brno.'
  const told = await tellings(first, before, 'It cut 900 jobs at its plant in Brno.')
  const bare = told.filter(({ claim }) => claim.content.text.includes('900'))
  const texts = [first, before, 'It cut 900 jobs at its plant in Brno.']
  const found = originDrift(bare.map((one) => ({ ...one, text: texts[Number(one.article.slice(1))] ?? '' })))
  expect(found.map(({ kind, articles }) => [kind, articles])).toEqual([['attribution dropped', ['a2']]])
})

test('a number among several keeps to its own word', async () => {
  const found = originDrift(
    await tellings(
      'The dead and injured among the miners have passed 3,000, Anna Kovac said.',
      'Of the miners 3,000, with 300 deaths among them, had to be counted, Anna Kovac said.',
    ),
  )
  expect(found.map(({ kind }) => kind)).not.toContain('measure changed')
})

test('the cost grows with the reports, not with their pairs', async () => {
  const [first, ...more] = await tellings(
    FIRST,
    ...Array.from({ length: 20 }, (_, i) => BARE.replace('collapse', `collapse of shaft ${i + 500}`)),
  )
  const many = (times: number) => [
    first as OriginTelling,
    ...Array.from({ length: times }, (_, i) => ({ ...(more[i % more.length] as OriginTelling), article: `m${i}` })),
  ]
  originDrift(many(100))
  const time = (times: number) => {
    const start = performance.now()
    originDrift(many(times))
    return performance.now() - start
  }
  expect(time(2000)).toBeLessThan(100 + 12 * time(500))
})
