// Search over a generated ledger, on both databases: rows, size, how long it takes to open, and for each kind of query
// how long the first page of 20 results takes: by the clock and, where Linux counts it, in processor time of this process
// and the server's, which others on the machine hardly change. Every query is another one and is asked once. Ledgers that
// are named are kept, and filled only where they are empty.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { suggestNames } from '../../src/ledger/search/names.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { searchArticles, searchClaims } from '../../src/ledger/search/search.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import { DAYS, dayAt, generate, MEASURES, type World, wordsOfWeek, worldOf } from './generator.ts'

export interface SearchBench {
  readonly articles: number
  /** Ledgers to keep; else new ones are made and taken away. */
  readonly file?: string
  readonly postgres?: string
}

/** Queries of a kind. */
const QUERIES = 50

const SEED = 1

/** Measures search and prints what was measured. */
export async function benchSearch({ articles, file, postgres }: SearchBench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-'))
  const isBoth = file === undefined && postgres === undefined
  const server = isBoth ? await startPostgres(folder) : null
  try {
    const path = file ?? (isBoth ? join(folder, 'bench.ledger') : null)
    const address = postgres ?? (await server?.fresh()) ?? null
    if (path !== null) await measured('SQLite', path, articles)
    if (address !== null) await measured('PostgreSQL', address, articles)
  } finally {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(name: string, where: string, articles: number): Promise<void> {
  console.log(`\n${name}`)
  await fill(where, articles)
  const opened: number[] = []
  for (let i = 0; i < 11; i++) {
    const started = performance.now()
    const ledger = await openLedger(where, { if: 'existing' })
    opened.push(performance.now() - started)
    await ledger.close()
  }
  const ledger = await openLedger(where, { if: 'existing' })
  const { claims } = await ledger.db
    .selectFrom('claimSearch')
    .select(({ fn }) => fn.countAll<number>().as('claims'))
    .executeTakeFirstOrThrow()
  console.log(`rows         ${Number(claims).toLocaleString('en')} claims that count`)
  console.log(`size         ${Math.round((await sizeOf(ledger, where)) / 1048576).toLocaleString('en')} MiB`)
  console.log(`open         ${share(opened, 0.5)} ms (p50 of 11), ${share(opened, 1)} ms at most`)
  console.log(
    `\n${'first page of 20, ms'.padEnd(30)}     p50     p95     p99     max | processor p50     p95   found (median)`,
  )
  const busy = await processorOf(ledger, where)
  const all: Time[] = []
  for (const [kind, queryOf] of Object.entries(KINDS)) all.push(...(await timed(ledger, kind, queryOf, busy)))
  row('all of these', all, '')
  const named: Time[] = []
  const world = worldOf(SEED)
  for (let i = 0; i < QUERIES; i++) {
    const typed = (world.speakers[i * 7] ?? '').slice(0, 1 + (i % 4))
    named.push(await timeOf(() => suggestNames(ledger, i % 2 ? 'speaker' : null, typed), busy))
  }
  row('names from 1 to 4 letters', named, '')
  await ledger.close()
}

/** Fills an empty ledger. */
async function fill(where: string, articles: number): Promise<void> {
  const ledger = await openLedger(where)
  const some = await ledger.db.selectFrom('article').select('id').limit(1).execute()
  if (some.length === 0) {
    const started = performance.now()
    await generate(ledger, { articles, seed: SEED }, (done) => {
      if (done % 10_000 === 0)
        console.log(`made         ${done} articles, ${((performance.now() - started) / done).toFixed(2)} ms each`)
    })
  }
  // What autovacuum does by itself in a while.
  if (isServer(where)) await sql`vacuum analyze`.execute(ledger.db)
  await ledger.close()
}

const isServer = (where: string): boolean => where.startsWith('postgres')

async function sizeOf(ledger: Ledger, where: string): Promise<number> {
  if (!isServer(where)) return (await stat(where)).size
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(ledger.db)
  return rows[0]?.size ?? 0
}

/** One of words that are so common: the n-th most common of all. */
const word = (world: World, from: number, to: number): string =>
  world.words[from + Math.floor(world.next() * (to - from))] as string

const one = <Thing>(world: World, things: readonly Thing[], most = things.length): Thing =>
  things[Math.floor(world.next() * most)] as Thing

const day = (world: World, before = 0): number => Math.floor(world.next() * (DAYS - before))

/** Kinds of queries, as people ask them. `the` is in almost every claim; the 100th word in one of forty. */
const KINDS: Readonly<Record<string, (world: World) => string>> = {
  'rare word': (world) => word(world, 5_000, 40_000),
  'common word': (world) => word(world, 0, 100),
  'two words': (world) => `${word(world, 40, 400)} ${word(world, 400, 4_000)}`,
  'two common words': (world) => `${word(world, 5, 100)} ${word(world, 5, 100)}`,
  'three common words': (world) => `${word(world, 5, 100)} ${word(world, 5, 100)} ${word(world, 5, 100)}`,
  phrase: (world) => `"${word(world, 10, 100)} ${word(world, 10, 100)}"`,
  'phrase of three': (world) => `"${word(world, 0, 30)} ${word(world, 30, 100)} ${word(world, 0, 30)}"`,
  prefix: (world) => `${word(world, 100, 20_000).slice(0, 5)}*`,
  'short prefix': (world) => `${word(world, 0, 1_000).slice(0, 3)}*`,
  'word of one old week': (world) => one(world, wordsOfWeek(world, day(world, 365))),
  'old and common word': (world) => `${one(world, wordsOfWeek(world, day(world, 365)))} ${word(world, 0, 40)}`,
  'word, one excluded': (world) => `${word(world, 40, 400)} -${word(world, 0, 40)}`,
  'only excluded': (world) => `-${word(world, 0, 10)}`,
  'word and speaker': (world) => `${word(world, 0, 100)} speaker:"${one(world, world.speakers, 2_000)}"`,
  'speaker alone': (world) => `speaker:"${one(world, world.speakers, 200)}"`,
  'figures and measure': (world) => {
    const low = Math.floor(10 ** (world.next() * 5))
    return `figure:${low}..${low * 3} measure:"${one(world, MEASURES)}"`
  },
  'exact figure': (world) => `figure:${Math.floor(10 ** (1 + world.next() * 5))}`,
  'figures and word': (world) => `figure:>=${Math.floor(10 ** (world.next() * 5))} ${word(world, 20, 200)}`,
  'said in a week': (world) => {
    const from = day(world, 7)
    return `said:${dayAt(from)}..${dayAt(from + 6)}`
  },
  'word, said in a week': (world) => {
    const from = day(world, 7)
    return `${word(world, 0, 100)} said:${dayAt(from)}..${dayAt(from + 6)}`
  },
  'happened, common word': (world) => {
    const from = day(world, 30)
    return `${word(world, 0, 100)} happened:${dayAt(from)}..${dayAt(from + 5)}`
  },
  'word, published in a month': (world) => {
    const from = day(world, 30)
    return `${word(world, 0, 200)} published:${dayAt(from)}..${dayAt(from + 29)}`
  },
  'unnamed sources': (world) => `kind:unnamed published:<=${dayAt(day(world))}`,
  'drift and word': (world) => `drift:"hedge dropped" ${word(world, 0, 100)}`,
  'outlet alone': (world) => `outlet:"${one(world, world.outlets, 100)}"`,
  'articles: two words': (world) => `${word(world, 0, 100)} ${word(world, 100, 1_000)}`,
  'articles: figures and speaker': (world) => `figure:100..10000 speaker:"${one(world, world.speakers, 100)}"`,
}

async function timed(
  ledger: Ledger,
  kind: string,
  queryOf: (world: World) => string,
  busy: () => number,
): Promise<Time[]> {
  const world = worldOf(SEED)
  const search = kind.startsWith('articles') ? searchArticles : searchClaims
  const times: Time[] = []
  const counts: number[] = []
  for (let i = 0; i < QUERIES; i++) {
    const query = parseQuery(queryOf(world))
    times.push(
      await timeOf(async () => {
        const { found } = await search(ledger, query)
        counts.push(found.count)
      }, busy),
    )
  }
  row(kind, times, String(counts.sort((a, b) => a - b)[QUERIES / 2]))
  return times
}

/** In milliseconds: by the clock, and of processors. */
interface Time {
  readonly wall: number
  readonly busy: number
}

async function timeOf(work: () => Promise<unknown>, busy: () => number): Promise<Time> {
  const [started, before] = [performance.now(), busy()]
  await work()
  return { wall: performance.now() - started, busy: busy() - before }
}

/** Processor time so far of this process's thread and, of a server on this machine, of the connection's process. */
async function processorOf(ledger: Ledger, where: string): Promise<() => number> {
  const processes = ['self']
  if (isServer(where)) {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ledger.db)
    processes.push(String(rows[0]?.pid))
  }
  const spent = (one: string) => Number(readFileSync(`/proc/${one}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  const all = () => processes.reduce((sum, one) => sum + spent(one), 0)
  try {
    all()
    return all
  } catch {
    return () => Number.NaN
  }
}

const share = (times: readonly number[], part: number): string =>
  ([...times].sort((a, b) => a - b)[Math.ceil(part * times.length) - 1] ?? 0).toFixed(1)

const row = (kind: string, times: readonly Time[], found: string): void => {
  const shares = (of: keyof Time, parts: readonly number[]) =>
    parts
      .map((part) =>
        share(
          times.map((time) => time[of]),
          part,
        ).padStart(8),
      )
      .join('')
  console.log(
    `${kind.padEnd(30)}${shares('wall', [0.5, 0.95, 0.99, 1])} |      ${shares('busy', [0.5, 0.95])}   ${found}`,
  )
}
