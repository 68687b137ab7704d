import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { placeArticle } from '../../src/ledger/articles.ts'
import { backup } from '../../src/ledger/backup.ts'
import { addCapture } from '../../src/ledger/captures.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { pack, packJson } from '../../src/ledger/pack.ts'
import { addReading } from '../../src/ledger/readings.ts'
import { verify } from '../../src/ledger/verify.ts'
import { readPage } from '../../src/page/index.ts'
import { onEachDatabase } from './databases.ts'

const AT = '2025-01-05T09:12:00.000Z'

async function add(ledger: Ledger, text: string): Promise<void> {
  const article = readPage(text, { as: 'article', given: { outlet: 'The Bu\u0000gle' } })
  await ledger.write(async (db) => {
    const { id } = await addCapture(db, {
      bytes: new TextEncoder().encode(text),
      url: null,
      finalUrl: null,
      redirects: [],
      status: null,
      headers: {},
      capturedAt: AT,
      how: 'pasted',
      notes: [],
    })
    const placed = await placeArticle(db, { capture: id, capturedAt: AT, article, addresses: [], isPartial: false })
    await addReading(db, placed, { engine: 'rules', edition: '1' }, AT, { claims: [], headline: null })
  })
}

async function filled(where: string): Promise<Ledger> {
  const ledger = await openLedger(where)
  for (const number of ['One', 'Two', 'Three']) await add(ledger, `${number} people died, police said.`)
  return ledger
}

onEachDatabase(({ name, fresh }) => {
  test('finds nothing wrong with a ledger that nobody altered', async () => {
    const ledger = await filled(await fresh())
    const progress: number[] = []
    const verified = await verify(ledger, { onProgress: (done) => progress.push(done) })
    expect(verified).toMatchObject({ entries: 9, captures: 3, faults: [] })
    expect(progress.at(-1)).toBe(9)
    await add(ledger, 'Four people died, police said.')
    expect((await verify(ledger, { known: verified.head })).faults).toEqual([])
    await ledger.close()
  })

  const alterations: readonly (readonly [what: string, alter: (ledger: Ledger) => Promise<unknown>, fault: object])[] =
    [
      [
        'a capture whose time was altered',
        ({ db }) =>
          db.updateTable('capture').set({ capturedAt: '2024-01-01T00:00:00.000Z' }).where('id', '=', 2).execute(),
        { kind: 'capture', subject: 2, message: 'it is not as it entered' },
      ],
      [
        'bytes that were altered',
        ({ db }) =>
          db
            .updateTable('body')
            .set({ packed: pack(new TextEncoder().encode('No people died.')) })
            .execute(),
        { kind: 'capture', subject: 1, message: 'its bytes are not as they came' },
      ],
      [
        'a version that was altered',
        ({ db }) =>
          db
            .updateTable('version')
            .set({ page: packJson({ text: 'other' }) })
            .where('id', '=', 3)
            .execute(),
        { kind: 'version', subject: 3, message: 'it is not as it entered' },
      ],
      [
        'damaged packing',
        ({ db }) =>
          db
            .updateTable('reading')
            .set({ packed: new Uint8Array([1, 2, 3]) })
            .where('id', '=', 1)
            .execute(),
        { kind: 'reading', subject: 1, message: 'it cannot be unpacked' },
      ],
      [
        'a reading that is gone',
        ({ db }) => db.deleteFrom('reading').where('id', '=', 2).execute(),
        { kind: 'reading', subject: 2, message: 'it is missing' },
      ],
      [
        'an entry that is gone',
        ({ db }) => db.deleteFrom('log').where('seq', '=', 4).execute(),
        { kind: 'log', subject: 5, message: '1 entries before it are missing' },
      ],
      [
        'entries that changed places',
        async ({ db }) => {
          for (const [from, to] of [
            [4, 100],
            [5, 4],
            [100, 5],
          ] as const)
            await db.updateTable('log').set({ seq: to }).where('seq', '=', from).execute()
        },
        { kind: 'log', subject: 4, message: 'its hash does not follow from the entry before it' },
      ],
      [
        'a capture that was given other bytes',
        async ({ db }) => {
          await db
            .updateTable('capture')
            .set(({ selectFrom }) => ({
              sha256: selectFrom('capture as other').select('other.sha256').where('other.id', '=', 1),
            }))
            .where('id', '=', 3)
            .execute()
        },
        { kind: 'capture', subject: 3, message: 'it is not as it entered' },
      ],
      [
        'an entry that was rewritten',
        ({ db }) => db.updateTable('log').set({ at: '2024-01-01T00:00:00.000Z' }).where('seq', '=', 4).execute(),
        { kind: 'log', subject: 4, message: 'its hash does not follow from the entry before it' },
      ],
    ]
  for (const [what, alter, fault] of alterations)
    test(`finds ${what}`, async () => {
      const ledger = await filled(await fresh())
      await alter(ledger)
      expect((await verify(ledger)).faults).toContainEqual(fault)
      await ledger.close()
    })

  test('finds that the end of the log was cut, where its last hash is known', async () => {
    const ledger = await filled(await fresh())
    const { head } = await verify(ledger)
    await sql`delete from log where seq = 9`.execute(ledger.db)
    await sql`delete from reading where id = 3`.execute(ledger.db)
    expect((await verify(ledger)).faults).toEqual([])
    expect((await verify(ledger, { known: head })).faults).toHaveLength(1)
    await ledger.close()
  })

  if (name === 'SQLite')
    test('copies a ledger while it is written to, whole or not at all', async () => {
      const where = await fresh()
      const ledger = await filled(where)
      await backup(where, `${where}.copy`)
      await add(ledger, 'Five people died, police said.')
      const copied = await openLedger(`${where}.copy`, { if: 'existing' })
      expect(await verify(copied)).toMatchObject({ captures: 3, faults: [] })
      await copied.close()
      await expect(backup(where, `${where}.copy`)).rejects.toThrow('there is a file already')
      await ledger.close()
      await rm(where)
      await expect(backup(where, `${where}.other`)).rejects.toMatchObject({ trouble: 'missing' })
    })
})
