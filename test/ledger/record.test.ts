import { expect, test } from 'vitest'
import { placeArticle } from '../../src/ledger/articles.ts'
import { addCapture, bodyOf, type Captured } from '../../src/ledger/captures.ts'
import { BEGINNING, hashOf } from '../../src/ledger/log.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { addReading } from '../../src/ledger/readings.ts'
import { readPage } from '../../src/page/index.ts'
import { onEachDatabase } from './databases.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

const captured = (text: string, url: string | null, capturedAt = '2025-01-05T09:12:00.000Z'): Captured => ({
  bytes: new TextEncoder().encode(text),
  url,
  finalUrl: url,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html' },
  capturedAt,
  how: 'fetched',
  notes: [],
})

const page = (words: string) =>
  `<html><head><title>A bridge fell</title></head><body><article><h1>A bridge fell</h1><p>${words}</p></article></body></html>`

async function add(ledger: Ledger, capture: Captured) {
  const article = readPage(capture.bytes, { url: capture.url ?? undefined })
  const addresses = capture.url === null ? [] : [{ url: capture.url, key: capture.url }]
  return ledger.write(async (db) => {
    const { id, isNew } = await addCapture(db, capture)
    const placed = await placeArticle(
      db,
      { capture: id, capturedAt: capture.capturedAt, article, addresses, isPartial: false },
      ENTERED,
    )
    return { capture: id, isNew, ...placed }
  })
}

