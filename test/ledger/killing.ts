// Ingests that are killed: processes ended with SIGKILL at moments drawn by chance, and what the ledger holds afterwards
// held against one that nobody disturbed.

import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { openQueue } from '../../src/gather/jobs/open.ts'
import { sendPages } from '../../src/gather/jobs/read.ts'
import type { Arrival } from '../../src/gather/reading/arrival.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { unpackJson } from '../../src/ledger/pack.ts'
import { isPostgres } from '../../src/ledger/sql/columns.ts'
import { verify } from '../../src/ledger/verify.ts'
import type { PostgresServer } from './databases.ts'

const ROOT = join(import.meta.dirname, '../..')
const COMMAND = join(ROOT, 'src/cli/hearsay.ts')

const PLACES = ['Marlow', 'Tarn', 'Eskby', 'Norvale', 'Hask', 'Pell', 'Orrin', 'Dunmore']
const WHO = ['the police', 'the mayor, Anna Berg,', 'a hospital official', 'the harbour authority', 'residents']
const WHAT = ['died', 'were wounded', 'were rescued', 'are missing', 'lost their homes']

/** An invented page; several outlets tell the same, so that origins are joined. */
function pageAt(at: number): { url: string; html: string; time: string } {
  const event = Math.floor(at / 3)
  const place = PLACES[event % PLACES.length]
  const figure = 3 + (event % 40)
  const what = WHAT[event % WHAT.length]
  const outlet = `Outlet ${at % 3}`
  const html = `<!doctype html><html lang="en"><head><title>${figure} people ${what} in ${place}</title>
<meta property="og:site_name" content="${outlet}"></head><body><article><h1>${figure} people ${what} in ${place}</h1>
<p>Up to ${figure} people ${what} in ${place} on day ${event} of the flood, ${WHO[event % WHO.length]} said on Monday.</p>
<p>“We have never seen water like this in street ${event},” said Jonas Lind, who lives nearby.</p>
<p>At least ${figure * 10} houses stood under water, according to ${WHO[(event + 1) % WHO.length]} report ${at}.</p></article></body></html>`
  return { url: `https://outlet${at % 3}.example/${event}/flood-in-${place}`, html, time: '2025-01-05T09:12:00.000Z' }
}

/** Writes JSON lines of invented pages. */
export async function writeCorpus(file: string, pages: number): Promise<void> {
  const lines = Array.from({ length: pages }, (_, at) => JSON.stringify({ id: `p${at}`, ...pageAt(at) }))
  await writeFile(file, `${lines.join('\n')}\n`)
}

/** A page as it is imported. */
export const arrivalOf = ({ url, html, time }: { url: string; html: string; time: string }): Arrival => ({
  bytes: Buffer.from(html),
  url,
  finalUrl: url,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  capturedAt: time,
  how: 'imported',
  notes: [],
})

/** Leaves the pages to workers. */
export async function sendCorpus(where: string, pages: number): Promise<void> {
  const ledger = await openLedger(where)
  const queue = await openQueue(ledger)
  const arrivals = Array.from({ length: pages }, (_, at) => arrivalOf(pageAt(at)))
  await ledger.write((db) => sendPages(db, queue, arrivals))
  await queue.close()
  await ledger.close()
}

/** How a command ended. */
interface Ended {
  readonly code: number | null
  readonly said: string
}

/** A command that runs. */
interface Running {
  /** When it has the ledger open, and is about to work; when it ends, if that comes first. */
  readonly opened: Promise<void>
  readonly ended: Promise<Ended>
  /** What it has said so far. */
  said(): string
  /** @returns whether it was running */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): boolean
}

/**
 * Starts `hearsay` in a process of its own.
 * @param through a command that starts it, if it is not started directly
 */
