// npm run bench:web: a story of 200 reports made anew and kept, what a page weighs, requests a second beside the least
// that Hono can do, and paints in Chromium on a slow connection.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../../src/ledger/open.ts'
import { storiesListed } from '../../src/ledger/told.ts'
import { load, share } from './load.ts'
import { paintOf } from './paint.ts'
import { storyOf } from './story.ts'

const ROOT = join(import.meta.dirname, '../..')
const COMMAND = join(ROOT, 'src/cli/hearsay.ts')
/** Some of them tell of something else, by our reading. */
const REPORTS = 225
const SECONDS = 8
/** How often a page is made anew. */
const ANEW = 25

/** Starts a server that says its address first. */
async function started(words: readonly string[]): Promise<readonly [ChildProcess, string]> {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return [child, said.toString().trim()]
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-web-'))
const running: ChildProcess[] = []
try {
  const where = join(folder, 'story.ledger')
  const pages = join(folder, 'pages.jsonl')
  await writeFile(
    pages,
    storyOf(REPORTS)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
  const ingest = spawn(process.execPath, [COMMAND, 'ingest', pages, '--ledger', where], { cwd: ROOT, stdio: 'ignore' })
  await once(ingest, 'exit')
  const ledger = await openLedger(where)
  const [largest] = (await storiesListed(ledger)).toSorted((one, other) => other.articles - one.articles)
  const { article } = await ledger.db.selectFrom('article').select('id as article').limit(1).executeTakeFirstOrThrow()
  await ledger.close()
  console.log(
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; a story of ${largest?.articles} reports`,
  )

  const serve = ['serve', '--ledger', where, '--port', '0']
  const anew: number[] = []
  const [site, address] = await started([COMMAND, ...serve])
  running.push(site)
  const story = `${address}/story/${largest?.id}`
  // Another query is another page, which is made anew.
  for (let at = 0; at < ANEW; at++) {
    const began = performance.now()
    const answer = await fetch(`${story}?anew=${at}`)
    await answer.text()
    anew.push(performance.now() - began)
  }
  console.log(
    `story, made anew         ${share(anew, 0.5).toFixed(0)} ms p50, ${share(anew, 0.95).toFixed(0)} ms p95, the first ${anew[0]?.toFixed(0)} ms`,
  )
  const [least, leastAddress] = await started([join(import.meta.dirname, 'minimal.ts')])
  running.push(least)
  const rates: Record<string, number> = {}
  for (const [name, url] of [
    ['least Hono page', `${leastAddress}/`],
    ['article', `${address}/article/${article}`],
    ['story', story],
    ['claim of the API', `${address}/api/v1/claims/1`],
    ['search of the API', `${address}/api/v1/claims?q=kind:person&limit=20`],
    ['least Hono page', `${leastAddress}/`],
  ] as const) {
    const { perSecond, p95 } = await load(url, SECONDS)
    rates[name] = Math.max(rates[name] ?? 0, perSecond)
    console.log(`${name.padEnd(24)} ${perSecond.toFixed(0)} requests a second, ${p95.toFixed(1)} ms p95`)
  }
  for (const name of ['article', 'story', 'claim of the API', 'search of the API'])
    console.log(
      `${name} of the least Hono page: ${(((rates[name] ?? 0) / (rates['least Hono page'] ?? 1)) * 100).toFixed(0)} %`,
    )
  for (const [name, url] of [
    ['story', story],
    ['article', `${address}/article/${article}`],
    ['desk', `${address}/`],
  ] as const) {
    const { largestPaint, layoutShift, bytes, requests } = await paintOf(url)
    console.log(
      `${name.padEnd(24)} largest paint ${largestPaint.toFixed(0)} ms, layout shift ${layoutShift.toFixed(3)}, ${(bytes / 1000).toFixed(0)} KB in ${requests} requests`,
    )
  }
} finally {
  for (const child of running) await stopped(child)
  await rm(folder, { recursive: true, force: true })
}
