import { expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { correctionCases, importCase } from '../../src/ledger/corrections/cases.ts'
import type { Change } from '../../src/ledger/corrections/change.ts'
import { addClaim, correct, type Missed, redo, undo } from '../../src/ledger/corrections/correct.ts'
import { heldBack } from '../../src/ledger/corrections/held.ts'
import { memberOf } from '../../src/ledger/corrections/reapply.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { searchClaims } from '../../src/ledger/search/search.ts'
import { statsOf } from '../../src/ledger/stats.ts'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { verify } from '../../src/ledger/verify.ts'
import { onEachDatabase } from './databases.ts'
import { LATER, tell } from './telling.ts'

const ENTERED = '2032-01-01T00:00:00.000Z'

const FLOOD = 'The flood killed up to three people in Harbour Town, the mayor Ann Lee said on Monday.'
const SHUT = 'Lee was asked about the old bridge: shut for 2 years, and 30 boats lost at the quay.'
const TEXT = [FLOOD, SHUT].join('\n\n')
const THIRD = '2025-01-09T10:00:00.000Z'

const said = (n: number, why = 'Overlooked.') => ({ by: 'Kim', at: `2025-01-08T10:00:00.00${n}Z`, why })
const speaker = { name: 'Ann Lee', kind: 'person', key: 'person:lee:ann' } as const
const MISSED: Missed = { in: 'text', text: 'shut for 2 years, and 30 boats lost', speaker, type: 'indirect' }
const figure = (text: string, nth = 0): Change => ({
  field: 'added figure',
  words: { text, nth },
  set: { low: 30, high: 30, approximate: false, measure: 'lost', unit: 'boats', of: null, qualifier: null },
})

/** What an engine reads that finds nothing in the second paragraph. */
const firstOnly = (claims: readonly Claim[]) => claims.filter(({ content }) => content.start < FLOOD.length)
const telling = { read: firstOnly }

const found = async (ledger: Ledger, words: string) =>
  (await searchClaims(ledger, parseQuery(words))).hits.map(({ claim, speaker: by, figures }) => [
    claim,
    by,
    figures.length,
  ])
const numbersOf = ({ db }: Ledger, claim: number) =>
  db.selectFrom('figure').select(['text', 'low', 'high']).where('claimId', '=', claim).orderBy('id').execute()

onEachDatabase(({ fresh }) => {
  test('figures are struck and added by their words, and come back when that is undone', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0] = await tell(ledger, TEXT, telling)
    const three = { text: 'up to three', nth: 0 }
    const struck = await correct(ledger, flood, { field: 'struck figure', figure: three }, said(1))
    expect(await numbersOf(ledger, flood)).toEqual([])
    const people = await correct(ledger, flood, figure('people'), said(2))
    await correct(ledger, flood, { field: 'figure', figure: { text: 'people', nth: 0 }, set: { high: 40 } }, said(3))
    expect(await numbersOf(ledger, flood)).toEqual([{ text: 'people', low: 30, high: 40 }])
    const { corrected } = (await memberOf(ledger.db, flood)) ?? {}
    expect(corrected?.figures.map(({ text, isStruck }) => [text, isStruck])).toEqual([
      ['up to three', true],
      ['people', false],
    ])
    const [added] = corrected?.claim.figures ?? []
    expect(TEXT.slice(added?.start, added?.end)).toBe('people')
    for (const [change, message] of [
      [figure('bridge'), 'These words are not in claim'],
      [figure('people', 1), 'These words are not in claim'],
      [{ field: 'struck figure', figure: three }, 'says so already'],
      [{ field: 'struck figure', figure: { text: 'three', nth: 0 } }, 'has no such figure'],
      [{ field: 'figure', figure: { text: 'people', nth: 0 }, set: { low: 50 } }, 'above the higher one'],
    ] satisfies [Change, string][])
      await expect(correct(ledger, flood, change, said(4))).rejects.toThrow(message)
    await undo(ledger, struck.id, said(5))
    expect(await numbersOf(ledger, flood)).toMatchObject([{ text: 'up to three' }, { text: 'people', high: 40 }])
    const [again = 0] = await tell(ledger, TEXT, { ...telling, edition: '2' })
    expect(await numbersOf(ledger, again)).toMatchObject([{ text: 'up to three' }, { text: 'people', high: 40 }])
    await undo(ledger, people.id, said(6))
    expect(await numbersOf(ledger, again)).toMatchObject([{ text: 'up to three' }])
    expect((await heldBack(ledger)).map(({ correction }) => correction.change.field)).toEqual(['figure'])
    expect((await statsOf(ledger)).corrections.judged).toMatchObject([
      { edition: '1', claims: 1, right: { figure: { count: 1, of: 1 } }, missed: { claims: 0, figures: 0 } },
    ])
    await ledger.close()
  })

  test('a claim that was missed is added by its words, found, told in its story, corrected and undone', async () => {
    const ledger = await openLedger(await fresh())
    const [flood = 0] = await tell(ledger, TEXT, telling)
    const before = await ledger.db.selectFrom('reading').selectAll().execute()
    const { id, claim } = await addClaim(ledger, 1, MISSED, said(1))
    await correct(ledger, claim, figure('30 boats'), said(2))
    expect(await found(ledger, 'boats')).toEqual([[claim, 'Ann Lee', 1]])
    const member = await memberOf(ledger.db, claim)
    const { start, end } = member?.corrected.claim.content ?? { start: 0, end: 0 }
    expect(TEXT.slice(start, end)).toBe(MISSED.text)
    const mentions = async () => {
      const [story] = await storiesListed(ledger)
      return (await storyTold(ledger, story?.id ?? 0))?.origins.flatMap(({ claims }) => claims).length
    }
    expect(await mentions()).toBe(2)
    expect(await ledger.db.selectFrom('reading').selectAll().execute()).toEqual(before)
    for (const [article, missed, message] of [
      [9, MISSED, 'There is no article 9'],
      [1, MISSED, `are claim ${claim} already`],
      [1, { ...MISSED, text: 'open for 2 years' }, 'do not stand in the text'],
      [1, { ...MISSED, in: 'headline' }, 'do not stand in the headline'],
      [1, { ...MISSED, text: 'the' }, 'several times'],
      [1, { ...MISSED, text: ' ' }, 'Too small'],
    ] satisfies [number, Missed, string][])
      await expect(addClaim(ledger, article, missed, said(3))).rejects.toThrow(message)
    await undo(ledger, id, said(4))
    expect(await found(ledger, 'boats')).toEqual([])
    expect(await mentions()).toBe(1)
    await tell(ledger, TEXT, { ...telling, edition: '2' })
    expect(await found(ledger, 'boats')).toEqual([])
    await redo(ledger, id, said(5))
    expect(await found(ledger, 'boats')).toMatchObject([[expect.any(Number), 'Ann Lee', 1]])
    expect(await mentions()).toBe(2)
    expect((await statsOf(ledger)).corrections.judged).toMatchObject([{ claims: 0, missed: { claims: 1 } }])
    expect((await memberOf(ledger.db, flood))?.isAdded).toBe(false)
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  })

  test('an added claim goes along where its words stand, waits where they do not, and yields to an engine', async () => {
    const ledger = await openLedger(await fresh())
    await tell(ledger, TEXT, telling)
    const { claim } = await addClaim(ledger, 1, MISSED, said(1))
    const now = async () =>
      ledger.db
        .selectFrom('claim')
        .select(['id', 'thread', 'anchor', 'local', 'start', 'speaker', 'type'])
        .where('isCurrent', '=', 1)
        .where('content', '=', MISSED.text)
        .execute()
    await tell(ledger, `It rained.\n\n${TEXT}`, { ...telling, at: LATER, read: (all) => all.slice(0, 1) })
    expect(await now()).toMatchObject([{ thread: claim, anchor: 'moved', start: TEXT.indexOf(MISSED.text) + 12 }])
    expect(await heldBack(ledger)).toEqual([])
    await tell(ledger, FLOOD, { at: THIRD })
    expect(await now()).toEqual([])
    expect(await heldBack(ledger)).toMatchObject([{ claim, anchor: 'orphan', now: null }])
    const reads = (claims: readonly Claim[]): Claim[] => {
      const [first] = claims as [Claim]
      const at = TEXT.indexOf(MISSED.text)
      const span = { start: at, end: at + MISSED.text.length }
      const content = { ...span, text: MISSED.text, parts: [span] }
      return [first, { ...first, id: 'c9', content, speaker: null, chain: [], figures: [], type: 'none' }]
    }
    await tell(ledger, TEXT, { at: '2025-01-10T10:00:00.000Z', edition: '3', read: reads })
    expect(await now()).toMatchObject([
      { thread: claim, anchor: 'exact', local: 'c9', speaker: 'Ann Lee', type: 'indirect' },
    ])
    expect(await heldBack(ledger)).toEqual([])
    expect((await verify(ledger)).faults).toEqual([])
    await ledger.close()
  })

  test('added claims and figures are test cases that another ledger takes once', async () => {
    const ledger = await openLedger(await fresh())
    await tell(ledger, TEXT, telling)
    const { claim } = await addClaim(ledger, 1, MISSED, said(1))
    await tell(ledger, TEXT, { ...telling, edition: '2' })
    const current = await ledger.db
      .selectFrom('claim')
      .select('id')
      .where('thread', '=', claim)
      .where('isCurrent', '=', 1)
      .executeTakeFirstOrThrow()
    await correct(ledger, current.id, figure('30 boats'), said(2))
    const lines: unknown[] = []
    for await (const one of correctionCases(ledger)) lines.push(JSON.parse(JSON.stringify(one)))
    expect(lines).toMatchObject([
      {
        read: null,
        corrected: { content: { text: MISSED.text }, figures: [{ text: '30 boats' }] },
        corrections: [{ change: { field: 'claim' } }, { change: { field: 'added figure' } }],
      },
    ])
    const other = await openLedger(await fresh())
    await tell(other, TEXT, telling)
    expect(await importCase(other, lines[0], ENTERED)).toEqual({ added: 2, known: 0, refused: [] })
    expect(await importCase(other, lines[0], ENTERED)).toEqual({ added: 0, known: 2, refused: [] })
    expect(await found(other, 'boats')).toMatchObject([[expect.any(Number), 'Ann Lee', 1]])
    await Promise.all([ledger.close(), other.close()])
  })
})
