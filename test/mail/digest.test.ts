// Digests of more than one letter tells: the rest comes soon, in order, and none twice.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsIn } from '../../src/publish/following/letters.ts'
import { compose } from '../../src/publish/mail/compose.ts'
import { type Office, openOffice } from './fixture.ts'

let [folder, office] = ['', null as unknown as Office]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-digest-'))
  office = await openOffice(join(folder, 'digest.ledger'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

test('a daily digest of five hundred developments is told within the hour, and then again a day later', async () => {
  const { ledger, following } = office
  await ledger.write(async (db) => {
    const { id: _, ...one } = await db.selectFrom('development').selectAll().orderBy('id').executeTakeFirstOrThrow()
    for (let at = 0; at < 500; at++)
      await db
        .insertInto('development')
        .values({ ...one, key: `copy ${at}` })
        .execute()
  })
  await office.follows('reader@site.example', { kind: 'all' })
  await following.write((db) => db.updateTable('follower').set({ rhythm: 'daily', dueAt: '2031-05-12' }).execute())
  const at = (hour: number, minute: number) => new Date(Date.UTC(2031, 4, 12, hour, minute)).toISOString()
  const composed = async (now: string): Promise<number> => {
    const begun = await compose(ledger, following, now, new AbortController().signal)
    await following.write((db) => db.updateTable('letter').set({ state: 'sent', settledAt: now }).execute())
    return begun
  }
  expect(await composed(at(6, 0))).toBe(1)
  expect(await composed(at(6, 10))).toBe(0)
  for (const minute of [15, 30]) expect(await composed(at(6, minute))).toBe(1)
  expect(await composed(at(6, 45))).toBe(0)
  const { dueAt } = await following.db.selectFrom('follower').select('dueAt').executeTakeFirstOrThrow()
  expect(dueAt).toBe('2031-05-13T06:00:00.000Z')
  const letters = await following.db.selectFrom('letter').select('partsJson').orderBy('id').execute()
  const ids = letters.flatMap(({ partsJson }) => partsIn(partsJson).flatMap((part) => part.ids))
  const all = await ledger.db.selectFrom('development').select('id').orderBy('id').execute()
  expect(ids).toEqual(all.map(({ id }) => id))
})
