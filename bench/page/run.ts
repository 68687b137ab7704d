// The page reader beside its peers, on the same pages in one run. usage: npm run bench:page -- [OPTIONS]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Reading } from './engine.ts'
import { type EngineName, engines } from './engines.ts'
import { type Judged, worstPages, wrongFields } from './errors.ts'
import { type FactField, type Facts, factFields, readFacts, scoreFacts } from './facts.ts'
import { hasSet, pagesFolder, type SetName, setNames, type Unpacked, unpack } from './pages.ts'
import type { Run } from './read.ts'
import { type Agreement, scorePage, scoreSet } from './score.ts'
import { markdownTable, plainTable, type Result } from './table.ts'

const usage = `usage: npm run bench:page -- [OPTIONS]
  --set NAME      only this set of pages: ${setNames.join(', ')}; may be repeated
  --engine NAME   only this engine: ${Object.keys(engines).join(', ')}; may be repeated
  --errors N      the N worst pages of each set as Hearsay reads them, and N wrong values of each field
  --markdown      the table in Markdown
  --json          every number, as JSON
The pages are looked for in $HEARSAY_DATA, else in ../shared/data. Readings are left in .bench/page.`

const bench = resolve(import.meta.dirname, '..')
const work = resolve(bench, '../.bench/page')
const say = (text: string) => process.stderr.write(`${text}\n`)

/** Readability is what speed is measured against, so the two run in turn, so often, and the middle run counts. */
const turns = 3

/** A problem that is the caller's to mend. */
class UsageError extends Error {}

function namesIn<Name extends string>(given: readonly string[], known: readonly Name[], kind: string): readonly Name[] {
  const unknown = given.find((name) => !known.includes(name as Name))
  if (unknown !== undefined) throw new UsageError(`no ${kind} "${unknown}"; there are ${known.join(', ')}`)
  return known.filter((name) => given.includes(name))
}

