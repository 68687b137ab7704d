import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { claimColumns } from '../../src/ledger/claim-rows.ts'
import type { Change } from '../../src/ledger/corrections/change.ts'
import { addCorrection, correct, redo, undo } from '../../src/ledger/corrections/correct.ts'
import { correctedClaim } from '../../src/ledger/corrections/corrected.ts'
import { type CorrectionEntry, inForce } from '../../src/ledger/corrections/correction.ts'
import { decisionsOn } from '../../src/ledger/corrections/decisions.ts'
import { correctionEntries } from '../../src/ledger/corrections/record.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { verify } from '../../src/ledger/verify.ts'
import { onEachDatabase } from './databases.ts'
import { FIRST, foundIn, LATER, tell } from './telling.ts'

const FLOOD = 'The flood killed up to three people in Harbour Town, the mayor Ann Lee said on Monday.'
const HOMES = 'Some 200 families lost their homes, the regional police said.'
const TEXT = [FLOOD, HOMES].join('\n\n')

const said = (n: number, why = 'The page says so.') => ({
  by: 'Kim',
  at: `2025-01-08T10:00:00.${String(n).padStart(3, '0')}Z`,
  why,
})

const BOB: Change = { field: 'speaker', speaker: { name: 'Bob Day', kind: 'person', key: 'bob' } }
const THREE: Change = { field: 'figure', figure: { text: 'up to three', nth: 0 }, set: { low: 1, measure: 'drowned' } }

const rowOf = ({ db }: Ledger, id: number) =>
  db.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const figuresOf = ({ db }: Ledger, id: number) =>
  db.selectFrom('figure').select(['low', 'high', 'measure']).where('claimId', '=', id).execute()

