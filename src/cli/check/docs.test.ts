// Every rule has a page, and what the page shows is so: each bad example has the finding, each good one has not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import { loadEngine } from '../../claims/engines.ts'
import { checked } from './checked.ts'
import { LISTED } from './ids.ts'

const folder = join(import.meta.dirname, '../../../docs/rules')
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('model')
})

const examples = readdirSync(folder).flatMap((file) => {
  const page = readFileSync(join(folder, file), 'utf8')
  return Array.from(page.matchAll(/^```markdown (bad|good)\n([\s\S]*?)^```$/gm), ([, kind = '', draft = ''], i) => ({
    rule: file.replace(/\.md$/, ''),
    kind,
    draft,
    number: i + 1,
  }))
})

test('every rule has its page, and every page its rule', () => {
  expect(readdirSync(folder).sort()).toEqual(LISTED.map(({ id }) => `${id}.md`))
})

describe.each(LISTED)('$id', ({ id, severity }) => {
  const own = examples.filter(({ rule }) => rule === id)
  const page = readFileSync(join(folder, `${id}.md`), 'utf8')

  test('has a page with all its parts', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true)
    expect(page).toContain(`Default severity: **${severity}**`)
    for (const part of ['Found', 'Not found', 'What it does not see', 'Switching it off'])
      expect(page).toContain(`\n## ${part}\n`)
    expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']))
  })

  test.each(own)('example $number: $kind', async ({ kind, draft }) => {
    const rules = severity === 'off' ? { [id]: 'warning' as const } : {}
    const { reported, refusal } = await checked('a.md', Buffer.from(draft), null, engine, {
      rules,
      maxWarnings: null,
      docs: null,
    })
    expect(refusal).toBeNull()
    const found = reported.filter(({ rule }) => rule === id)
    expect(
      found.length > 0 ? 'bad' : 'good',
      JSON.stringify(reported.map(({ rule, message }) => [rule, message])),
    ).toBe(kind)
  })
})
