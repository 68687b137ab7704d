/** The server for one assistant that began it: questions on standard input, answers on standard output, nothing else. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport, serveStdio as serveOn } from '@modelcontextprotocol/server/stdio'
import { mcpServer } from './server.ts'
import type { Serving } from './serving.ts'

/** The longest question, in bytes: a large page in JSON. What is longer ends the connection. */
const LONGEST = 16 * 1024 * 1024

/** The two ends of the connection. */
export interface Ends {
  readonly input: Readable
  readonly output: Writable
}

/**
 * Answers until the other side has gone or `signal` is aborted. What is not answered by then is not answered any more.
 * @param ends standard input and output without them
 */
export async function serveStdio(
  serving: Serving,
  signal: AbortSignal,
  { input, output }: Ends = { input: process.stdin, output: process.stdout },
): Promise<void> {
  if (signal.aborted) return
  const over = new AbortController()
  const gone = Promise.race([
    once(input, 'close', { signal: over.signal }),
    once(input, 'end', { signal: over.signal }),
    once(output, 'close', { signal: over.signal }),
    once(signal, 'abort', { signal: over.signal }),
  ])
  const transport = new StdioServerTransport(input, output, { maxBufferSize: LONGEST })
  const connection = serveOn(() => mcpServer(serving), { transport, onerror: serving.complain, maxSubscriptions: 0 })
  await gone.catch(() => {})
  over.abort()
  await connection.close()
}
