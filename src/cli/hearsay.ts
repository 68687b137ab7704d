#!/usr/bin/env node
/**
 * The `hearsay` command: its arguments and help. What a command does is loaded when it is called, so that help and
 * mistakes answer at once. Exit codes: 0 all read, 1 some input could not be read, 2 the command was not understood.
 */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { dieQuietly } from './output.ts'
import type { ReadOptions } from './read.ts'

const EXAMPLES = `
Inputs:
  FILE is a saved page (HTML) or saved text; - is standard input, which is also read when no FILE is given.

Examples:
  hearsay read page.html                     the reading, for people
  hearsay read page.html --why               each field with where it came from, and all that was left out
  hearsay read page.html --json              the Reading, for programs
  hearsay read pages/*.html --json           an array of Readings
  hearsay read --jsonl pages.jsonl           one {"id", "html" | "text", ...} a line in, one Reading a line out
  hearsay read page.html --markdown          clean Markdown with front matter
  pbpaste | hearsay read --text              text copied from a browser
  curl -s ADDRESS | hearsay read --url ADDRESS

Exit codes:
  0 everything was read; 1 some input could not be read (the others were); 2 the command was not understood`

/** The command line as commander knows it. */
function commandLine(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const program = new Command('hearsay')
    .description('Reads news pages: who said what, on whose word, anchored to the exact words.')
    .version(version)
    .showHelpAfterError('(hearsay --help explains the commands)')
    .exitOverride()
  const forms = ['json', 'jsonl', 'markdown', 'why', 'all']
  const form = (name: string, description: string) =>
    new Option(`--${name}`, description).conflicts(forms.filter((other) => other !== name))
  program
    .command('read')
    .summary('read saved pages or text')
    .description('Reads news pages: headline, who, when, body, captions - and what was left out, with the reason.')
    .argument('[FILE...]', 'pages to read; - is standard input')
    .addOption(form('json', 'print the Reading as JSON; an array when there are several inputs'))
    .addOption(
      form('jsonl', 'read one JSON object a line, write one Reading a line').conflicts(['url', 'text', 'html']),
    )
    .addOption(form('markdown', 'print the article as Markdown with front matter'))
    .addOption(form('why', 'print every field with where it came from, and what was left out in full'))
    .addOption(form('all', 'unfold images, related links and what was left out'))
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
  return program
}

dieQuietly()
try {
  await commandLine().parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
