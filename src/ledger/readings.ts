/**
 * Readings: what an engine read in a version of an article. A reading is kept when a newer one takes its place; the
 * claims of the reading that counts, in the version that counts, are the ones that are looked for.
 */
import type { Claim } from '../claims/claim.ts'
import type { Found } from '../read/reading.ts'
import { addClaims, addFigures, claimColumns } from './claim-rows.ts'
import { carryAdded, isAdded } from './corrections/added.ts'
import { reapply } from './corrections/reapply.ts'
import { digestOf, enter, sha256 } from './log.ts'
import type { Writing } from './open.ts'
import { packJson } from './pack.ts'
import type { Tables } from './tables.ts'
import { type Continuation, continuations } from './threads.ts'

/** What reads: an engine's name, and which weights and rules it has. */
export interface Reader {
  readonly engine: string
  readonly edition: string
}

export type { Found }

/** A reading's place in the ledger, with its claims' numbers in their order. */
export interface Kept {
  readonly reading: number
  readonly claims: readonly number[]
  readonly isNew: boolean
}

/** Where a reading belongs. */
interface Place {
  readonly article: number
  readonly version: number
  /** Whether the version is the one that counts. */
  readonly isCurrent: boolean
  /** True where nothing was read in the article before, so that there is nothing to look for. */
  readonly isUnread?: boolean
}

/** A claim in the thread that it was found to be of. */
type Threaded = Pick<Tables['claim'], 'local' | 'continues' | 'anchor' | 'thread'> & { readonly id: number }

/** What enters the log of a reading: all that is told of it, what was read, and the numbers and threads of its claims. */
export const readingDigest = (
  row: Pick<Tables['reading'], 'versionId' | 'engine' | 'edition' | 'readAt'>,
  found: Uint8Array | string,
  claims: readonly Threaded[],
): string =>
  digestOf(
    row.versionId,
    row.engine,
    row.edition,
    row.readAt,
    sha256(found),
    claims.map(({ id, local, continues, anchor, thread }) => [id, local, continues, anchor, thread]),
  )

/** What enters the log where a reading that was there counts again in its version, and another does not any more. */
export const countsDigest = (version: number, reading: number): string => digestOf(version, reading)

/**
 * Keeps a reading of a version and makes it the one that counts; the same reader's is kept once.
 * @param at when it is read and enters, ISO time in UTC
 */
export async function addReading(
  db: Writing,
  place: Place,
  { engine, edition }: Reader,
  at: string,
  found: Found,
): Promise<Kept> {
  const isFirst = place.isUnread === true
  const known = isFirst ? undefined : await readingBy(db, place.version, { engine, edition })
  if (known !== undefined) {
    const carried = await carryAdded(db, { ...place, reading: known.id })
    await makeCurrent(db, place, known.id)
    if (known.isCurrent === 0) await enter(db, at, 'counting', known.id, countsDigest(place.version, known.id))
    if (carried > 0) await reapply(db, place.article)
    const claims = await db
      .selectFrom('claim')
      .select(['id', 'local'])
      .where('readingId', '=', known.id)
      .orderBy('id')
      .execute()
    const read = claims.filter((claim) => !isAdded(claim))
    return { reading: known.id, claims: read.map(({ id }) => id), isNew: false }
  }
  const continued = isFirst ? new Map<Claim, Continuation>() : await continuations(db, place, found.claims)
  const row = { versionId: place.version, engine, edition, readAt: at }
  const { id } = await db
    .insertInto('reading')
    .values({ ...row, isCurrent: 1, packed: packJson(found) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const claims = await addClaims(
    db,
    found.claims.map((claim) => claimRow({ ...place, reading: id }, claim, continued.get(claim), isFirst)),
  )
  await addFigures(
    db,
    found.claims.map((claim, at) => [claims[at] as number, claim]),
  )
  await db
    .updateTable('claim')
    .set(({ ref }) => ({ thread: ref('id') }))
    .where('readingId', '=', id)
    .where('thread', 'is', null)
    .execute()
  const threaded = found.claims.map((claim, at): Threaded => {
    const { continues = null, anchor = null, thread = null } = continued.get(claim) ?? {}
    const number = claims[at] as number
    return { id: number, local: claim.id, continues, anchor, thread: thread ?? number }
  })
  await enter(db, at, 'reading', id, readingDigest(row, JSON.stringify(found), threaded))
  if (isFirst) return { reading: id, claims, isNew: true }
  const carried = await carryAdded(db, { ...place, reading: id })
  await makeCurrent(db, place, id)
  if (continued.size + carried > 0) await reapply(db, place.article)
  return { reading: id, claims, isNew: true }
}

/** The number of a reader's reading of a version. */
const readingBy = (db: Writing, version: number, { engine, edition }: Reader) =>
  db
    .selectFrom('reading')
    .select(['id', 'isCurrent'])
    .where('versionId', '=', version)
    .where('engine', '=', engine)
    .where('edition', '=', edition)
    .executeTakeFirst()

/** Of a version's readings one counts, and of an article's claims those of its current version's. */
async function makeCurrent(db: Writing, { article, version, isCurrent }: Place, reading: number): Promise<void> {
  await db
    .updateTable('reading')
    .set(({ eb }) => ({ isCurrent: eb.case().when('id', '=', reading).then(1).else(0).end() }))
    .where('versionId', '=', version)
    .execute()
  if (!isCurrent) return
  await db
    .updateTable('claim')
    .set(({ eb }) => ({ isCurrent: eb.case().when('readingId', '=', reading).then(1).else(0).end() }))
    .where('articleId', '=', article)
    .execute()
}

const claimRow = (
  place: Pick<Place, 'article' | 'version'> & { readonly reading: number },
  claim: Claim,
  continuation: Continuation | undefined,
  isCurrent: boolean,
) => ({
  ...claimColumns(claim),
  readingId: place.reading,
  versionId: place.version,
  articleId: place.article,
  local: claim.id,
  isCurrent: isCurrent ? 1 : 0,
  content: claim.content.text,
  standsIn: claim.in,
  start: claim.content.start,
  end: claim.content.end,
  confidence: claim.confidence,
  continues: continuation?.continues ?? null,
  anchor: continuation?.anchor ?? null,
  thread: continuation?.thread ?? null,
  isHidden: 0,
})
