// Exports of a generated ledger of many claims, on both databases: every form as `hearsay export` writes it, by the clock
// and with the most memory that its process held (VmHWM of /proc, as /usr/bin/time -v tells it). Origins and stories are
// put beside the generated claims, and captures beside the versions, so that every table has its rows. Ledgers that are
// named are kept, and filled only where they are empty.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { pack } from '../../src/ledger/pack.ts'
import { nameOf } from '../../src/ledger/settled.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import { generate } from './generator.ts'

export interface ExportBench {
  readonly claims: number
  /** Ledgers to keep; else new ones are made and taken away. */
  readonly file?: string
  readonly postgres?: string
}

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')
/** Claims of an article, claims of an origin, articles of a story. */
const OF_ARTICLE = 10
const OF_ORIGIN = 3
const OF_STORY = 25
/** Rows of a statement. */
const TOGETHER = 500
/** Milliseconds between two looks at how much memory a process holds. */
const LOOK_MS = 20

/** Measures exports and prints what was measured. */
export async function benchExport({ claims, file, postgres }: ExportBench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-'))
  const isBoth = file === undefined && postgres === undefined
  const server = isBoth ? await startPostgres(folder) : null
  try {
    const path = file ?? (isBoth ? join(folder, 'bench.ledger') : null)
    const address = postgres ?? (await server?.fresh()) ?? null
    if (path !== null) await measured('SQLite', path, claims, folder)
    if (address !== null) await measured('PostgreSQL', address, claims, folder)
  } finally {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const FORMS = [
  ['csv, a folder', ['csv', '--to', 'tables']],
  ['csv, a zip file', ['csv', '--to', 'tables.zip']],
  ['ucdp-ged', ['ucdp-ged', '--to', 'ucdp-ged.csv']],
  ['jsonl', ['jsonl', '--to', 'readings.jsonl']],
  ['warc', ['warc', '--to', 'captures.warc.gz']],
] as const

async function measured(name: string, where: string, claims: number, folder: string): Promise<void> {
  await filled(where, claims)
  console.log(`\n${name}: ${claims} claims (load ${loadavg()[0]?.toFixed(1)})`)
  const out = await mkdtemp(join(folder, 'out-'))
  for (const [form, words] of FORMS) {
    const place = join(out, words[2])
    const { seconds, megabytes } = await exported(['--ledger', where, 'export', words[0], '--to', place])
    console.log(
      `${form.padEnd(18)}${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB of memory, ${((await sizeOf(place)) / 1e6).toFixed(1)} MB written`,
    )
  }
}

/** Runs an export to its end. @returns seconds by the clock, start of the process included, and the most memory in MB */
async function exported(words: readonly string[]): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  let [code, megabytes] = [null as number | null, 0]
  const end = new Promise<void>((resolve) =>
    child.on('close', (result) => {
      code = result ?? 1
      resolve()
    }),
  )
  const status = `/proc/${child.pid}/status`
  while (code === null) {
    if (existsSync(status)) megabytes = Math.max(megabytes, heldBy(status))
    await Promise.race([end, sleep(LOOK_MS)])
  }
  if (code !== 0) throw new Error(`hearsay ${words.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, megabytes }
}

function heldBy(status: string): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path)
  if (!found.isDirectory()) return found.size
  const sizes = await Promise.all((await readdir(path)).map(async (name) => (await stat(join(path, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function filled(where: string, claims: number): Promise<void> {
  const ledger = await openLedger(where)
  try {
    const any = await ledger.db.selectFrom('claim').select('id').limit(1).executeTakeFirst()
    if (any !== undefined) return
    await generate(ledger, { articles: Math.ceil(claims / OF_ARTICLE), claims: OF_ARTICLE })
    await connect(ledger)
  } finally {
    await ledger.close()
  }
}

/** Gives claims origins, articles stories, and versions captures. */
async function connect(ledger: Ledger): Promise<void> {
  const claims = await ledger.db.selectFrom('claim').select(['id', 'readingId', 'local']).orderBy('id').execute()
  const readings = await ledger.db.selectFrom('reading').select(['id', 'versionId']).orderBy('id').execute()
  const origins = Math.ceil(claims.length / OF_ORIGIN)
  const stories = Math.ceil(readings.length / OF_STORY)
  const pieces = <Row>(rows: readonly Row[]): Row[][] =>
    Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) => rows.slice(i * TOGETHER, (i + 1) * TOGETHER))
  await ledger.write(async (db) => {
    // Claims of an origin stand far from each other: an article has claims of many.
    for (const some of pieces(claims))
      await db
        .insertInto('member')
        .values(
          some.map(({ id, readingId, local }) => ({
            mention: `${nameOf(readingId)}#${local}`,
            readingId,
            originId: (id * 7919) % origins,
            joinedTo: null,
            confidence: 0.9,
            reasonsJson: JSON.stringify([{ words: 'the same speaker and the same number', weight: 3.2 }]),
          })),
        )
        .execute()
    for (const some of pieces(readings))
      await db
        .insertInto('storyMember')
        .values(some.map(({ id }) => ({ reading: nameOf(id), storyId: id % stories })))
        .execute()
    for (const some of pieces(Array.from({ length: stories }, (_, id) => id)))
      await db
        .insertInto('story')
        .values(some.map((id) => ({ id, size: OF_STORY, lastDay: 20_000 + id, packed: new Uint8Array(0) })) as never)
        .execute()
    for (const { id, versionId } of readings) {
      const bytes = Buffer.from(`<!doctype html><p>Page ${id}: ${'the ferry was late. '.repeat(200)}`)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await db
        .insertInto('body')
        .values({ sha256, size: bytes.length, packed: pack(bytes) })
        .execute()
      await db
        .insertInto('capture')
        .values({
          digest: sha256,
          sha256,
          url: `https://news.example/${id}`,
          finalUrl: `https://news.example/${id}`,
          redirectsJson: '[]',
          status: 200,
          headersJson: '{"content-type":"text/html"}',
          capturedAt: '2025-01-05T09:12:00.000Z',
          how: 'fetched',
          notesJson: '[]',
          versionId,
        })
        .execute()
    }
  })
}
