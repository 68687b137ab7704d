#!/usr/bin/env node
/**
 * The `hearsay` command: its arguments and help. What a command does is loaded when it is called, so that help and
 * mistakes answer at once. Exit codes: 0 all read, 1 some input could not be read or the engine did not load, 2 the
 * command was not understood.
 */
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { DRAFT_KINDS } from '../page/draft/draft.ts'
import type { CheckOptions } from './check.ts'
import { citeCommand } from './cite-command.ts'
import { correctionCommands } from './correction-commands.ts'
import { developmentsCommand } from './developments-command.ts'
import { engineOption } from './engine-option.ts'
import { exportCommand } from './export-command.ts'
import { ledgerCommands } from './ledger-commands.ts'
import { mcpCommand } from './mcp-command.ts'
import type { OriginsOptions } from './origins.ts'
import { dieQuietly } from './output.ts'
import type { ReadOptions } from './read.ts'
import { sendCommands } from './send-command.ts'
import { serveCommand } from './serve-command.ts'
import type { StoryOptions } from './story.ts'
import { webhookCommands } from './webhook-command.ts'

const EXAMPLES = `
Inputs:
  FILE is a saved page (HTML) or saved text; - is standard input, which is also read when no FILE is given. An address is
  fetched, politely; nothing of it is kept (hearsay add keeps it).

Examples:
  hearsay read page.html                     the article with its claims, for people
  hearsay read page.html --all               every claim, beliefs and unsure ones too; all that is folded
  hearsay read page.html --min-confidence .8 only claims that are right four times in five or more
  hearsay read page.html --why               each field and claim with where it came from, and all that was left out
  hearsay read page.html --json              the Reading, for programs
  hearsay read pages/*.html --json           an array of Readings
  hearsay read --jsonl pages.jsonl           one {"id", "html" | "text", ...} a line in, one Reading a line out
  hearsay read page.html --markdown          clean Markdown with front matter, claims as footnotes
  pbpaste | hearsay read --text              text copied from a browser
  curl -s ADDRESS | hearsay read --url ADDRESS
  hearsay read page.html --engine rules      without the model, where its runtime does not load
  hearsay read page.html --engine language-model --fallback rules
                                             with a language model that you set (docs/engines.md), else with rules

A claim's line reads, from the speaker outward:
  [3] SPEAKER <- WHO CARRIED IT <- ...: MEASURE "FIGURE" or "WORDS" (how many; of whom; where; when; when said; hedges)

Exit codes:
  0 everything was read; 1 some input could not be read (the others were), or the engine did not load;
  2 the command was not understood`

const ORIGINS_EXAMPLES = `
Examples:
  hearsay origins pages/*.html                     the stories they tell, with origins, carriers and evidence
  hearsay read --jsonl pages.jsonl > readings.jsonl
  hearsay origins readings.jsonl                   the same from Readings, without reading the pages again
  hearsay origins --jsonl readings.jsonl           {"origin", "speaker", "said", "claims", ...} a line

Exit codes:
  0 everything was read; 1 some input could not be read (the others were); 2 the command was not understood`

const CHECK_EXAMPLES = `
Examples:
  hearsay check draft.md                              what an editor should look at before it is published
  hearsay check drafts/*.md --max-warnings 0          fails on any warning, for a build
  hearsay check draft.md --rule relative-day=warning  one rule heavier or lighter (error, warning, info, off)
  hearsay check draft.md --watch                      again on every save
  hearsay check - --stdin-name draft.md < draft.md    for an editor
  hearsay check drafts/*.md --format github           beside the lines of a pull request
  hearsay check --list-rules                          all rules; --explain RULE tells one with examples

Settings are read from hearsay.config.json beside the draft or in a folder above it.

Exit codes:
  0 nothing that must be mended; 1 errors, or more warnings than allowed;
  2 the command, a config or a draft could not be read (the other drafts were checked)`

