/**
 * `hearsay check`: a newsroom's drafts looked over before they are published. Exit codes: 0 nothing, or nothing that must
 * be mended; 1 errors, or more warnings than allowed; 2 a draft or a config that could not be read.
 */
import { readFileSync } from 'node:fs'
import type { Engine } from '../claims/attribution.ts'
import { type EngineChoice, openEngine } from '../gather/reading/engines.ts'
import type { DraftKind } from '../page/draft/index.ts'
import { printable } from '../publish/printable.ts'
import { type Checked, checked, counted, refused } from './check/checked.ts'
import { ConfigError, configFinder, NO_SETTINGS, ruleGiven, type Settings } from './check/config.ts'
import { githubOf } from './check/github.ts'
import { isRule, noRule } from './check/ids.ts'
import { jsonOf } from './check/json.ts'
import { pageOf, rulesList } from './check/pages.ts'
import { sarifOf } from './check/sarif.ts'
import { summaryOf, textOf } from './check/text.ts'
import { watchFiles } from './check/watch.ts'
import { bytesOf, InputError } from './input.ts'
import { colours, columns, complain, print } from './output.ts'
import { paints } from './paint.ts'

/** The options of `hearsay check`, as given. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github'
  readonly as?: DraftKind
  readonly stdinName?: string
  /** A file, or false for --no-config. */
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly watch?: boolean
  readonly listRules?: boolean
  readonly explain?: string
  readonly engine: EngineChoice
}

/**
 * Checks drafts and prints what was found.
 * @returns the exit code
 */
export async function checkDrafts(inputs: readonly string[], options: CheckOptions): Promise<number> {
  if (options.listRules) return told(rulesList(paints(colours())))
  if (options.explain !== undefined) {
    if (isRule(options.explain)) return told(pageOf(options.explain))
    complain(`--explain: ${noRule(options.explain)}`)
    return 2
  }
  try {
    const settingsOf = settingsFor(options)
    // A config that cannot be followed is told before anything is loaded.
    for (const input of inputs) settingsOf(nameOf(input, options))
    const engine = await openEngine(options.engine)
    const results: Checked[] = []
    for (const input of inputs) results.push(await checkedInput(input, engine, settingsOf, options))
    const settings = inputs.map((input) => settingsOf(nameOf(input, options)))
    await printAll(results, settings, options)
    if (!options.watch) return exitCode(results, settings, options)
    await watching(inputs, engine, options)
    return 0
  } catch (error) {
    complain((error as Error).message)
    return 2
  }
}

async function told(text: string): Promise<number> {
  await print(text)
  return 0
}

/** The name by which a draft's ending and config are found. */
const nameOf = (input: string, { stdinName }: CheckOptions): string => (input === '-' ? (stdinName ?? '-') : input)

/** The settings of each draft: its config's, and over them those of the command line. */
function settingsFor({ config, rule = [] }: CheckOptions): (draft: string) => Settings {
  const given = Object.fromEntries(rule.map(ruleGiven))
  const found = config === false ? () => NO_SETTINGS : configFinder(config ?? null)
  return (draft) => {
    const settings = found(draft)
    return { ...settings, rules: { ...settings.rules, ...given } }
  }
}

async function checkedInput(
  input: string,
  engine: Engine,
  settingsOf: (draft: string) => Settings,
  options: CheckOptions,
): Promise<Checked> {
  const name = nameOf(input, options)
  try {
    return await checked(name, await bytesOf(input), options.as ?? null, engine, settingsOf(name))
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const { message } = error as Error
    return refused(name, error instanceof InputError ? message.slice(message.indexOf(': ') + 2) : message)
  }
}

/** A result with its errors alone. */
const errorsOf = (result: Checked): Checked => ({
  ...result,
  notes: [],
  reported: result.reported.filter(({ severity }) => severity === 'error'),
})

async function printAll(all: readonly Checked[], settings: readonly Settings[], options: CheckOptions): Promise<void> {
  const { format, quiet } = options
  const results = quiet ? all.map(errorsOf) : all
  if (format === 'json') await print(jsonOf(results))
  else if (format === 'github') await print(githubOf(results))
  else if (format === 'sarif') {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    const docs = settings.find((own) => own.docs !== null)?.docs ?? null
    await print(sarifOf(results, { version, pageOf, docs }))
  } else {
    const look = { width: columns(), paint: paints(colours()) }
    for (const result of results) await print(textOf(result, look))
    await print(`${summaryOf(results)}\n`)
  }
}

function exitCode(results: readonly Checked[], settings: readonly Settings[], options: CheckOptions): number {
  if (results.some(({ refusal }) => refusal !== null)) return 2
  const { error, warning } = counted(results)
  const limits = settings.flatMap(({ maxWarnings }) => maxWarnings ?? [])
  const most = options.maxWarnings ?? (limits.length > 0 ? Math.min(...limits) : Number.POSITIVE_INFINITY)
  if (warning > most) complain(`${warning} warnings, and ${most} are allowed`)
  return error > 0 || warning > most ? 1 : 0
}

/** Checks each draft again when it is saved, until the process is ended. */
async function watching(inputs: readonly string[], engine: Engine, options: CheckOptions): Promise<void> {
  const again = async (input: string): Promise<void> => {
    const began = performance.now()
    try {
      // The config may have been saved as well.
      const settingsOf = settingsFor(options)
      const result = await checkedInput(input, engine, settingsOf, options)
      await printAll([result], [settingsOf(input)], options)
      if (options.format === 'text')
        complain(`${printable(input)} checked in ${Math.round(performance.now() - began)} ms`)
    } catch (error) {
      complain((error as Error).message)
    }
  }
  const stop = watchFiles(inputs, again)
  complain(`watching ${inputs.length} draft(s); end with Ctrl-C`)
  await new Promise<void>((done) => {
    process.once('SIGINT', done)
    process.once('SIGTERM', done)
  })
  stop()
}
