// What changed in claims: each noticed once, whoever looks and whenever they are killed, and told for ever as it was.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addClaim, correct, undo } from '../../src/ledger/corrections/correct.ts'
import { nextBatch } from '../../src/ledger/developments/batch.ts'
import type { Development, Followed } from '../../src/ledger/developments/development.ts'
import { developmentsIn } from '../../src/ledger/developments/in-batch.ts'
import { type DevelopmentsAsked, developmentsOf, lastDevelopment } from '../../src/ledger/developments/list.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { rejoin } from '../../src/ledger/rejoin.ts'
import { storiesListed } from '../../src/ledger/told.ts'
import { verify } from '../../src/ledger/verify.ts'
import { developmentText } from '../../src/publish/developments/told.ts'
import { developmentTitle } from '../../src/publish/developments/words.ts'
import { onEachDatabase } from './databases.ts'
import { startHearsay } from './killing.ts'
import { LATER, type Telling, tell } from './telling.ts'

const NOW = '2026-01-02T03:04:05.000Z'
const SLOW = 120_000
const ALL: Followed = { kind: 'all' }

const FIRE = 'About 40 workers at the Varnholt depot in Port Callow were injured in the fire, '
const MAREN = 'fire chief Ilse Maren said on 5 May 2031.'
const FERRY = 'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, '
const MILL = 'Ann Lee, the mayor of Karsholm, said that the weaving mill would close in March with the loss of 14 jobs.'

/** Statements that have nothing to do with each other. */
const STATEMENTS = [
  MILL,
  'Captain Ada Moss said that fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog.',
  'Ben Tallow, a surveyor, said that the bridge at Norvale would stay shut for heavy lorries until the autumn.',
  'Jonas Lind, a fisherman, said that the herring had left the Hask sound for the first time in thirty years.',
]

const said = (n: number) => ({ by: 'Kim', at: `2031-03-05T10:00:00.00${n}Z`, why: 'The page says so.' })

const line = ({ kind, claim, before, from, to }: Development): string =>
  [kind, claim.number, before?.number ?? '-', ...(from === null ? [] : [`${from} > ${to}`])].join(' ')

/** What is told, the oldest first: kind, claim, the claim before, and the words. */
const told = async (ledger: Ledger, followed: Followed = ALL, asked: DevelopmentsAsked = {}): Promise<string[]> =>
  (await developmentsOf(ledger, followed, { after: 0, ...asked })).map(line)

/** Enters texts one after the other, and notices what each changes. */
async function noticed(where: string, texts: readonly (string | readonly [string, Telling])[]): Promise<Ledger> {
  const ledger = await openLedger(where)
  for (const [n, given] of texts.entries()) {
    const [text, telling] = typeof given === 'string' ? [given, {}] : given
    await tell(ledger, text, { url: `https://news.example/${n}`, outlet: `Post ${n}`, ...telling })
    await noticeDevelopments(ledger, NOW)
  }
  return ledger
}

