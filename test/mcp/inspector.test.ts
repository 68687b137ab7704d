// The official inspector in its command-line form, strict: no complaint about a schema, no error, answers as JSON.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { mcpCommand } from './clients.ts'

const INSPECTOR = fileURLToPath(
  new URL('clients/cli/build/index.js', import.meta.resolve('@modelcontextprotocol/inspector/package.json')),
)

let site: ExampleSite
let home: string
beforeAll(async () => {
  site = await exampleSite()
  home = await mkdtemp(join(tmpdir(), 'hearsay-inspector-'))
})
afterAll(async () => {
  await site.close()
  await rm(home, { recursive: true, force: true })
})

/** What the inspector prints, with what it says beside. It keeps what it keeps in a home of its own. */
async function inspect(target: readonly string[], ...asked: readonly string[]) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [INSPECTOR, ...target, ...asked], {
    env: { ...process.env, HOME: home },
    maxBuffer: 16 * 1024 * 1024,
  })
  return { printed: JSON.parse(stdout), said: stderr }
}

const onStdio = (): readonly string[] => {
  const [command, args] = mcpCommand(site.ledger.where)
  return [command, ...args]
}
const onHttp = (): readonly string[] => ['--transport', 'http', '--server-url', `${site.address}/mcp`]

test.each([
  ['stdio', onStdio],
  ['http', onHttp],
])('over %s it lists tools, calls one, and lists resources, and finds nothing wrong', async (over, target) => {
  const asking = (...asked: readonly string[]) =>
    over === 'stdio' ? inspect([], ...asked, '--', ...target()) : inspect(target(), ...asked)
  const tools = await asking('--method', 'tools/list', '--strict')
  expect(tools.printed.tools).toHaveLength(8)
  expect(tools.said).not.toMatch(/error|warn|portab/i)
  const called = await asking('--method', 'tools/call', '--tool-name', 'get_claim', '--tool-arg', 'claim=3')
  expect(called.printed.isError ?? false).toBe(false)
  expect(called.printed.structuredContent.claim.number).toBe(3)
  const resources = await asking('--method', 'resources/list')
  expect(resources.printed.resources.length).toBeGreaterThan(20)
})