export function startHearsay(where: string, words: readonly string[], through: readonly string[] = []): Running {
  const [command = '', ...rest] = [...through, process.execPath, COMMAND, ...words, '--ledger', where]
  const child = spawn(command, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const { promise: opened, resolve: isOpen } = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
      if (said.includes('ledger: ')) isOpen()
    })
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => {
      isOpen()
      resolve({ code, said })
    }),
  )
  return { opened, ended, said: () => said, kill: (signal = 'SIGKILL') => child.kill(signal) }
}

/** Runs `hearsay` to its end. */
export const hearsay = (where: string, words: readonly string[]): Promise<Ended> => startHearsay(where, words).ended

/** A command is up after about so long, and at work for some more; kills come in between, in milliseconds. */
const STARTING = 1_000
const WORKING = 2_000

/**
 * Runs `hearsay`, and does something to it at a moment drawn by chance: while it starts and makes or opens the ledger, or
 * while it works.
 * @param disturb whether there was something to disturb
 */
async function disturbed(
  where: string,
  words: readonly string[],
  { isStarting, next }: { isStarting: boolean; next: () => number },
  disturb: (running: Running) => boolean | Promise<boolean>,
): Promise<Ended & { isHit: boolean }> {
  const running = startHearsay(where, words)
  const ended = running.ended.then(() => true)
  if (!isStarting) await running.opened
  const hasEnded = await Promise.race([ended, sleep(next() * (isStarting ? STARTING : WORKING), false)])
  const isHit = !hasEnded && (await disturb(running))
  return { ...(await running.ended), isHit }
}

