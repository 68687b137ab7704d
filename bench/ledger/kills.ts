// node bench/ledger/kills.ts [--writer 80] [--worker 60] [--server 60] [--seed 1]: ingests whose processes are ended with
// SIGKILL at moments drawn by chance - the writer of an embedded ledger, a worker and the server of a shared one - and what
// was lost, doubled or half stored. Each round is a ledger of its own that is ingested to its end.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { drawn } from '../../test/drawn.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import { harm, hearsay, heldIn, ingestKilled, sendCorpus, workKilled, writeCorpus } from '../../test/ledger/killing.ts'

const { values } = parseArgs({
  options: {
    writer: { type: 'string', default: '80' },
    worker: { type: 'string', default: '60' },
    server: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    pages: { type: 'string', default: '400' },
  },
})

const PAGES = Number(values.pages)
/** A command is up after half a second and through the pages after some more; kills come in between, in milliseconds. */
const LONGEST = 4_000
const KILLS_A_ROUND = 10

const next = drawn(Number(values.seed))
const folder = await mkdtemp(join(tmpdir(), 'hearsay-kills-'))
const corpus = join(folder, 'pages.jsonl')
await writeCorpus(corpus, PAGES)
const WORDS = ['ingest', corpus, '--engine', 'rules', '--workers', '1']

type Harm = ReturnType<typeof harm>
const total: Harm & { kills: number } = { kills: 0, lost: 0, doubled: 0, half: 0 }

/** Rounds until so many kills have hit. */
async function rounds(name: string, wanted: number, round: (kills: number) => Promise<{ hits: number; harm: Harm }>) {
  let [hits, ledgers] = [0, 0]
  const sum: Harm = { lost: 0, doubled: 0, half: 0 }
  while (hits < wanted) {
    const one = await round(Math.min(KILLS_A_ROUND, wanted - hits))
    ledgers++
    hits += one.hits
    for (const kind of ['lost', 'doubled', 'half'] as const) sum[kind] += one.harm[kind]
    console.log(`${name}: ${hits} of ${wanted} kills, ${JSON.stringify(sum)}`)
  }
  total.kills += hits
  for (const kind of ['lost', 'doubled', 'half'] as const) total[kind] += sum[kind]
  console.log(`${name}: ${hits} kills in ${ledgers} ledger(s) of ${PAGES} pages: ${JSON.stringify(sum)}`)
}

let made = 0
const undisturbed = join(folder, 'undisturbed.ledger')
await hearsay(undisturbed, WORDS, null)
const all = await heldIn(undisturbed)

await rounds('writer', Number(values.writer), async (kills) => {
  const where = join(folder, `${++made}.ledger`)
  const hits = await ingestKilled(where, corpus, kills, next, LONGEST)
  const found = harm(await heldIn(where), all)
  await rm(where, { force: true })
  return { hits, harm: found }
})

const postgres = await startPostgres(folder)
await rounds('worker', Number(values.worker), async (kills) => {
  const where = await postgres.fresh()
  await sendCorpus(where, PAGES)
  const hits = await workKilled(where, kills, next, LONGEST)
  const held = await heldIn(where)
  // Workers take pages in whatever order they come to: origins may be numbered otherwise, so rows of pages are counted.
  const lost = PAGES - (held.rows.capture ?? 0)
  return { hits, harm: { lost: Math.abs(lost), doubled: held.doubled, half: held.half + held.faults } }
})

/** Starts the server again, which waits for what is left of the one that was killed. */
async function startAgain(): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return await postgres.server.start()
    } catch (error) {
      if (tries > 100) throw new Error('PostgreSQL does not start again', { cause: error })
      await sleep(200)
    }
}

const calm = await postgres.fresh()
await hearsay(calm, WORDS, null)
const onServer = await heldIn(calm)
await rounds('server', Number(values.server), async (kills) => {
  const where = await postgres.fresh()
  let hits = 0
  for (let kill = 0; kill < kills; kill++) {
    const running = hearsay(where, WORDS, null)
    await sleep(next() * LONGEST)
    const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const { code } = await running
    await startAgain()
    if (code === 0) break
    hits++
  }
  const { code, said } = await hearsay(where, WORDS, null)
  if (code !== 0) throw new Error(said)
  return { hits, harm: harm(await heldIn(where), onServer) }
})
await postgres.server.stop()
await rm(folder, { recursive: true, force: true })
console.log(`in all: ${JSON.stringify(total)}`)
process.exitCode = total.lost + total.doubled + total.half > 0 ? 1 : 0
