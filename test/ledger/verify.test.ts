import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { loadEngine } from '../../src/claims/engines.ts'
import { reread } from '../../src/gather/reading/read.ts'
import { placeArticle } from '../../src/ledger/articles.ts'
import { backup } from '../../src/ledger/backup.ts'
import { addCapture } from '../../src/ledger/captures.ts'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { pack, packJson } from '../../src/ledger/pack.ts'
import { addReading } from '../../src/ledger/readings.ts'
import { seenAgain } from '../../src/ledger/seen.ts'
import { verify } from '../../src/ledger/verify.ts'
import type { Article } from '../../src/page/article.ts'
import { readPage } from '../../src/page/index.ts'
import { onEachDatabase } from './databases.ts'

const rules = await loadEngine('rules')

/** What the rules read in an article. */
async function claimsIn(article: Article): Promise<readonly Claim[]> {
  const [found = { unread: '' }] = await reread([article], rules)
  return 'unread' in found ? [] : found.claims
}

const ENTERED = '2026-01-05T09:12:00.000Z'
const AT = '2025-01-05T09:12:00.000Z'

async function add(ledger: Ledger, text: string, capturedAt = AT): Promise<void> {
  const article = readPage(text, { as: 'article', given: { outlet: 'The Bu\u0000gle' } })
  const claims = await claimsIn(article)
  await ledger.write(async (db) => {
    const { id } = await addCapture(db, {
      bytes: new TextEncoder().encode(text),
      url: `https://bugle.example/\u0000\ud800${text.length}`,
      finalUrl: null,
      redirects: [],
      status: null,
      headers: {},
      capturedAt,
      how: 'pasted',
      notes: [],
    })
    const placed = await placeArticle(
      db,
      { capture: id, capturedAt, article, addresses: [], isPartial: false },
      ENTERED,
    )
    await addReading(db, placed, { engine: 'rules', edition: '1' }, ENTERED, { claims, headline: null })
  })
}

async function filled(where: string): Promise<Ledger> {
  const ledger = await openLedger(where)
  for (const number of ['One', 'Two', 'Three']) await add(ledger, `${number} people died, police said.`)
  return ledger
}

