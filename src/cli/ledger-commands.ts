/** The commands that work on a ledger, as commander knows them. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ENGINES } from '../claims/engines.ts'
import type { AddOptions } from './add.ts'
import type { IngestCommandOptions } from './ingest.ts'
import type { JobsOptions } from './jobs.ts'
import type { LedgerOptions } from './ledger.ts'
import type { VerifyOptions } from './verify.ts'

const EXIT = `
Exit codes:
  0 all of it was done; 1 some of it could not be done (the rest was); 2 the command was not understood`

const ADD_EXAMPLES = `
Examples:
  hearsay add https://news.example/a-page      fetched politely: robots.txt, one request at a time, an honest name
  hearsay add page.html --url ADDRESS          a page saved from a browser
  hearsay add archive.warc.gz readings.jsonl   all their pages
  pbpaste | hearsay add -                      pasted text
  hearsay add --later ADDRESS...               leaves the fetching to hearsay run
${EXIT}`

const INGEST_EXAMPLES = `
Examples:
  hearsay ingest crawl.warc.gz                 goes on where it stopped, however it was stopped
  hearsay ingest pages.jsonl --workers 4       what hearsay read --jsonl reads, or what it writes
${EXIT}`

const JOBS_EXAMPLES = `
Examples:
  hearsay jobs                                 how many wait, run, are put off and failed; those that failed, with why
  hearsay jobs --replay                        begins all that failed anew
  hearsay jobs --replay 17 18                  begins these
${EXIT}`

/** A whole number from 1 on, as commander checks an argument. */
function positive(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new InvalidArgumentError('It wants a whole number from 1 on.')
  return Number(given)
}

const engine = (): Option =>
  new Option('--engine <NAME>', 'what finds the claims: the trained model, or rules that need no runtime')
    .choices(ENGINES)
    .default('model')

/** Adds the ledger's commands, and the option that they share. */
export function ledgerCommands(program: Command): void {
  program.option(
    '--ledger <WHERE>',
    'the ledger: a file, or postgres://user@host/database (else $HEARSAY_LEDGER, or hearsay.ledger among your own data)',
  )
  program
    .command('add')
    .summary('pages into the ledger')
    .description('Adds pages to the ledger: fetched from addresses, saved, pasted, archived, or read before.')
    .argument('<INPUT...>', 'addresses, saved pages, WARC files, Readings; - is standard input')
    .option('--url <ADDRESS>', 'the address the page was saved from (one input only)')
    .addOption(new Option('--text', 'the input is text, whatever it looks like').conflicts('html'))
    .option('--html', 'the input is HTML, whatever it looks like')
    .option('--later', 'leave the fetching of addresses to hearsay run or hearsay work')
    .option('--afresh', 'ask for all of a page, though nothing may have changed')
    .addOption(engine())
    .addHelpText('after', ADD_EXAMPLES)
    .action(async (inputs: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>()
      if (inputs.filter((name) => name === '-').length > 1) command.error('error: standard input can be read only once')
      if (options.url !== undefined && inputs.length > 1)
        command.error('error: --url belongs to one input, not to several')
      if (options.url !== undefined && !URL.canParse(options.url))
        command.error('error: --url wants a whole address, such as https://news.example/a-page')
      const { add } = await import('./add.ts')
      process.exitCode = await add(inputs, options)
    })
  program
    .command('ingest')
    .summary('files of millions of pages into the ledger')
    .description(
      'Takes WARC files and JSON lines into the ledger, in small steps, each of them kept; resumes by itself.',
    )
    .argument('<FILE...>', 'WARC files, gzip or not; JSON lines of pages or of Readings')
    .option('--workers <NUMBER>', 'threads that read (as many as there are cores)', positive)
    .addOption(engine())
    .addHelpText('after', INGEST_EXAMPLES)
    .action(async (files: string[], _: unknown, command: Command) => {
      const { ingest } = await import('./ingest.ts')
      process.exitCode = await ingest(files, command.optsWithGlobals<IngestCommandOptions>())
    })
  program
    .command('jobs')
    .summary('what is to be done, and what failed')
    .description('Shows how many jobs wait, run and failed, and those that failed with the reason.')
    .argument('[ID...]', 'failed jobs, with --replay')
    .option('--replay', 'begin failed jobs anew: those named, or all')
    .option('--json', 'print it as JSON')
    .option('--limit <NUMBER>', 'failed jobs that are shown', positive, 20)
    .addHelpText('after', JOBS_EXAMPLES)
    .action(async (ids: string[], _: unknown, command: Command) => {
      const { jobs } = await import('./jobs.ts')
      process.exitCode = await jobs(ids, command.optsWithGlobals<JobsOptions>())
    })
  program
    .command('verify')
    .summary('proves that nothing in the ledger was altered or lost')
    .description(
      'Holds every capture, version and reading against the log that they entered by. Keep the hash it prints elsewhere: with --head it shows later that the log was not cut.',
    )
    .option('--head <HASH>', 'a hash that an earlier verify printed')
    .addHelpText('after', EXIT)
    .action(async (_: unknown, command: Command) => {
      const { verifyLedger } = await import('./verify.ts')
      process.exitCode = await verifyLedger(command.optsWithGlobals<VerifyOptions>())
    })
  program
    .command('backup')
    .summary('copies the ledger while it is in use')
    .description('Makes a consistent copy of an embedded ledger, whole or not at all.')
    .argument('<FILE>', 'the copy, which is not there yet')
    .addHelpText('after', EXIT)
    .action(async (file: string, _: unknown, command: Command) => {
      const { backupLedger } = await import('./backup.ts')
      process.exitCode = await backupLedger(file, command.optsWithGlobals<LedgerOptions>())
    })
}
