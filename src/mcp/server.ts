/** The server for assistants (Model Context Protocol): the ledger's answers as tools and resources. */
import { McpServer } from '@modelcontextprotocol/server'
import { INSTRUCTIONS } from './instructions.ts'
import { registerPrompts } from './prompts.ts'
import { registerResources } from './resources.ts'
import type { Serving } from './serving.ts'
import { register } from './tool.ts'
import { cite } from './tools/cite.ts'
import { compareFigures } from './tools/compare-figures.ts'
import { driftReport } from './tools/drift-report.ts'
import { getClaim } from './tools/get-claim.ts'
import { getStory } from './tools/get-story.ts'
import { readPage } from './tools/read-page.ts'
import { searchClaims } from './tools/search-claims.ts'
import { traceClaim } from './tools/trace-claim.ts'
import { VERSION } from './version.ts'

const TOOLS = [searchClaims, getClaim, traceClaim, compareFigures, getStory, driftReport, cite, readPage]

/** A server for one connection, or one request: it keeps nothing between questions. */
export function mcpServer(serving: Serving): McpServer {
  const server = new McpServer(
    { name: 'hearsay', title: 'Hearsay', version: VERSION },
    {
      instructions: INSTRUCTIONS,
      capabilities: {
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
      },
    },
  )
  for (const tool of TOOLS) register(server, serving, tool)
  registerResources(server, serving)
  registerPrompts(server)
  return server
}
