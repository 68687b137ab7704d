/** `hearsay mcp`: the ledger's answers for an assistant, on standard input and output. */
import { Console } from 'node:console'
import type { EngineChoice } from '../gather/reading/engines.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain } from './output.ts'

/** The options of `hearsay mcp`, as given. */
export interface McpCommandOptions extends LedgerOptions {
  readonly gather?: boolean
  readonly write?: boolean
  readonly address: string
  readonly engine: EngineChoice
}

/** Answers until the assistant's program has gone. */
export function answerAssistant({ gather, write, address, engine, ...named }: McpCommandOptions): Promise<number> {
  return saying(async () => {
    // Standard output is the protocol's alone.
    globalThis.console = new Console(process.stderr)
    const signal = stopOnSignal()
    const { threadedReader } = await import('../gather/reading/pool.ts')
    const { serveStdio } = await import('../mcp/stdio.ts')
    const ledger = await openNamed(named, write ? {} : { if: 'existing', readOnly: true })
    const reader = threadedReader(engine, 1)
    try {
      await serveStdio(
        {
          ledger,
          address: address.replace(/\/+$/, ''),
          excerpt: null,
          reading: {
            reader,
            fetcher: gather ? async () => (await import('./world.ts')).openWorld(write ? ledger : null) : null,
            mayStore: write === true,
          },
          now: () => new Date().toISOString(),
          complain: (error) => complain(error.stack ?? error.message),
        },
        signal,
      )
    } finally {
      await reader.close()
      await ledger.close()
    }
    return 0
  })
}
