// A ledger with developments written as rows, and followers who confirmed: what letters are made of.

import { enterExamples } from '../../src/cli/examples.ts'
import { threadedReader } from '../../src/gather/reading/pool.ts'
import type { Followed } from '../../src/ledger/developments/development.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { type MailAddress, mailAddress } from '../../src/publish/following/address.ts'
import { askToFollow } from '../../src/publish/following/ask.ts'
import { confirm } from '../../src/publish/following/follower.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import { type Passed, pass } from '../../src/publish/mail/pass.ts'
import type { MailSettings } from '../../src/publish/mail/settings.ts'

export const SITE = 'https://hearsay.example'

/** A ledger of the examples with its followers. */
export interface Office {
  readonly ledger: Ledger
  readonly following: Following
  /** Somebody who follows something, confirmed, and was told of nothing. */
  follows(address: string, followed: Followed): Promise<void>
  send(
    settings: MailSettings,
    waits?: { connecting: number; greeting: number; silence: number },
  ): Promise<Passed | null>
  states(): Promise<string[]>
  /** Everybody is due again, and was told of nothing. */
  again(): Promise<void>
  /** Nobody follows anything. */
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openOffice(where: string): Promise<Office> {
  const ledger = await openLedger(where)
  const reader = threadedReader('rules', 1)
  await enterExamples(ledger, reader)
  await reader.close()
  await noticeDevelopments(ledger, new Date().toISOString())
  const following = await openFollowing(where)
  return {
    ledger,
    following,
    follows: async (address, followed) => {
      const now = new Date().toISOString()
      const own = mailAddress(address) as MailAddress
      const rhythm = { rhythm: 'at once', hour: 6, weekday: 1 } as const
      await askToFollow(following, { address: own, followed, rhythm, from: address }, now)
      const { id } = await following.db
        .selectFrom('following')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      await confirm(following, id, 0, now)
      await following.write((db) => db.deleteFrom('letter').where('kind', '=', 'confirmation').execute())
    },
    send: (settings, waits) =>
      pass({
        ledger,
        following,
        settings,
        site: SITE,
        signal: new AbortController().signal,
        ...(waits === undefined ? {} : { waits }),
      }),
    states: async () =>
      (await following.db.selectFrom('letter').select('state').orderBy('id').execute()).map(({ state }) => state),
    again: () =>
      following.write(async (db) => {
        await db.updateTable('following').set({ after: 0 }).execute()
        await db.updateTable('follower').set({ dueAt: '2020-01-01T00:00:00.000Z' }).execute()
      }),
    clear: () =>
      following.write(async (db) => {
        for (const table of ['follower', 'asking', 'refusal', 'lease'] as const) await db.deleteFrom(table).execute()
      }),
    close: async () => {
      await following.close()
      await ledger.close()
    },
  }
}
