/**
 * An article with all that the ledger has of it: a version as it stood, its claims with their numbers and as people
 * corrected them, the captures it is known by, its addresses, its other versions and its stories.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import type { CaptureNote } from './captures.ts'
import type { Stood } from './changes.ts'
import { correctedIn } from './corrections/reapply.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'
import { nameOf } from './settled.ts'
import type { Tables } from './tables.ts'

/** A claim of an article. */
export interface ClaimOf {
  /** Its number in the ledger. */
  readonly number: number
  /** As people corrected it. */
  readonly claim: Claim
  readonly isCorrected: boolean
  /** How many reports there are of what it says, this one among them; 0 where it is in no origin. */
  readonly reports: number
}

/** A version of an article among its others. */
export interface VersionOf extends Pick<Tables['version'], 'number' | 'headline' | 'firstSeen' | 'lastSeen'> {
  readonly id: number
  readonly captures: number
}

/** A capture by which a version is known. */
export interface CaptureOf
  extends Pick<Tables['capture'], 'sha256' | 'url' | 'finalUrl' | 'capturedAt' | 'how' | 'status'> {
  readonly notes: readonly CaptureNote[]
}

/** An article, in one of its versions. */
export interface ArticleStood {
  readonly id: number
  readonly version: VersionOf
  /** Whether it is the version seen last. */
  readonly isCurrent: boolean
  readonly article: Article
  /** Who read it when; null where it was not read. */
  readonly reading: Pick<Tables['reading'], 'engine' | 'edition' | 'readAt'> | null
  readonly claims: readonly ClaimOf[]
  /** Claims that people have hidden. */
  readonly hidden: number
  /** The first captures of the version; `version.captures` says how many there are. */
  readonly captures: readonly CaptureOf[]
  /** Every address that leads to the article, up to a hundred. */
  readonly addresses: readonly string[]
  /** In the order in which they were first seen. */
  readonly versions: readonly VersionOf[]
  /** The version before this one as it stood, and this one as it was read. */
  readonly before: { readonly number: number; readonly lastSeen: string; readonly stood: Stood } | null
  readonly read: Stood
  /** Stories that its last version is in. */
  readonly stories: readonly Pick<Tables['story'], 'id' | 'size' | 'lastDay'>[]
}

/** So many captures and addresses are told one by one. */
const MOST = 100

/**
 * An article of the ledger.
 * @param number of the version, from 1; the one seen last without it
 * @returns null where there is no such article or version
 */
export async function articleStood(
  { db }: Pick<Ledger, 'db'>,
  id: number,
  number?: number,
): Promise<ArticleStood | null> {
  const row = await db.selectFrom('article').select('versionId').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const versions = await versionsListed(db, id)
  const at = versions.findIndex((version) =>
    number === undefined ? version.id === row.versionId : version.number === number,
  )
  const version = versions[at]
  if (version === undefined) return null
  const here = await stoodIn(db, version.id)
  const older = versions[at - 1]
  const before = older && (await stoodIn(db, older.id))
  const claims = here.reading === null ? [] : await claimsOf(db, here.reading.id, here.stood.claims)
  return {
    id,
    version,
    isCurrent: version.id === row.versionId,
    article: here.article,
    reading: here.reading,
    claims,
    hidden: here.reading === null ? 0 : await hiddenIn(db, here.reading.id),
    captures: await capturesOf(db, version.id),
    addresses: await addressesOf(db, id),
    versions,
    before: older && before ? { number: older.number, lastSeen: older.lastSeen, stood: before.stood } : null,
    read: here.stood,
    stories: row.versionId === null ? [] : await storiesOf(db, row.versionId),
  }
}

type Db = Ledger['db']

