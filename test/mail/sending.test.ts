// Letters sent to a real mail server, on both databases: taken, put off, refused, stalled, cut off; each once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeLease } from '../../src/publish/mail/lease.ts'
import { openMarks } from '../../src/publish/mail/marks.ts'
import { onEachDatabase } from '../ledger/databases.ts'
import { type Office, openOffice } from './fixture.ts'
import { type Mailbox, refusal, startMailbox } from './mailbox.ts'

const QUICK = { connecting: 2000, greeting: 2000, silence: 300 }

onEachDatabase((database) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(await database.fresh())
  })
  afterAll(() => office.close())

  async function withOffice(mailbox: Promise<Mailbox>, use: (office: Office, box: Mailbox) => Promise<void>) {
    const box = await mailbox
    try {
      await office.clear()
      await office.follows('reader@site.example', { kind: 'all' })
      await use(office, box)
    } finally {
      await box.close()
    }
  }

  test('a letter is sent once, and nothing follows it where nothing is new', () =>
    withOffice(startMailbox(), async (office, box) => {
      expect(await office.send(box.settings)).toMatchObject({ begun: 1, sent: 1 })
      expect(await office.send(box.settings)).toMatchObject({ begun: 0, sent: 0 })
      expect(box.letters.map(({ to }) => to)).toEqual(['reader@site.example'])
      expect(await office.states()).toEqual(['sent'])
    }))

  test('a server that wants it later has it later (greylisting)', () => {
    let asked = 0
    const later = startMailbox({
      onRcptTo: (_, __, done) => done(asked++ === 0 ? refusal(451, '4.7.1 try again later') : null),
    })
    return withOffice(later, async (office, box) => {
      expect(await office.send(box.settings)).toMatchObject({ sent: 0, later: 1 })
      expect(await office.send(box.settings)).toMatchObject({ sent: 0 })
      await office.following.write((db) => db.updateTable('letter').set({ dueAt: '2020-01-01' }).execute())
      expect(await office.send(box.settings)).toMatchObject({ sent: 1 })
      expect(box.letters).toHaveLength(1)
    })
  })

  test('a letter that waited for days for a server is tried as often as any before it is given up', () =>
    withOffice(
      startMailbox({ onRcptTo: (_, __, done) => done(refusal(451, '4.2.2 try again later')) }),
      async (office, box) => {
        const { db } = office.following
        expect(await office.send(box.settings)).toMatchObject({ later: 1 })
        const aged = { madeAt: '2020-01-01', dueAt: '2020-01-01' }
        await office.following.write((db) => db.updateTable('letter').set(aged).execute())
        expect(await office.send(box.settings)).toMatchObject({ later: 1, refused: 0 })
        await office.following.write((db) =>
          db
            .updateTable('letter')
            .set({ ...aged, attempts: 6 })
            .execute(),
        )
        expect(await office.send(box.settings)).toMatchObject({ later: 0, refused: 1 })
        expect(await db.selectFrom('follower').select('failures').execute()).toEqual([{ failures: 1 }])
      },
    ))

  test('a server that never takes it has it no more, and that is counted', () =>
    withOffice(
      startMailbox({ onRcptTo: (_, __, done) => done(refusal(550, '5.1.1 no such user')) }),
      async (office, box) => {
        expect(await office.send(box.settings)).toMatchObject({ refused: 1 })
        const { failures } = await office.following.db
          .selectFrom('follower')
          .select('failures')
          .executeTakeFirstOrThrow()
        expect(failures).toBe(1)
        expect(await office.states()).toEqual(['refused'])
      },
    ))

  test('a server that is silent after the letter leaves it in doubt; it is not sent again, and the next letter says so', () => {
    const silent = startMailbox({ onData: (stream) => void stream.resume() })
    return withOffice(silent, async (office, { settings }) => {
      expect(await office.send(settings, QUICK)).toMatchObject({ sent: 0, doubtful: 1 })
      const box = await startMailbox()
      expect(await office.send(box.settings)).toMatchObject({ begun: 0, sent: 0 })
      expect(await office.states()).toEqual(['doubtful'])
      await office.again()
      expect(await office.send(box.settings)).toMatchObject({ begun: 1, sent: 1 })
      expect(box.letters[0]?.read.text).toMatch(
        /may not have reached you\. What it\s+said:\s+https:\/\/hearsay\.example\/letter\//,
      )
      await box.close()
    })
  })

  test('a connection that breaks before the end of a letter leaves it due', () => {
    const box = startMailbox({ onMailFrom: (_, session) => (session as unknown as { end?: () => void }).end?.() })
    return withOffice(box, async (office, { settings }) => {
      const sent = await office.send(settings, QUICK).catch((error) => error)
      expect(sent).toMatchObject({ later: 1 })
      expect(await office.states()).toEqual(['due'])
    })
  })

  test('a server that cannot be reached leaves everything due', () =>
    withOffice(startMailbox(), async (office, box) => {
      const settings = { ...box.settings, server: { ...box.settings.server, port: 1 } }
      await expect(office.send(settings, QUICK)).rejects.toMatchObject({ name: 'ServerError', passing: true })
      expect(await office.states()).toEqual(['due'])
      expect(await office.send(box.settings)).toMatchObject({ sent: 1 })
    }))

  test('one sender at a time; what one that was taken for dead still wants to send is not its own', () =>
    withOffice(startMailbox(), async (office, box) => {
      const lease = await takeLease(office.following)
      expect(await office.send(box.settings)).toBeNull()
      await office.following.write((db) => db.updateTable('lease').set({ until: '' }).execute())
      await office.send(box.settings)
      const marks = await openMarks(office.following, lease?.number ?? 0)
      const { promise, resolve, reject } = Promise.withResolvers<boolean>()
      const { id } = await office.following.db.selectFrom('letter').select('id').executeTakeFirstOrThrow()
      marks.handOver(id, resolve, reject)
      expect(await promise).toBe(false)
      await marks.close()
      await lease?.end()
    }))
})

test('where encryption is asked for, nothing is said without it', async () => {
  const box = await startMailbox({ disabledCommands: ['STARTTLS'] }, 'asked')
  const { openConnection } = await import('../../src/publish/mail/connection.ts')
  await expect(openConnection(box.settings.server, 'hearsay.example', QUICK)).rejects.toThrow(/TLS/i)
  expect(box.letters).toEqual([])
  await box.close()
})
