/**
 * Marks of what was told are numbers of developments in a ledger. Where the ledger is put back from a backup, its numbers are
 * given once more, to other developments: nobody would be told of those. So the last one that was looked at is remembered,
 * and where the ledger no longer has it, all marks go back to what was noticed before.
 */
import type { Ledger } from '../../ledger/open.ts'
import { type LetterPart, partsIn } from './letters.ts'
import type { Following, FollowingWriting } from './open.ts'

/** Letters looked through together. */
const TOGETHER = 500

/**
 * Sets marks back where the ledger went back, and remembers how far it goes.
 * @returns whether it had gone back
 * @throws {LedgerError} where the ledger cannot be read or the store not be written to
 */
export async function keepHorizon({ db: ledger }: Pick<Ledger, 'db'>, following: Following): Promise<boolean> {
  const of = ledger.selectFrom('development').select(['id', 'key', 'at'])
  const seen = await following.db.selectFrom('horizon').selectAll().executeTakeFirst()
  const last = await of.orderBy('id', 'desc').limit(1).executeTakeFirst()
  const still = seen && (await of.where('id', '=', seen.development).executeTakeFirst())
  const isThere = seen === undefined || (still?.key === seen.key && still.at === seen.at)
  if (isThere && seen?.development === last?.id) return false
  const common = isThere
    ? null
    : await of.where('id', '<=', seen.development).where('at', '<=', seen.at).orderBy('id', 'desc').executeTakeFirst()
  await following.write(async (db) => {
    if (common !== null) await goBack(db, common?.id ?? 0)
    await db.deleteFrom('horizon').execute()
    if (last !== undefined)
      await db.insertInto('horizon').values({ development: last.id, key: last.key, at: last.at }).execute()
  })
  return !isThere
}

/** Forgets what was told of developments after one: they are no more. */
async function goBack(db: FollowingWriting, last: number): Promise<void> {
  await db.updateTable('following').set({ after: last }).where('after', '>', last).execute()
  await db.updateTable('webhook').set({ after: last }).where('after', '>', last).execute()
  const now = new Date().toISOString()
  await db
    .updateTable('delivery')
    .set({ state: 'withdrawn', settledAt: now })
    .where('state', '=', 'due')
    .where('development', '>', last)
    .execute()
  for (let after = 0; ; ) {
    const letters = await db
      .selectFrom('letter')
      .select(['id', 'partsJson'])
      .where('kind', '=', 'news')
      .where('id', '>', after)
      .orderBy('id')
      .limit(TOGETHER)
      .execute()
    for (const { id, partsJson } of letters) {
      const parts: LetterPart[] = partsIn(partsJson).map((part) => ({
        ...part,
        ids: part.ids.filter((one) => one <= last),
      }))
      const left = JSON.stringify(parts)
      if (left !== partsJson) await db.updateTable('letter').set({ partsJson: left }).where('id', '=', id).execute()
      after = id
    }
    if (letters.length < TOGETHER) return
  }
}
