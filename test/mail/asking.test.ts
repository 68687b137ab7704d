// Asking for letters: floods of it, who is told what, and what was asked last; on both databases.
import { expect, test } from 'vitest'
import type { Followed } from '../../src/ledger/developments/development.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { type MailAddress, mailAddress } from '../../src/publish/following/address.ts'
import { askToFollow } from '../../src/publish/following/ask.ts'
import { confirm, followerOf, refuse } from '../../src/publish/following/follower.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import type { Rhythm } from '../../src/publish/following/rhythm.ts'
import { onEachDatabase } from '../ledger/databases.ts'

const NOW = '2031-05-12T09:00:00.000Z'

interface Asking {
  readonly from?: string
  readonly rhythm?: Rhythm['rhythm']
  readonly followed?: Followed
  readonly now?: string
}

onEachDatabase((database) => {
  async function withFollowing(use: (following: Following) => Promise<void>): Promise<void> {
    const where = await database.fresh()
    await (await openLedger(where)).close()
    const following = await openFollowing(where)
    try {
      await use(following)
    } finally {
      await following.close()
    }
  }

  const ask = (
    following: Following,
    address: string,
    { from = '192.0.2.1', rhythm = 'daily', followed = { kind: 'all' }, now = NOW }: Asking = {},
  ) =>
    askToFollow(
      following,
      { address: mailAddress(address) as MailAddress, followed, rhythm: { rhythm, hour: 6, weekday: 1 }, from },
      now,
    )

  const letters = async ({ db }: Following): Promise<string[]> =>
    (await db.selectFrom('letter').select('kind').orderBy('id').execute()).map(({ kind }) => kind)

  test('a mailbox gets three letters a day, by whatever tags its addresses have, and no more for ever if it says so', () =>
    withFollowing(async (following) => {
      for (let at = 0; at < 6; at++)
        expect(await ask(following, `victim+${at}@site.example`, { from: `192.0.2.${at}` })).toBe('asked')
      expect(await letters(following)).toHaveLength(3)
      await refuse(following, 1, 'asked', NOW)
      for (const { id } of await following.db.selectFrom('follower').select('id').execute())
        await refuse(following, id, 'asked', NOW)
      const tomorrow = '2031-05-13T10:00:00.000Z'
      for (const address of ['victim@site.example', 'VICTIM+more@site.example'])
        expect(await ask(following, address, { now: tomorrow })).toBe('asked')
      expect(await letters(following)).toEqual([])
    }))

  test('one who asks makes twenty requests a day, and all together a thousand', () =>
    withFollowing(async (following) => {
      for (let at = 0; at < 20; at++) expect(await ask(following, `reader${at}@site.example`)).toBe('asked')
      expect(await ask(following, 'last@site.example')).toBe('asked too often')
      expect(await ask(following, 'last@site.example', { from: '192.0.2.2' })).toBe('asked')
      await following.write(async (db) => {
        const row = { at: NOW, addressHash: 'other' }
        for (let at = 0; at < 1000; at++)
          await db
            .insertInto('asking')
            .values({ ...row, fromHash: `from ${at}` })
            .execute()
      })
      expect(await ask(following, 'new@site.example', { from: '2001:db8::' })).toBe('asked too often')
      expect(await ask(following, 'new@site.example', { now: '2031-05-13T10:00:00.000Z' })).toBe('asked')
    }))

  test('until something is confirmed, letters come as was asked last; then nobody else changes it', () =>
    withFollowing(async (following) => {
      await ask(following, 'reader@site.example', { rhythm: 'at once' })
      await ask(following, 'reader@site.example', { rhythm: 'weekly' })
      expect(await followerOf(following, 1)).toMatchObject({ rhythm: 'weekly' })
      await confirm(following, 1, 0, NOW)
      await ask(following, 'reader@site.example', { rhythm: 'at once', followed: { kind: 'outlet', name: 'Post' } })
      expect(await followerOf(following, 1)).toMatchObject({ rhythm: 'weekly' })
    }))

  test('who asks again, because a letter never came, gets another', () =>
    withFollowing(async (following) => {
      await ask(following, 'reader@site.example')
      await following.write((db) => db.updateTable('letter').set({ state: 'doubtful', settledAt: NOW }).execute())
      await ask(following, 'reader@site.example')
      expect(await following.db.selectFrom('letter').select(['kind', 'state']).orderBy('id').execute()).toEqual([
        { kind: 'confirmation', state: 'doubtful' },
        { kind: 'confirmation', state: 'due' },
      ])
    }))
})
