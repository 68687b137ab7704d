import { expect, test } from 'vitest'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { latestReadings, storiesChanged } from '../../src/ledger/desk.ts'
import { sha256 } from '../../src/ledger/log.ts'
import { positionNow } from '../../src/ledger/position.ts'
import { originReported } from '../../src/ledger/reports.ts'
import { claimsToReview } from '../../src/ledger/review.ts'
import { type Source, sourceClaims, sourceCounts, sourceFigures } from '../../src/ledger/sources.ts'
import { claimStood } from '../../src/ledger/stood.ts'
import { onEachDatabase } from './databases.ts'
import { LATER, tell, toldAll } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  'In fog the ferry Calder struck the Grange lighthouse and 14 passengers died, Captain Ada Moss said on Monday.',
  'The ferry Calder will be raised from the Grange lighthouse rocks within a week, the coast guard said on Monday.',
]
const said = (n: number, why = 'Another briefing.') => ({ by: 'Kim', at: `2031-03-05T10:00:00.00${n}Z`, why })

const filled = (where: string) => toldAll(where, TOLD)

onEachDatabase(({ fresh }) => {
  test('a claim stands at its permalink with its captures, and as it stood at an earlier position', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0] = claims
    const before = await positionNow(ledger)
    const speaker = { name: 'Bob Day', kind: 'person', key: null } as const
    const { id } = await correct(ledger, one, { field: 'speaker', speaker }, said(1))
    const stood = await claimStood(ledger, one)
    expect(stood).toMatchObject({
      claim: one,
      read: { speaker: { name: 'Ada Moss' } },
      corrected: { claim: { speaker: { name: 'Bob Day' } } },
      entries: [{ id, by: 'Kim' }],
      page: { text: TOLD[0], outlet: 'Post 0' },
      version: { number: 1, isCurrent: true },
      reading: { engine: 'rules', edition: '1', isCurrent: true },
      captures: [{ url: 'https://news.example/0', sha256: sha256(TOLD[0] ?? ''), size: (TOLD[0] ?? '').length }],
      pinned: { seq: before.seq + 1 },
      history: { current: one },
    })
    expect(stood?.pinned).toEqual(await positionNow(ledger))
    const earlier = await claimStood(ledger, one, { at: before.seq })
    expect(earlier).toMatchObject({ corrected: { claim: { speaker: { name: 'Ada Moss' } } }, entries: [] })
    expect(earlier?.pinned.seq).toBeLessThan(before.seq)
    expect(await claimStood(ledger, one, { at: 1 })).toBeNull()
    expect(await claimStood(ledger, 999)).toBeNull()
    const [next = 0] = await tell(ledger, (TOLD[0] ?? '').replace('Fourteen', 'Fifteen'), {
      url: 'https://news.example/0',
      outlet: 'Post 0',
      at: LATER,
    })
    expect(await claimStood(ledger, one)).toMatchObject({ version: { isCurrent: false }, history: { current: next } })
    await ledger.close()
  })

  test('an origin is reported by all who tell it, as people decided, with their words against the earliest', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0, guard = 0] = claims
    const numbers = async (claim: number) =>
      (await originReported(ledger, claim))?.reports.flatMap((report) => report.claims.map(({ number }) => number))
    expect(await numbers(two)).toEqual([one, two, three])
    const origin = await originReported(ledger, three)
    expect(origin?.reports.map(({ outlet, capture }) => [outlet, capture?.sha256])).toEqual(
      [0, 1, 2].map((n) => [`Post ${n}`, sha256(TOLD[n] ?? '')]),
    )
    expect(await originReported(ledger, three, { limit: 1, offset: 1 })).toEqual({
      ...origin,
      articles: 3,
      reports: origin?.reports.slice(1, 2),
    })
    const [first, second] = origin?.reports.flatMap((report) => report.claims) ?? []
    expect(first?.words).toBeNull()
    const told = (is: 'gone' | 'new') =>
      (second?.words ?? []).filter((word) => word.is === 'kept' || word.is === is).map(({ words }) => words)
    expect(told('gone').join('').toLowerCase()).toBe(first?.claim.content.text.toLowerCase())
    expect(told('new').join('')).toBe(second?.claim.content.text)
    const split = await correct(ledger, one, { field: 'origin', how: 'split', one: [one], not: [two] }, said(1))
    expect(await numbers(one)).toEqual([one])
    expect(await originReported(ledger, two)).toMatchObject({ decisions: [split.id], story: origin?.story })
    const merge = await correct(ledger, one, { field: 'origin', how: 'merge', one: [one, guard], not: [] }, said(2))
    expect(await numbers(guard)).toEqual([one, guard])
    await undo(ledger, split.id, said(3))
    await undo(ledger, merge.id, said(4))
    expect(await numbers(one)).toEqual([one, two, three])
    expect(await originReported(ledger, 999)).toBeNull()
    await correct(ledger, one, { field: 'hidden', hidden: true }, said(5))
    expect(await originReported(ledger, one)).toBeNull()
    await ledger.close()
  })

  test('a source is told by what it said, whose word it was, and its figures', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0, two = 0, three = 0, guard = 0] = claims
    const { speakerKey } = await ledger.db
      .selectFrom('claim')
      .select('speakerKey')
      .where('id', '=', one)
      .executeTakeFirstOrThrow()
    expect(speakerKey).not.toBeNull()
    const moss: Source = { kind: 'speaker', key: speakerKey ?? '' }
    expect(await sourceCounts(ledger, moss)).toMatchObject({
      names: [{ name: 'Ada Moss', claims: 3 }],
      claims: 3,
      articles: 3,
      outlets: 3,
      origins: 1,
      own: { count: 3, of: 3 },
      relayed: { count: 0, of: 3 },
      via: {},
    })
    const relayed = [
      { name: 'Post 0', kind: 'outlet', link: 'wire' },
      { name: 'Ada Moss', kind: 'person', link: 'cites' },
      { name: 'coast guard', kind: 'organisation', link: 'own reporting' },
    ] as const
    await correct(ledger, one, { field: 'chain', chain: [...relayed] }, said(1))
    await correct(ledger, one, { field: 'origin', how: 'split', one: [one], not: [two] }, said(2))
    expect(await sourceCounts(ledger, moss)).toMatchObject({
      origins: 2,
      own: { count: 2, of: 3 },
      relayed: { count: 1, of: 3 },
      via: { wire: 1 },
    })
    expect(await sourceCounts(ledger, { kind: 'outlet', name: 'Post 0' })).toMatchObject({
      claims: 1,
      own: { count: 0, of: 1 },
      relayed: { count: 1, of: 1 },
    })
    expect(await sourceCounts(ledger, { kind: 'outlet', name: 'Post 99' })).toBeNull()
    const pages: number[][] = []
    let after: string | null = null
    do {
      const { claims: some, next } = await sourceClaims(ledger, moss, { limit: 2, after })
      pages.push(some.map(({ number }) => number))
      after = next
    } while (after !== null)
    expect(pages).toEqual([[three, two], [one]])
    expect((await sourceClaims(ledger, moss, { after: 'x' })).claims).toHaveLength(3)
    const [first] = (await sourceClaims(ledger, { kind: 'outlet', name: 'Post 3' })).claims
    expect(first).toMatchObject({ number: guard, outlet: 'Post 3', url: 'https://news.example/3' })
    const figures = await sourceFigures(ledger, moss)
    expect(figures.map(({ claim, figure, voice }) => [claim, figure.low, voice])).toEqual([
      [one, 14, 'relay'],
      [two, 14, 'own'],
      [three, 14, 'own'],
    ])
    await correct(ledger, one, { field: 'hidden', hidden: true }, said(3))
    expect(await sourceFigures(ledger, moss)).toHaveLength(2)
    await ledger.close()
  })

  test('the desk has a line for each page, and says what changed in which stories', async () => {
    const { ledger, claims } = await filled(await fresh())
    const [one = 0] = claims
    const lines = await latestReadings(ledger)
    expect(lines.map(({ outlet, claims: all, figures }) => [outlet, all, figures])).toEqual([
      ['Post 3', 1, expect.any(Number)],
      ['Post 2', 1, 1],
      ['Post 1', 1, 1],
      ['Post 0', 1, 1],
    ])
    expect(lines[0]).toMatchObject({ number: 1, engine: 'rules', chains: 0, leftOut: 0 })
    expect(await latestReadings(ledger, { limit: 1, before: lines[2]?.reading ?? 0 })).toEqual([lines[3]])
    const since = (await positionNow(ledger)).seq
    expect(await storiesChanged(ledger, since)).toEqual([])
    const beginning = await storiesChanged(ledger, 0)
    expect(beginning.flatMap(({ added }) => added).sort()).toEqual([1, 2, 3, 4])
    expect(beginning.flatMap(({ origins }) => origins.map(({ number }) => number))).toContain(one)

    const where = { url: 'https://news.example/9', outlet: 'Post 9' }
    const [more = 0] = await tell(ledger, (TOLD[2] ?? '').replace('14', 'at least 16'), where)
    const own = await originReported(ledger, more)
    const isJoined = (own?.reports.length ?? 0) > 1
    const [story, ...others] = await storiesChanged(ledger, since)
    expect(others).toEqual([])
    expect(story).toMatchObject({ added: [5], again: [], corrections: [] })
    expect(story?.[isJoined ? 'figures' : 'origins'].map(({ number }) => number)).toEqual([more])
    const then = (await positionNow(ledger)).seq
    await tell(ledger, TOLD[1] ?? '', { url: 'https://news.example/1', outlet: 'Post 1', edition: '2' })
    const { id } = await correct(ledger, more, { field: 'right' }, said(1))
    const changed = await storiesChanged(ledger, then)
    expect(changed.flatMap(({ again }) => again)).toEqual([2])
    expect(changed.flatMap(({ corrections }) => corrections)).toEqual([id])
    expect(changed.flatMap(({ origins, figures }) => [...origins, ...figures])).toEqual([])
    await ledger.close()
  })

  test('claims that nobody has looked at are offered, the least sure first', async () => {
    const { ledger, claims } = await filled(await fresh())
    const offered = async () => (await claimsToReview(ledger)).claims
    const all = await offered()
    expect(all.map(({ number }) => number).sort()).toEqual([...claims].sort())
    const sure = all.map(({ claim }) => claim.confidence)
    expect(sure).toEqual(sure.toSorted((one, other) => one - other))
    const [first, second] = all
    await correct(ledger, first?.number ?? 0, { field: 'right' }, said(1))
    await correct(ledger, second?.number ?? 0, { field: 'hidden', hidden: true }, said(2))
    expect(await offered()).toEqual(all.slice(2))
    const page = await claimsToReview(ledger, { limit: 1 })
    expect(page).toMatchObject({ waiting: 2, before: null })
    expect(page.claims).toEqual(all.slice(2, 3))
    expect(await claimsToReview(ledger, { before: 1 })).toEqual({ claims: [], waiting: 0, before: null })
    await ledger.close()
  })
})
