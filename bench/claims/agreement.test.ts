// Our counts are those of the scorers that came with the data, figure by figure, on readings made for the purpose:
// the gold itself, spoilt in a regular way. Skipped where the data or the scorers are missing, and says so.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { scorersFolder } from '../data.ts'
import { type GoldArticle, goldArticles, goldFolder, measures, scoreGold } from './gold.ts'
import { type CompareOptions, type MarkedText, markedTexts, polnearFolder, roles, scorePolnear } from './polnear.ts'
import { f1Of, precisionOf, type Rate, recallOf, type Tally } from './rates.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-score-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Are the scorer and its data there? Says which of them is not. */
function here(scorer: string, data: string): boolean {
  const missing = [join(scorersFolder, scorer), data].filter((path) => !existsSync(path))
  if (missing.length > 0)
    console.log(
      `bench/claims/agreement.test.ts, ${scorer}, was skipped: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not there. They are no part of this repository.`,
    )
  return missing.length === 0
}
const percent = (share: number) => (100 * share).toFixed(1)

/** Every number that a scorer prints. */
const numbersOf = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? []

function scored(scorer: string, args: readonly string[], readings: readonly object[]): string[] {
  const file = join(folder, 'readings.jsonl')
  writeFileSync(file, readings.map((reading) => JSON.stringify(reading)).join('\n'))
  return execFileSync(process.execPath, [join(scorersFolder, scorer), ...args, file], { encoding: 'utf8' })
    .split('\n')
    .slice(scorer === 'gold.mjs' ? 2 : 1)
    .flatMap((line) => numbersOf(line.replace(/^.*?(?=\s{2,})|F1/g, '')))
}

const claimOf = (made: Partial<Claim>): Claim => ({
  id: 'c1',
  in: 'text',
  type: 'indirect',
  act: 'speech',
  source: null,
  cue: null,
  content: { start: 0, end: 0, text: '', parts: [] },
  speaker: null,
  chain: [],
  hedges: [],
  figures: [],
  place: null,
  eventTime: null,
  saidTime: null,
  confidence: 0.5,
  why: '',
  ...made,
})

const nowhere = { start: 0, end: 0 }

/** The gold claims as claims read, each seventh left out and the others wrong in one thing or another. */
function spoiltClaims({ claims }: GoldArticle): Claim[] {
  return claims.flatMap((gold, n) => {
    if (n % 7 === 6) return []
    const words = gold.content.split(' ')
    const text = n % 5 === 4 ? words.slice(0, Math.ceil(words.length / 2)).join(' ') : gold.content
    return claimOf({
      id: gold.id,
      type: n % 4 === 3 ? 'none' : n % 3 === 2 ? 'direct' : gold.type,
      content: { ...nowhere, text, parts: [] },
      speaker: n % 6 === 5 ? null : { name: gold.speaker?.split(' ').at(-1) ?? '', kind: 'person', key: null },
      chain: gold.chain
        .filter((_, at) => (n + at) % 4 !== 3)
        .map((name) => ({ name, kind: 'outlet', link: 'cites', anchor: null })),
      hedges: (gold.hedges ?? []).map((words, at) => ({
        ...nowhere,
        text: at === 1 ? 'perhaps' : words,
        kind: 'modal',
        scope: nowhere,
      })),
      figures: gold.figures.map(({ text, low, high }, at) => ({
        ...nowhere,
        text,
        low: (n + at) % 5 === 0 ? 7 : low,
        high,
        approximate: false,
        qualifier: null,
        unit: null,
        measure: null,
        of: null,
      })),
      eventTime: gold.event_time && {
        text: '',
        start: n % 3 === 0 ? '2025-01' : (gold.event_time.start ?? null),
        end: gold.event_time.end ?? null,
        anchor: nowhere,
      },
      saidTime: gold.said_time && { text: '', date: gold.said_time.date ?? null, anchor: nowhere },
    })
  })
}

test.skipIf(!here('gold.mjs', goldFolder))('the gold stories', () => {
  const articles = goldArticles()
  const readings = articles
    .filter((_, n) => n % 10 !== 9)
    .map((article, n) => ({
      id: article.id,
      claims: spoiltClaims(article),
      headline: n % 2 === 0 ? { lost: article.headline_check?.lost ?? [], changed: ['nothing'] } : null,
    }))
  const { tallies, rates } = scoreGold(articles, new Map(readings.map((reading) => [reading.id, reading])))
  const row = (tally: Tally) => [
    ...[f1Of(tally), precisionOf(tally), recallOf(tally)].map(percent),
    `${tally.wanted}`,
    `${tally.found}`,
  ]
  const line = ({ right, of }: Rate) => [percent(of > 0 ? right / of : 0), `${right}`, `${of}`]
  const ours = [
    ...measures.flatMap((name) => row(tallies[name])),
    ...(['speaker', 'type', 'chain', 'bounds', 'eventTime', 'saidTime'] as const).flatMap((name) => line(rates[name])),
  ]
  expect(ours).toEqual(scored('gold.mjs', [goldFolder], readings))
})

/** The marked relations as claims read, some left out, some with a part cut off. */
function spoiltRelations({ text, relations }: MarkedText): Claim[] {
  const span = (start: number, end: number) => ({ start, end, text: text.slice(start, end) })
  return relations.flatMap(({ source, cue, content }, n) => {
    const [first, last] = [content[0], content.at(-1)]
    if (n % 6 === 5 || !first || !last) return []
    const early = n % 4 === 3 ? 12 : 0
    return claimOf({
      source: source[0] && n % 9 !== 8 ? span(source[0].start, source[0].end) : null,
      cue: cue[0] ? span(cue[0].start, cue[0].end) : null,
      content: {
        ...span(first.start, last.end),
        parts: content.map(({ start, end }) => ({ start, end: Math.max(start + 1, end - early) })),
      },
      confidence: (n % 10) / 10,
    })
  })
}

const ways: readonly (readonly [string[], CompareOptions])[] = [
  [[], {}],
  [['--speech'], { speech: true }],
  [['--speech', '--min-confidence', '0.4'], { speech: true, minConfidence: 0.4 }],
]

test.skipIf(!here('attributions.mjs', polnearFolder)).each(ways)('PolNeAR %j', (args, options) => {
  const texts = markedTexts()
  const readings = texts
    .filter((_, n) => n % 8 !== 7)
    .map((marked) => ({ id: marked.id, claims: spoiltRelations(marked) }))
  const score = scorePolnear(texts, new Map(readings.map(({ id, claims }) => [id, claims])), options)
  const ours = [...roles, 'half' as const, 'exact' as const].flatMap((name) => {
    const tally = score[name]
    return [...[f1Of(tally), precisionOf(tally), recallOf(tally)].map(percent), `${tally.wanted}`, `${tally.found}`]
  })
  expect(ours).toEqual(scored('attributions.mjs', [polnearFolder, ...args], readings))
})
