// `hearsay story` on the command line: Readings in, reports out, and what cannot be read told.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const command = join(import.meta.dirname, 'hearsay.ts')
const folder = mkdtempSync(join(tmpdir(), 'story-'))
afterAll(() => rmSync(folder, { recursive: true }))

const span = { start: 0, end: 20 }
const reading = (id: string, headline = 'Ferry lost', text = 'forty boats had left, Marta Oduya said.') => ({
  id,
  article: { outlet: `Paper ${id}`, headline, published: '2031-03-04', text, url: `https://${id}.example/` },
  claims: [
    {
      id: 'c1',
      type: 'indirect',
      content: { ...span, text: text.slice(0, 20) },
      speaker: { name: 'Marta Oduya', kind: 'person', key: 'person:oduia:mrt' },
      chain: [
        { name: `Paper ${id}`, kind: 'outlet', link: 'cites' },
        { name: 'Marta Oduya', kind: 'person', link: 'own reporting' },
      ],
    },
  ],
})
const file = (name: string, ...readings: readonly unknown[]) => {
  const path = join(folder, name)
  writeFileSync(path, readings.map((one) => JSON.stringify(one)).join('\n'))
  return path
}
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [command, 'story', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
  })

const other = 'twelve bridges closed, the minister of roads told parliament on a rainy morning.'
const both = file('both.jsonl', reading('a'), reading('b'), reading('z', 'Bridges closed', other))

test('a story: the sentence, the tree, the articles', () => {
  const { stdout, status } = run([file('ab.jsonl', reading('a'), reading('b'))])
  expect(status).toBe(0)
  expect(stdout).toContain('2 outlets carry this. They trace to 1 origin.')
  expect(stdout).toMatch(/└── Paper a = Paper b\n.*printed credit: cites Marta Oduya/)
  expect(stdout).toContain('Paper b, 2031-03-04 [b]')
})

test('one article', () => {
  const { stdout, status } = run([file('one.jsonl', reading('a'))])
  expect(status).toBe(0)
  expect(stdout).toContain('1 outlet carries this. It traces to 1 origin.')
})

test.each(['text', 'markdown', 'html', 'json'])('nothing at all, as %s', (format) => {
  const { stdout, status } = run([file('empty.jsonl'), '--format', format])
  expect(stdout).toMatch(format === 'json' ? /"stories":\[\]/ : /No articles, so no story/)
  expect(status).toBe(format === 'json' ? 1 : status)
})

test('several stories, the largest first; one by its id; a list', () => {
  const list = run([both, '--list'])
  const [first = '', second = ''] = list.stdout.split('\n')
  expect(first).toMatch(/^s\d+ 2 articles, 4 Mar 2031 Ferry lost$/)
  const one = run([both, '--story', second.split(' ')[0] ?? '', '--format', 'json'])
  expect(JSON.parse(one.stdout).stories.map(({ title }: { title: string }) => title)).toEqual(['Bridges closed'])
  const html = run([both, '--format', 'html'])
  expect(html.stdout.indexOf('Ferry lost')).toBeLessThan(html.stdout.indexOf('Bridges closed'))
})

test('a story that is not there: exit code 1, and which there are', () => {
  const { stdout, stderr, status } = run([both, '--story', 's99'])
  expect([stdout, status]).toEqual(['', 1])
  expect(stderr).toMatch(/there is no story s99\. There are: s\d+, s\d+/)
})

test('what was not read is in the report, and the exit code is 1', () => {
  const bad = file('bad.jsonl', reading('a'), { id: 3 })
  const { stdout, stderr, status } = run([bad, join(folder, 'missing.html')])
  expect(status).toBe(1)
  expect(stderr).toContain('line 2: no Reading')
  expect(stdout).toContain('What was not read')
  expect(stdout).toContain('there is no such file')
})

test('to a file; to one that cannot be written: exit code 1', () => {
  const path = join(folder, 'story.html')
  const { stdout, status } = run([both, '--format', 'html', '--output', path])
  expect([stdout, status]).toEqual(['', 0])
  expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/)
  const failed = run([both, '--output', join(folder, 'no', 'such', 'folder')])
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('could not be written')
})

test('from standard input, and mistakes: exit code 2', () => {
  expect(run(['-', '--list'], JSON.stringify(reading('a'))).stdout).toContain('1 article, 4 Mar 2031')
  expect(run(['-', '-']).status).toBe(2)
  expect(run([both, '--format', 'pdf']).status).toBe(2)
})
