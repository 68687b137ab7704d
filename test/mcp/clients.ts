// The official client of the Model Context Protocol, on a process that it begins and on a site that is served.

import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

const root = join(import.meta.dirname, '../..')

/** The command that an assistant's program begins. */
export const mcpCommand = (ledger: string, ...more: readonly string[]): readonly [string, string[]] => [
  process.execPath,
  [join(root, 'src/cli/hearsay.ts'), '--ledger', ledger, 'mcp', '--engine', 'rules', ...more],
]

const newClient = (): Client => new Client({ name: 'tests', version: '1' })

/** A client of a process of its own. */
export async function overStdio(ledger: string, ...more: readonly string[]): Promise<Client> {
  const [command, args] = mcpCommand(ledger, ...more)
  const client = newClient()
  await client.connect(new StdioClientTransport({ command, args, stderr: 'ignore' }))
  return client
}

/** A client of a served site. */
export async function overHttp(address: string, token?: string): Promise<Client> {
  const client = newClient()
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', address), { requestInit: { headers } }))
  return client
}

/** What a tool answers, in words; an error's words after `error: `. */
export async function answer(client: Client, name: string, given: Record<string, unknown> = {}): Promise<string> {
  const { content, isError } = await client.callTool({ name, arguments: given })
  const [first] = content
  const text = first?.type === 'text' ? first.text : ''
  return isError ? `error: ${text}` : text
}

/** What a tool answers, as a value: the client holds it against the tool's output schema. */
export async function value<Value>(client: Client, name: string, given: Record<string, unknown> = {}): Promise<Value> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: given })
  if (isError) throw new Error(JSON.stringify(content))
  return structuredContent as Value
}