onEachDatabase(({ fresh }) => {
  test('keeps a correction beside the reading, and finds the claim by it', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0] = await tell(ledger, TEXT)
    const before = await ledger.db.selectFrom('reading').selectAll().execute()
    const first = await correct(ledger, flood, BOB, said(1))
    await correct(ledger, flood, THREE, said(2))
    expect(await rowOf(ledger, flood)).toMatchObject({ speaker: 'Bob Day', speakerKey: 'bob' })
    expect(await figuresOf(ledger, flood)).toEqual([{ low: 1, high: 3, measure: 'drowned' }])
    expect(await ledger.db.selectFrom('reading').selectAll().execute()).toEqual(before)
    await undo(ledger, first.id, said(3, 'I misread it.'))
    expect(await rowOf(ledger, flood)).toMatchObject({ speaker: 'Ann Lee' })
    expect(await figuresOf(ledger, flood)).toEqual([{ low: 1, high: 3, measure: 'drowned' }])
    await redo(ledger, first.id, said(4))
    expect(await rowOf(ledger, flood)).toMatchObject({ speaker: 'Bob Day' })
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  })

  test('refuses what says nothing, and keeps nothing of it', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0, homes = 0] = await tell(ledger, TEXT)
    const { id } = await correct(ledger, flood, { field: 'hidden', hidden: true }, said(1))
    const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => correct(ledger, 999_999, BOB, said(2)), 'There is no claim 999999.'],
      [() => correct(ledger, homes, THREE, said(2)), 'has no such figure'],
      [() => correct(ledger, flood, { ...THREE, set: { low: 9 } } as Change, said(2)), 'above the higher one'],
      [() => correct(ledger, flood, { field: 'hidden', hidden: true }, said(2)), 'hidden already'],
      [() => correct(ledger, flood, { field: 'said', date: 'Monday' }, said(2)), 'a date is written'],
      [() => correct(ledger, flood, BOB, { ...said(2), by: ' ' }), 'Say who'],
      [() => correct(ledger, flood, BOB, { ...said(2), why: '' }), 'Say why'],
      [() => correct(ledger, flood, BOB, { ...said(2), by: 'b'.repeat(201) }), 'Say who in 200'],
      [() => correct(ledger, flood, BOB, { ...said(2), why: 'w'.repeat(2001) }), 'Say why in 2000'],
      [() => undo(ledger, 999_999, said(2)), 'There is no correction'],
      [() => redo(ledger, id, said(2)), 'in force already'],
      [
        () => correct(ledger, flood, { field: 'origin', how: 'merge', one: [flood, 999_999], not: [] }, said(2)),
        'no claim 999999',
      ],
    ]
    for (const [attempt, message] of refused)
      await expect(attempt()).rejects.toMatchObject({
        name: 'CorrectionError',
        message: expect.stringContaining(message),
      })
    await undo(ledger, id, said(3))
    await expect(undo(ledger, id, said(4))).rejects.toThrow('not in force')
    expect(await correctionEntries(ledger)).toHaveLength(2)
    await ledger.close()
  })

  test('reapplies a correction where the words stand, and holds it back where they changed', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0, homes = 0] = await tell(ledger, TEXT)
    await correct(ledger, flood, BOB, said(1))
    await correct(ledger, homes, { field: 'hidden', hidden: true }, said(2))
    const [again = 0] = await tell(ledger, TEXT, { edition: '2' })
    expect(await rowOf(ledger, again)).toMatchObject({ speaker: 'Bob Day', isCurrent: 1 })
    const [changed = 0, moved = 0] = await tell(
      ledger,
      TEXT.replace('up to three', 'three').replace('\n\n', '\n\nIt rained.\n\n'),
      { at: LATER },
    )
    expect(await rowOf(ledger, changed)).toMatchObject({ speaker: 'Ann Lee', anchor: 'changed', isHidden: 0 })
    expect(await rowOf(ledger, moved)).toMatchObject({ speaker: 'regional police', anchor: 'moved', isHidden: 1 })
    await correct(ledger, changed, THREE_NOW, said(3))
    expect(await figuresOf(ledger, flood)).toEqual([{ low: null, high: 3, measure: 'killed' }])
    await ledger.close()
  })

  test('keeps decisions on origins by what continues their claims', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0, homes = 0] = await tell(ledger, TEXT)
    const [again = 0, homesAgain = 0] = await tell(ledger, TEXT, { edition: '2' })
    const merged = await correct(
      ledger,
      again,
      { field: 'origin', how: 'merge', one: [again, homes], not: [] },
      said(1),
    )
    await correct(ledger, flood, { field: 'origin', how: 'split', one: [flood], not: [homes] }, said(2))
    expect(await decisionsOn(ledger, [homes])).toEqual([
      { correction: merged.id, one: [again, homesAgain], not: [] },
      { correction: merged.id + 1, one: [again], not: [homesAgain] },
    ])
    await undo(ledger, merged.id, said(3))
    expect(await decisionsOn(ledger)).toHaveLength(1)
    expect(await decisionsOn(ledger, [])).toEqual([])
    const self: Change = { field: 'origin', how: 'split', one: [flood], not: [again] }
    await expect(correct(ledger, flood, self, said(4))).rejects.toThrow('the same claim')
    await ledger.close()
  })

  test('keeps a correction with all that follows from it, or nothing of it', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0] = await tell(ledger, TEXT)
    const whole = async () => {
      const all: unknown[] = []
      for (const table of ['claim', 'figure', 'correction', 'log', 'member', 'claimSearch'] as const)
        all.push(
          await ledger.db
            .selectFrom(table as 'claim')
            .selectAll()
            .execute(),
        )
      return JSON.stringify(all)
    }
    const before = await whole()
    const broken = ledger.write(async (db) => {
      await addCorrection(db, flood, BOB, said(1))
      await addCorrection(db, flood, { field: 'hidden', hidden: true }, said(2))
      throw new Error('the power is gone')
    })
    await expect(broken).rejects.toThrow('the power is gone')
    expect(await whole()).toBe(before)
    await correct(ledger, flood, BOB, said(3))
    expect(await whole()).not.toBe(before)
    await ledger.close()
  })

  test('finds a correction that was altered, is gone, or was never entered', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0] = await tell(ledger, TEXT)
    const one = await correct(ledger, flood, BOB, said(1))
    const other = await correct(ledger, flood, { field: 'right' }, said(2))
    await ledger.db.updateTable('correction').set({ person: 'Lou' }).where('id', '=', one.id).execute()
    await ledger.db.deleteFrom('correction').where('id', '=', other.id).execute()
    const { id } = await ledger.db
      .insertInto('correction')
      .values({
        kind: 'change',
        claimId: flood,
        articleId: 1,
        target: null,
        field: 'right',
        changeJson: '{}',
        person: 'X',
        at: FIRST,
        why: 'X',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await verify(ledger)).faults).toEqual([
      { kind: 'reading', subject: 1, message: 'its claims cannot be made anew from what was read and corrected' },
      { kind: 'correction', subject: one.id, message: 'it is not as it entered' },
      { kind: 'correction', subject: other.id, message: 'it is missing' },
      { kind: 'correction', subject: id, message: 'it stands in the ledger, and its entry is not in the log' },
    ])
    await ledger.close()
  })

  test('any corrections and undos, in any order, leave the claims as all entries replayed make them', async () => {
    const claims = await foundIn(TEXT)
    const ledger = await openLedger(await fresh())
    let page = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(changes, reversals), { minLength: 1, maxLength: 12 }), async (steps) => {
        const ids = await tell(ledger, TEXT, { url: `https://news.example/${++page}`, outlet: `The Bugle ${page}` })
        const made: number[] = []
        for (const [n, step] of steps.entries()) {
          const done =
            'change' in step
              ? correct(ledger, ids[step.claim] ?? 0, step.change, said(n)).then(({ id }) => void made.push(id))
              : (step.kind === 'undo' ? undo : redo)(ledger, made[step.which % made.length] ?? 0, said(n))
          await Promise.resolve(done).catch((error: Error) => {
            if (error.name !== 'CorrectionError') throw error
          })
        }
        const again = await tell(ledger, TEXT, {
          url: `https://news.example/${page}`,
          outlet: `The Bugle ${page}`,
          edition: '2',
        })
        const { articleId } = await rowOf(ledger, ids[0] ?? 0)
        const entries = await correctionEntries(ledger, { articles: [articleId] })
        for (const [at, claim] of claims.entries()) {
          const own = entries.filter((entry) => entry.claim === ids[at])
          const replayed = correctedClaim(claim, own)
          for (const id of [ids[at] ?? 0, again[at] ?? 0]) {
            expect(await rowOf(ledger, id)).toMatchObject({
              ...claimColumns(replayed.claim),
              isHidden: replayed.isHidden ? 1 : 0,
            })
            expect(await figuresOf(ledger, id)).toEqual(
              replayed.claim.figures.map(({ low, high, measure }) => ({ low, high, measure })),
            )
          }
        }
      }),
      { numRuns: 25 },
    )
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  }, 60_000)
})

