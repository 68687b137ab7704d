// The engines' runs: each in a process of its own, one at a time.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reading } from './engine.ts'
import type { EngineName } from './engines.ts'
import type { SetName } from './pages.ts'
import type { Run } from './read.ts'

const bench = resolve(import.meta.dirname, '..')
const work = resolve(bench, '../.bench/page')
export const say = (text: string) => process.stderr.write(`${text}\n`)

/** Readability is what speed is measured against, so the two run in turn, so often, and the middle run counts. */
const turns = 3

export async function installPeers(): Promise<void> {
  if (existsSync(join(bench, 'node_modules'))) return
  say('Installing the peers, once, under bench/node_modules (npm ci --prefix bench)')
  const npm = spawn('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })
  const [code] = (await once(npm, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the peers could not be installed; --engine hearsay does without them')
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

export function speedOf({ sets }: Run): number {
  const all = Object.values(sets)
  const pages = all.reduce((sum, set) => sum + set.pages, 0)
  return pages / (all.reduce((sum, set) => sum + set.ms, 0) / 1000)
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** Every engine over the sets; one that could not finish has no runs. */
export async function runAll(
  names: readonly EngineName[],
  sets: readonly SetName[],
  pages: string,
): Promise<Map<EngineName, Run[]>> {
  const runs = new Map<EngineName, Run[]>(names.map((name) => [name, []]))
  const raced: readonly EngineName[] = names.filter((name) => name === 'hearsay' || name === 'readability')
  const rest = names.filter((name) => !raced.includes(name))
  const order = [...(raced.length === 2 ? Array.from({ length: turns }, () => raced).flat() : raced), ...rest]
  for (const name of order) {
    try {
      runs.get(name)?.push(await runOf(name, sets, pages))
    } catch (error) {
      say((error as Error).message)
    }
  }
  return runs
}

/** What an engine made of a set in its last run, by page. */
export function readingsOf(name: EngineName, set: SetName): Map<string, Reading | null> {
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
