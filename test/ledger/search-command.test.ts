// `hearsay search` on the command line: what is found, what is not, and what was not understood.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { tell } from './telling.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'hearsay.ts')
const folder = mkdtempSync(join(tmpdir(), 'search-'))
const file = join(folder, 'a.ledger')

beforeAll(async () => {
  const ledger = await openLedger(file)
  const texts = [
    'Up to 300 workers were killed when the old bridge fell, Mayor Marta Oduya said on Monday.',
    'The bridge had not been inspected for years, an official said.',
    'At least 20 boats were lost in the storm, the Harbour Authority said.',
  ]
  for (const [i, text] of texts.entries()) await tell(ledger, text, { url: `https://news.example/${i}` })
  await ledger.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'search', '--ledger', file, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
  })
  return { stdout, stderr, status }
}

test('claims with who said it, where it stands and its figures', () => {
  const { stdout, status } = run('bridge', 'figure:>=100')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^1 claim\(s\)\n\nclaim:\d+ Marta Oduya\n/)
  expect(stdout).toContain('killed "Up to 300" of workers')
  expect(stdout).toContain('The Bugle')
  expect(stdout).toContain('https://news.example/0')
})

test('results page by page', () => {
  const first = run('bridge', '--limit', '1')
  const place = /--after\s+(\S+)\n/.exec(first.stdout)?.[1] ?? ''
  const second = run('bridge', '--limit', '1', '--after', place)
  expect([first.status, second.status]).toEqual([0, 0])
  expect(second.stdout.split('\n')[0]).not.toBe(first.stdout.split('\n')[2])
  expect(run('storm', '--after', place)).toMatchObject({ status: 2, stdout: '' })
})

test('JSON with the query as it is always written, and a result a line', () => {
  const results = JSON.parse(run('--json', ' bridge   Published:2025 -storm ').stdout)
  expect(results).toMatchObject({ query: 'bridge published:2025-01-01..2025-12-31 -storm', found: { isMore: false } })
  const lines = run('--jsonl', 'bridge').stdout.trim().split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    const { content, marks } = JSON.parse(line)
    expect(marks.content.map(({ start, end }: { start: number; end: number }) => content.slice(start, end))).toEqual([
      'bridge',
    ])
  }
  expect(JSON.parse(run('--articles', '--json', 'storm').stdout).hits).toMatchObject([
    { outlet: 'The Bugle', claims: 1 },
  ])
})

test('what finds nothing, and a ledger with nothing in it', async () => {
  expect(run('bridge', 'speaker:odua')).toMatchObject({
    status: 1,
    stdout: 'Nothing was found by bridge speaker:odua\n  nothing has speaker:odua; there is Marta Oduya\n',
  })
  expect(run('storm', 'bridge').stdout).toContain('nothing has all of them')
  const empty = join(folder, 'empty.ledger')
  await (await openLedger(empty)).close()
  expect(run('--ledger', empty, 'bridge')).toMatchObject({ status: 1, stdout: expect.stringContaining('hearsay add') })
  expect(run('--ledger', join(folder, 'none.ledger'), 'bridge')).toMatchObject({ status: 1, stdout: '' })
})

test('a query that is not understood, with the place', () => {
  const { stderr, status } = run('bridge figure:many')
  expect(status).toBe(2)
  expect(stderr).toContain('  bridge figure:many\n         ^^^^^^^^^^^\n')
})
