// npm run bench:mail [-- --followers 10000 --kills 200 --seed 1 --working 1500 --pace 400 --slow 5 --postgres]: a digest to
// everyone who follows something, sent by a process that is ended with SIGKILL at moments drawn by chance, to a mail server
// of its own that writes down each letter it takes. What was taken twice, what was lost, and what is in doubt.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { enterExamples } from '../../src/cli/examples.ts'
import { threadedReader } from '../../src/gather/reading/pool.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { startPostgres } from '../../test/ledger/databases.ts'
import { followersOf, sendKilled, startReceiver } from '../../test/mail/kills.ts'

const { values } = parseArgs({
  options: {
    followers: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    working: { type: 'string', default: '1500' },
    pace: { type: 'string', default: '400' },
    slow: { type: 'string', default: '5' },
    postgres: { type: 'boolean', default: false },
  },
})

const folder = await mkdtemp(join(tmpdir(), 'hearsay-mail-'))
const postgres = values.postgres ? await startPostgres(folder) : null
const receiver = await startReceiver(join(folder, 'taken.jsonl'), Number(values.slow))
try {
  const where = postgres === null ? join(folder, 'mail.ledger') : await postgres.fresh()
  const ledger = await openLedger(where)
  const reader = threadedReader('rules', 1)
  await enterExamples(ledger, reader)
  await reader.close()
  await ledger.close()
  const seed = Number(values.seed)
  await followersOf(where, Number(values.followers), seed)
  const began = performance.now()
  const options = { kills: Number(values.kills), working: Number(values.working), seed, pace: Number(values.pace) }
  const sent = await sendKilled(where, receiver, options, (hits) => {
    if (hits % 20 === 0) process.stderr.write(`${hits} kills, ${receiver.taken().length} letters taken\n`)
  })
  console.log(JSON.stringify({ ...sent, minutes: Math.round((performance.now() - began) / 6000) / 10 }))
} finally {
  receiver.close()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
}
