/**
 * The body model, from marked pages to measured weights: `npm run train:page-body`.
 *
 * vectors.ts, then fit.py, then every page read by held-out.ts and scored as `npm run bench:page` scores; writes
 * models/page-body.json, models/page-body.scores.json and the numbers in models/page-body.md. With `--score` nothing
 * is fitted: the forests of the last fitting read and are scored again, for a change in the rules around the model.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../../bench/data.ts'
import type { Reading } from '../../bench/page/engine.ts'
import { readFacts } from '../../bench/page/facts.ts'
import { type HeldOut, modelFile, modelHash, scoresFile } from '../../bench/page/held-out.ts'
import { judge, scoresOf } from '../../bench/page/judge.ts'
import { pagesOf } from '../../bench/page/pages.ts'
import { writeNumbers } from './card.ts'
import { SETS, WORK } from './pages.ts'

/** What cannot be done here, with what to do about it. */
class Missing extends Error {}

const here = (name: string): string => join(import.meta.dirname, name)

/** Runs a command to its end, with its words to standard output or into a file. */
function ran(command: string, args: readonly string[], output: number | 'inherit' = 'inherit'): void {
  const { status, signal, error } = spawnSync(command, args, { stdio: ['ignore', output, 'inherit'] })
  if (error) throw error
  if (status !== 0) throw new Missing(`${args[0] ?? command} ended with ${status ?? signal}`)
}

/** A Python that has scikit-learn: the one on the path, or Debian's own beside it. */
function pythonWithSklearn(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import numpy, sklearn'], { stdio: 'ignore' }).status === 0,
  )
  if (!found) throw new Missing('Python with scikit-learn is needed to fit the trees: apt-get install python3-sklearn')
  return found
}

function fitForests(): void {
  const python = pythonWithSklearn()
  ran(process.execPath, [here('vectors.ts')])
  ran(python, [here('fit.py'), WORK, modelFile])
}

/** Every set read by the forests that have not seen the page's site, and scored. */
function heldOutScores(): HeldOut {
  const folds: Record<string, number> = JSON.parse(readFileSync(join(WORK, 'folds.json'), 'utf8'))
  const facts = readFacts()
  const judged = new Map(
    SETS.map((set) => {
      const file = join(WORK, `${set}.held-out.jsonl`)
      const out = openSync(file, 'w')
      ran(process.execPath, [here('held-out.ts'), set], out)
      closeSync(out)
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
      const readings = lines.map((line): [string, Reading] => {
        const { id, article }: { id: string; article: Reading } = JSON.parse(line)
        return [id, article]
      })
      return [set, judge(set, pagesOf(set), new Map(readings), facts)]
    }),
  )
  return { model: modelHash(), folds: Math.max(...Object.values(folds)) + 1, ...scoresOf(judged) }
}

function print({ folds, sets }: HeldOut): void {
  console.log(`sites not seen (${folds} folds by site), scored as npm run bench:page scores:`)
  for (const [set, score] of Object.entries(sets)) {
    const { pages, precision, recall, shingles, words } = score
    const numbers = { P: precision, R: recall, 'F1 shingles': shingles, 'F1 words': words }
    const shown = Object.entries(numbers).map(([name, value]) => `${name} ${value.toFixed(4)}`)
    console.log(`  ${set.padEnd(6)} ${String(pages).padStart(3)} pages  ${shown.join('  ')}`)
  }
}

try {
  const { values: options } = parseArgs({ options: { score: { type: 'boolean', default: false } } })
  const missing = SETS.find((set) => !existsSync(join(dataFolder, 'pages', `${set}.jsonl.gz`)))
  if (missing)
    throw new Missing(`no pages/${missing}.jsonl.gz in ${dataFolder}; HEARSAY_DATA names the folder that holds pages/`)
  if (!options.score) fitForests()
  else if (!existsSync(join(WORK, 'folds.json')))
    throw new Missing('nothing was fitted here yet; run npm run train:page-body without --score first')
  const scores = heldOutScores()
  print(scores)
  // Five places: more than a difference of one word in one page.
  const rounded = JSON.stringify(
    scores,
    (_, value) => (typeof value === 'number' ? Number(value.toFixed(5)) : value),
    2,
  )
  writeFileSync(scoresFile, `${rounded}\n`)
  writeNumbers(scores)
} catch (error) {
  if (!(error instanceof Missing)) throw error
  console.error(error.message)
  process.exitCode = 1
}
