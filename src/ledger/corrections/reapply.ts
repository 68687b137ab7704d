/**
 * Corrections applied to the claims of a thread: to those that are worded as the one that a person corrected, the same or
 * moved. Where the words are others, or the claim is gone, a correction waits to be looked at.
 */
import type { Claim } from '../../claims/claim.ts'
import { addFigures, claimColumns } from '../claim-rows.ts'
import type { Ledger, Writing } from '../open.ts'
import { unpackJson } from '../pack.ts'
import type { Found } from '../readings.ts'
import { indexForSearch } from '../search/entries.ts'
import type { Tables } from '../tables.ts'
import { wordedAlike } from '../threads.ts'
import { addedAmong } from './added.ts'
import { type Corrected, correctedClaim } from './corrected.ts'
import { correctionEntries, type Kept } from './record.ts'

type Db = Ledger['db']

/** A claim of a thread, as it was read and as it is corrected. */
export interface Member {
  readonly id: number
  readonly thread: number
  readonly article: number
  readonly version: number
  readonly reading: number
  readonly isCurrent: boolean
  readonly continues: number | null
  readonly anchor: Tables['claim']['anchor']
  /** A person added it; `read` is what their words make. */
  readonly isAdded: boolean
  readonly read: Claim
  readonly corrected: Corrected
  /** The corrections of the thread with their undoing that are meant for these words. */
  readonly entries: readonly Kept[]
}

/** Claims of threads with their corrections. */
export async function membersOf(db: Db, threads: readonly number[]): Promise<Member[]> {
  if (threads.length === 0) return []
  const rows = await db.selectFrom('claim').selectAll().where('thread', 'in', threads).orderBy('id').execute()
  const articles = [...new Set(rows.map(({ articleId }) => articleId))]
  const entries = articles.length === 0 ? [] : await correctionEntries({ db }, { articles })
  const found = await claimsRead(db, [...new Set(rows.map(({ readingId }) => readingId))])
  const added = await addedAmong(db, rows)
  const groups = wordedAlike(rows)
  return rows.flatMap((row): Member[] => {
    const read = added.get(row.id) ?? found.get(row.readingId)?.get(row.local)
    if (read === undefined) return []
    const own = entries.filter(({ claim }) => groups.get(claim) === groups.get(row.id))
    return [
      {
        id: row.id,
        thread: row.thread ?? row.id,
        article: row.articleId,
        version: row.versionId,
        reading: row.readingId,
        isCurrent: row.isCurrent === 1,
        continues: row.continues,
        anchor: row.anchor,
        isAdded: added.has(row.id),
        read,
        corrected: correctedClaim(read, own, { isAdded: added.has(row.id) }),
        entries: own,
      },
    ]
  })
}

/** A claim with its corrections; null where there is no such claim. */
export async function memberOf(db: Db, claim: number): Promise<Member | null> {
  const row = await db.selectFrom('claim').select('thread').where('id', '=', claim).executeTakeFirst()
  if (row === undefined) return null
  return (await membersOf(db, [row.thread ?? claim])).find(({ id }) => id === claim) ?? null
}

/** The claims of readings, as they were read, by their ids in them. */
async function claimsRead(db: Db, readings: readonly number[]): Promise<Map<number, Map<string, Claim>>> {
  const found = new Map<number, Map<string, Claim>>()
  for (const reading of readings) {
    const row = await db.selectFrom('reading').select('packed').where('id', '=', reading).executeTakeFirstOrThrow()
    const { claims } = unpackJson(row.packed) as Found
    found.set(reading, new Map(claims.map((claim) => [claim.id, claim])))
  }
  return found
}

/**
 * How the claims of readings are to be taken.
 * @returns for each reading with corrections what gives its claims as they are corrected: without hidden ones, and with
 * those that people added after the others
 */
export async function correctedIn(
  db: Db,
  readings: readonly number[],
): Promise<Map<number, (claims: readonly Claim[]) => Claim[]>> {
  const found = new Map<number, (claims: readonly Claim[]) => Claim[]>()
  if (readings.length === 0) return found
  const rows = await db
    .selectFrom('claim')
    .select(['thread', 'readingId'])
    .where('readingId', 'in', readings)
    .where('thread', 'in', (corrected) =>
      corrected
        .selectFrom('correction')
        .innerJoin('claim as own', 'own.id', 'correction.claimId')
        .select('own.thread')
        .where('correction.field', '!=', 'origin'),
    )
    .execute()
  const members = await membersOf(
    db,
    rows.flatMap(({ thread }) => thread ?? []),
  )
  for (const [reading, own] of Map.groupBy(members, (member) => member.reading)) {
    const byId = new Map(own.map(({ read, corrected }) => [read.id, corrected]))
    const added = own.filter((member) => member.isAdded).map(({ read }) => read)
    found.set(reading, (claims) =>
      [...claims, ...added].flatMap((claim) => {
        const corrected = byId.get(claim.id)
        return corrected === undefined ? [claim] : corrected.isHidden ? [] : [corrected.claim]
      }),
    )
  }
  return found
}

/** Makes the claims of an article be looked for as people have corrected them. */
export async function reapply(db: Writing, article: number): Promise<void> {
  const threads = await db
    .selectFrom('correction')
    .innerJoin('claim', 'claim.id', 'correction.claimId')
    .select('claim.thread')
    .distinct()
    .where('correction.articleId', '=', article)
    .where('correction.field', '!=', 'origin')
    .execute()
  const members = await membersOf(
    db,
    threads.flatMap(({ thread }) => thread ?? []),
  )
  for (const { id, corrected } of members) {
    await db
      .updateTable('claim')
      .set({ ...claimColumns(corrected.claim), isHidden: corrected.isHidden ? 1 : 0 })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('figure').where('claimId', '=', id).execute()
    await addFigures(db, [[id, corrected.claim]])
  }
  await indexForSearch(db, [article], { again: true })
}
