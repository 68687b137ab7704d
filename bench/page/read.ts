// One engine in a process of its own, so that its speed and its peak memory are its own: reads the unpacked sets named
// and leaves its readings (SET.jsonl) and how it went (run.json) in its folder.
// usage: node read.ts ENGINE PAGES-FOLDER OWN-FOLDER SET...
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Field } from './engine.ts'
import { type EngineName, engines } from './engines.ts'
import { type SetName, unpackedPages } from './pages.ts'

/** How one engine went over one set. */
interface Pass {
  readonly pages: number
  readonly failed: number
  readonly ms: number
}

export interface Run {
  /** What the engine has fields for. */
  readonly fields: readonly Field[]
  readonly sets: Readonly<Partial<Record<SetName, Pass>>>
  /** The most memory that the process held at any time, in MB. */
  readonly peak: number
}

/** So many pages of each set before the clock starts: enough for the compiler to have seen every kind of work. */
const warmUp = 30

const [name, pagesFolder, ownFolder, ...sets] = process.argv.slice(2) as [EngineName, string, string, ...SetName[]]
const engine = await engines[name].load()

for (const set of sets) {
  for (const page of unpackedPages(set, pagesFolder).take(warmUp)) {
    try {
      engine.reading(await engine.read(page))
    } catch {
      // It fails again, and is counted, on the clock.
    }
  }
}

async function passOver(set: SetName): Promise<Pass> {
  const out = openSync(join(ownFolder, `${set}.jsonl`), 'w')
  let [pages, failed, ms] = [0, 0, 0]
  for (const page of unpackedPages(set, pagesFolder)) {
    pages++
    const began = performance.now()
    let line: object
    try {
      const raw = await engine.read(page)
      ms += performance.now() - began
      line = { id: page.id, article: engine.reading(raw) }
    } catch (error) {
      ms += performance.now() - began
      failed++
      line = { id: page.id, error: String(error) }
    }
    writeSync(out, `${JSON.stringify(line)}\n`)
  }
  closeSync(out)
  return { pages, failed, ms }
}

const passes: Partial<Record<SetName, Pass>> = {}
for (const set of sets) passes[set] = await passOver(set)
const run: Run = { fields: engine.fields, sets: passes, peak: process.resourceUsage().maxRSS / 1024 }
writeFileSync(join(ownFolder, 'run.json'), JSON.stringify(run))
