// Engines side by side, on two texts written for the purpose and a language model that answers as it is told here.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { byTheRules, startLanguageModel } from '../../test/language-model.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-comparison-'))
  const words = ['The mayor', 'said', 'the old bridge was safe']
  const sentence = `${words.join(' ')}.`
  mkdirSync(join(folder, 'polnear/dev/text'), { recursive: true })
  mkdirSync(join(folder, 'polnear/dev/attributions'))
  for (const [name, after] of [
    ['one', ''],
    ['two', ' Nothing else was known of it.'],
  ]) {
    const marks = ['Source', 'Cue', 'Content'].map((role, i) => {
      const start = sentence.indexOf(words[i] ?? '')
      return `T${i + 1}\t${role} ${start} ${start + (words[i] ?? '').length}\t${words[i]}`
    })
    const relation = 'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3'
    writeFileSync(join(folder, `polnear/dev/text/${name}.txt`), `${sentence}${after}`)
    writeFileSync(join(folder, `polnear/dev/attributions/${name}.ann`), [...marks, relation].join('\n'))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

async function bench(engines: string, environment: NodeJS.ProcessEnv, ...more: string[]) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'run.ts'), '--polnear', '--engine', engines, ...more],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, HEARSAY_DATA: folder, HEARSAY_LM_URL: '', HEARSAY_LM_CACHE: 'no', ...environment },
    },
  )
  const closed = new Promise((done) => child.on('close', done))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await closed, out, err }
}

test('each engine has its column; a language model tells besides what it offered and took', async () => {
  await using server = await startLanguageModel((asked) => {
    if (asked.passage.includes('Nothing')) return 'no'
    const { attributions } = JSON.parse(byTheRules(asked))
    return JSON.stringify({ attributions: [...attributions, { source: 'The king', cue: 'said', content: 'yes' }] })
  })
  const set = { HEARSAY_LM_URL: server.url, HEARSAY_LM_MODEL: 'parrot' }
  const { code, out } = await bench('rules,language-model', set)
  expect(code).toBe(0)
  const row = (label: string) =>
    out
      .split('\n')
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trim()
      .split(/\s+/)
  expect(row('PolNeAR dev, relation, half, F1')).toEqual(['100.0', '66.7'])
  expect(row('texts that could not be read, counted as texts without claims')).toEqual(['0', '1'])
  expect(row('attributions offered')).toEqual(['-', '2'])
  expect(row('attributions kept')).toEqual(['-', '1'])
  expect(row('dropped: not in the text')).toEqual(['-', '1'])
  expect(row('tokens')).toEqual(['-', '297'])
  expect(out).toMatch(/language-model parrot: two: .*no JSON/)
  const { engines } = JSON.parse((await bench('language-model', set, '--json', '--texts', '1')).out)
  expect(engines).toMatchObject([{ engine: 'language-model parrot', texts: 1, anchoring: { offered: 2, kept: 1 } }])
})

test('a language model that is not set is left out, and that is said', async () => {
  const { code, out, err } = await bench('rules,language-model', {})
  expect(code).toBe(0)
  expect(err).toMatch(/language-model is left out\. No language model is set: HEARSAY_LM_URL/)
  expect(out.split('\n')[0]?.trim()).toBe('rules')
})
