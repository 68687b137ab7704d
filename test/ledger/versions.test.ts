import { expect, test } from 'vitest'
import { changesLines } from '../../src/cli/changes.ts'
import { changesBetween } from '../../src/ledger/changes.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { type StoodVersion, versionsOf } from '../../src/ledger/versions.ts'
import { arrive, html } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const url = 'https://post.example/crane'
const text = (count: string, ending = ''): string =>
  `The harbour authority said on Monday that ${count} people were injured when a crane fell onto the northern quay.
Police have closed the road to the port and asked residents to stay away from it until the evening.${ending}`
const [A, B] = [html('12 injured', text('12')), html('15 injured', text('15'))]
const at = (hour: number): string => `2025-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`

onEachDatabase(({ fresh }) => {
  test('tells an article that went back to its first words in the order in which it stood', async () => {
    const ledger = await openLedger(await fresh())
    const placed = []
    for (const [i, page] of [A, A, B, A].entries()) placed.push(await arrive(ledger, url, page, at(10 + i)))
    expect(placed.map(({ isNewVersion, isChange }) => [isNewVersion, isChange])).toEqual([
      [true, false],
      [false, false],
      [true, true],
      [false, true],
    ])
    const [article = 0] = placed.map((one) => one.article)
    const stood = await versionsOf(ledger, article)
    expect(stood.map(({ number, firstSeen, lastSeen }) => [number, firstSeen, lastSeen])).toEqual([
      [1, at(10), at(11)],
      [2, at(12), at(12)],
      [1, at(13), at(13)],
    ])
    const last = stood.at(-1) as StoodVersion
    const { headline } = changesBetween(last.before as StoodVersion, last)
    expect(headline?.filter(({ is }) => is !== 'kept')).toEqual([
      { words: '15', is: 'gone' },
      { words: '12', is: 'new' },
    ])
    const lines = await changesLines(ledger, article, 'last')
    expect(lines).toContain('[-15-][+12+] injured')
    expect(lines.replaceAll(/\s+/g, ' ')).toMatch(
      /"15" in our capture of 5 Jan 2025 12:00 UTC, "12" in that of 5 Jan 2025 13:00 UTC/,
    )
    await ledger.close()
  })

  test('goes on from the version that stood last, not from the one that was first seen last', async () => {
    const ledger = await openLedger(await fresh())
    for (const [i, page] of [A, B, A].entries()) await arrive(ledger, url, page, at(10 + i))
    const next = await arrive(ledger, url, html('12 injured', text('12', ' It rains.')), at(13))
    const [first, claim] = await ledger.db
      .selectFrom('claim')
      .select(['id', 'versionId', 'continues', 'anchor'])
      .where('standsIn', '=', 'text')
      .where('content', 'like', '%12 people%')
      .orderBy('id')
      .execute()
    expect(claim).toMatchObject({ versionId: next.version, continues: first?.id, anchor: 'exact' })
    await ledger.close()
  })

  test('tells a part of the article as a part, and holds nothing against it', async () => {
    const ledger = await openLedger(await fresh())
    const { article } = await arrive(ledger, url, A, at(10))
    const notes = [{ kind: 'feed', message: 'These are the words of the feed.' }]
    await arrive(ledger, url, html('12 injured', 'A crane fell, the authority said.'), at(11), { notes })
    await arrive(ledger, url, B, at(12))
    const stood = await versionsOf(ledger, article)
    expect(stood.map(({ number, isPartial, before }) => [number, isPartial, before?.number])).toEqual([
      [1, false, undefined],
      [2, true, undefined],
      [3, false, 1],
    ])
    expect(await changesLines(ledger, article, 'all')).toContain('a part of the article only')
    await ledger.close()
  })
})
