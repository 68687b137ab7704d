// The store of who follows what: beside the ledger, never in it, on both databases.
import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { forgetFollower } from '../../src/publish/following/follower.ts'
import { followersAt, openFollowing } from '../../src/publish/following/open.ts'
import { onEachDatabase } from '../ledger/databases.ts'

const FOLLOWER = {
  address: 'Reader@site.example',
  addressKey: 'reader@site.example',
  rhythm: 'daily',
  hour: 6,
  weekday: 1,
  since: '2031-05-12T09:00:00.000Z',
  dueAt: '2031-05-12T09:00:00.000Z',
} as const

onEachDatabase((database) => {
  test('it is made beside the ledger, and opened again', async () => {
    const where = await database.fresh()
    const ledger = await openLedger(where)
    const following = await openFollowing(where)
    await following.write((db) => db.insertInto('follower').values(FOLLOWER).execute())
    await following.close()
    const again = await openFollowing(where)
    expect(await again.db.selectFrom('follower').select(['id', 'address', 'failures']).execute()).toEqual([
      { id: 1, address: 'Reader@site.example', failures: 0 },
    ])
    await again.close()
    await ledger.close()
    const reopened = await openLedger(where)
    const tables = await reopened.db.introspection.getTables()
    const own = tables.filter(({ schema }) => schema === undefined || schema === 'public').map(({ name }) => name)
    expect(own).toContain('capture')
    expect(own).not.toContain('follower')
    await reopened.close()
  })

  test('both are written to at once without waiting for each other', async () => {
    const where = await database.fresh()
    const [ledger, following] = [await openLedger(where), await openFollowing(where)]
    await ledger.write(() => following.write((db) => db.insertInto('follower').values(FOLLOWER).execute()))
    expect(await following.db.selectFrom('follower').selectAll().execute()).toHaveLength(1)
    await following.close()
    await ledger.close()
  })

  test('who opens it at once makes it once', async () => {
    const where = await database.fresh()
    await (await openLedger(where)).close()
    const stores = await Promise.all(Array.from({ length: 4 }, () => openFollowing(where)))
    for (const store of stores) expect(await store.db.selectFrom('letter').selectAll().execute()).toEqual([])
    for (const store of stores) await store.close()
  })

  test('an address that is forgotten stands in none of its files any more', async () => {
    if (database.name !== 'SQLite') return
    const where = await database.fresh()
    const following = await openFollowing(where)
    const { id } = await following.write((db) =>
      db.insertInto('follower').values(FOLLOWER).returning('id').executeTakeFirstOrThrow(),
    )
    const own = () => ['', '-wal'].map((end) => readFileSync(`${followersAt(where)}${end}`, 'latin1')).join('')
    expect(own()).toContain(FOLLOWER.address)
    await forgetFollower(following, id)
    expect(own()).not.toContain(FOLLOWER.address)
    expect(own()).not.toContain(FOLLOWER.addressKey)
    await following.close()
  })

  test('a file of it is its owner’s alone', async () => {
    if (database.name !== 'SQLite') return
    const where = await database.fresh()
    const following = await openFollowing(where)
    expect(followersAt(where)).toBe(where.replace('.ledger', '.followers'))
    expect(statSync(followersAt(where)).mode & 0o777).toBe(0o600)
    expect(statSync(`${followersAt(where)}-wal`).mode & 0o777).toBe(0o600)
    await following.close()
  })
})
