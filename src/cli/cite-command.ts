/** `hearsay cite`, as commander knows it. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CiteOptions } from './cite.ts'
import { addressOf } from './serve-command.ts'

const EXAMPLES = `
Examples:
  hearsay cite 12                              a line for a footnote or a mail
  hearsay cite 12 --format ris > claim.ris     for Zotero, EndNote and Mendeley; bib for LaTeX, json for CSL
  hearsay cite 12 14 15 --format bib           several claims, one file
  hearsay cite 12 --at 340                     as it was known at entry 340 of the ledger's log

A citation has the exact words, the whole line of sources, and the time and SHA-256 of the capture that proves it.

Exit codes:
  0 all were cited; 1 some claim is not there, or is hidden; 2 the command was not understood`

function number(given: string): number {
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new InvalidArgumentError('It wants a whole number from 1 on.')
  return Number(given)
}

const numbers = (given: string, before: readonly number[] = []): readonly number[] => [...before, number(given)]

/** Adds the command. */
export function citeCommand(program: Command): void {
  program
    .command('cite')
    .summary('a claim as a citation: text, RIS, BibTeX, CSL-JSON')
    .description('Writes claims as citations: words, chain, page, capture and permalink.')
    .argument('<claims...>', 'their numbers', numbers)
    .addOption(new Option('--format <FORMAT>', 'how').choices(['txt', 'json', 'ris', 'bib']).default('txt'))
    .option('--at <ENTRY>', "the entry of the ledger's log that counts; the last without it", number)
    .option(
      '--address <URL>',
      'the address of the site that serves this ledger: permalinks begin with it',
      addressOf,
      'http://127.0.0.1:4316',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (claims: readonly number[], _: unknown, command: Command) => {
      const { cite } = await import('./cite.ts')
      process.exitCode = await cite(claims, command.optsWithGlobals<CiteOptions>())
    })
}
