// Hardships of a shared ledger: its server killed, restarted or full, its connections and statements cut off.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCapture, type Captured, placedDigest } from '../../src/ledger/captures.ts'
import { enter } from '../../src/ledger/log.ts'
import { type Ledger, openLedger, type Writing } from '../../src/ledger/open.ts'
import { verify } from '../../src/ledger/verify.ts'
import { drawn } from '../drawn.ts'
import { type PostgresServer, startPostgres } from './databases.ts'
import {
  endLeases,
  harm,
  hearsay,
  heldIn,
  ingestOf,
  openJobs,
  sendCorpus,
  serverKilled,
  startHearsay,
  writeCorpus,
} from './killing.ts'

const SLOW = 240_000
const PAGES = 60
/** Pages that a worker is not through with at once. */
const MANY = 96

let folder = ''
let corpus = ''
let server: PostgresServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-server-'))
  corpus = join(folder, 'pages.jsonl')
  await writeCorpus(corpus, PAGES)
  server = await startPostgres(folder)
}, 60_000)
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

const captured = (text: string): Captured => ({
  bytes: new TextEncoder().encode(text),
  url: null,
  finalUrl: null,
  redirects: [],
  status: null,
  headers: {},
  capturedAt: '2025-01-05T09:12:00.000Z',
  how: 'pasted',
  notes: [],
})

/** Keeps a capture that is no article. */
async function keep(db: Writing, text: string): Promise<void> {
  const { id } = await addCapture(db, captured(text))
  const { digest } = await db.selectFrom('capture').select('digest').where('id', '=', id).executeTakeFirstOrThrow()
  await enter(db, '2026-01-05T09:12:00.000Z', 'capture', id, placedDigest(digest, null))
}

/** That one capture is in the ledger, which is whole: what went wrong left nothing, and what came after it is there. */
async function expectOne(ledger: Ledger): Promise<void> {
  await ledger.write((db) => keep(db, 'afterwards'))
  expect(await verify(ledger)).toMatchObject({ captures: 1, faults: [] })
  await ledger.close()
}

/** When a command has said something. */
async function saying(running: { said(): string }, words: string): Promise<void> {
  while (!running.said().includes(words)) await sleep(50)
}

const pidOf = async (ledger: Pick<Ledger, 'db'>): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ledger.db)).rows[0]?.pid ?? 0

test('a connection that is lost in the middle of a transaction: nothing of it is kept, and the next one goes on', async () => {
  const ledger = await openLedger(await server.fresh())
  const cut = ledger.write(async (db) => {
    await keep(db, 'cut off')
    await server.ask(`select pg_terminate_backend(${await pidOf({ db })})`)
    // Nothing is asked while the connection breaks.
    await sleep(300)
    await keep(db, 'too late')
  })
  await expect(cut).rejects.toMatchObject({ name: 'LedgerError', trouble: 'unreachable', passing: true })
  await expectOne(ledger)
})

test('a statement that the server cancels: nothing of the transaction is kept', async () => {
  const ledger = await openLedger(await server.fresh())
  const cancelled = ledger.write(async (db) => {
    await keep(db, 'cancelled')
    const pid = await pidOf({ db })
    setTimeout(() => void server.ask(`select pg_cancel_backend(${pid})`), 200)
    await sql`select pg_sleep(20)`.execute(db)
  })
  await expect(cancelled).rejects.toMatchObject({ name: 'LedgerError', trouble: 'interrupted', passing: true })
  await expectOne(ledger)
})

test('writers that wait for their turn leave connections to those who read', async () => {
  const where = await server.fresh()
  const [slow, busy] = [await openLedger(where), await openLedger(where)]
  const { promise: end, resolve: finish } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const first = slow.write(async () => {
    begin()
    await end
  })
  await begun
  const others = Array.from({ length: 16 }, (_, at) => busy.write((db) => keep(db, `${at}`)))
  // They are all waiting by then.
  await sleep(200)
  const read = busy.db.selectFrom('log').select('seq').execute()
  expect(await Promise.race([read, sleep(3_000, 'nothing')])).toEqual([])
  finish()
  await Promise.all([first, ...others])
  expect(await verify(busy)).toMatchObject({ captures: 16, faults: [] })
  await Promise.all([slow.close(), busy.close()])
})

test(
  'a server whose disk is full: the command says so, and goes on when there is room',
  async () => {
    const where = await server.fresh()
    const ledger = await openLedger(where)
    // As the server answers when it cannot make a table longer.
    await sql`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(ledger.db)
    await sql`create trigger no_room before insert on log for each row when (new.seq > 50) execute function no_room()`.execute(
      ledger.db,
    )
    const { code, said } = await hearsay(where, ingestOf(corpus))
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('there is no room: the disk is full') })
    expect(said).not.toMatch(/^\s+at |hearsay:hearsay@/m)
    expect(await verify(ledger)).toMatchObject({ captures: 16, faults: [] })
    await sql`drop trigger no_room on log`.execute(ledger.db)
    await ledger.close()
    expect(await hearsay(where, ingestOf(corpus))).toMatchObject({ code: 0 })
    expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
  },
  SLOW,
)

test(
  'a server that is not there: every command says so',
  async () => {
    const nowhere = 'postgres://hearsay:secret@127.0.0.1:1/news'
    for (const words of [['verify'], ingestOf(corpus)]) {
      const { code, said } = await hearsay(nowhere, words)
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('cannot be reached') })
      expect(said).not.toMatch(/^\s+at |secret/m)
    }
  },
  SLOW,
)

test(
  'killed while pages come in, all of it or one of its processes: nothing lost, doubled or half stored',
  async () => {
    const undisturbed = await server.fresh()
    expect(await hearsay(undisturbed, ingestOf(corpus))).toMatchObject({ code: 0 })
    const all = await heldIn(undisturbed)
    const where = await server.fresh()
    expect(await serverKilled(server, where, corpus, 3, drawn(5))).toBeGreaterThan(0)
    expect(harm(await heldIn(where), all)).toEqual({ lost: 0, doubled: 0, half: 0 })
  },
  SLOW,
)

test(
  'a worker goes on by itself when the server is there again',
  async () => {
    const where = await server.fresh()
    await sendCorpus(where, MANY)
    const worker = startHearsay(where, ['work', '--quiet', '--engine', 'rules', '--workers', '1'])
    while ((await openJobs(where)) === MANY) await sleep(100)
    await server.end()
    await Promise.race([worker.ended, saying(worker, 'Trying again in')])
    await server.startAgain()
    await endLeases(where)
    while ((await openJobs(where)) > 0) await Promise.race([worker.ended, sleep(500)])
    worker.kill('SIGTERM')
    const { code, said } = await worker.ended
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Trying again in') })
    expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: MANY } })
  },
  SLOW,
)
