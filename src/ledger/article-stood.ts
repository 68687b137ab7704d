/**
 * An article with all that the ledger has of it: a version as it stood, its claims with their numbers and as people
 * corrected them, the captures it is known by, its addresses, its other versions and its stories.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { pagesOfClaims } from './article-pages.ts'
import type { CaptureNote } from './captures.ts'
import { reportCounts } from './corrections/decided.ts'
import { correctedIn } from './corrections/reapply.ts'
import type { Ledger } from './open.ts'
import { nameOf } from './settled.ts'
import type { Tables } from './tables.ts'
import { type StoodVersion, versionsOf } from './versions.ts'

/** A claim of an article. */
export interface ClaimOf {
  /** Its number in the ledger. */
  readonly number: number
  /** As people corrected it. */
  readonly claim: Claim
  readonly isCorrected: boolean
  /** How many reports there are of what it says, this one among them; 0 where it is in no origin. */
  readonly reports: number
  /** For each source of its chain the number of the claim in that source's own page; empty where none has one. */
  readonly pages: readonly (number | null)[]
}

/** An article as it stood for a time; a version that came back is told each time it stood so. */
export interface VersionOf extends Pick<StoodVersion, 'version' | 'number' | 'firstSeen' | 'lastSeen' | 'isPartial'> {
  readonly headline: string | null
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
  /** The first captures of the version, and how many there are. */
  readonly captures: readonly CaptureOf[]
  readonly captureCount: number
  /** Every address that leads to the article, up to a hundred. */
  readonly addresses: readonly string[]
  /** In the order in which they stood; `version` is one of them. */
  readonly versions: readonly VersionOf[]
  /** The version that this one is held against, and this one as it was read. */
  readonly before: StoodVersion | null
  readonly read: StoodVersion
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
  const spells = await versionsOf({ db }, id)
  const read = spells.findLast((spell) =>
    number === undefined ? spell.version === row.versionId : spell.number === number,
  )
  if (read === undefined) return null
  const reading = await db
    .selectFrom('reading')
    .select(['id', 'engine', 'edition', 'readAt'])
    .where('versionId', '=', read.version)
    .where('isCurrent', '=', 1)
    .executeTakeFirst()
  const versions = spells.map(
    ({ version, number, firstSeen, lastSeen, isPartial, article }): VersionOf => ({
      version,
      number,
      firstSeen,
      lastSeen,
      isPartial,
      headline: article.headline,
    }),
  )
  return {
    id,
    version: versions[spells.indexOf(read)] as VersionOf,
    isCurrent: read.version === row.versionId,
    article: read.article,
    reading: reading ?? null,
    claims: reading === undefined ? [] : await claimsOf(db, reading.id, read.claims),
    hidden: reading === undefined ? 0 : await hiddenIn(db, reading.id),
    captures: await capturesOf(db, read.version),
    captureCount: await captureCount(db, read.version),
    addresses: await addressesOf(db, id),
    versions,
    before: read.before,
    read,
    stories: row.versionId === null ? [] : await storiesOf(db, row.versionId),
  }
}

type Db = Ledger['db']

/** The claims of a reading as people corrected them, in their order, those they added after the others. */
async function claimsOf(db: Db, reading: number, read: readonly Claim[]): Promise<ClaimOf[]> {
  const rows = await db.selectFrom('claim').select(['id', 'local']).where('readingId', '=', reading).execute()
  const numberOf = new Map(rows.map(({ local, id }) => [local, id]))
  const corrected = (await correctedIn(db, [reading])).get(reading)?.(read) ?? read
  const asRead = new Set(read)
  const reports = await reportCounts({ db }, reading)
  const pages = await pagesOfClaims({ db }, reading, corrected)
  return corrected.flatMap((claim): ClaimOf[] => {
    const number = numberOf.get(claim.id)
    if (number === undefined) return []
    const isCorrected = !asRead.has(claim)
    return [{ number, claim, isCorrected, reports: reports.get(claim.id) ?? 0, pages: pages.get(claim.id) ?? [] }]
  })
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

async function captureCount(db: Db, version: number): Promise<number> {
  const { captures } = await db
    .selectFrom('capture')
    .select(({ fn }) => fn.countAll<number | string>().as('captures'))
    .where('versionId', '=', version)
    .executeTakeFirstOrThrow()
  return Number(captures)
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
