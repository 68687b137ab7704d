import { expect, test } from 'vitest'
import { correctionCases, importCase } from '../../src/ledger/corrections/cases.ts'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { heldBack } from '../../src/ledger/corrections/held.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { statsOf } from '../../src/ledger/stats.ts'
import { verify } from '../../src/ledger/verify.ts'
import { onEachDatabase } from './databases.ts'
import { LATER, tell } from './telling.ts'

const ENTERED = '2032-01-01T00:00:00.000Z'

const FLOOD = 'The flood killed up to three people in Harbour Town, the mayor Ann Lee said on Monday.'
const HOMES = 'Some 200 families lost their homes, the regional police said.'
const TEXT = [FLOOD, HOMES].join('\n\n')

const said = (n: number) => ({
  by: n % 2 === 0 ? 'Kim' : 'Lou',
  at: `2025-01-08T10:00:00.00${n}Z`,
  why: 'The page says so.',
})
const BOB = { field: 'speaker', speaker: { name: 'Bob Day', kind: 'person', key: null } } as const

async function corrected(where: string): Promise<{ ledger: Ledger; flood: number; homes: number }> {
  const ledger = await openLedger(where)
  const [flood = 0, homes = 0] = await tell(ledger, TEXT)
  await correct(ledger, flood, BOB, said(1))
  await correct(ledger, flood, { field: 'figure', figure: { text: 'up to three', nth: 0 }, set: { low: 1 } }, said(2))
  await correct(ledger, homes, { field: 'right' }, said(3))
  const { id } = await correct(ledger, homes, { field: 'type', type: 'direct' }, said(4))
  await undo(ledger, id, said(5))
  return { ledger, flood, homes }
}

const casesOf = async (ledger: Ledger) => {
  const lines: string[] = []
  for await (const one of correctionCases(ledger)) lines.push(JSON.stringify(one))
  return lines
}

onEachDatabase(({ fresh }) => {
  test('tells corrections as test cases, which another ledger takes once', async () => {
    const { ledger, flood } = await corrected(await fresh())
    const lines = await casesOf(ledger)
    expect(lines).toHaveLength(2)
    const [first] = lines.map((line) => JSON.parse(line))
    expect(first).toMatchObject({
      id: `claim ${flood}`,
      text: TEXT,
      plain: true,
      outlet: 'The Bugle',
      read: { speaker: { name: 'Ann Lee' } },
      corrected: { speaker: { name: 'Bob Day' }, figures: [{ low: 1, high: 3 }] },
      corrections: [{ by: 'Lou' }, { by: 'Kim' }],
    })
    const { start, end, text } = first.read.content
    expect(first.text.slice(start, end)).toBe(text)

    const other = await openLedger(await fresh())
    await tell(other, 'It rained, the mayor Ann Lee said.', { url: 'https://news.example/rain' })
    expect(await importCase(other, first, ENTERED)).toMatchObject({
      added: 0,
      refused: [expect.stringContaining('no page of')],
    })
    const [here = 0] = await tell(other, TEXT, { edition: '2' })
    expect(await importCase(other, first, ENTERED)).toEqual({ added: 2, known: 0, refused: [] })
    expect(await importCase(other, first, ENTERED)).toEqual({ added: 0, known: 2, refused: [] })
    const entered = await other.db.selectFrom('log').select('at').where('kind', '=', 'correction').distinct().execute()
    expect(entered).toEqual([{ at: ENTERED }])
    const row = await other.db.selectFrom('claim').select('speaker').where('id', '=', here).executeTakeFirst()
    expect(row).toEqual({ speaker: 'Bob Day' })
    const again = (await casesOf(other)).map((line) => JSON.parse(line))[0]
    expect(again).toEqual({ ...first, id: again.id, edition: '2' })
    for (const bad of [
      null,
      {},
      { ...first, corrections: [] },
      { ...first, read: { ...first.read, content: { start: 1, end: 2, text: 'h' } } },
    ])
      expect((await importCase(other, bad, ENTERED)).refused).toHaveLength(1)
    expect((await verify(other)).faults).toEqual([])
    await Promise.all([ledger.close(), other.close()])
  })

  test('holds back what was corrected of words that changed or are gone, until a person settles it', async () => {
    const { ledger, flood, homes } = await corrected(await fresh())
    const hidden = await correct(ledger, homes, { field: 'hidden', hidden: true }, said(6))
    expect(await heldBack(ledger)).toEqual([])
    const [now = 0] = await tell(ledger, FLOOD.replace('up to three', 'up to three or four'), { at: LATER })
    const held = await heldBack(ledger)
    expect(held.map(({ correction, anchor, now }) => [correction.claim, correction.change.field, anchor, now])).toEqual(
      [
        [flood, 'speaker', 'changed', now],
        [flood, 'figure', 'changed', now],
        [homes, 'hidden', 'orphan', null],
      ],
    )
    await correct(ledger, now, BOB, said(7))
    await undo(ledger, hidden.id, said(8))
    expect((await heldBack(ledger)).map(({ correction }) => correction.change.field)).toEqual(['figure'])
    await tell(ledger, TEXT, { at: '2025-01-09T10:00:00.000Z' })
    expect(await heldBack(ledger)).toEqual([])
    await ledger.close()
  })

  test('counts what is in it, with what it is counted of', async () => {
    const { ledger } = await corrected(await fresh())
    await tell(ledger, 'It will rain for a week, an official said.', { url: 'https://news.example/b' })
    const stats = await statsOf(ledger)
    expect(stats).toMatchObject({
      captures: 2,
      articles: 2,
      versions: 2,
      readings: [{ engine: 'rules', edition: '1', readings: 2, current: 2 }],
      claims: 3,
      hidden: 0,
      byType: { direct: 0, indirect: 3, mixed: 0, none: 0 },
      unnamed: { count: 1, of: 3 },
      corrections: {
        entries: 5,
        inForce: 3,
        undone: 1,
        waiting: 0,
        people: 2,
        byField: { speaker: 1, figure: 1, right: 1 },
        judged: [
          {
            engine: 'rules',
            edition: '1',
            claims: 2,
            right: { speaker: { count: 1, of: 2 }, figure: { count: 1, of: 2 }, place: { count: 2, of: 2 } },
          },
        ],
      },
    })
    expect(stats.bytes.ledger).toBeGreaterThan(stats.bytes.packed)
    expect(stats.bytes.received).toBeGreaterThan(0)
    await ledger.close()
  })
})
