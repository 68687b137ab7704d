/**
 * What is written down of a letter while it is handed over. SMTP leaves a moment in which nobody can know whether a letter
 * was taken: after its end went out and before the answer came (RFC 1047). `handed over` is written directly before the end
 * is let out, and nothing is sent twice that has it.
 *
 * On a file this is done by a connection of its own, in the same step of the program as the end is let out. It does not
 * wait for the disk: what it wrote survives the end of the process, and the end of the machine is told by its start (see
 * lease.ts). Waiting would make the moment longer in which a kill leaves a letter in doubt that never went out.
 */

import { isServer } from '../../ledger/store.ts'
import type { Following } from '../following/open.ts'
import type { FollowingTables } from '../following/tables.ts'
import { OWN } from './holder.ts'

/** How a letter ended. */
interface Settled {
  readonly state: Extract<FollowingTables['letter']['state'], 'due' | 'sent' | 'doubtful' | 'refused'>
  /** What the server said. */
  readonly answer: string | null
  /** When it is tried again, where it is due. */
  readonly dueAt?: string
}

export interface Marks {
  /**
   * Marks a letter as handed over.
   * @param then is told whether it still is this sender's, directly after: on a file in the same step of the program
   */
  handOver(letter: number, then: (isOwn: boolean) => void, failed: (error: Error) => void): void
  /** Writes down how a letter ended, where it still is this sender's. */
  settle(letter: number, settled: Settled): Promise<void>
  close(): Promise<void>
}

/** Milliseconds between two tries where another writes to the file. */
const AGAIN = 5

/** @param sender the number of the sender's lease */
export const openMarks = (following: Following, sender: number): Promise<Marks> =>
  isServer(following.where) ? Promise.resolve(onServer(following, sender)) : onFile(following, sender)

function onServer({ db }: Following, sender: number): Marks {
  const own = (letter: number) => db.updateTable('letter').where('id', '=', letter).where('sender', '=', sender)
  return {
    handOver: (letter, then, failed) => {
      own(letter)
        .where('state', '=', 'taken')
        .set({ state: 'handed over' })
        .executeTakeFirst()
        .then(({ numUpdatedRows }) => then(numUpdatedRows === 1n), failed)
    },
    settle: async (letter, { state, answer, dueAt }) => {
      await own(letter)
        .set({
          state,
          answer,
          ...(state === 'due' ? { sender: null } : { settledAt: new Date().toISOString() }),
          ...(dueAt === undefined ? {} : { dueAt }),
        })
        .execute()
    },
    close: async () => {},
  }
}

async function onFile({ where }: Following, sender: number): Promise<Marks> {
  const { openSqlite, isBusy } = await import('../../ledger/sql/sqlite.ts')
  const database = openSqlite(where)
  // Where the machine's starts cannot be told apart, the disk is waited for.
  database.exec(
    `pragma synchronous = ${OWN.boot === null ? 'full' : 'normal'}; pragma wal_autocheckpoint = 0; pragma busy_timeout = 0;`,
  )
  const handOver = database.prepare(
    "update letter set state = 'handed over' where id = ? and sender = ? and state = 'taken'",
  )
  const settle = database.prepare(
    'update letter set state = ?, answer = ?, due_at = coalesce(?, due_at), sender = ?, settled_at = ? where id = ? and sender = ?',
  )
  const marks: Marks = {
    handOver: (letter, then, failed) => {
      let changes: number | bigint
      try {
        changes = handOver.run(letter, sender).changes
      } catch (error) {
        if (!isBusy(error)) return failed(error as Error)
        setTimeout(() => marks.handOver(letter, then, failed), AGAIN)
        return
      }
      then(changes === 1)
    },
    settle: async (letter, { state, answer, dueAt = null }) => {
      const [whose, at] = state === 'due' ? [null, null] : [sender, new Date().toISOString()]
      for (;;)
        try {
          settle.run(state, answer, dueAt, whose, at, letter, sender)
          return
        } catch (error) {
          if (!isBusy(error)) throw error
          await new Promise((resolve) => setTimeout(resolve, AGAIN))
        }
    },
    close: async () => database.close(),
  }
  return marks
}
