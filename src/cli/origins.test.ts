// `hearsay origins` on the command line: Readings in, origins out, bad lines told.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const command = join(import.meta.dirname, 'hearsay.ts')
const span = { start: 0, end: 20 }
const reading = (id: string) => ({
  id,
  article: {
    outlet: `Paper ${id}`,
    headline: 'Ferry lost',
    published: '2031-03-04',
    text: 'forty boats had left, Marta Oduya said.',
  },
  claims: [
    {
      id: 'c1',
      type: 'indirect',
      content: { ...span, text: 'forty boats had left' },
      speaker: { name: 'Marta Oduya', kind: 'person', key: 'person:oduia:mrt' },
      chain: [
        { name: `Paper ${id}`, kind: 'outlet', link: 'cites' },
        { name: 'Marta Oduya', kind: 'person', link: 'own reporting' },
      ],
    },
  ],
})
const file = join(mkdtempSync(join(tmpdir(), 'origins-')), 'readings.jsonl')

test('one origin a line, as the contract has it', () => {
  writeFileSync(file, ['a', 'b'].map((id) => JSON.stringify(reading(id))).join('\n'))
  const lines = execFileSync(process.execPath, [command, 'origins', '--jsonl', file], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    origin: 'o1',
    speaker: 'Marta Oduya',
    said: null,
    claims: ['a#c1', 'b#c1'],
  })
})

test('for people: the sentence, and a bad line named', () => {
  writeFileSync(file, `${JSON.stringify(reading('a'))}\n${JSON.stringify(reading('b'))}\n{"id": 3}`)
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'origins', file], { encoding: 'utf8' })
  expect(stdout).toContain('2 outlets carry this. They trace to 1 origin.')
  expect(stderr).toContain('line 3: no Reading')
  expect(status).toBe(1)
})
