/** The server for assistants (Model Context Protocol): the ledger's answers as tools and resources. */
import { McpServer } from '@modelcontextprotocol/server'
import { INSTRUCTIONS } from './instructions.ts'
import type { Serving } from './serving.ts'
import { register } from './tool.ts'
import { cite } from './tools/cite.ts'
import { driftReport } from './tools/drift-report.ts'
import { getClaim } from './tools/get-claim.ts'
import { searchClaims } from './tools/search-claims.ts'

const TOOLS = [searchClaims, getClaim, driftReport, cite]

/** A server for one connection, or one request: it keeps nothing between questions. */
export function mcpServer(serving: Serving): McpServer {
  const server = new McpServer(
    { name: 'hearsay', title: 'Hearsay', version: serving.version },
    { instructions: INSTRUCTIONS, capabilities: { tools: { listChanged: false } } },
  )
  for (const tool of TOOLS) register(server, serving, tool)
  return server
}
