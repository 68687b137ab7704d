/** `hearsay mcp`, as commander knows it. */
import type { Command } from 'commander'
import { engineOption } from './engine-option.ts'
import type { McpCommandOptions } from './mcp.ts'
import { addressOf } from './serve-command.ts'

const EXAMPLES = `
An assistant's program begins this and asks on standard input; people see nothing but what goes wrong. Most such programs
take a file like this one:
  { "mcpServers": { "hearsay": { "command": "hearsay", "args": ["--ledger", "/path/to/my.ledger", "mcp"] } } }

Examples:
  hearsay mcp                                     the usual ledger, read only
  hearsay --ledger postgres://user@host/news mcp  a shared ledger
  hearsay mcp --gather                            pages may be fetched, politely, to be read and not kept
  hearsay mcp --gather --write                    and kept, where the assistant is asked to
  hearsay mcp --address https://hearsay.example   permalinks lead to the site that serves this ledger

A site that is served (hearsay serve) answers assistants at /mcp, too.`

/** Adds the command. */
export function mcpCommand(program: Command): void {
  program
    .command('mcp')
    .summary('answers an assistant (Model Context Protocol)')
    .description('Answers an assistant that began it: reads pages, searches the ledger, traces claims, cites them.')
    .option('--gather', 'pages may be fetched by their addresses')
    .option('--write', 'pages that are read may be stored')
    .option(
      '--address <URL>',
      'the address of the site that serves this ledger: permalinks begin with it',
      addressOf,
      'http://127.0.0.1:4316',
    )
    .addOption(engineOption())
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const { answerAssistant } = await import('./mcp.ts')
      process.exitCode = await answerAssistant(command.optsWithGlobals<McpCommandOptions>())
    })
}
