// hearsay cite and hearsay export jsonld as they are typed, on the ledger of the examples.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from '../web/site.ts'

const HEARSAY = join(import.meta.dirname, '../../src/cli/hearsay.ts')
let site: ExampleSite

beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

/** What a command prints, says and ends with. */
function typed(...words: readonly string[]): Promise<{ out: string; said: string; code: number }> {
  const all = [HEARSAY, ...words, '--ledger', site.ledger.name]
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, out, said) => {
      resolve({ out, said, code: typeof error?.code === 'number' ? error.code : 0 })
    })
  })
}

test('claims are cited in the order in which they are named', { timeout: 60_000 }, async () => {
  const { out, code } = await typed('cite', '5', '2', '--format', 'ris', '--address', 'https://hearsay.example/')
  expect(code).toBe(0)
  expect(out.match(/^ID {2}- .*$/gm)).toEqual(['ID  - hearsay-claim-5', 'ID  - hearsay-claim-2'])
  expect(out).toMatch(/^AN {2}- https:\/\/hearsay\.example\/claim\/5\?at=\d+\r?$/m)
})

test('one that is not there is named, and the others are cited', { timeout: 60_000 }, async () => {
  const { out, said, code } = await typed('cite', '2', '9999')
  expect(code).toBe(1)
  expect(said).toContain('there is no claim 9999')
  expect(out).toContain('Hearsay, claim 2: ')
})

test('a claim is exported as a graph, of one thing at a time', { timeout: 60_000 }, async () => {
  const { out, code } = await typed('export', 'jsonld', '--claim', '2', '--address', 'https://hearsay.example')
  expect(code).toBe(0)
  expect(JSON.parse(out)['@graph'][0]['@id']).toBe('https://hearsay.example/claim/2')
  expect(await typed('export', 'jsonld', '--claim', '2', '--article', '1')).toMatchObject({ out: '', code: 2 })
  expect(await typed('export', 'jsonld', '--claim', '9999')).toMatchObject({ out: '', code: 1 })
})