const THREE_NOW: Change = { field: 'figure', figure: { text: 'three', nth: 0 }, set: { measure: 'drowned' } }

const changes = fc.record({
  claim: fc.nat(1),
  change: fc.constantFrom<Change>(
    BOB,
    { field: 'speaker', speaker: null },
    THREE,
    { field: 'figure', figure: { text: 'up to three', nth: 0 }, set: { high: 4 } },
    { field: 'figure', figure: { text: 'Some 200', nth: 0 }, set: { high: null } },
    { field: 'said', date: '2025-01' },
    { field: 'happened', start: '2025-01-03', end: null },
    { field: 'place', name: 'Old Harbour' },
    { field: 'place', name: null },
    { field: 'type', type: 'direct' },
    { field: 'chain', chain: [{ name: 'The Bugle', kind: 'outlet', link: 'quotes' }] },
    { field: 'hidden', hidden: true },
    { field: 'hidden', hidden: false },
    { field: 'right' },
  ),
})
const reversals = fc.record({ kind: fc.constantFrom('undo', 'redo'), which: fc.nat(11) })

test('what is in force does not depend on the order in which entries are read', async () => {
  const [claim] = (await foundIn(TEXT)) as [Claim]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(changes, reversals), { maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      (steps, order) => {
        const entries = steps.map(
          (step, n): CorrectionEntry =>
            'change' in step
              ? { id: n, kind: 'change', claim: 1, change: step.change, ...said(n) }
              : { id: n, kind: step.kind as 'undo', target: step.which, ...said(n) },
        )
        const shuffled = entries.toSorted(() => ((order.next().value as number) % 3) - 1)
        expect(inForce(shuffled)).toEqual(inForce(entries))
        expect(correctedClaim(claim, shuffled)).toEqual(correctedClaim(claim, entries))
        const alone = entries.filter((entry) => inForce(entries).includes(entry as never))
        expect(correctedClaim(claim, alone)).toEqual(correctedClaim(claim, entries))
      },
    ),
  )
})
