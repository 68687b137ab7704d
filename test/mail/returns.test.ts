// What letters that come back mean for who they went to: days on which they failed, complaints, and whose fault it was.
import { expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { type MailAddress, mailAddress } from '../../src/publish/following/address.ts'
import { askToFollow } from '../../src/publish/following/ask.ts'
import { confirm } from '../../src/publish/following/follower.ts'
import { begin } from '../../src/publish/following/letters.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import { type Consequence, type Returned, returned } from '../../src/publish/mail/returns.ts'
import { onEachDatabase } from '../ledger/databases.ts'

const at = (day: number, hour = 9): string => new Date(Date.UTC(2031, 4, day, hour)).toISOString()
const ADDRESS = mailAddress('reader@site.example') as MailAddress
const RHYTHM = { rhythm: 'daily', hour: 6, weekday: 1 } as const

onEachDatabase((database) => {
  /** Somebody who follows everything, and a letter of theirs that comes back. */
  async function withFollower(
    use: (following: Following, back: (when: string, how?: Partial<Returned>) => Promise<Consequence>) => Promise<void>,
    isConfirmed = true,
  ): Promise<void> {
    const where = await database.fresh()
    await (await openLedger(where)).close()
    const following = await openFollowing(where)
    try {
      const asking = { address: ADDRESS, followed: { kind: 'all' }, rhythm: RHYTHM, from: 'x' } as const
      await askToFollow(following, asking, at(1))
      if (isConfirmed) await confirm(following, 1, 0, at(1))
      await use(following, async (when, how = {}) => {
        const letter = await following.write((db) => begin(db, { follower: 1, kind: 'news', parts: [] }, when))
        return returned(following, { letter, kind: 'failed', status: '5.1.1', said: null, ...how }, when)
      })
    } finally {
      await following.close()
    }
  }

  const left = async ({ db }: Following): Promise<number> =>
    (await db.selectFrom('follower').select('id').execute()).length

  test('an address is forgotten on the third day on which letters fail', () =>
    withFollower(async (following, back) => {
      expect(await back(at(2))).toBe('counted')
      expect(await back(at(2, 18))).toBe('counted')
      expect(await back(at(3))).toBe('counted')
      expect(await left(following)).toBe(1)
      expect(await back(at(4))).toBe('forgotten')
      expect(await left(following)).toBe(0)
      expect(await following.db.selectFrom('return').selectAll().execute()).toEqual([])
      expect(await following.db.selectFrom('refusal').selectAll().execute()).toEqual([])
    }))

  test('days that are a month apart are not counted together; the same letter is counted once', () =>
    withFollower(async (following, back) => {
      for (const day of [1, 2, 40, 41]) expect(await back(at(day))).toBe('counted')
      const again = { letter: 2, kind: 'failed', status: '5.1.1', said: null } as const
      expect(await returned(following, again, at(42))).toBe('known already')
      expect(await left(following)).toBe(1)
    }))

  test('what fails for the sender’s part ends nothing, on however many days', () =>
    withFollower(async (following, back) => {
      for (let day = 2; day < 9; day++)
        expect(await back(at(day), { status: '5.7.1', said: '550 5.7.1 blocked by a list' })).toBe('not counted')
      expect(await left(following)).toBe(1)
    }))

  test('an address that never confirmed is forgotten at once; who complained is never written to again', async () => {
    await withFollower(async (following, back) => {
      expect(await back(at(2))).toBe('forgotten')
      expect(await left(following)).toBe(0)
    }, false)
    await withFollower(async (following, back) => {
      expect(await back(at(2), { kind: 'complaint' })).toBe('forgotten')
      expect(await following.db.selectFrom('refusal').select('why').execute()).toEqual([{ why: 'complaint' }])
      await askToFollow(following, { address: ADDRESS, followed: { kind: 'all' }, rhythm: RHYTHM, from: 'y' }, at(3))
      expect(await left(following)).toBe(0)
      expect(await returned(following, { letter: 2, kind: 'failed', status: null, said: null }, at(3))).toBe('nobody')
    })
  })
})
