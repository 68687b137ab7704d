/** Following by mail as long as a site is served: a pass every minute, and at once where somebody waits for a letter. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ServerError } from './connection.ts'
import { type Passing, pass } from './pass.ts'

/** Milliseconds between two looks for letters that somebody waits for, and between two passes. */
const LOOK = 2000
const PASS = 60_000

/** Milliseconds until it is tried again where the server cannot be used: ever longer, up to this. */
const [FIRST_WAIT, LONGEST_WAIT] = [30_000, 15 * 60_000]

/** Does passes until it is told to stop. @param complain is told what went wrong; it goes on all the same */
export async function passAlways(passing: Passing, complain: (error: Error) => void): Promise<void> {
  const { signal } = passing
  let [passedAt, wait] = [Number.NEGATIVE_INFINITY, 0]
  while (!signal.aborted) {
    try {
      if (performance.now() - passedAt > PASS || (await isAnyDue(passing))) {
        await pass(passing)
        passedAt = performance.now()
      }
      wait = 0
    } catch (error) {
      complain(error as Error)
      const isPassing = !(error instanceof ServerError) || error.passing
      wait = isPassing ? Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, 2 * wait)) : LONGEST_WAIT
    }
    await sleep(Math.max(LOOK, wait), undefined, { signal }).catch(() => {})
  }
}

async function isAnyDue({ following: { db } }: Passing): Promise<boolean> {
  const due = await db
    .selectFrom('letter')
    .select('id')
    .where('state', '=', 'due')
    .where('dueAt', '<=', new Date().toISOString())
    .limit(1)
    .execute()
  return due.length > 0
}
