// How fast and how large: pages a second on one core, whether time grows as the text does, and a command from its start
// to its first reading. Every process is a child of its own, one at a time.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { EngineName } from '../../src/claims/engines.ts'
import { readPage } from '../../src/page/index.ts'
import { hasSet, pagesOf, setNames } from '../page/pages.ts'
import type { PagesRun, Took } from './read.ts'

const root = resolve(import.meta.dirname, '../..')

/** The length of a news article that speeds are told for, in words. */
const ARTICLE_WORDS = 800

/** The page that a first reading is timed with. */
const FIRST = 'layoffs-wire.html'

/** Texts so many times as long. */
export const LENGTHS = [1, 10, 100] as const

export interface Speed {
  /** What was read: pages of the shared sets, or the project's own examples where those are missing. */
  readonly pages: string
  /** Articles of 800 words a second of one core's time, from HTML to claims. */
  readonly articlesPerSecond: number
  /** The same by the clock on the wall, which other work on the machine slows. */
  readonly byTheClock: number
  /** In MB, over all those pages. */
  readonly peak: number
  /** Milliseconds of one core for 800 words, in a text of each length. */
  readonly msByLength: readonly number[]
  /** Milliseconds from the command's start until its first reading was printed and it ended, the middle of several. */
  readonly firstReading: number
  /** The same in processor time, which other work on the machine does not slow. */
  readonly firstReadingCpu: number
  /** In MB, for that one page. */
  readonly firstPeak: number
}

function child(args: readonly string[]): { readonly out: string; readonly err: string; readonly ms: number } {
  const began = performance.now()
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status ?? signal}:\n${stderr.slice(-2000)}`)
  return { out: stdout, err: stderr, ms: performance.now() - began }
}

/** English pages with 500 to 1,200 words of article, which news articles mostly have. */
function newsPages(): { readonly pages: string[]; readonly what: string } {
  const sets = setNames.filter(hasSet)
  const pages = sets
    .flatMap((set) => pagesOf(set).map(({ html }) => html))
    .filter((html) => {
      const { lang, text } = readPage(html, { as: 'html' })
      const words = text.split(/\s+/).length
      return lang === 'en' && words >= 500 && words <= 1200
    })
  if (pages.length > 0) return { pages, what: `${pages.length} pages of ${sets.join(', ')}` }
  const folder = join(root, 'examples')
  const own = readdirSync(folder).filter((name) => name.endsWith('.html'))
  return { pages: own.map((name) => readFileSync(join(folder, name), 'utf8')), what: `${own.length} example pages` }
}

/** A text of 800 words for the test of length: the example pages' paragraphs, over and over. */
function articleText(): string {
  const { text, blocks } = readPage(readFileSync(join(root, 'examples', FIRST), 'utf8'))
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => text.slice(start, end))
  const kept: string[] = []
  let count = 0
  for (let at = 0; count < ARTICLE_WORDS; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? ''
    kept.push(paragraph)
    count += paragraph.split(/\s+/).length
  }
  return kept.join('\n\n')
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** Tells on standard error, when a process ends, the most memory that it held in KiB and its processor time in microseconds. */
const TELL =
  "data:text/javascript,process.on('exit',()=>{const used=process.resourceUsage();process.stderr.write(['\\n'+used.maxRSS,used.userCPUTime+used.systemCPUTime].join(' '))})"

function firstReading(engine: EngineName): { readonly ms: number; readonly cpu: number; readonly peak: number } {
  const args = ['--import', TELL, 'src/cli/hearsay.ts', 'read', '--engine', engine, `examples/${FIRST}`]
  const runs = Array.from({ length: 7 }, () => {
    const { err, ms } = child(args)
    const [peak = 0, cpu = 0] = (err.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    return { ms, cpu: cpu / 1000, peak: peak / 1024 }
  })
  return {
    ms: middle(runs.map(({ ms }) => ms)),
    cpu: middle(runs.map(({ cpu }) => cpu)),
    peak: middle(runs.map(({ peak }) => peak)),
  }
}

/** Measures an engine's speed; takes a minute or two. */
export function measureSpeed(engine: EngineName): Speed {
  const reader = join(import.meta.dirname, 'read.ts')
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-speed-'))
  try {
    const { pages, what } = newsPages()
    const [pagesFile, textFile] = [join(folder, 'pages.json'), join(folder, 'text.txt')]
    writeFileSync(pagesFile, JSON.stringify(pages))
    writeFileSync(textFile, articleText())
    const run = JSON.parse(child([reader, engine, 'pages', pagesFile]).out) as PagesRun
    const lengths = JSON.parse(child([reader, engine, 'text', textFile, ...LENGTHS.map(String)]).out) as Took[]
    const first = firstReading(engine)
    const articles = run.words / ARTICLE_WORDS
    return {
      pages: what,
      articlesPerSecond: (1000 * articles) / run.cpu,
      byTheClock: (1000 * articles) / run.ms,
      peak: run.peak,
      msByLength: lengths.map(({ words, cpu }) => (cpu * ARTICLE_WORDS) / words),
      firstReading: first.ms,
      firstReadingCpu: first.cpu,
      firstPeak: first.peak,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
