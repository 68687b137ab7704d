// A ledger put back from a backup that is older than what its followers were told: what comes after it is told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../ledger/databases.ts'
import { type Office, openOffice } from './fixture.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'

onEachDatabase((database) => {
  let [office, box] = [] as unknown as [Office, Mailbox]
  beforeAll(async () => {
    office = await openOffice(await database.fresh())
    box = await startMailbox()
  })
  afterAll(async () => {
    await box.close()
    await office.close()
  })

  test('developments that have numbers which were told of others are told', async () => {
    const { ledger, following } = office
    await office.follows('reader@site.example', { kind: 'all' })
    expect(await office.send(box.settings)).toMatchObject({ begun: 1, sent: 1 })
    const rows = await ledger.db.selectFrom('development').selectAll().orderBy('id').execute()
    const kept = rows.slice(0, 3)
    const lost = rows.slice(3)
    // Put back: the later ones are gone, and their numbers are given to what is noticed then.
    await ledger.write(async (db) => {
      await db
        .deleteFrom('development')
        .where('id', '>', kept.at(-1)?.id ?? 0)
        .execute()
      const at = new Date(Date.now() + 1000).toISOString()
      for (const one of lost.toReversed())
        await db
          .insertInto('development')
          .values({ ...one, id: kept.length + 1 + lost.length - lost.indexOf(one), at, key: `again ${one.key}` })
          .execute()
    })
    await following.write((db) => db.updateTable('follower').set({ dueAt: '2020-01-01' }).execute())
    expect(await office.send(box.settings)).toMatchObject({ begun: 1, sent: 1 })
    const parts = (await following.db.selectFrom('letter').select('partsJson').orderBy('id').execute()).map(
      ({ partsJson }) => JSON.parse(partsJson)[0].ids,
    )
    expect(parts[0]).toEqual(kept.map(({ id }) => id))
    expect(parts[1]).toHaveLength(lost.length)
    await following.write((db) => db.updateTable('follower').set({ dueAt: '2020-01-01' }).execute())
    expect(await office.send(box.settings)).toMatchObject({ begun: 0, sent: 0 })
  })

  test('a ledger without developments takes all of them back, and what it notices then is told', async () => {
    const { ledger, following } = office
    const rows = await ledger.db.selectFrom('development').selectAll().orderBy('id').execute()
    await ledger.write((db) => db.deleteFrom('development').execute())
    expect(await office.send(box.settings)).toMatchObject({ begun: 0 })
    expect(await following.db.selectFrom('following').select('after').execute()).toEqual([{ after: 0 }])
    await ledger.write(async (db) => {
      for (const one of rows.slice(0, 2)) await db.insertInto('development').values(one).execute()
    })
    await following.write((db) => db.updateTable('follower').set({ dueAt: '2020-01-01' }).execute())
    expect(await office.send(box.settings)).toMatchObject({ begun: 1, sent: 1 })
  })
})
