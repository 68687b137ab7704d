import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimHistory } from '../../src/ledger/history.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { countUnread, rereadVersion, unreadVersions } from '../../src/ledger/reread.ts'
import { onEachDatabase } from './databases.ts'
import { FIRST, foundIn, LATER, tell } from './telling.ts'

const FLOOD = 'The flood killed up to three people in Harbour Town, the mayor Ann Lee said on Monday.'
const HOMES = 'Some 200 families lost their homes, the regional police said.'
const BRIDGE = 'Ann Lee said that the bridge would be rebuilt by June.'
const WEATHER = 'It rained for five days before the river rose over the wall.'

onEachDatabase(({ fresh }) => {
  test('follows each claim to the next version: as it was, moved, changed, or gone', async () => {
    const ledger = await openLedger(await fresh())
    const [flood, homes, bridge] = await tell(ledger, [FLOOD, HOMES, BRIDGE].join('\n\n'))
    const newer = [WEATHER, FLOOD.replace('up to three', 'three'), BRIDGE].join('\n\n')
    const [changed, moved] = await tell(ledger, newer, { at: LATER })
    const rows = await ledger.db
      .selectFrom('claim')
      .select(['id', 'continues', 'anchor', 'thread'])
      .orderBy('id')
      .execute()
    expect(rows.filter(({ id }) => id === changed || id === moved)).toEqual([
      { id: changed, continues: flood, anchor: 'changed', thread: flood },
      { id: moved, continues: bridge, anchor: 'moved', thread: bridge },
    ])
    expect(rows.some(({ continues }) => continues === homes)).toBe(false)
    expect(rows.find(({ id }) => id === homes)).toMatchObject({ continues: null, thread: homes })
    await ledger.close()
  })

  test('tells a claim as seen: in which captures it stands, and in which its words are gone', async () => {
    const ledger = await openLedger(await fresh())
    const [flood, homes] = await tell(ledger, [FLOOD, HOMES].join('\n\n'))
    await tell(ledger, [FLOOD, HOMES].join('\n\n'), { at: '2025-01-05T12:00:00.000Z' })
    const [still] = await tell(ledger, [FLOOD, WEATHER].join('\n\n'), { at: LATER })
    const gone = await claimHistory(ledger, homes as number)
    expect(gone).toMatchObject({ thread: homes, current: null })
    expect(
      gone?.versions.map(({ captures, stands, words }) => [captures.map(({ at }) => at), stands.length, words]),
    ).toEqual([
      [[FIRST, '2025-01-05T12:00:00.000Z'], 1, null],
      [[LATER], 0, 'orphan'],
    ])
    expect(gone?.versions[0]?.stands[0]?.words).toBe('Some 200 families lost their homes')
    const kept = await claimHistory(ledger, flood as number)
    expect(kept).toEqual(await claimHistory(ledger, still as number))
    expect(kept).toMatchObject({ thread: flood, current: still })
    expect(kept?.versions.map(({ stands }) => stands.map(({ claim, anchor }) => [claim, anchor]))).toEqual([
      [[flood, null]],
      [[still, 'exact']],
    ])
    expect(await claimHistory(ledger, 999_999)).toBeNull()
    await ledger.close()
  })

  test('says that the words of a claim are there where only the reading lacks it', async () => {
    const ledger = await openLedger(await fresh())
    const text = [FLOOD, HOMES].join('\n\n')
    const [, homes] = await tell(ledger, text)
    await tell(ledger, [text, WEATHER].join('\n\n'), { at: LATER, read: (claims) => claims.slice(0, 1) })
    expect((await claimHistory(ledger, homes as number))?.versions[1]).toMatchObject({ stands: [], words: 'exact' })
    await ledger.close()
  })

  test('knows a claim again that was away for a version, or was not read for a while', async () => {
    const ledger = await openLedger(await fresh())
    const [, homes] = await tell(ledger, [FLOOD, HOMES].join('\n\n'))
    await tell(ledger, FLOOD, { at: LATER })
    const [, back] = await tell(ledger, [WEATHER, FLOOD, HOMES].join('\n\n'), { at: '2025-01-07T10:00:00.000Z' })
    const again = { at: '2025-01-07T10:00:00.000Z' }
    const text = [WEATHER, FLOOD, HOMES].join('\n\n')
    await tell(ledger, text, { ...again, edition: '2', read: (claims) => claims.slice(0, 1) })
    const [, found] = await tell(ledger, text, { ...again, edition: '3' })
    const rows = await ledger.db
      .selectFrom('claim')
      .select(['id', 'continues', 'anchor', 'thread'])
      .where('content', '=', 'Some 200 families lost their homes')
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { id: homes, continues: null, anchor: null, thread: homes },
      { id: back, continues: homes, anchor: 'moved', thread: homes },
      { id: found, continues: back, anchor: 'exact', thread: homes },
    ])
    await ledger.close()
  })

  test('reads a version again: old readings stay, and claims go on from the reading before and the version beside', async () => {
    const ledger = await openLedger(await fresh())
    const text = [FLOOD, HOMES].join('\n\n')
    const onlyFirst = { read: (claims: readonly { readonly id: string }[]) => claims.slice(0, 1) as never }
    const [first] = await tell(ledger, text, onlyFirst)
    const [second] = await tell(ledger, `${text}\n\n${WEATHER}`, { ...onlyFirst, at: LATER })
    const reader = { engine: 'rules', edition: '2' }
    expect(await countUnread(ledger, reader, { all: true })).toBe(2)
    expect(await countUnread(ledger, reader)).toBe(1)
    for (;;) {
      const [next] = await unreadVersions(ledger, reader, { all: true, after: 0, limit: 1 })
      if (next === undefined) break
      const claims = await foundIn(next.article.text)
      await rereadVersion(ledger, next.version, reader, { claims, headline: null }, '2025-01-07T08:00:00.000Z')
    }
    expect(await countUnread(ledger, reader, { all: true })).toBe(0)
    const rows = await ledger.db
      .selectFrom('claim')
      .select(['id', 'content', 'continues', 'anchor', 'thread', 'isCurrent'])
      .orderBy('id')
      .execute()
    const [third, fourth, fifth, sixth] = rows.slice(2).map(({ id }) => id)
    expect(rows.map(({ id, continues, anchor, thread }) => [id, continues, anchor, thread])).toEqual([
      [first, null, null, first],
      [second, first, 'exact', first],
      [third, first, 'exact', first],
      [fourth, null, null, fourth],
      [fifth, second, 'exact', first],
      [sixth, fourth, 'exact', fourth],
    ])
    expect(
      rows
        .filter(({ isCurrent }) => isCurrent === 1)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([fifth, sixth])
    const readings = await ledger.db.selectFrom('reading').select('isCurrent').orderBy('id').execute()
    expect(readings.map(({ isCurrent }) => isCurrent)).toEqual([0, 0, 1, 1])
    await ledger.close()
  })

  test('whatever is edited, read again or captured late: a thread has one claim in a reading, each of its own article', async () => {
    const ledger = await openLedger(await fresh())
    const sentences = [
      FLOOD,
      FLOOD.replace('up to three', 'four'),
      HOMES,
      HOMES.replace('200', '300'),
      BRIDGE,
      WEATHER,
      'The mayor said that the school was safe.',
      HOMES,
    ]
    const step = fc.record({
      words: fc.array(fc.nat(sentences.length - 1), { minLength: 1, maxLength: 6 }),
      edition: fc.constantFrom('1', '2', '3'),
      hour: fc.nat(23),
      lacks: fc.nat(3),
    })
    let page = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        page++
        for (const { words, edition, hour, lacks } of steps)
          await tell(ledger, words.map((word) => sentences[word]).join('\n\n'), {
            url: `https://news.example/${page}`,
            outlet: `The Bugle ${page}`,
            at: `2025-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`,
            edition,
            read: (claims) => claims.filter((_, n) => n % 4 !== lacks),
          })
        const rows = await ledger.db.selectFrom('claim').selectAll().orderBy('id').execute()
        const byId = new Map(rows.map((row) => [row.id, row]))
        const seen = new Set<string>()
        for (const row of rows) {
          const before = row.continues === null ? null : byId.get(row.continues)
          expect(row.continues === null).toBe(row.anchor === null)
          expect(row.thread).toBe(before?.thread ?? row.id)
          expect(before === undefined).toBe(false)
          if (before != null) {
            expect(before.id).toBeLessThan(row.id)
            expect([before.articleId, before.standsIn]).toEqual([row.articleId, row.standsIn])
            if (row.anchor !== 'changed') expect(row.content).toBe(before.content)
          }
          const place = `${row.readingId} ${row.thread}`
          expect(seen.has(place)).toBe(false)
          seen.add(place)
        }
      }),
      { numRuns: 25 },
    )
    await ledger.close()
  }, 60_000)
})
