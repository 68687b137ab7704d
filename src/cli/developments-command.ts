/** `hearsay developments`, as commander knows it. */
import type { Command } from 'commander'
import type { DevelopmentsOptions } from './developments.ts'
import { whole, withFollowed } from './followed.ts'

const EXAMPLES = `
Examples:
  hearsay developments                        what changed in claims last
  hearsay developments --story 4
  hearsay developments --speaker person:maren:ilse    the key that a speaker's page has in its address
  hearsay developments --outlet "Harbour Post"
  hearsay developments --search 'measure:killed place:Kursk'
  hearsay developments --after 120 --jsonl    all that is new since number 120, the oldest first, a JSON line each

A development is a change in claims, not a new page: a new origin, another figure, a hedge or an attribution that a
telling dropped, a denial, a correction. Each is noticed once and keeps its number.

Exit codes:
  0 there are some; 1 there are none, or the ledger could not be read; 2 the command was not understood`

/** Adds the command. */
export function developmentsCommand(program: Command): void {
  const command = program
    .command('developments')
    .summary('what changed in claims')
    .description('What changed in claims: in a story, of a source, of an outlet, in what a search finds, or in all.')
  withFollowed(command)
    .option('--after <NUMBER>', 'after a development, the oldest first; else the newest come first', whole)
    .option('--limit <NUMBER>', 'at most so many', whole, 20)
    .option('--json', 'print one JSON document')
    .option('--jsonl', 'print a JSON line each')
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const { developments } = await import('./developments.ts')
      process.exitCode = await developments(command.optsWithGlobals<DevelopmentsOptions>())
    })
}
