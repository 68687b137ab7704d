import { expect, test } from 'vitest'
import type { Change } from '../../src/ledger/corrections/change.ts'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { originsAround, reportCounts } from '../../src/ledger/corrections/decided.ts'
import { heldBack } from '../../src/ledger/corrections/held.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { statsOf } from '../../src/ledger/stats.ts'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { onEachDatabase } from './databases.ts'
import { tell } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  'In fog the ferry Calder struck the Grange lighthouse and 14 passengers died, Captain Ada Moss said on Monday.',
  'The ferry Calder will be raised from the Grange lighthouse rocks within a week, the coast guard said on Monday.',
]

const said = (n: number) => ({ by: 'Kim', at: `2031-03-05T10:00:00.00${n}Z`, why: 'Another briefing.' })

async function filled(where: string): Promise<{ ledger: Ledger; claims: number[] }> {
  const ledger = await openLedger(where)
  const claims: number[] = []
  for (const [n, text] of TOLD.entries())
    claims.push(...(await tell(ledger, text, { url: `https://news.example/${n}`, outlet: `Post ${n}` })))
  return { ledger, claims }
}

/** The claims of each origin of a story that has several, by their numbers. */
async function together(ledger: Ledger): Promise<number[][]> {
  const rows = await ledger.db.selectFrom('claim').select(['id', 'readingId', 'local']).execute()
  const numberOf = new Map(rows.map(({ id, readingId, local }) => [`r${readingId}#${local}`, id]))
  const found = new Map<string, number[]>()
  for (const { id } of await storiesListed(ledger))
    for (const origin of (await storyTold(ledger, id))?.origins ?? [])
      found.set(origin.id, origin.claims.map((mention) => numberOf.get(mention) ?? 0).sort())
  return [...found.values()].sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
}

onEachDatabase(({ fresh }) => {
  test('stories are told with the origins that people decided, and as they were when that is undone', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0, guard = 0] = claims
    expect(claims).toHaveLength(4)
    const before = await together(ledger)
    expect(before).toEqual([[one, two, three], [guard]])
    const split = await correct(
      ledger,
      three,
      { field: 'origin', how: 'split', one: [three], not: [one, two] },
      said(1),
    )
    expect(await together(ledger)).toEqual([[one, two], [three], [guard]])
    const merge = await correct(ledger, guard, { field: 'origin', how: 'merge', one: [guard, three], not: [] }, said(2))
    expect(await together(ledger)).toEqual([
      [one, two],
      [three, guard],
    ])
    await undo(ledger, split.id, said(3))
    expect(await together(ledger)).toEqual([[one, two, three, guard]])
    await undo(ledger, merge.id, said(4))
    expect(await together(ledger)).toEqual(before)
    await ledger.close()
  })

  test('a decision holds for what continues its claims, and a corrected speaker parts origins', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0, guard = 0] = claims
    await correct(ledger, three, { field: 'origin', how: 'split', one: [three], not: [one, two] }, said(1))
    const [again = 0] = await tell(ledger, TOLD[2] ?? '', {
      url: 'https://news.example/2',
      outlet: 'Post 2',
      edition: '2',
    })
    expect(await together(ledger)).toEqual([[one, two], [guard], [again]])
    const listed = await storiesListed(ledger)
    const speaker = { name: 'Olga Brandt', kind: 'person', key: 'person:brandt:olga' } as const
    const { id } = await correct(ledger, two, { field: 'speaker', speaker }, said(2))
    expect(await together(ledger)).toEqual([[one], [two], [guard], [again]])
    expect(await storiesListed(ledger)).toEqual(listed)
    await undo(ledger, id, said(3))
    expect(await together(ledger)).toEqual([[one, two], [guard], [again]])
    await correct(ledger, two, { field: 'hidden', hidden: true }, said(4))
    expect(await together(ledger)).toEqual([[one], [guard], [again]])
    await ledger.close()
  })

  test('what joins later goes with the claim that it was joined to, and origins are counted as decided', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0, guard = 0] = claims
    const origins = async () => (await statsOf(ledger)).origins
    expect(await origins()).toBe(2)
    await correct(ledger, one, { field: 'origin', how: 'split', one: [one], not: [two] }, said(1))
    expect(await together(ledger)).toEqual([[one], [two, three], [guard]])
    expect(await origins()).toBe(3)
    const [later = 0] = await tell(ledger, TOLD[0] ?? '', { url: 'https://news.example/5', outlet: 'Post 5' })
    expect(await together(ledger)).toEqual([[one, later], [two, three], [guard]])
    const [again = 0] = await tell(ledger, TOLD[0] ?? '', {
      url: 'https://news.example/0',
      outlet: 'Post 0',
      edition: '2',
    })
    expect(await together(ledger)).toEqual([[two, three], [guard], [later, again]])
    expect(await origins()).toBe(3)
    const { readingId, local } = await ledger.db
      .selectFrom('claim')
      .select(['readingId', 'local'])
      .where('id', '=', again)
      .executeTakeFirstOrThrow()
    expect(await reportCounts(ledger, readingId)).toEqual(new Map([[local, 2]]))
    await ledger.close()
  })

  test('origins that were made one step by step are one from whichever of them one comes', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, , , guard = 0] = claims
    const [rain = 0] = await tell(ledger, 'It will rain in Oslo for a week, the forecaster Liv Dahl said.', {
      url: 'https://news.example/rain',
    })
    const [wheat = 0] = await tell(ledger, 'Wheat prices fell by 4 percent in Rome, the trader Ugo Neri said.', {
      url: 'https://news.example/wheat',
    })
    const merge = (a: number, b: number): Change => ({ field: 'origin', how: 'merge', one: [a, b], not: [] })
    await correct(ledger, one, merge(one, guard), said(1))
    await correct(ledger, guard, merge(guard, rain), said(2))
    const { id } = await correct(ledger, rain, merge(rain, wheat), said(3))
    expect((await statsOf(ledger)).origins).toBe(1)
    for (const [claim] of [[one], [guard], [rain], [wheat]] as const) {
      const { readingId } = await ledger.db
        .selectFrom('claim')
        .select('readingId')
        .where('id', '=', claim)
        .executeTakeFirstOrThrow()
      expect((await originsAround(ledger, [readingId])).members).toHaveLength(6)
    }
    await undo(ledger, id, said(4))
    expect((await statsOf(ledger)).origins).toBe(2)
    await ledger.close()
  })

  test('a decision waits for a claim whose words changed or are gone', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0] = claims
    const { id } = await correct(ledger, one, { field: 'origin', how: 'split', one: [one], not: [two] }, said(1))
    expect(await heldBack(ledger)).toEqual([])
    const at = '2025-01-07T10:00:00.000Z'
    const other = (TOLD[0] ?? '').replace('Fourteen', 'Nearly fifteen')
    const [now = 0] = await tell(ledger, other, { url: 'https://news.example/0', outlet: 'Post 0', at })
    await tell(ledger, 'It rained in Oslo.', { url: 'https://news.example/1', outlet: 'Post 1', at })
    expect(await heldBack(ledger)).toMatchObject([
      { correction: { id }, claim: one, anchor: 'changed', now },
      { correction: { id }, claim: two, anchor: 'orphan', now: null },
    ])
    await undo(ledger, id, said(2))
    expect(await heldBack(ledger)).toEqual([])
    await ledger.close()
  })
})
