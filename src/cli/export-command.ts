/** `hearsay export`, as commander knows it. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EXPORTS, type ExportCommandOptions, type ExportForm, exportLedger, wrongWith } from './export.ts'
import { addressOf } from './serve-command.ts'

const EXAMPLES = `
Forms:
  csv       claims, figures, hedges, links, reports, articles, origins, stories as a Frictionless data package:
            a folder, or one file where --to ends in .zip
  ucdp-ged  figures of deaths in the 49 columns of UCDP GED, a row for each figure of each origin
  jsonl     Readings, one a line, as hearsay read --jsonl writes them and hearsay ingest takes them
  warc      all captures, for archives' tools and for another ledger
  jsonld    a story, an article or a claim as linked data: schema.org, Web Annotation, PROV-O

Examples:
  hearsay export --to data                              all tables, with datapackage.json, into the folder data
  hearsay export csv --story 12 --to story-12.zip       the tables of one story, packed
  hearsay export csv --search "measure:killed published:2025-01" --to killed
  hearsay export csv --table claims --outlet "The Bugle" > claims.csv
  hearsay export csv --table claims --bom --to claims.csv    for Excel, which knows UTF-8 by a byte order mark
  hearsay export ucdp-ged --story 12 --to ucdp-ged.csv
  hearsay export jsonl --search "speaker:zelensky" > readings.jsonl
  hearsay export warc --to captures.warc.gz             plain where the name does not end in .gz
  hearsay export jsonld --claim 12 --address https://hearsay.example > claim-12.jsonld

The same ledger gives the same bytes. A file is there whole or not at all; what is there already is kept unless --force.

Exit codes:
  0 it is written; 1 nothing was chosen, or it could not be written; 2 the command or the query was not understood`

/** A story's number, as commander checks an argument. */
function story(given: string): number {
  const number = Number(/^s?([1-9]\d{0,14})$/.exec(given)?.[1] ?? Number.NaN)
  if (Number.isNaN(number)) throw new InvalidArgumentError('It wants the number of a story, as its address has it: 12.')
  return number
}

/** A number of the ledger, as commander checks an argument. */
function number(given: string): number {
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new InvalidArgumentError('It wants a number, as the address has it: 12.')
  return Number(given)
}

/** Adds the command. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .summary('the ledger as tables, Readings, an archive or linked data')
    .description('Writes what the ledger holds as files that other programs open.')
    .argument('[FORM]', `${EXPORTS.join(', ')} (csv without it)`, (given: string): ExportForm => {
      if (EXPORTS.includes(given as ExportForm)) return given as ExportForm
      throw new InvalidArgumentError(`It is one of ${EXPORTS.join(', ')}.`)
    })
    .option('--to <PLACE>', 'the folder or file that is written; - is standard output (as without it, but for csv)')
    .option('--story <NUMBER>', 'what its articles say', story)
    .option('--article <NUMBER>', 'of jsonld: an article with all its claims', number)
    .option('--claim <NUMBER>', 'of jsonld: a claim with its chain', number)
    .option(
      '--address <URL>',
      'of jsonld: the address of the site that serves this ledger, with which names begin',
      addressOf,
      'http://127.0.0.1:4316',
    )
    .option('--search <QUERY>', 'claims that a query finds, with their articles: see hearsay search --help')
    .option('--outlet <NAME>', 'claims in articles of an outlet')
    .addOption(new Option('--table <NAME>', 'of csv this table alone, as one file'))
    .option('--bom', 'a byte order mark before each table')
    .option('--force', 'write over files that are there')
    .addHelpText('after', EXAMPLES)
    .action(async (form: ExportForm | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportCommandOptions>()
      const wrong = wrongWith(form ?? 'csv', options)
      if (wrong !== null) command.error(`error: ${wrong}`)
      process.exitCode = await exportLedger(form ?? 'csv', options)
    })
}
