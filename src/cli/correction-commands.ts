/** The commands by which people correct what was read, have it read again and count it, as commander knows them. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CorrectOptions } from './correct.ts'
import type { ExportOptions } from './corrections.ts'
import { engineOption } from './engine-option.ts'
import type { LedgerOptions } from './ledger.ts'
import type { RejoinOptions } from './rejoin.ts'
import type { RereadOptions } from './reread.ts'
import type { StatsOptions } from './stats.ts'

const EXIT = `
Exit codes:
  0 all of it was done; 1 some of it could not be done; 2 the command was not understood`

const CORRECT_EXAMPLES = `
Examples:
  hearsay correct 12                                        the claim, its corrections, and in which captures it stands
  hearsay correct 12 --speaker "Ann Lee" --why "'she' is Lee, two paragraphs up"
  hearsay correct 12 --figure 2 --low 3000 --high unknown --why "'more than 3,000'"
  hearsay correct 12 --strike-figure 2 --why "the year, not a count"
  hearsay correct 12 --add-figure "a dozen" --low 12 --high 12 --measure wounded --why "overlooked"
  hearsay correct --article 4 --missed "the bridge will stay shut" --speaker "Ann Lee" --why "overlooked"
  hearsay correct 12 --chain "The Bugle (outlet, wire)" "Yonhap (outlet, quotes)" --why "credited in the last line"
  hearsay correct 12 --happened 2025-01-03..2025-01-04 --why "'Friday and Saturday'"
  hearsay correct 12 --right --why "looked at it beside the page"
  hearsay correct 12 --one-with 40 --why "the same briefing"      their origins are one
  hearsay correct 12 --not-with 40 41 --why "another briefing"    it leaves the origin of these
  hearsay correct --undo 7 --why "misread"                  takes correction 7 back; --redo 7 puts it in force again
  hearsay correct --list                                    all corrections; --waiting: those to be looked at

What is not known is given as: unknown. A correction is kept beside the reading, never over it.
${EXIT}`

const REREAD_EXAMPLES = `
Examples:
  hearsay reread                       what counts now, where another engine or edition read it
  hearsay reread --all                 old versions too
  hearsay reread --article 12
  hearsay reread --since 2025-01-01    what was seen on that day or later
${EXIT}`

/** A whole number from 1 on, as commander checks an argument. */
function number(given: string): number {
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new InvalidArgumentError('It wants a whole number from 1 on.')
  return Number(given)
}

const numbers = (given: string, before: readonly number[] = []): readonly number[] => [...before, number(given)]

/** A day or a time, as ISO in UTC. */
function time(given: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(given) || Number.isNaN(Date.parse(given)))
    throw new InvalidArgumentError('It wants a day such as 2025-01-04, or a time such as 2025-01-04T10:00Z.')
  return new Date(given).toISOString()
}

