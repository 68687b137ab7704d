// Answers that are kept: found again byte for byte, never half, never more than there is room for.
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questionOf } from '../../claims/language-model/question.ts'
import { keptIn, keptInMemory, nameOf } from './kept.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hearsay-kept-'))
})
afterAll(() => rmSync(root, { recursive: true }))

const named = (passage: string, model = 'parrot') => nameOf(model, questionOf(passage))
const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

test('a name tells model and passage apart', () => {
  expect(named('It rained.')).toMatch(/^[\da-f]{64}$/)
  expect(named('It rained.')).toBe(named('It rained.'))
  expect(new Set([named('It rained.'), named('It poured.'), named('It rained.', 'owl')]).size).toBe(3)
})

test.each([
  ['in a folder', () => keptIn({ folder: join(root, 'one'), bytes: 1e6 })],
  ['in memory', () => keptInMemory()],
])('%s, an answer is found again as it was', async (_, open) => {
  const kept = open()
  const answer = { text: 'naïve 😀 \u2028 {"a":1}\n', tokens: null }
  expect(await kept.get(named('a'))).toBeNull()
  await kept.put(named('a'), answer)
  expect(await kept.get(named('a'))).toEqual(answer)
  expect(await kept.get(named('b'))).toBeNull()
})

test('a folder is its owner’s alone, and holds no half files', async () => {
  const folder = join(root, 'alone')
  const kept = keptIn({ folder, bytes: 1e6 })
  await Promise.all(Array.from({ length: 20 }, (_, i) => kept.put(named('same'), { text: `${i}`, tokens: i })))
  expect(filesIn(folder)).toHaveLength(1)
  expect((await kept.get(named('same')))?.text).toMatch(/^\d+$/)
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect(statSync(filesIn(folder)[0] ?? '').mode & 0o077).toBe(0)
})

test('what was spoilt is not there', async () => {
  const folder = join(root, 'spoilt')
  const kept = keptIn({ folder, bytes: 1e6 })
  await kept.put(named('a'), { text: 'yes', tokens: 1 })
  const [path = ''] = filesIn(folder)
  for (const content of ['', '{"name":', '{"name":"x","text":"no","tokens":1}', 'null', '\u0000'.repeat(100)]) {
    writeFileSync(path, content)
    expect(await kept.get(named('a'))).toBeNull()
  }
})

test('the oldest go when there is no room', async () => {
  const folder = join(root, 'room')
  const kept = keptIn({ folder, bytes: 10_000 })
  for (let i = 0; i < 30; i++) {
    await kept.put(named(`${i}`), { text: 'x'.repeat(900), tokens: null })
    for (const path of filesIn(folder)) if (statSync(path).mtimeMs > 1e12) utimesSync(path, i, i)
  }
  const held = filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)
  expect(held).toBeLessThanOrEqual(10_000)
  expect(held).toBeGreaterThan(5_000)
  expect(await kept.get(named('0'))).toBeNull()
  expect(await kept.get(named('29'))).not.toBeNull()
})

test('a folder that cannot be written to keeps nothing, and is no error', async () => {
  const folder = join(root, 'file')
  writeFileSync(folder, '')
  const kept = keptIn({ folder, bytes: 1e6 })
  await kept.put(named('a'), { text: 'yes', tokens: 1 })
  expect(await kept.get(named('a'))).toBeNull()
})
