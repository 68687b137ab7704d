// docs/api.md as its readers try it: every command and the program in it are run, and answer what stands below them.
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from './site.ts'

const ROOT = join(import.meta.dirname, '../..')
const ADDRESS = 'http://127.0.0.1:4316'
const run = promisify(execFile)
const text = readFileSync(join(ROOT, 'docs/api.md'), 'utf8')

/** What stands in a fenced block, with its kind. */
const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, body = '']) => ({ kind, body }))

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

const here = (words: string): string => words.replaceAll(ADDRESS, site.address)
const asWritten = (words: string): string => words.replaceAll(site.address, ADDRESS)

describe('docs/api.md', () => {
  const commands = blocks.flatMap(({ kind, body }, at) =>
    kind === 'sh' ? [[body.trim(), blocks[at + 1]] as const] : [],
  )
  const hasCurl = spawnSync('curl', ['--version']).status === 0

  test.skipIf(!hasCurl).each(commands)('%.100s', async (command, below) => {
    const { stdout } = await run('sh', ['-c', here(command)], { env: { ...process.env, TOKEN: 'none' } })
    const answer = JSON.parse(asWritten(stdout)) as { status?: number; isInForce?: boolean }
    if (below?.kind === 'json') expect(answer).toEqual(JSON.parse(below.body))
    else expect(answer.isInForce).toBe(true)
  })

  test('the program', async () => {
    const at = blocks.findIndex(({ kind }) => kind === 'js')
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-client-'))
    const file = join(folder, 'example.mjs')
    const program = here(blocks[at]?.body ?? '').replace('hearsay/client', join(ROOT, 'src/client/index.ts'))
    await writeFile(file, program)
    const { stdout } = await run(process.execPath, [file])
    await rm(folder, { recursive: true })
    expect(stdout).toBe(blocks[at + 1]?.body)
  })

  test('every path in its table is one of the API', async () => {
    const document = (await (await site.ask('/api/v1/openapi.json')).json()) as { paths: object }
    const table = text.slice(text.indexOf('| ask for'), text.indexOf('## What records'))
    const whole = [
      ...table.matchAll(
        /`(\/(?:claims|search|articles|stories|sources|developments|corrections|position|stats|methods)[^`?]*)/g,
      ),
    ]
    const known = Object.keys(document.paths)
    for (const [, path = ''] of whole) expect(known.some((one) => one === path || one.endsWith(path))).toBe(true)
  })
})