/** Adds the commands. */
export function correctionCommands(program: Command): void {
  program
    .command('correct')
    .summary('a claim, and what is otherwise than it was read')
    .description('Shows a claim of the ledger by its number, and writes down what a person says of it.')
    .argument('[CLAIM]', 'its number', number)
    .option('--speaker <NAME>', 'who answers for it')
    .addOption(
      new Option('--kind <KIND>', 'what the speaker is')
        .choices(['person', 'organisation', 'unnamed', 'document', 'outlet'])
        .default('person'),
    )
    .option('--figure <NUMBER>', 'which of its figures is otherwise', number)
    .option('--low <NUMBER>', 'its lower bound')
    .option('--high <NUMBER>', 'its higher bound')
    .option('--measure <WORDS>', 'what it measures: killed, wounded, lost')
    .option('--unit <WORDS>', 'its unit')
    .option('--of <WORDS>', 'whom it counts')
    .option('--qualifier <WORDS>', 'how it is bounded: up to, at least')
    .option('--strike-figure <NUMBER>', 'which of its figures is none', number)
    .option('--add-figure <WORDS>', 'words of it that are a figure, with --low, --high, --measure, --unit, --of')
    .option('--missed <WORDS>', 'words of an article that are a claim too, with --article, --speaker, --kind, --type')
    .option('--article <NUMBER>', 'in which article', number)
    .addOption(
      new Option('--in <PLACE>', 'where these words stand').choices(['text', 'headline', 'deck']).default('text'),
    )
    .option('--nth <NUMBER>', 'the how manieth time that the words stand there', number)
    .option('--chain <LINK...>', 'by whom it came, outermost first, each as "NAME (KIND, LINK)"')
    .option('--said <DATE>', 'when it was said: 2025, 2025-01 or 2025-01-04')
    .option('--happened <DAYS>', 'when it happened: a day, or FROM..TO')
    .option('--place <NAME>', 'where it happened')
    .addOption(new Option('--type <TYPE>', 'how it is told').choices(['direct', 'indirect', 'mixed', 'none']))
    .addOption(new Option('--hide', 'leave it out of all that is shown').conflicts('unhide'))
    .option('--unhide', 'show it again')
    .option('--right', 'a person looked at it and found nothing wrong')
    .option('--one-with <CLAIM...>', 'claims that are of one origin with it', numbers)
    .option('--not-with <CLAIM...>', 'claims that are not of its origin', numbers)
    .option('--why <WORDS>', 'why, for whoever reads it later')
    .option('--by <NAME>', 'who says so (else $HEARSAY_PERSON, or your name on this machine)')
    .option('--undo <CORRECTION>', 'take a correction back', number)
    .option('--redo <CORRECTION>', 'put a correction in force again', number)
    .option('--list', 'list all corrections')
    .option('--waiting', 'list the corrections to be looked at: the words that they were made of changed')
    .option('--json', 'print it as JSON')
    .addHelpText('after', CORRECT_EXAMPLES)
    .action(async (claim: number | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CorrectOptions>()
      const asksOnly = options.list || options.waiting || options.undo !== undefined || options.redo !== undefined
      const adds = options.missed !== undefined
      if (adds !== (options.article !== undefined) || (adds && claim !== undefined))
        command.error('error: --missed wants the article: hearsay correct --article 4 --missed "its words".')
      if (claim === undefined && !asksOnly && !adds)
        command.error('error: which claim? Give its number, or --list, --waiting, --undo, --redo or --missed.')
      const { correct } = await import('./correct.ts')
      process.exitCode = await correct(claim ?? null, options)
    })
  const corrections = program
    .command('corrections')
    .summary('corrections as test cases, out and in')
    .description('Writes what people corrected as test cases, and brings test cases into a ledger.')
  corrections
    .command('export')
    .summary('one JSON line a corrected claim: text, claim as read, claim as corrected')
    .option('--output <FILE>', 'write to a file that is not there yet')
    .action(async (_: unknown, command: Command) => {
      const { exportCorrections } = await import('./corrections.ts')
      process.exitCode = await exportCorrections(command.optsWithGlobals<ExportOptions>())
    })
  corrections
    .command('import')
    .summary('corrections of another ledger, for the pages that are in this one too')
    .argument('<FILE>', 'what hearsay corrections export wrote; - is standard input')
    .action(async (file: string, _: unknown, command: Command) => {
      const { importCorrections } = await import('./corrections.ts')
      process.exitCode = await importCorrections(file, command.optsWithGlobals<LedgerOptions>())
    })
  program
    .command('reread')
    .summary('reads kept pages again with the engine as it is now')
    .description('Reads versions again that another engine or edition has read. Old readings and corrections stay.')
    .addOption(engineOption())
    .option('--all', 'old versions of articles too')
    .option('--article <NUMBER>', 'one article', number)
    .option('--since <TIME>', 'what was seen at this time or later', time)
    .option('--workers <NUMBER>', 'threads that read (as many as there are cores)', number)
    .option('--later', 'leave it to hearsay run or hearsay work, on as many machines as there are')
    .addHelpText('after', REREAD_EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const { reread } = await import('./reread.ts')
      process.exitCode = await reread(command.optsWithGlobals<RereadOptions>())
    })
  program
    .command('rejoin')
    .summary('makes origins and stories anew')
    .description(
      'Makes the origins and stories of a ledger anew from its readings, where another release made them. What was read and corrected stays.',
    )
    .option('--all', 'also where this release made them')
    .addHelpText('after', EXIT)
    .action(async (_: unknown, command: Command) => {
      const { rejoinLedger } = await import('./rejoin.ts')
      process.exitCode = await rejoinLedger(command.optsWithGlobals<RejoinOptions>())
    })
  program
    .command('stats')
    .summary('what the ledger holds, in numbers')
    .description(
      'Counts captures, articles, readings, claims, origins and corrections, and how often people left a reading as it was.',
    )
    .option('--json', 'print it as JSON')
    .addHelpText('after', EXIT)
    .action(async (_: unknown, command: Command) => {
      const { stats } = await import('./stats.ts')
      process.exitCode = await stats(command.optsWithGlobals<StatsOptions>())
    })
}
