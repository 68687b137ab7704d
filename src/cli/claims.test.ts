// A claim on one line: lineage, gist, chips.
import { expect, test } from 'vitest'
import type { Claim, Figure, Link } from '../claims/claim.ts'
import { NOTHING } from '../page/article.ts'
import { chosen, claimLine } from './claims.ts'

const at = { start: 10, end: 20 }
const article = { ...NOTHING, outlet: 'INQUIRER.net' }

const link = (name: string, kind: Link['kind'] = 'outlet'): Link => ({ name, kind, link: 'quotes', anchor: null })

const figure = (text: string, more: Partial<Figure> = {}): Figure => ({
  ...at,
  text,
  low: null,
  high: null,
  approximate: false,
  qualifier: null,
  unit: 'people',
  measure: 'killed',
  of: null,
  ...more,
})

const claim = (more: Partial<Claim> = {}): Claim => ({
  id: 'c3',
  in: 'text',
  type: 'indirect',
  act: 'speech',
  source: null,
  cue: null,
  content: { ...at, text: 'the road is closed', parts: [at] },
  speaker: { name: 'Volodymyr Zelensky', kind: 'person', key: null },
  chain: [],
  hedges: [],
  figures: [],
  place: null,
  eventTime: null,
  saidTime: null,
  confidence: 0.9,
  why: '',
  ...more,
})

const line = (more: Partial<Claim> = {}) => claimLine(claim(more), article)

test('from the speaker outward, the outlet of the page left out', () => {
  const chain = [
    link('INQUIRER.net'),
    link('Yonhap'),
    link('RBC-Ukraine'),
    link('Volodymyr Zelensky', 'person'),
    link('Ukraine’s military (report)', 'document'),
  ]
  const lost = figure('“up to a battalion”', { unit: 'battalion', measure: 'lost', of: 'soldiers and paratroopers' })
  const made = {
    chain,
    figures: [lost],
    place: { ...at, text: 'Kursk', name: 'Kursk' },
    eventTime: { text: 'today and yesterday', start: '2025-01-03', end: '2025-01-04', anchor: at },
    saidTime: { text: 'Saturday', date: '2025-01-04', anchor: at },
  }
  expect(line(made)).toBe(
    'Volodymyr Zelensky, citing Ukraine’s military (report) <- RBC-Ukraine <- Yonhap: lost "up to a battalion" (soldiers and paratroopers; Kursk; 3-4 Jan 2025; said 4 Jan 2025)',
  )
})

test('a statement without figures is told in its own words', () => {
  expect(line({ chain: [link('Another Paper')] })).toBe('Volodymyr Zelensky <- Another Paper: "the road is closed"')
  expect(line({ speaker: null, type: 'none' })).toBe('unattributed: "the road is closed"')
  const outlet = { name: 'INQUIRER.net', kind: 'outlet', key: null } as const
  const own = { speaker: outlet, type: 'none', chain: [link('INQUIRER.net'), link('Yonhap')] } as const
  expect(line(own)).toBe('unattributed <- Yonhap: "the road is closed"')
  const words = (text: string) => line({ content: { ...at, text, parts: [at] } })
  expect(words('that it would “never” close')).toBe('Volodymyr Zelensky: "it would “never” close"')
  expect(words('“We never close,”')).toBe('Volodymyr Zelensky: "We never close"')
  expect(words('“most” of “it”')).toBe('Volodymyr Zelensky: “most” of “it”')
})

test.each<[Partial<Figure>, string]>([
  [{ high: 500 }, '<= 500'],
  [{ low: 3000 }, '>= 3,000'],
  [{ low: 11_000, high: 11_000, approximate: true }, '~11,000'],
  [{ low: 10_000, high: 12_000 }, '10,000-12,000'],
  [{ low: 9, high: 9, unit: 'percent' }, '9 percent'],
  [{ low: 0.5, high: 1234.5 }, '0.5-1,234.5'],
  [{ high: 4200, unit: 'jobs', of: 'jobs' }, '<= 4,200 jobs'],
  [{ low: 1_500_000, high: 2e9, unit: 'US dollars' }, '1.5 million-2 billion US dollars'],
])('how many: %j', (bounds, chip) => {
  expect(line({ figures: [figure('so many', bounds)] })).toBe(`Volodymyr Zelensky: killed "so many" (${chip})`)
})

test('vague words stay words', () => {
  expect(line({ figures: [figure('several hundred', { measure: null, of: 'troops' })] })).toBe(
    'Volodymyr Zelensky: "the road is closed" ("several hundred"; troops)',
  )
})

test('hedges outside the figures, beliefs, and what is in the headline say so', () => {
  const hedge = { text: 'reportedly', kind: 'hearsay' as const, scope: at }
  const hedges = [
    { ...hedge, start: 1, end: 5 },
    { ...hedge, ...at, text: 'about' },
  ]
  expect(line({ hedges, figures: [figure('about ten', { low: 10, high: 10, approximate: true })] })).toContain(
    '(~10; hedged "reportedly")',
  )
  expect(line({ in: 'headline', act: 'belief', confidence: 0.21 })).toContain(
    '(in the headline; belief; confidence 0.21)',
  )
})

test('which claims are shown', () => {
  const claims = [claim(), claim({ confidence: 0.25 }), claim({ act: 'intention' })]
  const count = (all: boolean, minConfidence: number | null) => chosen(claims, { all, minConfidence }).length
  expect(count(false, null)).toBe(1)
  expect(count(false, 0.2)).toBe(2)
  expect(count(true, null)).toBe(3)
  expect(count(true, 0.95)).toBe(0)
})