/** As if the lease of every worker that was killed had run out. */
export async function endLeases(where: string): Promise<void> {
  const ledger = await openLedger(where)
  if (isPostgres(ledger.db)) {
    await sql`update pgboss.job set heartbeat_on = now() - interval '10 minutes' where state = 'active'`.execute(
      ledger.db,
    )
    // It looks once a minute at most, among all workers.
    await sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null, maintain_on = null`.execute(ledger.db)
    const boss = new PgBoss({ connectionString: where, schedule: false, supervise: false })
    await boss.start()
    await boss.supervise('read')
    await boss.stop({ graceful: false })
    await sql`update pgboss.job set start_after = now() where state < 'active'`.execute(ledger.db)
  } else await ledger.db.updateTable('job').set({ leasedUntil: '2020-01-01T00:00:00.000Z' }).execute()
  await ledger.close()
}

/** What a ledger holds. */
export interface Held {
  /** Rows by table; what only says how work went is left out. */
  readonly rows: Readonly<Record<string, number>>
  /** Addresses that were captured more than once. */
  readonly doubled: number
  /** Captures without a version, versions without a reading, readings without all their claims. */
  readonly half: number
  readonly faults: number
}

const OF_WORK = /^(?:kysely_|sqlite_|job$|watch$|visit$|site_file$|ingest$)/

/** Counts what a ledger holds, and whether all of it is whole. */
export async function heldIn(where: string): Promise<Held> {
  const ledger = await openLedger(where)
  try {
    const tables = (await ledger.db.introspection.getTables()).filter(
      ({ name, schema, isView }) => !isView && schema !== 'pgboss' && !OF_WORK.test(name),
    )
    const rows: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
        ledger.db,
      )
      rows[name] = Number(counted[0]?.count)
    }
    const doubled = await ledger.db
      .selectFrom('capture')
      .select('url')
      .groupBy('url')
      .having(({ fn }) => fn.countAll(), '>', 1)
      .execute()
    return {
      rows,
      doubled: doubled.length,
      half: await halfStored(ledger),
      faults: (await verify(ledger)).faults.length,
    }
  } finally {
    await ledger.close()
  }
}

async function halfStored({ db }: Ledger): Promise<number> {
  const placeless = await db.selectFrom('capture').select('id').where('versionId', 'is', null).execute()
  const unread = await db
    .selectFrom('version')
    .leftJoin('reading', 'reading.versionId', 'version.id')
    .select('version.id')
    .where('reading.id', 'is', null)
    .execute()
  const readings = await db.selectFrom('reading').select(['id', 'packed']).execute()
  const claims = await db
    .selectFrom('claim')
    .select(({ fn }) => ['readingId', fn.countAll<number>().as('count')])
    .groupBy('readingId')
    .execute()
  const counts = new Map(claims.map(({ readingId, count }) => [readingId, Number(count)]))
  const lacking = readings.filter(
    ({ id, packed }) => (unpackJson(packed) as { claims: unknown[] }).claims.length !== (counts.get(id) ?? 0),
  )
  return placeless.length + unread.length + lacking.length
}

/** What was lost, doubled or half stored, against a ledger that nobody disturbed. */
export function harm(held: Held, undisturbed: Held): { lost: number; doubled: number; half: number } {
  const lost = (undisturbed.rows.capture ?? 0) - (held.rows.capture ?? 0)
  const odd = Object.keys(undisturbed.rows).filter((table) => held.rows[table] !== undisturbed.rows[table])
  return { lost: Math.abs(lost), doubled: held.doubled, half: held.half + held.faults + odd.length }
}

const INGEST = ['--engine', 'rules', '--workers', '1']

/** How a file is ingested. */
export const ingestOf = (file: string): string[] => ['ingest', file, ...INGEST]

/**
 * Ingests a file with kills at moments drawn by chance, until so many are done or the file is in; then to its end.
 * @returns how many kills hit a process at work
 */
export async function ingestKilled(where: string, file: string, kills: number, next: () => number): Promise<number> {
  let hits = 0
  for (let kill = 0; kill < kills; kill++) {
    const { code, said } = await disturbed(where, ingestOf(file), { isStarting: kill === 0, next }, (it) => it.kill())
    if (code === 0) break
    if (code !== null) throw new Error(said)
    hits++
  }
  const { code, said } = await hearsay(where, ingestOf(file))
  if (code !== 0) throw new Error(said)
  return hits
}

/**
 * Lets workers do the pages, with kills at moments drawn by chance; the pages of those that were killed come back when
 * their leases are over.
 * @returns how many hit a worker at work
 */
export async function workKilled(where: string, kills: number, next: () => number): Promise<number> {
  const words = ['work', '--once', '--quiet', ...INGEST]
  let hits = 0
  for (let kill = 0; kill < kills; kill++) {
    const { code, said } = await disturbed(where, words, { isStarting: kill === 0, next }, (it) => it.kill())
    if (code === 0) break
    if (code !== null) throw new Error(said)
    hits++
  }
  do {
    await endLeases(where)
    const { code, said } = await hearsay(where, words)
    if (code !== 0) throw new Error(said)
  } while ((await openJobs(where)) > 0)
  return hits
}

/**
 * Ingests a file into a shared ledger whose server is ended at moments drawn by chance, all of it or one of its processes;
 * then to the end.
 * @returns how many times the server was ended while pages were ingested
 */
export async function serverKilled(
  server: PostgresServer,
  where: string,
  file: string,
  kills: number,
  next: () => number,
): Promise<number> {
  let hits = 0
  for (let kill = 0; kill < kills; kill++) {
    const isStarting = kill === 0
    const { code, said, isHit } = await disturbed(where, ingestOf(file), { isStarting, next }, () =>
      isStarting || next() < 0.5 ? server.kill() : server.killProcess(),
    )
    await server.startAgain()
    if (isHit) hits++
    // A connection that broke while nothing was asked of it is made anew, and the ingest goes on.
    if (code === 0) break
    if (!said.includes('cannot be reached')) throw new Error(`it should say what is wrong: ${said}`)
  }
  const { code, said } = await hearsay(where, ingestOf(file))
  if (code !== 0) throw new Error(said)
  return hits
}

/** Jobs that are neither done nor dead letters. */
export async function openJobs(where: string): Promise<number> {
  const ledger = await openLedger(where)
  const queue = await openQueue(ledger)
  const { waiting, later, active } = (await queue.counts()).read
  await queue.close()
  await ledger.close()
  return waiting + later + active
}
