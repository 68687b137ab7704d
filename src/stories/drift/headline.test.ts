// The headline check end to end: an article's own text read by the rule engine, its headline held against it.
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { readPage } from '../../page/index.ts'
import { type HeadlineCheck, headlineCheck } from './headline.ts'
import { driftWithin, slugOf } from './within.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

async function read(headline: string, text: string, url?: string) {
  const given = { headline, outlet: 'The Harbour Post', published: '2024-05-06' }
  const article = readPage(text, { as: 'article', given, url })
  const [claims = []] = await readClaims([article], engine)
  return { article, claims }
}

async function check(headline: string, text: string): Promise<HeadlineCheck | null> {
  const { article, claims } = await read(headline, text)
  const result = headlineCheck(article, claims)
  for (const { from, to } of result?.drift ?? []) {
    expect(article.text.slice(from.start, from.end)).toBe(from.text)
    expect(headline.slice(to.start, to.end)).toBe(to.text)
  }
  return result
}

const STORM = `The storm killed at least 40 fishermen off the coast of Lom, Governor Anna Kovac said on Monday.

Ships were told to stay in port. The harbour will open again on Friday, a clerk said.`

test('a headline that keeps everything has lost nothing', async () => {
  expect(await check('Storm kills at least 40 fishermen off Lom: Kovac', STORM)).toMatchObject({
    lost: [],
    changed: [],
  })
})

test('a bound that is gone is lost', async () => {
  expect(await check('Storm kills 40 fishermen off Lom: Kovac', STORM)).toMatchObject({
    lost: ['at least'],
    changed: [],
  })
})

test('a bound that the text itself leaves out elsewhere is not lost', async () => {
  const text = `${STORM}\n\nThe 40 fishermen killed by the storm off the coast of Lom were all from one village, Kovac said.`
  expect((await check('Storm kills 40 fishermen off Lom: Kovac', text))?.lost).toEqual([])
})

test('a headline without its source has lost it', async () => {
  const result = await check('A storm killed at least 40 fishermen off the coast of Lom', STORM)
  expect(result?.drift.map(({ kind }) => kind)).toEqual(['attribution dropped'])
})

test('a state in the place of who spoke is changed', async () => {
  const text = 'The missile killed 30 marines near Lom, the Danish defence ministry said on Monday.'
  expect((await check('Denmark: missile killed 30 marines near Lom', text))?.changed).toEqual([
    { from: 'the Danish defence ministry', to: 'Denmark' },
  ])
})

test('a title is no statement, and a headline about something else reports nothing', async () => {
  expect((await check('How storms form: a guide to the coast of Lom', STORM))?.drift).toEqual([])
  expect(await check('Parliament votes on school meals', STORM)).toMatchObject({ claim: null, lost: [], changed: [] })
})

test('there is nothing to check without a headline, and none in a line of a whole page', async () => {
  expect(headlineCheck({ ...(await read('x', STORM)).article, headline: null }, [])).toBeNull()
  expect(await check('Storm kills 40. '.repeat(1000), STORM)).toMatchObject({ claim: null, drift: [] })
})

test('the address and later mentions are held against the fullest telling', async () => {
  const text = `The storm caused 400 casualties off the coast of Lom, Governor Anna Kovac said.

“About 400 casualties” were counted in the storm off the coast, Kovac said.`
  const url = 'https://harbour.example/news/storm-killed-400-off-coast-of-lom-48211.html'
  const { article, claims } = await read('Storm off Lom', text, url)
  const kinds = driftWithin(article, claims).map(({ kind, to }) => [kind, to.in])
  expect(kinds).toContainEqual(['measure changed', 'slug'])
  expect(kinds).toContainEqual(['hedge dropped', 'text'])
})

test('a headline that knows of deaths where the text knows of losses', async () => {
  const text = 'The patrol met smugglers off the coast of Lom and took losses, Governor Anna Kovac said on Monday.'
  const found = await check('Patrol in fatal fight with smugglers off Lom: Kovac', text)
  expect(found?.changed).toEqual([{ from: 'losses', to: 'fatal' }])
  const known = `${text}\n\nOne sailor was killed.`
  expect((await check('Patrol in fatal fight with smugglers off Lom: Kovac', known))?.changed).toEqual([])
})

test('another number in the headline, and one that the text adds up', async () => {
  const text = 'The storm injured 40 fishermen off the coast of Lom, Governor Anna Kovac said on Monday.'
  expect((await check('Storm injures 60 fishermen off Lom: Kovac', text))?.drift.map(({ kind }) => kind)).toEqual([
    'figure changed',
  ])
  const more = `${text} Another 20 fishermen had been injured in a storm in May, Kovac said.`
  expect((await check('Storms injure 60 fishermen off Lom: Kovac', more))?.drift).toEqual([])
})

test('both halves of a headline are held against the text', async () => {
  const text = `The yard of Lom employs 5,000 people, Governor Anna Kovac said on Monday.

The owner plans to cut 9% of its workforce, the Harbour Union said on Tuesday.`
  const found = await check('Fears over 5,000 Lom jobs as owner to cut 9% of workforce', text)
  expect(found?.lost).toContain('plans to')
})

test('the number of a page in its address is no figure', () => {
  expect(slugOf('https://harbour.example/news/storm-kills-forty-off-lom-c-17215776')).toBe('storm kills forty off lom')
})

test('the words of an address', () => {
  expect(slugOf('https://harbour.example/2024/05/storm-kills-forty-off-lom.html?x=1')).toBe('storm kills forty off lom')
  expect(slugOf('https://harbour.example/article/48211')).toBeNull()
  expect(slugOf(null)).toBeNull()
})

test('half characters, other scripts and marks alone do no harm', async () => {
  for (const headline of ['\ud83d 40 \udc00: Kovac', '\u202e40 fishermen', '“”: “', '40', '- - -'])
    expect(await check(headline, `${STORM}\n\n${headline}`)).not.toBeNull()
})

test('three thousand claims and figures are read in time', async () => {
  const text = Array.from({ length: 3000 }, (_, i) => `The storm killed ${i + 21} fishermen, Anna Kovac said.`).join(
    '\n\n',
  )
  const { article, claims } = await read('Storm kills 40 fishermen: Kovac', text)
  const start = performance.now()
  driftWithin(article, claims)
  expect(performance.now() - start).toBeLessThan(3000)
}, 60_000)
