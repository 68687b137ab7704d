// What people are offered to look at, what may be one with it, and the list of all that they said; on both databases.
import { expect, test } from 'vitest'
import { claimsAlike, claimsOneWith } from '../../src/ledger/alike.ts'
import { correct, redo, undo } from '../../src/ledger/corrections/correct.ts'
import { correctionOf, correctionsListed } from '../../src/ledger/corrections/listed.ts'
import { reviewQueue } from '../../src/ledger/review.ts'
import { onEachDatabase } from './databases.ts'
import { toldAll } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  'The price of bread will rise by a tenth in spring, the millers said on Monday.',
]
const said = (n: number, why = 'Another briefing.') => ({ by: 'Kim', at: `2031-03-05T10:00:00.00${n}Z`, why })

const filled = (where: string) => toldAll(where, TOLD)

onEachDatabase(({ fresh }) => {
  test('a claim waits until somebody looked at it, and again when that is undone', async () => {
    const { ledger, claims } = await filled(await fresh())
    const waiting = async () =>
      (await reviewQueue(ledger)).offered.filter(({ isWaiting }) => isWaiting).map(({ claim }) => claim)
    const before = await waiting()
    expect(before.toSorted((one, other) => one - other)).toEqual(claims)
    const [one = 0, two = 0] = before
    const right = await correct(ledger, one, { field: 'right' }, said(1))
    await correct(ledger, two, { field: 'hidden', hidden: true }, said(2))
    expect(await waiting()).toEqual(before.slice(2))
    expect(await reviewQueue(ledger)).toMatchObject({ lookedAt: 2, corrected: 1, before: null })
    await undo(ledger, right.id, said(3))
    expect(await waiting()).toEqual([one, ...before.slice(2)])
    expect(await reviewQueue(ledger)).toMatchObject({ lookedAt: 1, corrected: 1 })
    expect((await reviewQueue(ledger)).offered.map(({ claim }) => claim)).toEqual(before)
    expect(await reviewQueue(ledger, { before: 1 })).toEqual({ offered: [], lookedAt: 0, corrected: 0, before: null })
    await ledger.close()
  })

  test('claims in like words are offered as the same statement, others and those left out are not', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0] = claims
    const alike = async (without: number[]) =>
      (await claimsAlike(ledger, one, { without: new Set(without) })).map(({ number }) => number)
    expect(await alike([])).toEqual([two])
    expect(await alike([two])).toEqual([])
    expect(await claimsAlike(ledger, 999, { without: new Set() })).toEqual([])
    await ledger.close()
  })

  test('claims of one origin are known by each of them, as people decided', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0] = claims
    expect(await claimsOneWith(ledger, one)).toEqual([two])
    const { id } = await correct(ledger, two, { field: 'origin', how: 'merge', one: [two, three], not: [] }, said(1))
    expect(await claimsOneWith(ledger, three)).toEqual([one, two])
    await undo(ledger, id, said(2))
    await correct(ledger, one, { field: 'origin', how: 'split', one: [one], not: [two] }, said(3))
    expect([await claimsOneWith(ledger, one), await claimsOneWith(ledger, 999)]).toEqual([[], []])
    await ledger.close()
  })

  test('all corrections are listed, newest first, with what undid them and without the words of hidden claims', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0] = claims
    const right = await correct(ledger, one, { field: 'right' }, said(1))
    const place = await correct(ledger, two, { field: 'place', name: 'Grange' }, said(2))
    const hidden = await correct(ledger, three, { field: 'hidden', hidden: true }, said(3))
    const back = await undo(ledger, place.id, said(4, 'Misread.'))
    const { corrections, next } = await correctionsListed(ledger)
    expect(corrections.map(({ correction, isInForce }) => [correction.id, isInForce])).toEqual([
      [hidden.id, true],
      [place.id, false],
      [right.id, true],
    ])
    expect(next).toBeNull()
    expect(corrections[0]).toMatchObject({ words: null, outlet: 'Post 2' })
    expect(corrections[1]).toMatchObject({ reversals: [{ id: back.id, kind: 'undo', why: 'Misread.' }] })
    expect(corrections[2]?.words).toContain('Fourteen passengers died')
    expect(await correctionOf(ledger, back.id)).toMatchObject({ correction: { id: place.id }, isInForce: false })
    expect(await correctionOf(ledger, right.id)).toMatchObject({ correction: { id: right.id }, isInForce: true })
    expect(await correctionOf(ledger, 999)).toBeNull()
    await redo(ledger, place.id, said(5))
    const changes = await correctionsListed(ledger, { isAll: false, limit: 1 })
    expect(changes).toMatchObject({ corrections: [{ correction: { id: hidden.id } }], next: hidden.id })
    const rest = await correctionsListed(ledger, { isAll: false, limit: 1, before: hidden.id })
    expect(rest).toMatchObject({ corrections: [{ isInForce: true, correction: { id: place.id } }], next: null })
    await ledger.close()
  })
})
