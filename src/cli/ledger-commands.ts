/** The commands that work on a ledger, as commander knows them. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AddOptions } from './add.ts'
import type { ChangesOptions } from './changes.ts'
import { engineOption } from './engine-option.ts'
import type { IngestCommandOptions } from './ingest.ts'
import type { JobsOptions } from './jobs.ts'
import type { LedgerOptions } from './ledger.ts'
import type { RunOptions } from './run.ts'
import type { SearchCommandOptions } from './search.ts'
import type { VerifyOptions } from './verify.ts'
import type { WatchOptions } from './watch.ts'

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
  hearsay ingest pages.jsonl.gz --workers 4    what hearsay read --jsonl reads, or what it writes; packed or not
  hearsay ingest --later crawl.warc.gz         leaves the reading to hearsay work, on any machine of a shared ledger
${EXIT}`

const JOBS_EXAMPLES = `
Examples:
  hearsay jobs                                 how many wait, run, are put off and failed; those that failed, with why
  hearsay jobs --replay                        begins all that failed anew
  hearsay jobs --replay 17 18                  begins these
${EXIT}`

const WATCH_EXAMPLES = `
Examples:
  hearsay watch https://news.example/feed.xml          a feed, a sitemap or a page with links; hearsay run looks at it
  hearsay watch --every 10m https://news.example/      as often as you say, not as often as it asks to be
  hearsay watch --list                                 all that is watched
  hearsay watch --remove https://news.example/
  hearsay watch --opml feeds.opml                      the feeds of a feed reader
  hearsay watch --export > feeds.opml
${EXIT}`

const RUN_EXAMPLES = `
Examples:
  hearsay run                  looks at what is watched, fetches what is new or may have changed, until it is stopped
  hearsay run --once           what is due now, and ends; for cron
  hearsay work                 another worker of a shared ledger, on this machine or another
${EXIT}`

/** A time such as 10m, 2h or 1d in minutes, as commander checks an argument. */
function minutes(given: string): number {
  const [, count, unit = 'm'] = /^([1-9]\d{0,5})\s*(m|min|h|d)?$/.exec(given) ?? []
  if (count === undefined) throw new InvalidArgumentError('It wants a time such as 10m, 2h or 1d.')
  return Number(count) * (unit === 'h' ? 60 : unit === 'd' ? 24 * 60 : 1)
}

const SEARCH_EXAMPLES = `
A query:
  bridge collapse            both words, in any of their forms
  "state of emergency"       words side by side
  -lifted  emerg*            not this word; words that begin so
  speaker:zelensky outlet:"the bugle" place:kursk of:soldiers
  measure:killed unit:people figure:>=100 figure:100..300
  said:2025-01-01..2025-01-05 published:2025-01 happened:>=2025
  kind:unnamed type:direct drift:"hedge dropped" lang:en claim:12 article:3
  A figure is found where it could be a number of the range: "at least 80" could be 100.

Examples:
  hearsay search bridge collapse measure:killed
  hearsay search '"state of emergency" -lifted'     quotation marks need quotes of the shell around them
  hearsay search --articles kind:unnamed published:2025-01
  hearsay search --jsonl --limit 10000 speaker:zelensky > claims.jsonl

Exit codes:
  0 something was found; 1 nothing was, or the ledger could not be read; 2 the query was not understood`

/** A whole number from 1 on, as commander checks an argument. */
function positive(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new InvalidArgumentError('It wants a whole number from 1 on.')
  return Number(given)
}

