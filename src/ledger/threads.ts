/**
 * Threads: a claim through all readings and versions of its article. A new reading's claims are held against those of the
 * reading before it, then, where they are not in it, against older readings and the versions next to it; each continues
 * one older claim at most, so that a thread has one claim in a reading at most.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { followed, type Stood } from './changes.ts'
import { addedAmong } from './corrections/added.ts'
import type { Ledger, Writing } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'
import type { Tables } from './tables.ts'

/** The older claim that a claim is, and what became of its anchor. */
export interface Continuation {
  readonly continues: number
  readonly anchor: NonNullable<Tables['claim']['anchor']>
  /** The first claim of the thread. */
  readonly thread: number
}

/** A reading with its claims, and by their ids in it their numbers in the ledger. */
interface Before extends Stood {
  readonly rows: ReadonlyMap<string, { readonly id: number; readonly thread: number; readonly isAdded: boolean }>
}

/**
 * What the claims of a new reading continue; those that are not in it are new.
 * @param claims as they were read in the version, before the reading is kept
 */
export async function continuations(
  db: Writing,
  { article, version }: { readonly article: number; readonly version: number },
  claims: readonly Claim[],
): Promise<Map<Claim, Continuation>> {
  const found = new Map<Claim, Continuation>()
  const earlier = await readingsBefore(db, article, version)
  if (earlier.length === 0 || claims.length === 0) return found
  const page = await articleOfVersion({ db }, version)
  const taken = new Set<number>()
  for (const reading of earlier) {
    const rest = claims.filter((claim) => !found.has(claim))
    if (rest.length === 0) break
    const before = await standing(db, reading, taken)
    for (const [older, { now, anchor }] of followed(before, { article: page, claims: rest })) {
      const row = before.rows.get(older.id)
      if (now === null || anchor === 'orphan' || row === undefined) continue
      taken.add(row.thread)
      // Of a claim that a person added, what is said is all that there is to compare.
      const isSame = row.isAdded && older.content.text === now.content.text
      const same = now.content.start === older.content.start ? 'exact' : 'moved'
      found.set(now, { continues: row.id, anchor: isSame ? same : anchor, thread: row.thread })
    }
  }
  return found
}

/** Readings that a new one is held against: more bring back hardly anything, and each is a comparison of texts. */
const LOOKED_AT = 6

/**
 * The readings of this version, the one that counts first and then the latest; then those that count in other versions,
 * the one seen last before it first, and those seen after it last.
 */
async function readingsBefore(db: Writing, article: number, version: number): Promise<number[]> {
  const all = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .where('version.articleId', '=', article)
    .select([
      'reading.id',
      'reading.isCurrent',
      'reading.versionId',
      'version.number',
      'version.firstSeen',
      'version.lastSeen',
    ])
    .execute()
  if (all.length === 0) return []
  const here = await db
    .selectFrom('version')
    .select(['firstSeen', 'number'])
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  const order = (one: { firstSeen: string; number: number }, other: { firstSeen: string; number: number }) =>
    one.firstSeen < other.firstSeen ? -1 : one.firstSeen > other.firstSeen ? 1 : one.number - other.number
  const own = all
    .filter(({ versionId }) => versionId === version)
    .sort((one, other) => other.isCurrent - one.isCurrent || other.id - one.id)
  const others = all.filter(({ versionId, isCurrent }) => versionId !== version && isCurrent === 1).sort(order)
  // A version that came back stood right before, though it was first seen long ago.
  const before = others
    .filter((one) => order(one, here) < 0)
    .reverse()
    .sort((one, other) => Number(other.lastSeen > one.lastSeen) - Number(one.lastSeen > other.lastSeen))
  const after = others.filter((one) => order(one, here) > 0)
  return [...own, ...before, ...after].slice(0, LOOKED_AT).map(({ id }) => id)
}

/** A reading as it stood, without claims of threads that are followed already. */
async function standing(db: Writing, reading: number, taken: ReadonlySet<number>): Promise<Before> {
  const { page, packed } = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select(['version.page', 'reading.packed'])
    .where('reading.id', '=', reading)
    .executeTakeFirstOrThrow()
  const all = await db
    .selectFrom('claim')
    .select(['id', 'local', 'thread', 'content', 'standsIn', 'start', 'end', 'versionId'])
    .where('readingId', '=', reading)
    .execute()
  const added = await addedAmong(db, all)
  const rows = new Map(
    all.flatMap(({ id, local, thread }) =>
      taken.has(thread ?? id) ? [] : [[local, { id, thread: thread ?? id, isAdded: added.has(id) }]],
    ),
  )
  const claims = [...(unpackJson(packed) as Found).claims, ...added.values()]
  return { article: unpackJson(page) as Article, claims: claims.filter(({ id }) => rows.has(id)), rows }
}

/** The article as a version of it stood. */
export async function articleOfVersion({ db }: Pick<Ledger, 'db'>, version: number): Promise<Article> {
  const row = await db.selectFrom('version').select('page').where('id', '=', version).executeTakeFirstOrThrow()
  return unpackJson(row.page) as Article
}

/** Claims of a thread that stand in each other's words. */
type Linked = Pick<Tables['claim'], 'continues' | 'anchor'> & { readonly id: number }

/**
 * Which claims of threads are worded alike: those that continue each other exactly or moved, however many steps apart.
 * @returns for each claim the number of the group it is in
 */
export function wordedAlike(claims: readonly Linked[]): ReadonlyMap<number, number> {
  const group = new Map(claims.map(({ id }) => [id, id]))
  const rootOf = (id: number): number => {
    let at = id
    for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up
    return at
  }
  for (const { id, continues, anchor } of claims)
    if (continues !== null && anchor !== 'changed' && group.has(continues)) group.set(rootOf(id), rootOf(continues))
  return new Map(claims.map(({ id }) => [id, rootOf(id)]))
}