onEachDatabase(({ fresh }) => {
  test('the first report of a statement is an origin, once; another outlet is none', async () => {
    const ledger = await openLedger(await fresh())
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    await tell(ledger, MILL, { outlet: 'Post 1' })
    expect(await noticeDevelopments(ledger, NOW)).toBe(1)
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    await tell(ledger, MILL, { outlet: 'Post 2', url: 'https://news.example/b' })
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    expect(await told(ledger)).toEqual(['new origin 1 -'])
    const [one] = await developmentsOf(ledger, ALL)
    expect(one).toMatchObject({ id: 1, at: NOW, before: null, from: null, to: null, lost: false, toldIn: null })
    expect(one).toMatchObject({ seq: 3, claim: { outlet: 'Post 1', claim: { speaker: { name: 'Ann Lee' } } } })
    expect(await lastDevelopment(ledger)).toBe(1)
    await ledger.close()
  })

  test('is followed by story, speaker, outlet and search, whose query each claim must fulfil', async () => {
    const ledger = await noticed(await fresh(), [MILL, `${FERRY}Captain Ada Moss said on Monday.`])
    const [mill, ferry] = ['new origin 1 -', 'new origin 2 -']
    expect(await told(ledger)).toEqual([mill, ferry])
    const [one] = await developmentsOf(ledger, ALL, { after: 0 })
    const key = one?.claim.claim.speaker?.key ?? ''
    for (const followed of [
      { kind: 'story', story: one?.story ?? 0 },
      { kind: 'speaker', key },
      { kind: 'outlet', name: 'Post 0' },
      { kind: 'search', query: 'mill outlet:"Post 0"' },
      { kind: 'search', query: 'weav* figure:>10' },
      { kind: 'search', query: '-ferry speaker:lee' },
    ] as const)
      expect(await told(ledger, followed)).toEqual([mill])
    for (const followed of [
      { kind: 'story', story: 99 },
      { kind: 'outlet', name: 'Post 2' },
      { kind: 'speaker', key: 'person:nobody' },
      { kind: 'unnamed', name: 'Ann Lee' },
      { kind: 'search', query: 'mill -weaving' },
      { kind: 'search', query: 'mill figure:>20' },
    ] as const)
      expect(await told(ledger, followed)).toEqual([])
    await expect(developmentsOf(ledger, { kind: 'search', query: 'figure:x' })).rejects.toThrow('digits')
    await ledger.close()
  })

  test('pages of it: before one the newest first, after one the oldest first', async () => {
    const ledger = await noticed(await fresh(), STATEMENTS)
    const ids = async (asked: DevelopmentsAsked, followed: Followed = ALL) =>
      (await developmentsOf(ledger, followed, asked)).map(({ id }) => id)
    const all = await ids({})
    expect(all).toEqual(all.toSorted((one, other) => other - one))
    expect(all.length).toBeGreaterThan(2)
    expect(await ids({ limit: 2 })).toEqual(all.slice(0, 2))
    expect(await ids({ limit: 2, before: all[1] ?? 0 })).toEqual(all.slice(2, 4))
    expect(await ids({ limit: 2, after: 0 })).toEqual(all.toReversed().slice(0, 2))
    expect(await ids({ limit: 2, before: all[1] ?? 0 }, { kind: 'search', query: '-nothing' })).toEqual(all.slice(2, 4))
    await ledger.close()
  })

  test('a hedge that a telling dropped, and a figure by which its claimant revises the one before', async () => {
    const injured = 'The fire at the Varnholt depot in Port Callow injured '
    const ledger = await noticed(await fresh(), [
      FIRE + MAREN,
      `${injured}40 workers, ${MAREN}`,
      `${injured}60 workers, fire chief Ilse Maren said on 8 May 2031.`,
    ])
    expect(await told(ledger)).toEqual([
      'new origin 1 -',
      'hedge dropped 2 1 About > 40',
      'figure changed 3 1 About 40 > 60',
    ])
    const [, hedge, figure] = await developmentsOf(ledger, ALL, { after: 0 })
    expect(hedge).toMatchObject({ lost: true, toldIn: 'text' })
    expect(figure).toMatchObject({ lost: false, toldIn: null })
    expect((await developmentsOf(ledger, ALL)).map(developmentTitle)).toEqual([
      'Figure changed: Ilse Maren, “60” after “About 40”',
      'Hedge dropped: Post 1 leaves out “About”',
      'New origin: Ilse Maren, “About 40 workers at the Varnholt depot in Port Callow were injured in the fire”',
    ])
    expect(hedge && developmentText(hedge, 'https://hearsay.example').split('\n')).toEqual([
      'Post 1 leaves out “About”.',
      'Ilse Maren said on 5 May 2031, in Post 1: “The fire at the Varnholt depot in Port Callow injured 40 workers”',
      'Another telling: Ilse Maren said on 5 May 2031, in Post 0: “About 40 workers at the Varnholt depot in Port Callow were injured in the fire”',
      `Claim: https://hearsay.example/claim/2?at=${hedge?.seq}`,
      `Story: https://hearsay.example/story/${hedge?.story}`,
      'Page: https://news.example/1',
    ])
    await ledger.close()
  })

  test('a denial of what another origin of the story says', async () => {
    const ledger = await noticed(await fresh(), [
      `${FERRY}Captain Ada Moss said on Monday.`,
      'The ferry Calder had not struck the Grange lighthouse, Ben Tallow, the director of the Calder Line, said on Tuesday.',
    ])
    expect(await told(ledger)).toEqual(['new origin 1 -', 'denial 2 1'])
    const [, denial] = await developmentsOf(ledger, ALL, { after: 0 })
    expect(denial && developmentTitle(denial)).toBe(
      'Denial: Ben Tallow, against Ada Moss: “The ferry Calder had not struck the Grange lighthouse”',
    )
    // Who follows the one who was denied is told, too.
    expect(await told(ledger, { kind: 'speaker', key: denial?.before?.claim.speaker?.key ?? '' })).toHaveLength(2)
    await ledger.close()
  })

  test('a newer version that tells a claim otherwise corrects it; the same words are no news', async () => {
    const at = (n: number): Telling => ({
      url: 'https://news.example/a',
      outlet: 'Post',
      at: `2025-01-0${n}T10:00:00.000Z`,
    })
    const most = FIRE.replace('About 40', 'At least 45')
    const school = 'The school beside the depot stays shut until the end of May, Jonas Lind, the mayor, said.'
    const ledger = await noticed(await fresh(), [
      [FIRE + MAREN, at(1)],
      [most + MAREN, at(2)],
      [`${most}${MAREN}\n\nMore follows.`, at(3)],
      [`${most}${MAREN}\n\n${school}`, at(4)],
    ])
    const [, correction, ...others] = await told(ledger)
    expect(correction).toBe('correction 2 1 About 40 > At least 45')
    expect((await developmentsOf(ledger, ALL, { after: 1 })).map(developmentTitle)[0]).toBe(
      'Correction: Post now has “At least 45”, before “About 40”',
    )
    expect(others).toEqual([expect.stringMatching(/^new origin \d+ -$/)])
    await ledger.close()
  })

  test('a page that is read again by another engine or edition is no news', async () => {
    const page = { url: 'https://news.example/a', outlet: 'Post' }
    const ledger = await noticed(await fresh(), [
      [`${MILL}\n\n${FIRE}${MAREN}`, { ...page, read: (all) => all.slice(0, 1) }],
      [`${MILL}\n\n${FIRE}${MAREN}`, { ...page, edition: '2' }],
    ])
    expect(await told(ledger)).toEqual(['new origin 1 -'])
    // What the better reading found is known from then on.
    await tell(ledger, FIRE + MAREN, { url: 'https://news.example/b', outlet: 'Post 2' })
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    await ledger.close()
  })

  test('what is read again or anew before anybody looked is told all the same', async () => {
    const page = { url: 'https://news.example/a', outlet: 'Post' }
    const ledger = await openLedger(await fresh())
    await tell(ledger, MILL, page)
    await tell(ledger, MILL, { ...page, edition: '2' })
    await noticeDevelopments(ledger, NOW)
    expect(await told(ledger)).toEqual([expect.stringMatching(/^new origin \d+ -$/)])
    const fire = { url: 'https://news.example/b', outlet: 'Post' }
    const at = (n: number, text: string): Promise<unknown> =>
      tell(ledger, text, { ...fire, at: `2025-01-0${n}T10:00:00.000Z` })
    await at(1, FIRE + MAREN)
    await noticeDevelopments(ledger, NOW)
    const most = FIRE.replace('About 40', 'At least 45')
    await at(2, most + MAREN)
    await at(3, `${most}${MAREN}\n\nMore follows.`)
    await tell(ledger, `${most}${MAREN}\n\nMore follows.`, { ...fire, at: '2025-01-03T10:00:00.000Z', edition: '2' })
    await noticeDevelopments(ledger, NOW)
    expect((await told(ledger)).slice(2)).toEqual([expect.stringMatching(/^correction .* About 40 > At least 45$/)])
    await ledger.close()
  })

  test('what enters while a batch is looked through takes nothing from it', async () => {
    const ledger = await openLedger(await fresh())
    const at = (n: number): Telling => ({ url: 'https://news.example/a', at: `2025-01-0${n}T10:00:00.000Z` })
    /** What a batch is told to hold when something else came meanwhile, and what the next one holds then. */
    const during = async (work: () => Promise<unknown>): Promise<string[][]> => {
      const batch = await nextBatch(ledger)
      await work()
      const found = batch === null ? [] : await developmentsIn(ledger, batch)
      if (batch !== null) await ledger.write((db) => db.updateTable('noticed').set({ upTo: batch.upTo }).execute())
      const next = await nextBatch(ledger)
      const later = next === null ? [] : await developmentsIn(ledger, next)
      if (next !== null) await ledger.write((db) => db.updateTable('noticed').set({ upTo: next.upTo }).execute())
      const lines = (all: typeof found): string[] => [...new Map(all.map((one) => [one.key, one.kind])).values()]
      return [lines(found), lines(later.filter(({ key }) => !found.some((one) => one.key === key)))]
    }
    await tell(ledger, MILL, at(1))
    // Another version of the page, with one more statement.
    expect(await during(() => tell(ledger, `${MILL}\n\n${STATEMENTS[3]}`, at(2)))).toEqual([
      ['new origin'],
      ['new origin'],
    ])
    // The page read again.
    await tell(ledger, STATEMENTS[1] ?? '', { url: 'https://news.example/b' })
    expect(
      await during(() => tell(ledger, STATEMENTS[1] ?? '', { url: 'https://news.example/b', edition: '2' })),
    ).toEqual([['new origin'], []])
    // Another page that drops the same hedge.
    await tell(ledger, FIRE + MAREN, { url: 'https://news.example/c' })
    await noticeDevelopments(ledger, NOW)
    const plain = `The fire at the Varnholt depot in Port Callow injured 40 workers, ${MAREN}`
    await tell(ledger, plain, { url: 'https://news.example/d', outlet: 'Post 4' })
    expect(await during(() => tell(ledger, plain, { url: 'https://news.example/e', outlet: 'Post 5' }))).toEqual([
      ['hedge dropped'],
      [],
    ])
    // Another page that has the same new figure.
    const more =
      'The fire at the Varnholt depot in Port Callow injured 60 workers, fire chief Ilse Maren said on 8 May 2031.'
    await tell(ledger, more, { url: 'https://news.example/f', outlet: 'Post 6' })
    expect(await during(() => tell(ledger, more, { url: 'https://news.example/g', outlet: 'Post 7' }))).toEqual([
      ['figure changed'],
      [],
    ])
    await ledger.close()
  })

  test('what people correct is told once for all that they said meanwhile; what they hide is told nowhere', async () => {
    const ledger = await noticed(await fresh(), [FIRE + MAREN])
    await correct(ledger, 1, { field: 'place', name: 'Port Callow' }, said(1))
    await correct(
      ledger,
      1,
      { field: 'speaker', speaker: { name: 'Ilse Marten', kind: 'person', key: 'person:marten:ilse' } },
      said(2),
    )
    await noticeDevelopments(ledger, NOW)
    expect(await told(ledger)).toEqual(['new origin 1 -', 'correction 1 1 Ilse Maren > Ilse Marten'])
    const [before, after] = await developmentsOf(ledger, ALL, { after: 0 })
    // What was told stays as it was told.
    expect([before, after].map((one) => one?.claim.claim.speaker?.name)).toEqual(['Ilse Maren', 'Ilse Marten'])
    await correct(ledger, 1, { field: 'right' }, said(3))
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    const hiding = await correct(ledger, 1, { field: 'hidden', hidden: true }, said(4))
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    expect(await told(ledger)).toEqual([])
    await undo(ledger, hiding.id, said(5))
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    expect(await told(ledger)).toHaveLength(2)
    await addClaim(
      ledger,
      1,
      { in: 'text', text: 'the Varnholt depot in Port Callow', speaker: null, type: 'none' },
      said(6),
    )
    expect(await noticeDevelopments(ledger, NOW)).toBe(1)
    expect((await told(ledger)).at(-1)).toMatch(/^correction \d+ -$/)
    await ledger.close()
  })

  test('a story that became one with another, or was made anew, keeps its developments', async () => {
    const ledger = await noticed(await fresh(), [`${FERRY}Captain Ada Moss said on Monday.`, MILL])
    const before = await told(ledger)
    const [story] = (await developmentsOf(ledger, ALL, { after: 0 })).map((one) => one.story)
    await rejoin(ledger, { afresh: true })
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    expect(await told(ledger)).toEqual(before)
    const listed = (await storiesListed(ledger)).map(({ id }) => id)
    for (const one of await developmentsOf(ledger, ALL)) expect(listed).toContain(one.story)
    expect(await told(ledger, { kind: 'story', story: story ?? 0 })).toEqual(before.slice(0, 1))
    await ledger.close()
  })

  test('hostile words are told as words', async () => {
    const hostile = '\u202eevil\u0000 ]]>&amp; \ud800 =cmd|'
    const page: [string, Telling] = [MILL.replace('weaving', `weaving ${hostile}`), { outlet: `Po${hostile}st` }]
    const ledger = await noticed(await fresh(), [page, STATEMENTS[2] ?? ''])
    for (const one of await developmentsOf(ledger, ALL)) expect(one.claim.claim.content.text).not.toBe('')
    expect(await told(ledger, { kind: 'search', query: 'bridge' })).toHaveLength(1)
    expect(await told(ledger, { kind: 'outlet', name: 'Po\u0000\ud800' })).toEqual([])
    await ledger.close()
  })

  test(
    'several processes, some of them killed: every development once, and the ledger whole',
    async () => {
      const where = await fresh()
      const ledger = await openLedger(where)
      let told = 0
      for (const [round, text] of STATEMENTS.slice(0, 3).entries()) {
        await tell(ledger, text, { url: `https://news.example/${round}`, outlet: `Post ${round}`, at: LATER })
        const passes = Array.from({ length: 2 }, () => startHearsay(where, ['developments']))
        await passes[0]?.opened
        await sleep(40 * round)
        passes[0]?.kill()
        await Promise.all([...passes.map(({ ended }) => ended), noticeDevelopments(ledger, NOW)])
        await noticeDevelopments(ledger, NOW)
        const all = await developmentsOf(ledger, ALL, { after: 0 })
        expect(new Set(all.map(({ claim, kind }) => `${kind} ${claim.number}`)).size).toBe(all.length)
        expect(all.length).toBeGreaterThanOrEqual(told)
        told = all.length
      }
      expect(told).toBe(3)
      expect((await ledger.db.selectFrom('noticed').selectAll().execute()).length).toBe(1)
      expect((await verify(ledger)).faults).toEqual([])
      await ledger.close()
    },
    SLOW,
  )
})
