// Claims beside what people marked, in one table of bars. usage: npm run bench:claims -- [OPTIONS]
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { EngineUnavailable } from '../../src/claims/attribution.ts'
import { loadEngine } from '../../src/claims/engines.ts'
import { CHOICES, type EngineChoice } from '../../src/gather/reading/engines.ts'
import { barsOf, type Measured, markdownTable, plainTable } from './bars.ts'
import { comparisonJson, comparisonTable, type MeasuredEngine, measureEngine } from './comparison.ts'
import { type ErrorKind, errorKinds, errorsShown } from './errors.ts'
import { goldFolder } from './gold.ts'
import { goldPart, type Part, polnearPart } from './parts.ts'
import { polnearFolder } from './polnear.ts'
import { measureRecognizers, recognizersFolder } from './recognizers.ts'
import { byRule, calibrationError, diagramOf } from './reliability.ts'
import { LENGTHS, measureSpeed } from './speed.ts'

const usage = `usage: npm run bench:claims -- [OPTIONS]
  --polnear --gold --recognizers --speed   only these parts
  --engine NAME[,NAME]   what finds the claims: ${CHOICES.join(', ')} (default: model); several, or a
                         language model, are set side by side
  --texts N              only the first N texts of each set
  --confidence X         speech cues count from this confidence on (default: 0.6; several engines: 0)
  --errors[=KIND,...]    what differs from the marks, in context; kinds: ${Object.keys(errorKinds).join(', ')}
  --rules                how often each rule and the model were right
  --limit N              at most so many errors a kind (default: 10)
  --markdown             the table in Markdown
  --json                 every number, as JSON
The marked texts are looked for in $HEARSAY_DATA, else in ../shared/data; nothing of them is in this repository.`

/** A problem that is the caller's to mend. */
class UsageError extends Error {}

const say = (text: string) => process.stderr.write(`${text}\n`)

function kindsAsked(given: string | undefined): ErrorKind[] {
  const known = Object.keys(errorKinds) as ErrorKind[]
  if (given === undefined) return []
  if (given === '') return known
  return given.split(',').map((name) => {
    const kind = known.find((other) => other === name)
    if (kind === undefined) throw new UsageError(`no kind of error "${name}"; there are ${known.join(', ')}`)
    return kind
  })
}

function enginesAsked(given: string): EngineChoice[] {
  const asked = given.split(',').map((name) => {
    const known = CHOICES.find((other) => other === name.trim())
    if (known === undefined) throw new UsageError(`no engine "${name.trim()}"; there are ${CHOICES.join(', ')}`)
    return known
  })
  return [...new Set(asked)]
}

function numberIn(given: string, [low, high]: readonly [number, number], option: string): number {
  const number = Number(given)
  if (given.trim() === '' || !(number >= low && number <= high))
    throw new UsageError(`${option} wants a number from ${low} to ${high}`)
  return number
}

function reliabilityShown(title: string, { judgements }: Part<unknown>): string {
  const error = (100 * calibrationError(judgements)).toFixed(1)
  return `${title}: how sure, and how often right; expected calibration error ${error}\n${diagramOf(judgements)}`
}

