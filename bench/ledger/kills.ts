// node bench/ledger/kills.ts [--writer 80] [--worker 60] [--server 60] [--seed 1] [--pages 400]: ingests whose processes
// are ended with SIGKILL at moments drawn by chance - the writer of an embedded ledger, a worker and the server of a shared
// one - and what was lost, doubled or half stored. Each round is a ledger of its own that is ingested to its end.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawn } from '../../test/drawn.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import {
  harm,
  hearsay,
  heldIn,
  ingestKilled,
  ingestOf,
  sendCorpus,
  serverKilled,
  workKilled,
  writeCorpus,
} from '../../test/ledger/killing.ts'

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
const KILLS_A_ROUND = 10

const next = drawn(Number(values.seed))
const folder = await mkdtemp(join(tmpdir(), 'hearsay-kills-'))
const corpus = join(folder, 'pages.jsonl')
await writeCorpus(corpus, PAGES)

type Harm = ReturnType<typeof harm>
const total: Harm & { kills: number } = { kills: 0, lost: 0, doubled: 0, half: 0 }

/** Rounds until so many kills have hit. */
async function rounds(name: string, wanted: number, round: (kills: number) => Promise<{ hits: number; harm: Harm }>) {
  let [hits, ledgers] = [0, 0]
  const sum: Harm = { lost: 0, doubled: 0, half: 0 }
  const started = performance.now()
  while (hits < wanted) {
    const one = await round(Math.min(KILLS_A_ROUND, wanted - hits))
    ledgers++
    hits += one.hits
    for (const kind of ['lost', 'doubled', 'half'] as const) sum[kind] += one.harm[kind]
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(`${name}: ${hits} of ${wanted} kills after ${seconds} s, ${JSON.stringify(sum)}`)
  }
  total.kills += hits
  for (const kind of ['lost', 'doubled', 'half'] as const) total[kind] += sum[kind]
  console.log(`${name}: ${hits} kills in ${ledgers} ledger(s) of ${PAGES} pages: ${JSON.stringify(sum)}`)
}

/** What a ledger holds that nobody disturbed. */
async function undisturbed(where: string) {
  const { code, said } = await hearsay(where, ingestOf(corpus))
  if (code !== 0) throw new Error(said)
  return heldIn(where)
}

let made = 0
const fresh = (): string => join(folder, `${++made}.ledger`)
const [writer, worker, server] = [Number(values.writer), Number(values.worker), Number(values.server)]

if (writer > 0) {
  const all = await undisturbed(fresh())
  await rounds('writer', writer, async (kills) => {
    const where = fresh()
    const hits = await ingestKilled(where, corpus, kills, next)
    const found = harm(await heldIn(where), all)
    for (const companion of ['', '-wal', '-shm']) await rm(`${where}${companion}`, { force: true })
    return { hits, harm: found }
  })
}

if (worker + server > 0) {
  const postgres = await startPostgres(folder)
  await rounds('worker', worker, async (kills) => {
    const where = await postgres.fresh()
    await sendCorpus(where, PAGES)
    const hits = await workKilled(where, kills, next)
    const held = await heldIn(where)
    // Workers take pages in whatever order they come to: origins may be numbered otherwise, so rows of pages are counted.
    const lost = PAGES - (held.rows.capture ?? 0)
    return { hits, harm: { lost: Math.abs(lost), doubled: held.doubled, half: held.half + held.faults } }
  })
  if (server > 0) {
    const all = await undisturbed(await postgres.fresh())
    await rounds('server', server, async (kills) => {
      const where = await postgres.fresh()
      const hits = await serverKilled(postgres, where, corpus, kills, next)
      return { hits, harm: harm(await heldIn(where), all) }
    })
  }
  await postgres.stop()
}
await rm(folder, { recursive: true, force: true })
console.log(`in all: ${JSON.stringify(total)}`)
process.exitCode = total.lost + total.doubled + total.half > 0 ? 1 : 0
