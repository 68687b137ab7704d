// Correcting as people meet it: the command as a child process on a ledger of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import { type ChangeOptions, changesOf, missedOf } from './correct-options.ts'

const command = join(resolve(import.meta.dirname, '../..'), 'src/cli/hearsay.ts')
let folder: string

// A process takes a second or two to start on a busy machine, and one test starts many.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function hearsay(ledger: string, ...args: readonly string[]): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, '--ledger', join(folder, ledger), ...args], {
      env: { ...process.env, HEARSAY_PERSON: 'Kim', NODE_COMPILE_CACHE: join(folder, 'cache') },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
  })
}

const TEXT =
  'The flood killed up to three people in Harbour Town, the mayor Ann Lee said on Monday.\n\nSome 200 families lost their homes, the regional police said.'

test('a claim is shown, corrected, taken back, exported, brought into another ledger, read again and counted', async () => {
  const pages = join(folder, 'pages.jsonl')
  writeFileSync(pages, `${JSON.stringify({ id: 'a', text: TEXT, plain: true, outlet: 'The Bugle' })}\n`)
  for (const ledger of ['one', 'other'])
    expect((await hearsay(ledger, 'ingest', pages, '--engine', 'rules', '--workers', '1')).code).toBe(0)

  const shown = await hearsay('one', 'correct', '1')
  expect(shown.code).toBe(0)
  expect(shown.out).toContain('claim 1, of The Bugle, article 1')
  expect(shown.out).toContain('figure 1: "up to three": low unknown, high 3, measure killed')
  expect(shown.out).toMatch(/in our capture of \d+ \w{3} \d{4} \d\d:\d\d UTC, as claim 1:/)

  const made = await hearsay('one', 'correct', '1', '--speaker', 'Bob Day', '--low', '1', '--why', 'It says so.')
  expect(made.out).toBe('correction 1: the speaker is Bob Day (person)\ncorrection 2: "up to three" has low 1\n')
  expect((await hearsay('one', 'correct', '1')).out).toContain('Bob Day: killed "up to three"')
  expect((await hearsay('one', 'correct', '--undo', '2', '--why', 'Misread.')).code).toBe(0)
  expect((await hearsay('one', 'correct', '--list')).out).toContain('correction 2 (undone)')
  for (const [args, message] of [
    [['1', '--place', 'Kyiv'], 'Say why'],
    [['99', '--hide', '--why', 'x'], 'There is no claim 99'],
    [['--undo', '2', '--why', 'x'], 'not in force'],
  ] as const) {
    const refused = await hearsay('one', 'correct', ...args)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain(message)
  }

  const missed = [
    'correct',
    '--article',
    '1',
    '--missed',
    'in Harbour Town',
    '--speaker',
    'Ann Lee',
    '--why',
    'Overlooked.',
  ]
  expect((await hearsay('one', ...missed)).out).toBe(
    'correction 4, claim 3: a claim was missed, of Ann Lee: "in Harbour Town"\n',
  )
  expect((await hearsay('one', ...missed)).err).toContain('These words are claim 3 already.')
  expect((await hearsay('one', 'correct', '--missed', 'in Harbour Town', '--why', 'x')).err).toContain(
    'wants the article',
  )
  expect((await hearsay('one', 'correct', '--undo', '4', '--why', 'Misread.')).code).toBe(0)

  const cases = join(folder, 'cases.jsonl')
  expect((await hearsay('one', 'corrections', 'export', '--output', cases)).out).toContain('1 claim(s) written')
  expect(JSON.parse(readFileSync(cases, 'utf8'))).toMatchObject({
    text: TEXT,
    corrected: { speaker: { name: 'Bob Day' } },
  })
  expect((await hearsay('other', 'corrections', 'import', cases)).out).toContain('1 correction(s) made; 0 were here')
  expect((await hearsay('other', 'corrections', 'import', cases)).out).toContain('0 correction(s) made; 1 were here')

  expect((await hearsay('one', 'reread', '--engine', 'rules')).out).toContain('0 of 0 version(s)')
  const stats = JSON.parse((await hearsay('one', 'stats', '--json')).out)
  expect(stats).toMatchObject({ articles: 1, claims: 2, corrections: { inForce: 1, undone: 2 } })
  expect((await hearsay('one', 'stats')).out).toMatch(/speaker +0 of 1/)
  expect((await hearsay('one', 'verify')).out).toContain('Nothing was altered or lost')
})

const claim = { figures: [{ text: '300' }, { text: '300' }] } as unknown as Claim
const options = (given: Partial<ChangeOptions>): ChangeOptions => ({ kind: 'person', ...given })

test('options are read as changes', () => {
  expect(changesOf(7, claim, options({ speaker: 'unknown', figure: 2, high: '3,000', unit: 'unknown' }))).toEqual([
    { field: 'speaker', speaker: null },
    { field: 'figure', figure: { text: '300', nth: 1 }, set: { high: 3000, unit: null } },
  ])
  expect(
    changesOf(7, claim, options({ chain: ['Yonhap (outlet, wire)'], happened: '2025-01-03..', said: 'unknown' })),
  ).toEqual([
    { field: 'chain', chain: [{ name: 'Yonhap', kind: 'outlet', link: 'wire' }] },
    { field: 'said', date: null },
    { field: 'happened', start: '2025-01-03', end: null },
  ])
  expect(changesOf(7, claim, options({ oneWith: [8, 8], notWith: [9] }))).toEqual([
    { field: 'origin', how: 'move', one: [7, 8], not: [9] },
  ])
  expect(changesOf(7, claim, options({}))).toEqual([])
  expect(
    changesOf(7, claim, options({ strikeFigure: 2, addFigure: ' a dozen ', nth: 3, low: '12', unit: 'boats' })),
  ).toEqual([
    { field: 'struck figure', figure: { text: '300', nth: 1 } },
    {
      field: 'added figure',
      words: { text: 'a dozen', nth: 2 },
      set: { low: 12, high: null, approximate: false, measure: null, unit: 'boats', of: null, qualifier: null },
    },
  ])
  expect(missedOf('the bridge', options({ speaker: 'Ann Lee', in: 'deck', nth: 2 }))).toMatchObject({
    in: 'deck',
    text: 'the bridge',
    nth: 1,
    speaker: { name: 'Ann Lee', kind: 'person' },
    type: 'indirect',
  })
  expect(missedOf('the bridge', options({ speaker: 'unknown' })).speaker).toBeNull()
})

test.each<[given: Partial<ChangeOptions>, message: string]>([
  [{ low: '3' }, 'say which with --figure 1 to 2'],
  [{ figure: 3, low: '3' }, 'say which'],
  [{ figure: 1 }, '--figure wants what is otherwise'],
  [{ figure: 1, low: 'three' }, '--low wants a number'],
  [{ strikeFigure: 3 }, 'say which'],
  [{ figure: 1, addFigure: 'x', low: '1' }, 'one at a time'],
  [{ chain: ['Yonhap'] }, '--chain wants'],
  [{ happened: 'a..b..c' }, '--happened wants'],
])('%j is not understood', (given, message) => {
  expect(() => changesOf(7, claim, options(given))).toThrow(message)
})
