// The page reader beside its peers, on the same pages in one run. usage: npm run bench:page -- [OPTIONS]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type EngineName, engines } from './engines.ts'
import { worstPages, wrongFields } from './errors.ts'
import { readFacts } from './facts.ts'
import { heldOutOf, readHeldOut } from './held-out.ts'
import { judge, type Scores, scoresOf } from './judge.ts'
import { hasSet, pagesFolder, type SetName, setNames, unpack } from './pages.ts'
import type { Run } from './read.ts'
import { installPeers, median, readingsOf, runAll, say, speedOf } from './runs.ts'
import { markdownTable, plainTable, type Result } from './table.ts'

const usage = `usage: npm run bench:page -- [OPTIONS]
  --set NAME      only this set of pages: ${setNames.join(', ')}; may be repeated
  --engine NAME   only this engine: ${Object.keys(engines).join(', ')}; may be repeated
  --errors N      the N worst pages of each set as Hearsay reads them, and N wrong values of each field
  --markdown      the table in Markdown
  --json          every number, as JSON
The pages are looked for in $HEARSAY_DATA, else in ../shared/data. Readings are left in .bench/page.`

const explained = `Hearsay's body model was fitted on these pages, so "as shipped" flatters it in every row that depends on what the body is.
"Held out" is the column to set beside the others: each page read by a forest fitted without its site (npm run train:page-body).`

/** A problem that is the caller's to mend. */
class UsageError extends Error {}

function namesIn<Name extends string>(given: readonly string[], known: readonly Name[], kind: string): readonly Name[] {
  const unknown = given.find((name) => !known.includes(name as Name))
  if (unknown !== undefined) throw new UsageError(`no ${kind} "${unknown}"; there are ${known.join(', ')}`)
  return known.filter((name) => given.includes(name))
}

function resultOf(name: EngineName, runs: readonly Run[], scores: Scores): Result {
  const last = runs.at(-1)
  return {
    title: name === 'hearsay' ? `${engines[name].title}, as shipped` : engines[name].title,
    fields: last?.fields ?? [],
    ...scores,
    pagesPerSecond: median(runs.map(speedOf)),
    peak: median(runs.map(({ peak }) => peak)),
    failed: Object.values(last?.sets ?? {}).reduce((sum, { failed }) => sum + failed, 0),
  }
}

/** Hearsay's column for readings by forests that had not seen the page's site: nothing of it is measured in this run. */
function heldOutResult({ fields }: Result, sets: readonly SetName[]): Result | null {
  const heldOut = readHeldOut()
  if (!heldOut) return null
  const { sets: scored, facts } = heldOutOf(heldOut, sets)
  return { title: 'Hearsay, held out', fields, sets: scored, facts, pagesPerSecond: null, peak: null, failed: null }
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

  if (names.some((name) => engines[name].peer)) await installPeers()
  const pagesCopy = mkdtempSync(join(tmpdir(), 'hearsay-pages-'))
  let runs: Map<EngineName, Run[]>
  const marked = new Map(sets.map((set) => [set, unpack(set, pagesCopy)]))
  try {
    runs = await runAll(names, sets, pagesCopy)
  } finally {
    rmSync(pagesCopy, { recursive: true })
  }
  const facts = readFacts().filter(({ set }) => marked.has(set))
  const results: Record<string, Result> = {}
  const finished = names.filter((name) => runs.get(name)?.length)
  for (const name of finished) {
    const judged = new Map([...marked].map(([set, pages]) => [set, judge(set, pages, readingsOf(name, set), facts)]))
    const result = resultOf(name, runs.get(name) ?? [], scoresOf(judged))
    const heldOut = name === 'hearsay' ? heldOutResult(result, sets) : null
    if (heldOut) results['hearsay, held out'] = heldOut
    results[name] = result
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
    if (results['hearsay, held out']) console.log(`\n${explained}`)
    else if (results.hearsay)
      console.log(
        "\nHearsay's body model was fitted on these pages; models/page-body.scores.json does not say how it does on others.",
      )
    if (nothing)
      console.log(`Reading the pages from disk and nothing else takes ${nothing.peak?.toFixed(0)} MB of the memory.`)
  }
  return finished.length === names.length ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const own = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  say(own ? `${(error as Error).message}\n\n${usage}` : String((error as Error).stack))
  process.exitCode = own ? 2 : 1
}
