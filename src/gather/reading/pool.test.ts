import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const POOL = new URL('./pool.ts', import.meta.url).href

/** Reads a long page with the model, again and again, and ends it at some moment: while it loads, while it computes. */
const ENDING = `
  import { threadedReader } from ${JSON.stringify(POOL)}
  const hurt = (people) => 'Police said on Monday that up to ' + people + ' people were hurt at the mill in Dorn.'
  const words = Array.from({ length: 2000 }, (_, at) => hurt(at + 3)).join('\\n\\n')
  const arrival = {
    bytes: new TextEncoder().encode(words), url: null, finalUrl: null, redirects: [], status: null, headers: {},
    capturedAt: '2031-05-15T09:00:00.000Z', how: 'pasted', notes: [], as: 'text',
  }
  const ending = async (after) => {
    const reader = threadedReader('model', 1)
    const read = reader.read([arrival]).then(([{ unread = 'read' }]) => unread, (error) => error.message)
    await new Promise((done) => setTimeout(done, after))
    await reader.close()
    return read
  }
  for (let after = 300; after < 1500; after += 120) console.log(await ending(after))
`

test('reading that is ended while the model loads or computes ends alone, not the process with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-pool-'))
  const program = join(folder, 'ending.mjs')
  await writeFile(program, ENDING)
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  const ends = stdout.trim().split('\n')
  expect(ends).toHaveLength(10)
  for (const end of ends) expect(end).toMatch(/^(read|reading was ended)$/)
  await rm(folder, { recursive: true })
}, 60_000)
