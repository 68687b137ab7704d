// Hardships of an embedded ledger, by the commands that people run: a full disk, a limit of the size of files, a disk or a
// file that is read-only, damaged pages, and a backup taken while pages come in. Each is really made.

import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backup } from '../../src/ledger/backup.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { verify } from '../../src/ledger/verify.ts'
import { harm, hearsay, heldIn, ingestOf, startHearsay, writeCorpus } from './killing.ts'

const SLOW = 60_000
/** Two transactions' worth. */
const PAGES = 32
const FIRST = 16

const isRoot = process.getuid?.() === 0

/** A small disk in memory; only root can make one, and not in every container. */
const disk = {
  mount: (folder: string, kilobytes: number) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=755`, 'tmpfs', folder], { stdio: 'ignore' }),
  /** Gives it another size, or makes it read-only. */
  change: (folder: string, options: string) =>
    execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'ignore' }),
  unmount: (folder: string) => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }),
}

let [folder, corpus, begun, canMount] = ['', '', '', false]
let all: Awaited<ReturnType<typeof heldIn>>
const mounted: string[] = []

const own = await mkdtemp(join(tmpdir(), 'hearsay-hardship-'))
try {
  disk.mount(own, 64)
  disk.unmount(own)
  canMount = true
} catch {
  canMount = false
}

beforeAll(async () => {
  folder = own
  corpus = join(folder, 'pages.jsonl')
  await writeCorpus(corpus, PAGES)
  const first = join(folder, 'first.jsonl')
  await writeCorpus(first, FIRST)
  begun = join(folder, 'begun.ledger')
  expect(await hearsay(begun, ingestOf(first))).toMatchObject({ code: 0 })
  const undisturbed = join(folder, 'undisturbed.ledger')
  expect(await hearsay(undisturbed, ingestOf(corpus))).toMatchObject({ code: 0 })
  all = await heldIn(undisturbed)
  expect(all).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
}, SLOW)
afterEach(() => {
  for (const one of mounted.splice(0)) disk.unmount(one)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A small disk of a test's own. */
async function smallDisk(kilobytes: number): Promise<string> {
  const at = await mkdtemp(join(folder, 'disk-'))
  disk.mount(at, kilobytes)
  mounted.push(at)
  return at
}

/** That a command said what is wrong and nothing of how it is built, and did not do it. */
function expectSaid({ code, said }: { code: number | null; said: string }, words: string): void {
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) })
  expect(said).not.toMatch(/^\s+at /m)
}

/** That all of the corpus is in, as if nothing had happened. */
async function expectAllIn(where: string): Promise<void> {
  expect(await hearsay(where, ingestOf(corpus))).toMatchObject({ code: 0 })
  expect(harm(await heldIn(where), all)).toEqual({ lost: 0, doubled: 0, half: 0 })
}

describe('where there is no room', () => {
  test.skipIf(!canMount)(
    'on a full disk (needs to mount one): keeps what was stored, can be read, and goes on when there is room',
    async () => {
      const at = await smallDisk(64_000)
      const where = join(at, 'news.ledger')
      await backup(begun, where)
      disk.change(at, `size=${Math.ceil((await stat(where)).size / 1024) + 200}k`)
      expectSaid(await hearsay(where, ingestOf(corpus)), 'there is no room: the disk is full')
      const [verified, copied] = await Promise.all([
        hearsay(where, ['verify']),
        hearsay(where, ['backup', join(at, 'copy.ledger')]),
      ])
      expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was altered or lost') })
      expectSaid(copied, `${join(at, 'copy.ledger')}: there is no room`)
      disk.change(at, 'size=64m')
      const held = await heldIn(where)
      expect(held).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: FIRST } })
      await expectAllIn(where)
    },
    SLOW,
  )

  test(
    'where files may not grow: keeps what was stored, and goes on when they may',
    async () => {
      const where = join(folder, 'limited.ledger')
      await (await openLedger(where)).close()
      // In blocks of 512 bytes: the ledger's companion has room for one transaction, and not for two.
      const limited = ['sh', '-c', 'ulimit -f 1400 && exec "$0" "$@"']
      expectSaid(await startHearsay(where, ingestOf(corpus), limited).ended, 'there is no room')
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0 })
      await expectAllIn(where)
    },
    SLOW,
  )
})

/** A folder that cannot be written to: by its mode, or for root, who may write everywhere, on a read-only disk. */
async function readOnlyFolder(): Promise<{ at: string; close: () => unknown; open: () => unknown }> {
  if (isRoot) {
    const at = await smallDisk(64_000)
    return {
      at,
      close: () => disk.change(at, 'ro'),
      open: () => disk.change(at, 'rw'),
    }
  }
  const at = join(folder, 'read-only')
  await mkdir(at)
  const mode = async (ofFolder: number, ofFile: number): Promise<void> => {
    await chmod(join(at, 'news.ledger'), ofFile)
    await chmod(at, ofFolder)
  }
  return { at, close: () => mode(0o555, 0o444), open: () => mode(0o755, 0o644) }
}

describe('where it cannot be written to', () => {
  test.skipIf(isRoot && !canMount)(
    'on a read-only disk (as root it needs to mount one): can be read and copied, and goes on when it is not',
    async () => {
      const { at, close, open: reopen } = await readOnlyFolder()
      const where = join(at, 'news.ledger')
      await backup(begun, where)
      await close()
      const reading = [['verify'], ['stats'], ['search', 'water'], ['backup', join(folder, 'ro.copy')]]
      const read = reading.map((words) => hearsay(where, words))
      const written = [where, join(at, 'other.ledger')].map((ledger) => hearsay(ledger, ingestOf(corpus)))
      for (const ended of read)
        expect(await ended).toMatchObject({ code: 0, said: expect.not.stringContaining('hearsay:') })
      for (const ended of written) expectSaid(await ended, 'it cannot be written to')
      await reopen()
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: FIRST } })
      expect(await hearsay(where, ingestOf(corpus))).toMatchObject({ code: 0 })
      // The first pages came twice, in two files: the same captures.
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
    },
    SLOW,
  )
})

describe('where pages of its file are damaged', () => {
  /** A page in the middle of a table. */
  function pageOf(where: string, table: string): number {
    const database = new DatabaseSync(where, { readOnly: true })
    const leaves = database
      .prepare(`select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno`)
      .all(table)
    database.close()
    return Number(leaves[leaves.length >> 1]?.pageno)
  }

  /** Writes over a page. */
  async function damage(where: string, page: number): Promise<void> {
    const file = await open(where, 'r+')
    await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, (page - 1) * 4096)
    await file.close()
  }

  const cases = [
    { table: 'log', fault: 'entries before it are missing', words: ['verify'] },
    { table: 'capture', fault: 'it is on a damaged page of the file', words: ['changes', '16'] },
    { table: 'version', fault: 'it is on a damaged page of the file', words: ['changes', '16'] },
    { table: 'claim', fault: 'file: ', words: ['search', 'water'] },
    { table: 'claim_words_data', fault: 'file: ', words: ['stats'] },
  ]
  test.each(cases)(
    'verification finds what is damaged in $table, nothing ends with a stack trace, and a backup is not replaced by it',
    async ({ table, fault, words }) => {
      const where = join(folder, `${table}.ledger`)
      await backup(join(folder, 'undisturbed.ledger'), where)
      await damage(where, pageOf(where, table))
      expectSaid(await hearsay(where, ['verify']), fault)
      await expect(backup(where, `${where}.copy`)).rejects.toMatchObject({ name: 'LedgerError', trouble: 'damaged' })
      await expect(readFile(`${where}.copy`)).rejects.toThrow('ENOENT')
      const { code, said } = await hearsay(where, words)
      expect(said).not.toMatch(/^\s+at /m)
      if (code !== 0 && words[0] !== 'verify') expect(said).toContain('its file is damaged')
    },
    SLOW,
  )

  test(
    'words that cannot be unpacked are said to be damaged',
    async () => {
      const where = join(folder, 'unpacked.ledger')
      await backup(join(folder, 'undisturbed.ledger'), where)
      const database = new DatabaseSync(where)
      database.exec(`update version set page = x'010203' where id = 7`)
      database.close()
      expectSaid(await hearsay(where, ['changes', '7']), 'something kept in the ledger is damaged: hearsay verify')
      expectSaid(await hearsay(where, ['verify']), 'version 7: it cannot be unpacked')
    },
    SLOW,
  )

  test(
    'a restored backup takes the pages that came since, and passes over those that are there',
    async () => {
      const where = join(folder, 'restored.ledger')
      await backup(begun, where)
      expect(await hearsay(where, ingestOf(corpus))).toMatchObject({ code: 0 })
      expect(await heldIn(where)).toMatchObject({ doubled: 0, half: 0, faults: 0, rows: { capture: PAGES } })
    },
    SLOW,
  )
})

test(
  'a backup taken while pages come in is whole, and holds what entered first',
  async () => {
    const where = join(folder, 'busy.ledger')
    const running = startHearsay(where, ingestOf(corpus))
    await running.opened
    let isRunning = true
    const ended = running.ended.finally(() => {
      isRunning = false
    })
    const sizes: number[] = []
    while (isRunning) {
      const copy = `${where}.${sizes.length}`
      await backup(where, copy)
      const ledger = await openLedger(copy, { readOnly: true })
      const { faults, entries, head } = await verify(ledger)
      await ledger.close()
      expect(faults).toEqual([])
      sizes.push(entries)
      // The log of the copy is how the log of the ledger begins.
      const whole = await openLedger(where, { readOnly: true })
      expect((await verify(whole, { known: head })).faults).toEqual([])
      await whole.close()
    }
    expect(await ended).toMatchObject({ code: 0 })
    expect(sizes.length).toBeGreaterThan(1)
    expect(harm(await heldIn(where), all)).toEqual({ lost: 0, doubled: 0, half: 0 })
  },
  SLOW,
)
