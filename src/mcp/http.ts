/**
 * The server for assistants that ask over HTTP (Streamable HTTP of the Model Context Protocol): each request is answered by
 * itself, as its revision 2026-07-28 has it, and older clients are answered without a session. Who may ask, and how often,
 * is the site's to say.
 */
import { createMcpHandler } from '@modelcontextprotocol/server'
import { mcpServer } from './server.ts'
import type { Serving } from './serving.ts'

/**
 * Answers requests.
 * @param most the largest question, in bytes
 */
export const mcpOverHttp = (serving: Serving, most: number): ((request: Request) => Promise<Response>) =>
  createMcpHandler(() => mcpServer(serving), {
    maxRequestBodySize: most,
    // Nothing of what there is to ask for changes while it runs, so there is nothing to be told of.
    maxSubscriptions: 0,
    onerror: serving.complain,
  }).fetch
