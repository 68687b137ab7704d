// A language model at the command line: set or not, answering or not, at once and in a ledger.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { byTheRules, json, startLanguageModel } from './language-model.ts'

vi.setConfig({ testTimeout: 120_000 })

const root = resolve(import.meta.dirname, '..')
const page = 'examples/layoffs-wire.html'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-lm-command-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function hearsay(environment: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/hearsay.ts', ...args], {
    cwd: root,
    env: { ...process.env, HEARSAY_LM_URL: '', HEARSAY_LM_MODEL: 'parrot', HEARSAY_LM_CACHE: 'no', ...environment },
  })
  child.stdin.end()
  const closed = new Promise((done) => child.on('close', done))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await closed, out, err }
}

test.each([
  ['read', page],
  ['--ledger', 'LEDGER', 'add', page],
  ['--ledger', 'LEDGER', 'serve'],
  ['check', 'examples/drafts/harbour.md'],
  ['story', page],
])('%s %s: where none is set, says what to set before anything is done', async (...args) => {
  const ledger = join(folder, 'unset.ledger')
  const given = args.map((arg) => arg.replace('LEDGER', ledger))
  const { code, out, err } = await hearsay({}, ...given, '--engine', 'language-model')
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/No language model is set: HEARSAY_LM_URL is missing/)
})

test('read tells what was offered, and what of it was dropped', async () => {
  await using server = await startLanguageModel((asked) => {
    const { attributions } = JSON.parse(byTheRules(asked))
    return JSON.stringify({ attributions: [...attributions, { source: 'The king', cue: 'said', content: 'yes' }] })
  })
  const set = { HEARSAY_LM_URL: server.url }
  const { code, out } = await hearsay(set, 'read', page, '--engine', 'language-model')
  expect(code).toBe(0)
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /language model: \d+ attributions offered, \d+ found in the text; dropped: 3 not in the text/,
  )
  expect(out).toContain('Pete Lindqvist')
  const { anchoring, claims } = JSON.parse(
    (await hearsay(set, 'read', page, '--json', '--engine', 'language-model')).out,
  )
  expect(anchoring.dropped).toEqual({ 'not in the text': 3 })
  expect(claims.some(({ why }: { why: string }) => why.includes('language model parrot'))).toBe(true)
})

test('an input that is not answered is an error, or read by the rules where that was asked for', async () => {
  await using server = await startLanguageModel((_, response) => void json(response, { error: 'no such model' }, 404))
  const set = { HEARSAY_LM_URL: server.url }
  const failed = await hearsay(set, 'read', page, '--engine', 'language-model')
  expect([failed.code, failed.out]).toEqual([1, ''])
  expect(failed.err).toMatch(/layoffs-wire\.html: its claims could not be read: .*HTTP 404.*no such model/)
  const instead = await hearsay(set, 'read', page, '--engine', 'language-model', '--fallback', 'rules')
  expect(instead.code).toBe(0)
  expect(instead.out.replace(/\s+/g, ' ')).toContain('found by the engine “rules” instead: ')
})

test('a ledger keeps what one model was asked apart from what another was', async () => {
  await using server = await startLanguageModel(byTheRules)
  const ledger = join(folder, 'asked.ledger')
  const set = { HEARSAY_LM_URL: server.url }
  expect((await hearsay(set, '--ledger', ledger, 'add', page, '--engine', 'language-model')).code).toBe(0)
  const owl = { ...set, HEARSAY_LM_MODEL: 'owl' }
  const reread = await hearsay(owl, '--ledger', ledger, 'reread', '--engine', 'language-model')
  expect(reread.out).toMatch(/1 of 1 version\(s\) read again by language-model .* owl asked [\da-f]{12}/)
  const { out } = await hearsay({}, '--ledger', ledger, 'stats')
  expect(out).toMatch(/by language-model .* parrot asked [\da-f]{12}/)
  expect(out).toMatch(/by language-model .* owl asked [\da-f]{12}, 1 of them count/)
})
