/**
 * Readings: what an engine read in a version of an article. A reading is kept when a newer one takes its place; the
 * claims of the reading that counts, in the version that counts, are the ones that are looked for.
 */
import type { Claim } from '../claims/claim.ts'
import type { HeadlineCheck } from '../stories/drift/headline.ts'
import { enter, sha256 } from './log.ts'
import type { Writing } from './open.ts'
import { packJson } from './pack.ts'

/** What reads: an engine's name, and which weights and rules it has. */
export interface Reader {
  readonly engine: string
  readonly edition: string
}

/** What was read in a version. */
export interface Found {
  readonly claims: readonly Claim[]
  readonly headline: HeadlineCheck | null
}

/** A reading's place in the ledger, with its claims' numbers in their order. */
export interface Kept {
  readonly reading: number
  readonly claims: readonly number[]
  readonly isNew: boolean
}

/**
 * Keeps a reading of a version and makes it the one that counts; the same reader's is kept once.
 * @param at ISO time in UTC
 */
export async function addReading(
  db: Writing,
  place: { readonly article: number; readonly version: number; readonly isCurrent: boolean },
  { engine, edition }: Reader,
  at: string,
  found: Found,
): Promise<Kept> {
  const known = await db
    .selectFrom('reading')
    .select('id')
    .where('versionId', '=', place.version)
    .where('engine', '=', engine)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (known !== undefined) {
    await makeCurrent(db, place, known.id)
    const claims = await db.selectFrom('claim').select('id').where('readingId', '=', known.id).orderBy('id').execute()
    return { reading: known.id, claims: claims.map(({ id }) => id), isNew: false }
  }
  const { id } = await db
    .insertInto('reading')
    .values({ versionId: place.version, engine, edition, readAt: at, isCurrent: 1, packed: packJson(found) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enter(db, at, 'reading', id, sha256(JSON.stringify(found)))
  const claims: number[] = []
  for (const claim of found.claims) claims.push(await addClaim(db, { ...place, reading: id }, claim))
  await makeCurrent(db, place, id)
  return { reading: id, claims, isNew: true }
}

/** Of a version's readings one counts, and of an article's claims those of its current version's. */
async function makeCurrent(
  db: Writing,
  { article, version, isCurrent }: { readonly article: number; readonly version: number; readonly isCurrent: boolean },
  reading: number,
): Promise<void> {
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

async function addClaim(
  db: Writing,
  place: { readonly article: number; readonly version: number; readonly reading: number },
  claim: Claim,
): Promise<number> {
  const { id } = await db
    .insertInto('claim')
    .values({
      readingId: place.reading,
      versionId: place.version,
      articleId: place.article,
      local: claim.id,
      isCurrent: 0,
      speaker: claim.speaker?.name ?? null,
      speakerKey: claim.speaker?.key ?? null,
      speakerKind: claim.speaker?.kind ?? null,
      content: claim.content.text,
      standsIn: claim.in,
      start: claim.content.start,
      end: claim.content.end,
      saidOn: claim.saidTime?.date ?? null,
      happenedFrom: claim.eventTime?.start ?? null,
      happenedTo: claim.eventTime?.end ?? null,
      place: claim.place?.name ?? null,
      confidence: claim.confidence,
      continues: null,
      anchor: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (claim.figures.length > 0)
    await db
      .insertInto('figure')
      .values(
        claim.figures.map(({ text, low, high, measure, unit, of }) => ({
          claimId: id,
          text,
          low,
          high,
          measure,
          unit,
          population: of,
        })),
      )
      .execute()
  return id
}
