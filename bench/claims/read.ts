// Speed and memory in a process of its own, so that they are its own: reads pages from HTML to claims and leaves what it
// took on standard output as JSON.
// usage: node read.ts ENGINE pages FILE  (FILE: a JSON array of HTML pages)  or  node read.ts ENGINE text FILE TIMES...
import { readFileSync } from 'node:fs'
import { type EngineName, loadEngine } from '../../src/claims/engines.ts'
import { readClaims } from '../../src/claims/index.ts'
import { readPage } from '../../src/page/index.ts'

/** What reading took: wall clock and processor time in milliseconds, all threads together. */
export interface Took {
  readonly words: number
  readonly ms: number
  readonly cpu: number
}

/** What a process of `pages` tells. */
export interface PagesRun extends Took {
  readonly pages: number
  readonly claims: number
  /** The most memory that the process held at any time, in MB. */
  readonly peak: number
}

/** So many are read together, as the command reads JSON lines. */
const BATCH = 16
/** So many articles are read before the clock starts: the compiler has then seen every kind of work. */
const WARM_UP = 100

const [name, what, file = '', ...times] = process.argv.slice(2) as [EngineName, string, string?, ...string[]]
const engine = await loadEngine(name)
const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0

async function timed(work: () => Promise<number>): Promise<Took> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const words = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { words, ms: performance.now() - began, cpu: (user + system) / 1000 }
}

async function readPages(pages: readonly string[]): Promise<PagesRun> {
  let claims = 0
  const readThrough = async (some: readonly string[]): Promise<number> => {
    let words = 0
    for (let from = 0; from < some.length; from += BATCH) {
      const articles = some.slice(from, from + BATCH).map((html) => readPage(html, { as: 'html' }))
      for (const found of await readClaims(articles, engine)) claims += found.length
      for (const { text } of articles) words += wordsOf(text)
    }
    return words
  }
  for (let read = 0; read < WARM_UP; read += pages.length) await readThrough(pages.slice(0, WARM_UP))
  claims = 0
  const took = await timed(() => readThrough(pages))
  return { ...took, pages: pages.length, claims, peak: process.resourceUsage().maxRSS / 1024 }
}

/** One text over and over in one article, so many times each: reading must take so many times as long. */
async function readRepeated(text: string, times: readonly number[]): Promise<Took[]> {
  const article = (count: number) => readPage(Array(count).fill(text).join('\n\n'), { as: 'article' })
  for (let turn = 0; turn < WARM_UP; turn++) await readClaims([article(1)], engine)
  const took: Took[] = []
  for (const count of times) {
    // As much text altogether for each length, so that all are timed alike.
    const turns = Math.max(...times) / count
    took.push(
      await timed(async () => {
        for (let turn = 0; turn < turns; turn++) await readClaims([article(count)], engine)
        return wordsOf(text) * count * turns
      }),
    )
  }
  return took
}

const input = readFileSync(file, 'utf8')
const told = what === 'pages' ? await readPages(JSON.parse(input)) : await readRepeated(input, times.map(Number))
console.log(JSON.stringify(told))
