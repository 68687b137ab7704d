// Letters whose sender is killed again and again: none twice, and none missing that is not said to be in doubt.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOffice } from './fixture.ts'
import { followersOf, sendKilled, startReceiver } from './kills.ts'

test('killed while letters are begun and sent: none is sent twice, none is lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-kills-'))
  const where = join(folder, 'kills.ledger')
  const receiver = await startReceiver(join(folder, 'taken.jsonl'), 20)
  try {
    await (await openOffice(where)).close()
    await followersOf(where, 200, 3)
    const sent = await sendKilled(where, receiver, { kills: 5, working: 400, seed: 3, pace: 100 })
    expect(sent).toMatchObject({ letters: 200, doubled: 0, lost: 0 })
    expect(sent.taken + sent.doubtfulNotTaken).toBe(200)
  } finally {
    receiver.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