/** Removes a reading with its claims. */
async function removeReading({ db }: Ledger, id: number): Promise<void> {
  await db
    .deleteFrom('figure')
    .where('claimId', 'in', (own) => own.selectFrom('claim').select('id').where('readingId', '=', id))
    .execute()
  await db.deleteFrom('claim').where('readingId', '=', id).execute()
  await db.deleteFrom('reading').where('id', '=', id).execute()
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
        (ledger) => removeReading(ledger, 2),
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
  // Each of these was altered unnoticed once.
  const rewritten: typeof alterations = [
    [
      'a claim that is told of another speaker',
      ({ db }) => db.updateTable('claim').set({ speaker: 'Someone Else' }).where('id', '=', 2).execute(),
      { kind: 'reading', subject: 2, message: 'not as they were read and corrected: claims 2' },
    ],
    [
      'a claim with other words',
      ({ db }) => db.updateTable('claim').set({ content: 'nobody died' }).where('id', '=', 1).execute(),
      { kind: 'reading', subject: 1, message: 'not as they were read and corrected: claims 1' },
    ],
    [
      'a claim that is hidden without a correction',
      ({ db }) => db.updateTable('claim').set({ isHidden: 1 }).where('id', '=', 3).execute(),
      { kind: 'reading', subject: 3, message: 'not as they were read and corrected: claims 3' },
    ],
    [
      'a claim that counts no more',
      ({ db }) => db.updateTable('claim').set({ isCurrent: 0 }).where('id', '=', 3).execute(),
      { kind: 'reading', subject: 3, message: 'not as they were read and corrected: claims 3' },
    ],
    [
      'a figure that was altered',
      ({ db }) => db.updateTable('figure').set({ low: 0 }).where('claimId', '=', 2).execute(),
      { kind: 'reading', subject: 2, message: 'not as they were read and corrected: claims 2' },
    ],
    [
      'figures that are gone',
      ({ db }) => db.deleteFrom('figure').execute(),
      { kind: 'reading', subject: 1, message: 'not as they were read and corrected: claims 1' },
    ],
    [
      'a claim that is gone',
      async ({ db }) => {
        await db.deleteFrom('figure').execute()
        await db.deleteFrom('claim').where('id', '=', 2).execute()
      },
      { kind: 'reading', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'a claim in the thread of another',
      ({ db }) => db.updateTable('claim').set({ thread: 1 }).where('id', '=', 3).execute(),
      { kind: 'reading', subject: 3, message: 'it is not as it entered' },
    ],
    [
      'a headline that was altered',
      ({ db }) => db.updateTable('version').set({ headline: 'Altered' }).where('id', '=', 2).execute(),
      { kind: 'version', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'a version that was seen at another time',
      ({ db }) =>
        db.updateTable('version').set({ firstSeen: '1999-01-01T00:00:00.000Z' }).where('id', '=', 2).execute(),
      { kind: 'version', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'a version that is another article',
      ({ db }) => db.updateTable('version').set({ articleId: 1, number: 2 }).where('id', '=', 2).execute(),
      { kind: 'version', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'an article that is told otherwise than its versions',
      ({ db }) =>
        db.updateTable('article').set({ firstSeen: '1999-01-01T00:00:00.000Z' }).where('id', '=', 1).execute(),
      { kind: 'version', subject: 1, message: 'its article 1 is not told as its versions say' },
    ],
    [
      'a capture that is another version',
      ({ db }) => db.updateTable('capture').set({ versionId: 1 }).where('id', '=', 3).execute(),
      { kind: 'capture', subject: 3, message: 'it is not as it entered' },
    ],
    [
      'a reading by another engine',
      ({ db }) => db.updateTable('reading').set({ engine: 'forged' }).where('id', '=', 2).execute(),
      { kind: 'reading', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'a reading at another time',
      ({ db }) => db.updateTable('reading').set({ readAt: '1999-01-01T00:00:00.000Z' }).where('id', '=', 2).execute(),
      { kind: 'reading', subject: 2, message: 'it is not as it entered' },
    ],
    [
      'a reading that counts no more',
      ({ db }) => db.updateTable('reading').set({ isCurrent: 0 }).where('id', '=', 2).execute(),
      { kind: 'version', subject: 2, message: 'another of its readings counts than the log says' },
    ],
  ]
  for (const [what, alter, fault] of [...alterations, ...rewritten])
    test(`finds ${what}`, async () => {
      const ledger = await filled(await fresh())
      await alter(ledger)
      expect((await verify(ledger)).faults).toContainEqual(fault)
      await ledger.close()
    })

  test('finds nothing wrong where versions come again, readings count again, and people correct and add', async () => {
    const ledger = await openLedger(await fresh())
    const text = 'Two people died, police said. “It was the water,” the mayor, Anna Berg, said.'
    await add(ledger, text)
    await add(ledger, text, '2025-01-04T09:12:00.000Z')
    const place = { article: 1, version: 1, isCurrent: true }
    const read = (edition: string, claims: readonly Claim[]) =>
      ledger.write((db) => addReading(db, place, { engine: 'rules', edition }, ENTERED, { claims, headline: null }))
    await read('2', [])
    await read('1', [])
    await ledger.write((db) => seenAgain(db, 1, '2025-01-09T09:12:00.000Z'))
    const saying = { by: 'an editor', at: ENTERED, why: 'the page names another' }
    const { id } = await correct(ledger, 1, { field: 'hidden', hidden: true }, saying)
    await undo(ledger, id, saying)
    await correct(
      ledger,
      1,
      { field: 'speaker', speaker: { name: 'Jonas Lind', kind: 'person', key: null } },
      { ...saying, by: 'a\u0000b' },
    )
    expect((await verify(ledger)).faults).toEqual([])
    const kinds = await ledger.db.selectFrom('log').select(['kind', 'subject']).orderBy('seq').execute()
    expect(kinds.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'capture 1',
      'version 1',
      'reading 1',
      'capture 2',
      'version 1',
      'reading 2',
      'counting 1',
      'version 1',
      'correction 1',
      'correction 2',
      'correction 3',
    ])
    await ledger.db.updateTable('claim').set({ speaker: 'Someone Else' }).where('id', '=', 1).execute()
    expect((await verify(ledger)).faults).toMatchObject([{ kind: 'reading', subject: 1 }])
    await ledger.close()
  })

  test('tells when something entered, not when it was captured', async () => {
    const ledger = await filled(await fresh())
    expect(await ledger.db.selectFrom('log').select('at').distinct().execute()).toEqual([{ at: ENTERED }])
    expect(await ledger.db.selectFrom('reading').select('readAt').distinct().execute()).toEqual([{ readAt: ENTERED }])
    expect(await ledger.db.selectFrom('capture').select('capturedAt').distinct().execute()).toEqual([
      { capturedAt: AT },
    ])
    await ledger.close()
  })

  test('finds that the end of the log was cut, where its last hash is known', async () => {
    const ledger = await filled(await fresh())
    const { head } = await verify(ledger)
    await sql`delete from log where seq = 9`.execute(ledger.db)
    await removeReading(ledger, 3)
    expect((await verify(ledger)).faults).toEqual([])
    expect((await verify(ledger, { known: head })).faults).toHaveLength(1)
    await ledger.close()
  })

  if (name === 'SQLite')
    test('copies a ledger as it stood, though another writes to it all the time', async () => {
      const where = await fresh()
      const ledger = await filled(where)
      // More than is copied at once.
      const bytes = randomBytes(10_000_000)
      await ledger.write((db) =>
        db.insertInto('body').values({ sha256: 'large', size: bytes.length, packed: bytes }).execute(),
      )
      const other = new DatabaseSync(where)
      let looks = 0
      const copying = backup(where, `${where}.busy`, () => {
        if (looks++ > 50) throw new Error('it begins anew whenever something is written')
        other.exec(`update ingest set name = name; insert into body values ('${looks}', 0, x'')`)
      })
      await copying
      other.close()
      const copied = await openLedger(`${where}.busy`, { readOnly: true })
      expect(await verify(copied)).toMatchObject({ captures: 3, faults: [] })
      expect(await copied.db.selectFrom('body').select('sha256').where('size', '=', 0).execute()).toEqual([])
      await Promise.all([copied.close(), ledger.close()])
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