async function main(): Promise<number> {
  // An option with or without a value is more than parseArgs reads.
  const args = process.argv.slice(2).map((arg) => (arg === '--errors' ? '--errors=' : arg))
  const { values: options } = parseArgs({
    args,
    options: {
      polnear: { type: 'boolean', default: false },
      gold: { type: 'boolean', default: false },
      recognizers: { type: 'boolean', default: false },
      speed: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'model' },
      texts: { type: 'string', default: '1000000' },
      confidence: { type: 'string' },
      errors: { type: 'string' },
      limit: { type: 'string', default: '10' },
      rules: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(usage)
    return 0
  }
  const engines = enginesAsked(options.engine)
  const kinds = kindsAsked(options.errors)
  const most = numberIn(options.texts, [1, 1e6], '--texts')
  const limit = numberIn(options.limit, [1, 1e6], '--limit')
  const [engine = 'model', ...others] = engines
  const isBeside = others.length > 0 || engine === 'language-model'
  // How sure an engine is says little beside another that is sure in its own way.
  const minConfidence = numberIn(options.confidence ?? (isBeside ? '0' : '0.6'), [0, 1], '--confidence')
  const parts = ['polnear', 'gold', 'recognizers', 'speed'] as const
  const folders = { polnear: polnearFolder, gold: goldFolder, recognizers: recognizersFolder, speed: null }
  const all = !parts.some((part) => options[part])
  // Only marked texts have errors to show.
  const asked = parts.filter(
    (part) => options[part] || (all && (kinds.length === 0 || part === 'polnear' || part === 'gold')),
  )
  const isMissing = (folder: string | null) => folder !== null && !existsSync(folder)
  const missing = asked.flatMap((part) => (isMissing(folders[part]) ? folders[part] : []))
  const wants = (part: (typeof parts)[number]) => asked.includes(part) && !isMissing(folders[part])
  if (missing.length > 0) say(`Skipped, not there: ${missing.join(', ')} (HEARSAY_DATA names the folder)`)

  if (isBeside) {
    if (kinds.length > 0 || options.rules || options.speed || options.recognizers)
      throw new UsageError('engines are set side by side on --polnear and --gold alone, without --errors and --rules')
    const wanted = { polnear: wants('polnear'), gold: wants('gold'), minConfidence, most }
    const measured: MeasuredEngine[] = []
    for (const name of engines) {
      try {
        measured.push(await measureEngine(name, wanted))
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error
        say(`${name} is left out. ${error.message}`)
      }
    }
    if (measured.length > 0)
      console.log(options.json ? comparisonJson(measured) : comparisonTable(measured, options.markdown))
    return measured.length === 0 ? 1 : 0
  }

  const loaded = wants('polnear') || wants('gold') ? await loadEngine(engine) : null
  const polnear = wants('polnear') && loaded ? await polnearPart(loaded, minConfidence, most) : null
  const gold = wants('gold') && loaded ? await goldPart(loaded, most) : null
  const recognizers = wants('recognizers') ? measureRecognizers() : null
  const speed = wants('speed') ? measureSpeed(engine) : null
  const measured: Measured = { polnear: polnear?.score ?? null, gold: gold?.score ?? null, recognizers, speed }

  if (options.json) {
    const calibration = (part: Part<unknown> | null) => part && calibrationError(part.judgements)
    const errors = [...(polnear?.errors ?? []), ...(gold?.errors ?? [])].filter(({ kind }) => kinds.includes(kind))
    const calibrationErrors = { polnear: calibration(polnear), gold: calibration(gold) }
    console.log(JSON.stringify({ engine, bars: barsOf(measured), ...measured, calibrationErrors, errors }, null, 2))
  } else {
    const bars = barsOf(measured)
    if (bars.length > 0) console.log((options.markdown ? markdownTable : plainTable)(bars))
    const judged: [string, Part<unknown> | null][] = [
      ['PolNeAR dev, relations', polnear],
      ['Gold stories, claims found', gold],
    ]
    for (const [title, part] of judged) {
      if (part === null) continue
      console.log(`\n${reliabilityShown(title, part)}`)
      if (options.rules) console.log(`\n${title}, by what found them:\n${byRule(part.judgements)}`)
    }
    if (speed) {
      const lengths = speed.msByLength.map((ms, at) => `${ms.toFixed(1)} ms (${LENGTHS[at]} times the text)`)
      console.log(`\nRead: ${speed.pages}. 800 words take ${lengths.join(', ')}. Node ${process.versions.node}.`)
    }
    for (const part of [gold, polnear]) {
      const own = kinds.filter((kind) => kind.startsWith('span-') === (part === polnear))
      if (part && own.length > 0) console.log(`\n${errorsShown(part.errors, own, limit)}`)
    }
  }
  return missing.length > 0 && process.env.HEARSAY_DATA !== undefined ? 2 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const own = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  say(own ? `${(error as Error).message}\n\n${usage}` : String((error as Error).stack))
  process.exitCode = own ? 2 : 1
}