async function versionsListed(db: Db, article: number): Promise<VersionOf[]> {
  const rows = await db
    .selectFrom('version')
    .select(['id', 'number', 'headline', 'firstSeen', 'lastSeen'])
    .where('articleId', '=', article)
    .orderBy('firstSeen')
    .orderBy('number')
    .execute()
  const counts = await db
    .selectFrom('capture')
    .select(({ fn }) => ['versionId', fn.countAll<number | string>().as('captures')])
    .where(
      'versionId',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('versionId')
    .execute()
  const countOf = new Map(counts.map(({ versionId, captures }) => [versionId, Number(captures)]))
  return rows.map((version) => ({ ...version, captures: countOf.get(version.id) ?? 0 }))
}

/** A version as it was read by the reading that counts in it. */
async function stoodIn(db: Db, version: number) {
  const { page, id, packed, engine, edition, readAt } = await db
    .selectFrom('version')
    .leftJoin('reading', (join) => join.onRef('reading.versionId', '=', 'version.id').on('reading.isCurrent', '=', 1))
    .select(['version.page', 'reading.id', 'reading.packed', 'reading.engine', 'reading.edition', 'reading.readAt'])
    .where('version.id', '=', version)
    .executeTakeFirstOrThrow()
  const article = unpackJson(page) as Article
  const claims = packed === null ? [] : (unpackJson(packed) as Found).claims
  const isRead = id !== null && engine !== null && edition !== null && readAt !== null
  return { article, stood: { article, claims }, reading: isRead ? { id, engine, edition, readAt } : null }
}

/** The claims of a reading as people corrected them, in their order, those they added after the others. */
async function claimsOf(db: Db, reading: number, read: readonly Claim[]): Promise<ClaimOf[]> {
  const rows = await db.selectFrom('claim').select(['id', 'local']).where('readingId', '=', reading).execute()
  const numberOf = new Map(rows.map(({ local, id }) => [local, id]))
  const corrected = (await correctedIn(db, [reading])).get(reading)?.(read) ?? read
  const asRead = new Set(read)
  const reports = await reportsOf(db, reading)
  return corrected.flatMap((claim): ClaimOf[] => {
    const number = numberOf.get(claim.id)
    if (number === undefined) return []
    return [{ number, claim, isCorrected: !asRead.has(claim), reports: reports.get(claim.id) ?? 0 }]
  })
}

/** How many reports there are of what each claim of a reading says, by the claims' ids. */
async function reportsOf(db: Db, reading: number): Promise<Map<string, number>> {
  const own = await db.selectFrom('member').select(['mention', 'originId']).where('readingId', '=', reading).execute()
  if (own.length === 0) return new Map()
  const counts = await db
    .selectFrom('member')
    .select(({ fn }) => ['originId', fn.count<number | string>('readingId').distinct().as('reports')])
    .where('originId', 'in', (origins) =>
      origins.selectFrom('member as own').select('own.originId').where('own.readingId', '=', reading),
    )
    .groupBy('originId')
    .execute()
  const countOf = new Map(counts.map(({ originId, reports }) => [originId, Number(reports)]))
  return new Map(
    own.map(({ mention, originId }) => [mention.slice(mention.lastIndexOf('#') + 1), countOf.get(originId) ?? 0]),
  )
}

async function hiddenIn(db: Db, reading: number): Promise<number> {
  const { hidden } = await db
    .selectFrom('claim')
    .select(({ fn }) => fn.countAll<number | string>().as('hidden'))
    .where('readingId', '=', reading)
    .where('isHidden', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(hidden)
}

async function capturesOf(db: Db, version: number): Promise<CaptureOf[]> {
  const rows = await db
    .selectFrom('capture')
    .select(['sha256', 'url', 'finalUrl', 'capturedAt', 'how', 'status', 'notesJson'])
    .where('versionId', '=', version)
    .orderBy('capturedAt')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ notesJson, ...capture }) => ({ ...capture, notes: JSON.parse(notesJson) as CaptureNote[] }))
}

async function addressesOf(db: Db, article: number): Promise<string[]> {
  const rows = await db
    .selectFrom('address')
    .select('url')
    .where('articleId', '=', article)
    .orderBy('url')
    .limit(MOST)
    .execute()
  return rows.map(({ url }) => url)
}

/** The stories of a version, by the readings of it that counted or count. */
async function storiesOf(db: Db, version: number): Promise<Pick<Tables['story'], 'id' | 'size' | 'lastDay'>[]> {
  const readings = await db.selectFrom('reading').select('id').where('versionId', '=', version).execute()
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('storyMember')
    .innerJoin('story', 'story.id', 'storyMember.storyId')
    .select(['story.id', 'story.size', 'story.lastDay'])
    .distinct()
    .where(
      'storyMember.reading',
      'in',
      readings.map(({ id }) => nameOf(id)),
    )
    .orderBy('story.id')
    .execute()
  return rows
}
