// `hearsay export` as it is typed: what is there is kept, a file is there whole or not at all, and what goes wrong is said.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordsOf } from '../tables.ts'
import { hearsay, startHearsay, writeCorpus } from './killing.ts'

const PAGES = 48
const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')
/** Runs a command that may write files of 36 KiB: those beside a ledger take 32. */
const SMALL_FILES = ['bash', '-c', 'ulimit -f 36; exec "$@"', 'bash']

let [home, ledger, folder] = ['', '', '']
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hearsay-export-'))
  ledger = join(home, 'a.ledger')
  await writeCorpus(join(home, 'corpus.jsonl'), PAGES)
  const { code, said } = await hearsay(ledger, ['ingest', join(home, 'corpus.jsonl'), '--engine', 'rules'])
  expect([code, said]).toEqual([0, expect.anything()])
}, 120_000)
beforeEach(async () => {
  folder = await mkdtemp(join(home, 'to-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const exported = (...words: string[]) => hearsay(ledger, ['export', ...words])

/** What a shell makes of a command, with what its first part ended with. */
const piped = (line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const command = `"${process.execPath}" "${COMMAND}" --ledger "${ledger}" export ${line}`
    execFile('bash', ['-c', `set -o pipefail; ${command}; echo "ended $?"`], (error, out, said) =>
      error ? reject(error) : resolve(out + said),
    )
  })

describe('what is there', () => {
  test.each([
    ['csv', 'tables', 'tables/claims.csv'],
    ['csv', 'tables.zip', 'tables.zip'],
    ['ucdp-ged', 'ged.csv', 'ged.csv'],
    ['jsonl', 'r.jsonl', 'r.jsonl'],
    ['warc', 'c.warc.gz', 'c.warc.gz'],
  ])(
    '%s to %s is kept, but with --force',
    async (form, to, file) => {
      expect((await exported(form, '--to', join(folder, to))).code).toBe(0)
      const first = await readFile(join(folder, file))
      await writeFile(join(folder, file), 'mine')
      const { code, said } = await exported(form, '--to', join(folder, to))
      expect([code, said]).toEqual([1, expect.stringMatching(/is there already\. --force writes over it\./)])
      expect(await readFile(join(folder, file), 'utf8')).toBe('mine')
      expect((await exported(form, '--to', join(folder, to), '--force')).code).toBe(0)
      expect((await readFile(join(folder, file))).equals(first)).toBe(true)
    },
    60_000,
  )

  test('two exports to one file do not write into each other', async () => {
    const to = join(folder, 'r.jsonl')
    await exported('jsonl', '--to', to)
    const whole = await readFile(to)
    const both = await Promise.all([exported('jsonl', '--to', to, '--force'), exported('jsonl', '--to', to, '--force')])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect((await readFile(to)).equals(whole)).toBe(true)
    expect(await readdir(folder)).toEqual(['r.jsonl'])
  }, 60_000)
})

describe('a file is there whole or not at all', () => {
  test('killed at any moment', async () => {
    const to = join(folder, 'tables')
    for (const [at, wait] of [0, 20, 40, 80, 160].entries()) {
      const running = startHearsay(ledger, ['export', '--to', to, '--force'])
      await running.opened
      await sleep(wait)
      running.kill()
      await running.ended
      const there = (await readdir(to).catch(() => [])).filter((name) => !name.startsWith('.'))
      // The descriptor comes last: with it all is there.
      if (there.includes('datapackage.json')) expect([at, there.length]).toEqual([at, 9])
      for (const name of there.filter((one) => one.endsWith('.csv')))
        expect((await readFile(join(to, name), 'utf8')).endsWith('\r\n'), name).toBe(true)
    }
    expect((await exported('--to', to, '--force')).code).toBe(0)
    expect(recordsOf(await readFile(join(to, 'articles.csv'), 'utf8')).length).toBe(PAGES)
  }, 120_000)

  test('stopped by a signal, nothing is left', async () => {
    const running = startHearsay(ledger, ['export', '--to', join(folder, 'tables')])
    await running.opened
    running.kill('SIGTERM')
    const { code } = await running.ended
    if (code !== 0) expect(await readdir(join(folder, 'tables')).catch(() => [])).toEqual([])
  }, 60_000)

  test.each([
    ['csv', 'tables'],
    ['jsonl', 'r.jsonl'],
    ['warc', 'c.warc'],
  ])(
    '%s to %s where there is no room',
    async (form, to) => {
      const { code, said } = await startHearsay(ledger, ['export', form, '--to', join(folder, to)], SMALL_FILES).ended
      expect([code, said]).toEqual([1, expect.stringMatching(/takes no file so large\. Nothing of it was left\./)])
      expect(said).not.toMatch(/Error|anonymous|\n {4}at /)
      expect((await readdir(folder, { recursive: true })).filter((name) => name !== to)).toEqual([])
    },
    60_000,
  )
})

describe('what goes wrong', () => {
  test.each([
    [1, 'there is no story 987654', ['csv', '--story', '987654', '--to', 'x.zip']],
    [1, 'nothing was chosen by search zeppelin', ['csv', '--search', 'zeppelin', '--to', 'x.zip']],
    [1, 'there is no such article or claim', ['jsonld', '--claim', '987654']],
    [2, 'with digits', ['csv', '--search', 'figure:many', '--to', 'x.zip']],
    [2, 'there is no table nope', ['csv', '--table', 'nope', '--to', 'x.csv']],
    [2, 'one of csv, ucdp-ged', ['xml']],
    [2, 'these are several files', ['csv']],
    [2, 'go with csv, not with warc', ['warc', '--bom', '--to', 'x.warc']],
    [2, 'go with jsonld, not with jsonl', ['jsonl', '--claim', '1']],
    [2, 'a graph is of one thing', ['jsonld', '--claim', '1', '--story', '1']],
    [2, 'the number of a story', ['csv', '--story', '0', '--to', 'x.zip']],
  ])(
    'ends with %i: %s',
    async (code, words, given) => {
      const ended = await startHearsay(
        ledger,
        ['export', ...given],
        ['bash', '-c', `cd "${folder}"; exec "$@"`, 'bash'],
      ).ended
      expect([ended.code, ended.said]).toEqual([code, expect.stringContaining(words)])
      expect(ended.said).not.toMatch(/\n {4}at |anonymous/)
      expect(await readdir(folder)).toEqual([])
    },
    60_000,
  )
})

describe('standard output', () => {
  test.each([
    ['csv --table claims', 'claim,article,'],
    ['ucdp-ged', 'id,relid,'],
    ['jsonl', '{"id":'],
    ['warc --to -', ''],
  ])(
    '%s ends quietly when its reader has gone',
    async (line, begins) => {
      const said = await piped(`${line} | head -c 10 | base64 -w0`)
      expect(said).toMatch(/ended 0\n/)
      expect(said).not.toMatch(/EPIPE|hearsay: /)
      expect(Buffer.from(said.split('ended')[0] ?? '', 'base64').toString()).toContain(begins.slice(0, 10))
    },
    60_000,
  )

  test('has the bytes that a file has', async () => {
    await exported('csv', '--table', 'figures', '--to', join(folder, 'f.csv'))
    await piped(`csv --table figures > "${join(folder, 'g.csv')}"`)
    expect((await readFile(join(folder, 'f.csv'))).equals(await readFile(join(folder, 'g.csv')))).toBe(true)
  }, 60_000)
})