/** A hash as `hearsay verify` prints it, as commander checks an argument. */
function hash(given: string): string {
  if (!/^[\da-f]{64}$/i.test(given.trim()))
    throw new InvalidArgumentError('It wants a hash as hearsay verify prints it: 64 hexadecimal digits.')
  return given.trim().toLowerCase()
}

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
    .addOption(engineOption())
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
    .argument('<FILE...>', 'WARC files; JSON lines of pages or of Readings; packed with gzip or Zstandard, or not')
    .option('--workers <NUMBER>', 'threads that read (as many as there are cores)', positive)
    .addOption(
      new Option('--later', 'send the pages to the workers of a shared ledger, as fast as they read').conflicts(
        'workers',
      ),
    )
    .addOption(engineOption())
    .addHelpText('after', INGEST_EXAMPLES)
    .action(async (files: string[], _: unknown, command: Command) => {
      const { ingest } = await import('./ingest.ts')
      process.exitCode = await ingest(files, command.optsWithGlobals<IngestCommandOptions>())
    })
  program
    .command('watch')
    .summary('feeds, sitemaps and pages to look at again and again')
    .description('Watches addresses for new articles, and their articles for changes. hearsay run does the looking.')
    .argument('[ADDRESS...]', 'feeds, sitemaps, pages with links to articles')
    .option('--every <TIME>', 'how often: 10m, 2h, 1d (as often as it asks to be)', minutes)
    .option('--list', 'show what is watched')
    .addOption(new Option('--remove', 'watch these no more').conflicts(['every', 'opml']))
    .option('--opml <FILE>', 'watch the feeds of a list, as feed readers export it')
    .option('--export', 'print what is watched as such a list')
    .option('--json', 'print what is watched as JSON')
    .addHelpText('after', WATCH_EXAMPLES)
    .action(async (addresses: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<WatchOptions>()
      const asks = options.list || options.export || options.json || options.opml !== undefined
      if (addresses.length === 0 && !asks) command.error('error: no address. Name one, or --list, --opml or --export.')
      const { watch } = await import('./watch.ts')
      process.exitCode = await watch(addresses, options)
    })
  for (const [name, summary, rounds] of [
    ['run', 'does the rounds: looks, fetches, reads', true],
    ['work', 'a worker of a shared ledger; any number on any machines', false],
  ] as const)
    program
      .command(name)
      .summary(summary)
      .description(
        rounds
          ? 'Looks at what is watched, fetches what is new or may have changed, reads it and enters it, until it is stopped.'
          : 'Does the jobs of a ledger - fetching, reading, verifying - until it is stopped; hearsay run makes them.',
      )
      .option('--once', 'do what there is to do now, and end')
      .option('--hosts <NUMBER>', 'hosts that are asked at the same time', positive, 16)
      .option('--workers <NUMBER>', 'threads that read (as many as there are cores)', positive)
      .option('--quiet', 'say only what went wrong')
      .addOption(engineOption())
      .addHelpText('after', RUN_EXAMPLES)
      .action(async (_: unknown, command: Command) => {
        const { run } = await import('./run.ts')
        process.exitCode = await run(command.optsWithGlobals<RunOptions>(), rounds)
      })
  program
    .command('changes')
    .summary('what changed in articles that were captured more than once')
    .description('Shows the versions of articles, and what changed from each to the next, in claims and words.')
    .argument('[ARTICLE...]', 'numbers or addresses of articles; without any, those that changed')
    .option('--json', 'print it as JSON')
    .option('--limit <NUMBER>', 'articles that are listed', positive, 50)
    .addHelpText('after', EXIT)
    .action(async (articles: string[], _: unknown, command: Command) => {
      const { changes } = await import('./changes.ts')
      process.exitCode = await changes(articles, command.optsWithGlobals<ChangesOptions>())
    })
  program
    .command('search')
    .summary('claims by words, speakers, figures, days')
    .description('Finds claims in the ledger, or articles: the newest that fit, the best of them first.')
    .argument('[QUERY...]', 'what must all hold; without it, the newest')
    .option('--articles', 'articles in place of claims')
    .addOption(new Option('--json', 'print the results as JSON').conflicts('jsonl'))
    .option('--jsonl', 'print one result a line')
    .option('--limit <NUMBER>', 'results that are printed', positive, 20)
    .option('--after <PLACE>', 'go on where an earlier search ended')
    .addHelpText('after', SEARCH_EXAMPLES)
    .action(async (query: string[], _: unknown, command: Command) => {
      const { search } = await import('./search.ts')
      process.exitCode = await search(query, command.optsWithGlobals<SearchCommandOptions>())
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
    .option('--head <HASH>', 'a hash that an earlier verify printed', hash)
    .addOption(new Option('--later', 'leave it to hearsay run or hearsay work').conflicts('head'))
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
