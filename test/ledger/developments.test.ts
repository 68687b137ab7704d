// What changed in claims: each noticed once, by whoever looks, killed at any time.
import { expect, test } from 'vitest'
import type { Development, Followed } from '../../src/ledger/developments/development.ts'
import { developmentsOf, lastDevelopment } from '../../src/ledger/developments/list.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { onEachDatabase } from './databases.ts'
import { tell } from './telling.ts'

const NOW = '2026-01-02T03:04:05.000Z'

const ALL: Followed = { kind: 'all' }

const MILL = 'Ilse Maren, the mayor, said the Weyland mill in Karsholm would close in March with the loss of 14 jobs.'

/** What there is to tell, as kinds and what is said. */
const told = async (ledger: Ledger, followed: Followed = ALL): Promise<string[]> =>
  (await developmentsOf(ledger, followed, { after: 0 })).map(line)

const line = ({ kind, claim }: Development): string => `${kind}: ${claim.claim.speaker?.name}, ${claim.outlet}`

onEachDatabase(({ fresh }) => {
  test('the first report of a statement is an origin, once; another outlet is none', async () => {
    const ledger = await openLedger(await fresh())
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    await tell(ledger, MILL, { outlet: 'Post 1' })
    expect(await noticeDevelopments(ledger, NOW)).toBe(1)
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    await tell(ledger, MILL, { outlet: 'Post 2', url: 'https://news.example/b' })
    expect(await noticeDevelopments(ledger, NOW)).toBe(0)
    expect(await told(ledger)).toEqual(['new origin: Ilse Maren, Post 1'])
    const [one] = await developmentsOf(ledger, ALL)
    expect(one).toMatchObject({ id: 1, at: NOW, before: null, from: null, to: null, lost: false, toldIn: null })
    expect(one?.seq).toBeGreaterThan(0)
    expect(await lastDevelopment(ledger)).toBe(1)
    for (const followed of [
      { kind: 'story', story: one?.story ?? 0 },
      { kind: 'outlet', name: 'Post 1' },
      { kind: 'search', query: 'mill outlet:"Post 1"' },
      { kind: 'search', query: 'Weyl* figure:>10' },
    ] as const)
      expect(await told(ledger, followed)).toEqual(['new origin: Ilse Maren, Post 1'])
    for (const followed of [
      { kind: 'story', story: 99 },
      { kind: 'outlet', name: 'Post 2' },
      { kind: 'speaker', key: 'person:nobody' },
      { kind: 'unnamed', name: 'Ilse Maren' },
      { kind: 'search', query: 'mill -Karsholm' },
    ] as const)
      expect(await told(ledger, followed)).toEqual([])
    await ledger.close()
  })
})
