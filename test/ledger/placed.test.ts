// What lists of claims are told beside them, and numbers that somebody types: on each database.
import { expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { numbersBegun } from '../../src/ledger/numbers-begun.ts'
import { originTold } from '../../src/ledger/origin-told.ts'
import { claimsPlaced } from '../../src/ledger/placed.ts'
import { claimsShown } from '../../src/ledger/shown.ts'
import { onEachDatabase } from './databases.ts'
import { toldAll } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  'The ferry Calder will be raised from the Grange lighthouse rocks within a week, the coast guard said on Monday.',
]

onEachDatabase(({ fresh }) => {
  test('claims of one statement have one origin, with how many articles report it and in which story', async () => {
    const { ledger, claims } = await toldAll(await fresh(), TOLD)
    const shown = await claimsShown(ledger, claims)
    const placed = await claimsPlaced(ledger, shown)
    const [one, same, other] = claims.map((claim) => placed.get(claim))
    expect(one).toMatchObject({ articles: 2 })
    expect(one?.story).not.toBeNull()
    expect(same?.origin).toBe(one?.origin)
    expect(other?.origin).not.toBe(one?.origin)
    expect(await claimsPlaced(ledger, [])).toEqual(new Map())
    await ledger.close()
  })

  test('an origin is told by the story that it is in', async () => {
    const { ledger, claims } = await toldAll(await fresh(), TOLD)
    const [first] = await claimsShown(ledger, claims)
    const { reading = 0, claim } = first ?? {}
    const told = await originTold(ledger, { reading, local: claim?.id ?? '', others: [] })
    expect(told?.origin.account).toMatchObject({ outlets: 2 })
    expect(await originTold(ledger, { reading, local: 'c99', others: [] })).toBeNull()
    await ledger.close()
  })

  test('numbers are found by how they begin, of claims those that count and are shown', async () => {
    const { ledger, claims } = await toldAll(await fresh(), TOLD)
    const [first = 0] = claims
    expect(await numbersBegun(ledger, 'claim', '')).toEqual(claims)
    expect(await numbersBegun(ledger, 'claim', `${first}`)).toContain(first)
    expect(await numbersBegun(ledger, 'article', '999999999999999')).toEqual([])
    for (const typed of ['0', 'x', '1 or 1=1', '-1', '1'.repeat(16)])
      expect(await numbersBegun(ledger, 'story', typed)).toEqual([])
    await correct(
      ledger,
      first,
      { field: 'hidden', hidden: true },
      { by: 'Kim', why: 'Misread.', at: '2031-03-05T10:00:00.000Z' },
    )
    expect(await numbersBegun(ledger, 'claim', '')).not.toContain(first)
    await ledger.close()
  })
})