async function installPeers(): Promise<void> {
  if (existsSync(join(bench, 'node_modules'))) return
  say('Installing the peers, once, under bench/node_modules (npm ci --prefix bench)')
  const npm = spawn('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })
  const [code] = (await once(npm, 'exit')) as [number | null]
  if (code !== 0) throw new UsageError('the peers could not be installed; --engine hearsay does without them')
}

/** One engine over the sets, in a process of its own. */
async function runOf(name: EngineName, sets: readonly SetName[], pages: string): Promise<Run> {
  const folder = join(work, name)
  mkdirSync(folder, { recursive: true })
  const log = join(folder, 'log.txt')
  const out = createWriteStream(log)
  await once(out, 'open')
  const child = spawn(process.execPath, [join(import.meta.dirname, 'read.ts'), name, pages, folder, ...sets], {
    stdio: ['ignore', out, out],
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}:\n${readFileSync(log, 'utf8').slice(-2000)}`)
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run
  say(`${name}: ${speedOf(run).toFixed(0)} pages a second, ${run.peak.toFixed(0)} MB`)
  return run
}

function speedOf({ sets }: Run): number {
  const all = Object.values(sets)
  const pages = all.reduce((sum, set) => sum + set.pages, 0)
  return pages / (all.reduce((sum, set) => sum + set.ms, 0) / 1000)
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

async function runAll(
  names: readonly EngineName[],
  sets: readonly SetName[],
  pages: string,
): Promise<Map<EngineName, Run[]>> {
  const runs = new Map<EngineName, Run[]>(names.map((name) => [name, []]))
  const raced: readonly EngineName[] = names.filter((name) => name === 'hearsay' || name === 'readability')
  const rest = names.filter((name) => !raced.includes(name))
  const order = [...(raced.length === 2 ? Array.from({ length: turns }, () => raced).flat() : raced), ...rest]
  for (const name of order) runs.get(name)?.push(await runOf(name, sets, pages))
  return runs
}

function readingsOf(name: EngineName, set: SetName): Map<string, Reading | null> {
  const lines = readFileSync(join(work, name, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
  return new Map(
    lines.map((line) => {
      const { id, article } = JSON.parse(line) as { id: string; article?: Reading }
      return [id, article ?? null]
    }),
  )
}

function judge(name: EngineName, set: SetName, pages: readonly Unpacked[], facts: readonly Facts[]): Judged[] {
  const readings = readingsOf(name, set)
  const factsOf = new Map(facts.filter((each) => each.set === set).map((each) => [each.id, each]))
  return pages.map(({ id, url, gold }) => {
    const reading = readings.get(id) ?? null
    return { id, url, gold, reading, score: scorePage(gold, reading), facts: factsOf.get(id) }
  })
}

function factScore(pages: readonly Judged[], field: FactField): Agreement | null {
  const each = pages.flatMap(({ facts, reading, url }) => (facts ? scoreFacts(facts, reading, url)[field] : []))
  if (each.length === 0) return null
  const sum = (part: keyof Agreement) => each.reduce((total, agreement) => total + agreement[part], 0)
  return { agreed: sum('agreed'), given: sum('given'), wanted: sum('wanted') }
}

async function resultOf(
  name: EngineName,
  runs: readonly Run[],
  judged: ReadonlyMap<SetName, Judged[]>,
): Promise<Result> {
  const all = [...judged.values()].flat()
  const last = Object.values(runs.at(-1)?.sets ?? {})
  return {
    title: engines[name].title,
    fields: (await engines[name].load()).fields,
    sets: Object.fromEntries([...judged].map(([set, pages]) => [set, scoreSet(pages.map(({ score }) => score))])),
    facts: Object.fromEntries(
      factFields.flatMap((field) => {
        const agreement = factScore(all, field)
        return agreement ? [[field, agreement]] : []
      }),
    ),
    pagesPerSecond: median(runs.map(speedOf)),
    peak: median(runs.map(({ peak }) => peak)),
    failed: last.reduce((sum, { failed }) => sum + failed, 0),
  }
}

async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: {
      set: { type: 'string', multiple: true },
      engine: { type: 'string', multiple: true },
      errors: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(usage)
    return 0
  }
  const errors = options.errors === undefined ? null : Number(options.errors)
  if (errors !== null && !(errors > 0)) throw new UsageError('--errors wants a number of pages')
  const wantedSets = namesIn(options.set ?? setNames, setNames, 'set of pages')
  const everyEngine = Object.keys(engines) as EngineName[]
  const names = namesIn(options.engine ?? (errors === null ? everyEngine : ['hearsay']), everyEngine, 'engine')

  const sets = wantedSets.filter(hasSet)
  const missing = wantedSets.filter((set) => !sets.includes(set))
  if (missing.length > 0) say(`Skipped, not in ${pagesFolder}: ${missing.join(', ')} (HEARSAY_DATA names the folder)`)
  const asked = options.set !== undefined || process.env.HEARSAY_DATA !== undefined
  if (sets.length === 0) return asked ? 2 : 0

  if (names.some((name) => !['hearsay', 'baseline', 'nothing'].includes(name))) await installPeers()
  const pagesCopy = mkdtempSync(join(tmpdir(), 'hearsay-pages-'))
  let runs: Map<EngineName, Run[]>
  const marked = new Map(sets.map((set) => [set, unpack(set, pagesCopy)]))
  try {
    runs = await runAll(names, sets, pagesCopy)
  } finally {
    rmSync(pagesCopy, { recursive: true })
  }
  const facts = readFacts()
  const results: Record<string, Result> = {}
  for (const name of names) {
    const judged = new Map([...marked].map(([set, pages]) => [set, judge(name, set, pages, facts)]))
    results[name] = await resultOf(name, runs.get(name) ?? [], judged)
    if (name === 'hearsay' && errors !== null) {
      for (const [set, pages] of judged) {
        console.log(`# ${set}\n\n${worstPages(pages, errors)}\n\n${wrongFields(pages, errors)}\n`)
      }
    }
  }

  if (options.json) console.log(JSON.stringify(results, null, 2))
  else {
    const { nothing, ...shown } = results
    console.log((options.markdown ? markdownTable : plainTable)(Object.values(shown)))
    const counts = [...marked].map(([set, pages]) => `${pages.length} pages of ${set}`)
    console.log(`\n${[...counts, `${facts.length} pages with our marks`].join(', ')}; Node ${process.versions.node}.`)
    if (nothing)
      console.log(`Reading the pages from disk and nothing else takes ${nothing.peak.toFixed(0)} MB of the memory.`)
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const own = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  say(own ? `${(error as Error).message}\n\n${usage}` : String((error as Error).stack))
  process.exitCode = own ? 2 : 1
}
