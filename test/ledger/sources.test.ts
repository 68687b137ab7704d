// Sources on both databases: with whom they go together, and their own figures over time.
import { expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { ownFigures, sourcePanels } from '../../src/ledger/source-panels.ts'
import { outletsAmong, sourceParties } from '../../src/ledger/source-parties.ts'
import { type Source, sourceFigures } from '../../src/ledger/sources.ts'
import { onEachDatabase } from './databases.ts'
import { FIRST, LATER, tell } from './telling.ts'

const saying = { by: 'Ada Quill', why: 'the page says so', at: LATER }

onEachDatabase(({ fresh }) => {
  test('a source has parties, each with its claims, and panels of its own figures', async () => {
    const ledger = await openLedger(await fresh())
    const said = (number: number, day: string) =>
      `The flood killed ${number} villagers in Harbour Town, mayor Ann Lee said on ${day}, 2025.`
    const [one = 0] = await tell(ledger, said(14, 'January 4'), { url: 'https://a.example/1', outlet: 'Post A' })
    const [two = 0] = await tell(ledger, said(14, 'January 4'), { url: 'https://b.example/2', outlet: 'Post B' })
    const [three = 0] = await tell(ledger, said(17, 'January 6'), {
      url: 'https://a.example/3',
      outlet: 'Post A',
      at: LATER,
    })
    for (const [claim, date] of [
      [one, '2025-01-04'],
      [two, '2025-01-04'],
      [three, '2025-01-06'],
    ] as const) {
      const { saidOn } = await ledger.db
        .selectFrom('claim')
        .select('saidOn')
        .where('id', '=', claim)
        .executeTakeFirstOrThrow()
      if (saidOn !== date) await correct(ledger, claim, { field: 'said', date }, saying)
    }
    const { speakerKey: key } = await ledger.db
      .selectFrom('claim')
      .select('speakerKey')
      .where('id', '=', one)
      .executeTakeFirstOrThrow()
    const lee: Source = { kind: 'speaker', key: key ?? '' }
    const postA: Source = { kind: 'outlet', name: 'Post A' }
    const parties = await sourceParties(ledger, lee)
    expect(parties.speakers).toEqual([{ name: 'Ann Lee', key, claims: 3 }])
    expect(parties.outlets).toEqual([
      { name: 'Post A', key: null, claims: 2 },
      { name: 'Post B', key: null, claims: 1 },
    ])
    expect(parties.wires).toEqual([])
    expect(await outletsAmong(ledger, ['Post B', 'Post C'])).toEqual(new Set(['Post B']))
    expect(await outletsAmong(ledger, [])).toEqual(new Set())
    expect((await sourceParties(ledger, postA)).speakers).toEqual([{ name: 'Ann Lee', key, claims: 2 }])

    const figures = ownFigures(lee, await sourceFigures(ledger, lee))
    expect(figures.map(({ claim, figure }) => [claim, figure.low])).toEqual([
      [one, 14],
      [two, 14],
      [three, 17],
    ])
    expect(ownFigures(postA, await sourceFigures(ledger, postA))).toEqual([])
    const { panels, claims } = await sourcePanels(ledger, 'Ann Lee', figures)
    expect([...claims.values()].sort()).toEqual([one, two, three])
    expect(
      panels.map(({ lanes }) => lanes.map(({ name, points }) => [name, points.map(({ said, low }) => [said, low])])),
    ).toEqual([
      [
        [
          'Ann Lee',
          [
            ['2025-01-04', 14],
            ['2025-01-06', 17],
          ],
        ],
      ],
    ])
    await correct(ledger, three, { field: 'hidden', hidden: true }, { ...saying, at: FIRST })
    expect((await sourcePanels(ledger, 'Ann Lee', await sourceFigures(ledger, lee))).panels).toEqual([])
    await ledger.close()
  })
})
