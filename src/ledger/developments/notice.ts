/**
 * Noticing: what entered the log is looked through once, batch by batch, for what it changes in claims, and that is written
 * down with how far the log was looked through, in one transaction: killed at any time, nothing is lost and nothing told
 * twice, and of several processes each batch is written by one.
 */
import { rejoinedUpTo } from '../neighbourhood/edition.ts'
import type { Ledger } from '../open.ts'
import { positionNow } from '../position.ts'
import { claimsShown } from '../shown.ts'
import { inLine } from '../sql/turn.ts'
import { nextBatch, noticedUpTo } from './batch.ts'
import { developmentsIn, type InStory } from './in-batch.ts'
import type { Pointed } from './noticed.ts'
import { rowOf } from './rows.ts'

/** Of one process one pass of a ledger at a time: two would do the same work. */
const LINES = new WeakMap<Ledger['db'], ReturnType<typeof inLine>>()

/**
 * Writes down what changed in claims since it was last done.
 * @param now the time, ISO in UTC
 * @param signal stops it between two batches
 * @returns how many developments there are more
 * @throws {LedgerError} where the ledger cannot be written to
 */
export async function noticeDevelopments(ledger: Ledger, now: string, signal?: AbortSignal): Promise<number> {
  const line = LINES.get(ledger.db) ?? inLine()
  LINES.set(ledger.db, line)
  return line(async () => {
    let noticed = 0
    while (!signal?.aborted) {
      const { seq } = await positionNow(ledger)
      const batch = await nextBatch(ledger)
      if (batch === null) break
      const rows = await rowsOf(ledger, await developmentsIn(ledger, batch), { seq, at: now })
      noticed += await ledger.write(async (db) => {
        // Another process may have looked through it meanwhile, or begun to make stories anew.
        if ((await noticedUpTo(db)) !== batch.after || (await rejoinedUpTo(db)) !== null) return 0
        await db.updateTable('noticed').set({ upTo: batch.upTo }).execute()
        let written = 0
        for (let i = 0; i < rows.length; i += TOGETHER) {
          const some = await db
            .insertInto('development')
            .values(rows.slice(i, i + TOGETHER))
            .onConflict((conflict) => conflict.column('key').doNothing())
            .returning('id')
            .execute()
          written += some.length
        }
        return written
      })
    }
    return noticed
  })
}

/** Rows of one statement. */
const TOGETHER = 200

/** What was noticed as rows, with the claims as they stand; what is told of hidden ones is left out. */
async function rowsOf(
  ledger: Pick<Ledger, 'db'>,
  noticed: readonly InStory[],
  { seq, at }: { readonly seq: number; readonly at: string },
) {
  const numbers = noticed.flatMap(({ claim, before }) => [claim.number, ...(before === null ? [] : [before.number])])
  const shown = new Map((await claimsShown(ledger, [...new Set(numbers)])).map((one) => [one.number, one]))
  const stood = ({ number, as }: Pointed) => {
    const one = shown.get(number)
    return one === undefined || as === undefined ? one : { ...one, claim: as }
  }
  return noticed.flatMap(({ key, claim, before, ...told }) => {
    const [now, then] = [stood(claim), before === null ? null : stood(before)]
    return now === undefined || then === undefined ? [] : [rowOf(key, { ...told, seq, at, claim: now, before: then })]
  })
}