/** A whole number from 0 on, as commander checks an argument. */
function count(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('It wants a whole number from 0 on.')
  return Number(given)
}

const STORY_EXAMPLES = `
Examples:
  hearsay story readings.jsonl                     each story: origins, rival figures, what the retelling changed
  hearsay story pages/*.html --list                the stories they tell, a line each
  hearsay story readings.jsonl --story s4          one of them
  hearsay story readings.jsonl --format html --output story.html
  hearsay story readings.jsonl --format markdown | pbcopy

Exit codes:
  0 everything was read; 1 some input could not be read (the others were); 2 the command was not understood`

/** A share of one, as commander checks an argument. */
function share(given: string): number {
  const value = Number(given)
  if (given.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It wants a number from 0 to 1.')
  return value
}

/** The command line as commander knows it. */
function commandLine(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const program = new Command('hearsay')
    .description('Reads news pages: who said what, on whose word, anchored to the exact words.')
    .version(version)
    .showHelpAfterError('(hearsay --help explains the commands)')
    .exitOverride()
  const forms = ['json', 'jsonl', 'markdown', 'why']
  const form = (name: string, description: string) =>
    new Option(`--${name}`, description).conflicts(forms.filter((other) => other !== name))
  program
    .command('read')
    .summary('read saved pages or text')
    .description('Reads news pages: the article, and its claims - who said what, on whose word, how many, where, when.')
    .argument('[FILE...]', 'pages to read; - is standard input')
    .addOption(form('json', 'print the Reading as JSON; an array when there are several inputs'))
    .addOption(
      form('jsonl', 'read one JSON object a line, write one Reading a line').conflicts(['url', 'text', 'html']),
    )
    .addOption(form('markdown', 'print the article as Markdown with front matter, claims as footnotes'))
    .addOption(form('why', 'print every field and claim with where it came from, and what was left out in full'))
    .option('--all', 'every claim (beliefs, intentions, unsure ones; JSON has them anyway), and nothing folded')
    .option('--min-confidence <SHARE>', 'only claims at least so sure, 0 to 1; people get .3 unless --all', share)
    .addOption(engineOption())
    .addOption(
      new Option('--fallback <NAME>', 'what reads an input that the engine fails on; its reading says so').choices([
        'rules',
      ]),
    )
    .option('--url <ADDRESS>', 'the address the page was saved from (one input only)')
    .addOption(new Option('--text', 'the input is text, whatever it looks like').conflicts('html'))
    .option('--html', 'the input is HTML, whatever it looks like')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: ReadOptions, command: Command) => {
      if (files.length === 0 && process.stdin.isTTY) command.error('error: no input. Name a FILE, or pipe a page in.')
      const inputs = files.length === 0 ? ['-'] : files
      if (inputs.filter((name) => name === '-').length > 1) command.error('error: standard input can be read only once')
      if (options.url !== undefined && inputs.length > 1)
        command.error('error: --url belongs to one input, not to several')
      if (options.url !== undefined && !URL.canParse(options.url))
        command.error('error: --url wants a whole address, such as https://news.example/a-page')
      const { read } = await import('./read.ts')
      process.exitCode = await read(inputs, options)
    })
  program
    .command('origins')
    .summary('how few origins stand behind many reports')
    .description(
      'Brings together claims that are one original statement, and tells by what evidence each report has it.',
    )
    .argument(
      '[FILE...]',
      'Readings (what hearsay read --jsonl or --json wrote), or pages to read; - is standard input',
    )
    .addOption(new Option('--json', 'print stories with their origins as JSON').conflicts('jsonl'))
    .option('--jsonl', 'print one origin a line')
    .option('--all', 'origins that one outlet alone carries, too')
    .addOption(engineOption())
    .addHelpText('after', ORIGINS_EXAMPLES)
    .action(async (files: string[], options: OriginsOptions, command: Command) => {
      if (files.length === 0 && process.stdin.isTTY) command.error('error: no input. Name a FILE, or pipe Readings in.')
      const inputs = files.length === 0 ? ['-'] : files
      if (inputs.filter((name) => name === '-').length > 1) command.error('error: standard input can be read only once')
      const { origins } = await import('./origins.ts')
      process.exitCode = await origins(inputs, options)
    })
  program
    .command('check')
    .summary('a linter for drafts')
    .description(
      'Checks drafts before they are published: headline and deck against the text, figures, sources, quotations, days.',
    )
    .argument('[DRAFT...]', 'drafts in HTML, Markdown or plain text; - is standard input')
    .addOption(
      new Option('--format <FORM>', 'how findings are printed')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--as <KIND>', 'what the drafts are written in, whatever their names end in').choices(DRAFT_KINDS),
    )
    .option('--stdin-name <FILE>', 'the name that standard input goes by: for its kind, its config and in findings')
    .option('--config <FILE>', 'the settings, in place of the hearsay.config.json that is found')
    .option('--no-config', 'no settings but those given here')
    .option('--rule <ID=SEVERITY>', 'how much a rule weighs: error, warning, info, off; may be repeated', collected)
    .option('--max-warnings <NUMBER>', 'exit with 1 when there are more warnings', count)
    .option('--quiet', 'print errors only')
    .addOption(new Option('--watch', 'check each draft again when it is saved'))
    .option('--list-rules', 'name all rules, with how much they weigh by default')
    .option('--explain <RULE>', "print a rule's page")
    .addOption(engineOption())
    .addHelpText('after', CHECK_EXAMPLES)
    .action(async (files: string[], options: CheckOptions, command: Command) => {
      const asksOnly = options.listRules === true || options.explain !== undefined
      if (files.length === 0 && !asksOnly) command.error('error: no draft. Name a DRAFT, or - for standard input.')
      if (files.filter((name) => name === '-').length > 1) command.error('error: standard input can be read only once')
      if (options.watch && files.includes('-')) command.error('error: standard input cannot be watched')
      const { checkDrafts } = await import('./check.ts')
      process.exitCode = await checkDrafts(files, options)
    })
  program
    .command('story')
    .summary('on whose word a story is told, and what its retelling changed')
    .description(
      'Reports a story: the few origins behind it with who carries them, rival figures, what was changed, what nobody says.',
    )
    .argument(
      '[FILE...]',
      'Readings (what hearsay read --jsonl or --json wrote), or pages to read; - is standard input',
    )
    .addOption(
      new Option('--format <FORM>', 'how it is written').choices(['text', 'markdown', 'html', 'json']).default('text'),
    )
    .option('--output <FILE>', 'write to a file')
    .option('--story <ID>', 'one story of several, by the id that --list shows')
    .option('--list', 'list the stories, a line each')
    .option('--all', 'origins that one outlet alone carries, too')
    .addOption(engineOption())
    .addHelpText('after', STORY_EXAMPLES)
    .action(async (files: string[], options: StoryOptions, command: Command) => {
      if (files.length === 0 && process.stdin.isTTY) command.error('error: no input. Name a FILE, or pipe Readings in.')
      const inputs = files.length === 0 ? ['-'] : files
      if (inputs.filter((name) => name === '-').length > 1) command.error('error: standard input can be read only once')
      const { story } = await import('./story.ts')
      process.exitCode = await story(inputs, options)
    })
  ledgerCommands(program)
  correctionCommands(program)
  developmentsCommand(program)
  citeCommand(program)
  exportCommand(program)
  serveCommand(program)
  sendCommands(program)
  webhookCommands(program)
  mcpCommand(program)
  return program
}

/** The values of an option that may be repeated. */
const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

dieQuietly()
// Half of a short run is compiling; Node keeps what it compiled in the system's temporary folder.
enableCompileCache()
try {
  await commandLine().parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