onEachDatabase(({ fresh }) => {
  test('keeps the bytes of a capture as they came, once', async () => {
    const ledger = await openLedger(await fresh())
    const capture = captured('caf\u0000é \ud83d\ude00', 'https://news.example/a')
    const first = await ledger.write((db) => addCapture(db, capture))
    const again = await ledger.write((db) => addCapture(db, capture))
    const later = await ledger.write((db) => addCapture(db, { ...capture, capturedAt: '2025-01-06T10:00:00.000Z' }))
    expect([first.isNew, again.isNew, later.isNew]).toEqual([true, false, true])
    expect(again.id).toBe(first.id)
    const bodies = await ledger.db.selectFrom('body').select('sha256').execute()
    expect(bodies).toHaveLength(1)
    expect(Buffer.from((await bodyOf(ledger, bodies[0]?.sha256 ?? '')) ?? [])).toEqual(Buffer.from(capture.bytes))
    await ledger.close()
  })

  test('chains what entered, so that each hash covers the one before', async () => {
    const ledger = await openLedger(await fresh())
    await add(ledger, captured(page('Two people died, police said.'), 'https://news.example/a'))
    await add(ledger, captured(page('Three people died, police said.'), 'https://news.example/b'))
    const entries = await ledger.db.selectFrom('log').selectAll().orderBy('seq').execute()
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'capture'],
      [2, 'version'],
      [3, 'capture'],
      [4, 'version'],
    ])
    let before = BEGINNING
    for (const entry of entries) {
      expect(entry.hash).toBe(hashOf(before, entry))
      before = entry.hash
    }
    await ledger.close()
  })

  test('takes a page that comes again for the article it was, and other words for another version', async () => {
    const ledger = await openLedger(await fresh())
    const url = 'https://news.example/a'
    const words = 'Up to three people died when the bridge fell, the regional police said on Monday.'
    const first = await add(ledger, captured(page(words), url))
    const same = await add(ledger, captured(page(words), url, '2025-01-05T12:00:00.000Z'))
    const other = await add(
      ledger,
      captured(page(words.replace('Up to three', 'Three')), url, '2025-01-06T10:00:00.000Z'),
    )
    const older = await add(ledger, captured(page(words.replace('three', 'two')), url, '2025-01-04T10:00:00.000Z'))
    expect([first, same, other, older].map(({ article }) => article)).toEqual(Array(4).fill(first.article))
    expect([first.isNewVersion, same.isNewVersion, other.isNewVersion, older.isNewVersion]).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect(same.version).toBe(first.version)
    expect([first.isCurrent, same.isCurrent, other.isCurrent, older.isCurrent]).toEqual([true, true, true, false])
    const row = await ledger.db.selectFrom('article').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      versionId: other.version,
      firstSeen: '2025-01-04T10:00:00.000Z',
      lastSeen: '2025-01-06T10:00:00.000Z',
    })
    await ledger.close()
  })

  test('takes the same words under one outlet for one article with several addresses, under two for two', async () => {
    const ledger = await openLedger(await fresh())
    const text = (outlet: string) =>
      page('The regional police said on Monday that two people died. '.repeat(12)).replace(
        '</head>',
        `<meta property="og:site_name" content="${outlet}"></head>`,
      )
    const one = await add(ledger, captured(text('The Bugle'), 'https://bugle.example/a'))
    const mirror = await add(ledger, captured(text('The Bugle'), 'https://m.bugle.example/a'))
    const other = await add(ledger, captured(text('The Courier'), 'https://courier.example/a'))
    expect(mirror.article).toBe(one.article)
    expect(other.article).not.toBe(one.article)
    await ledger.close()
  })

  test('keeps old readings, and counts the claims of the newest in the current version', async () => {
    const ledger = await openLedger(await fresh())
    const placed = await add(ledger, captured(page('Two people died, police said.'), 'https://news.example/a'))
    const read = (edition: string) =>
      ledger.write((db) =>
        addReading(db, placed, { engine: 'rules', edition }, '2025-01-05T09:12:00.000Z', {
          claims: [],
          headline: null,
        }),
      )
    const [first, again, newer] = [await read('1'), await read('1'), await read('2')]
    expect([first.isNew, again.isNew, newer.isNew]).toEqual([true, false, true])
    const rows = await ledger.db.selectFrom('reading').select(['id', 'isCurrent']).orderBy('id').execute()
    expect(rows).toEqual([
      { id: first.reading, isCurrent: 0 },
      { id: newer.reading, isCurrent: 1 },
    ])
    await ledger.close()
  })

  test('keeps nothing of work that fails', async () => {
    const ledger = await openLedger(await fresh())
    const failing = ledger.write(async (db) => {
      await addCapture(db, captured('words', null))
      throw new Error('no further')
    })
    await expect(failing).rejects.toThrow('no further')
    expect(await ledger.db.selectFrom('capture').select('id').execute()).toEqual([])
    expect(await ledger.db.selectFrom('log').select('seq').execute()).toEqual([])
    await ledger.close()
  })

  test('gives writers their turns, and refuses an older ledger that is only read, and a newer one', async () => {
    const where = await fresh()
    const [one, other] = [await openLedger(where), await openLedger(where)]
    const writing = (ledger: Ledger, name: string) =>
      Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          add(ledger, captured(page(`${name}${i}`), `https://news.example/${name}${i}`)),
        ),
      )
    await Promise.all([writing(one, 'a'), writing(other, 'b')])
    const entries = await one.db.selectFrom('log').selectAll().orderBy('seq').execute()
    expect(entries).toHaveLength(40)
    entries.reduce((before, entry) => {
      expect(entry.hash).toBe(hashOf(before, entry))
      return entry.hash
    }, BEGINNING)
    await other.close()
    const { name: last } = await one.db
      .selectFrom('kysely_migration' as 'ingest')
      .select('name')
      .orderBy('name', 'desc')
      .executeTakeFirstOrThrow()
    await one.db
      .deleteFrom('kysely_migration' as 'ingest')
      .where('name', '=', last)
      .execute()
    await expect(openLedger(where, { readOnly: true })).rejects.toMatchObject({ name: 'LedgerError', trouble: 'older' })
    const later = { name: '9999-later', timestamp: '2030-01-01T00:00:00.000Z' }
    await one.db
      .insertInto('kysely_migration' as never)
      .values(later as never)
      .execute()
    await one.close()
    await expect(openLedger(where)).rejects.toMatchObject({ name: 'LedgerError', trouble: 'newer' })
  })
})
