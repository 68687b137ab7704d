/**
 * The articles of a ledger one after another, each as it counts now: its version, the reading of it, and the claims as
 * people corrected them, with their origins as people decided. Read by pages of numbers, so that memory stays that of a
 * page however large the ledger.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import type { HeadlineCheck } from '../../stories/drift/headline.ts'
import type { Joined } from '../../stories/origins.ts'
import { mentionOf } from '../../stories/reading.ts'
import { decidedMembers } from '../corrections/decided.ts'
import { correctedIn } from '../corrections/reapply.ts'
import { MEMBER } from '../neighbourhood/shapes.ts'
import type { Ledger } from '../open.ts'
import { unpackJson } from '../pack.ts'
import type { Found } from '../readings.ts'
import { urlsOf } from '../search/hits.ts'
import { nameOf } from '../settled.ts'
import type { Where } from '../shown.ts'
import { isAmong } from '../sql/lists.ts'
import type { Chosen } from './chosen.ts'

/** A claim of an article. */
export interface ClaimHeld {
  readonly number: number
  /** As people corrected it. */
  readonly claim: Claim
  /** Whether a person changed something of it, or added it. */
  readonly isCorrected: boolean
  /** The origin that it is of, how sure, and why; null where it is of none. */
  readonly origin: (Pick<Joined, 'confidence' | 'reasons'> & { readonly id: number }) | null
}

/** An article with what was read in it. */
export interface ArticleHeld extends Where {
  readonly lang: string | null
  /** Which of the article's versions, from 1. */
  readonly versionNumber: number
  readonly firstSeen: string
  readonly lastSeen: string
  /** What read it. */
  readonly engine: string
  readonly edition: string
  readonly story: number | null
  /** The first capture of the version; null where none is kept. */
  readonly capture: { readonly sha256: string; readonly capturedAt: string } | null
  readonly headlineCheck: HeadlineCheck | null
  /** Those that were chosen, in the order of the reading, with those that people added after them. */
  readonly claims: readonly ClaimHeld[]
  /** Null where pages are not asked for. */
  readonly page: Article | null
}

/** Articles of a page. */
const PAGE = 50

/**
 * The articles that are chosen, by their numbers, a page at a time.
 * @param ledger one that stands still
 * @param pages whether their words are wanted, too
 */
export async function* articlesHeld(
  { db }: Pick<Ledger, 'db'>,
  { articles, claims }: Chosen,
  { pages = false }: { readonly pages?: boolean } = {},
): AsyncGenerator<readonly ArticleHeld[]> {
  const decided = await decidedMembers({ db })
  for (let after = 0, at = 0; ; at += PAGE) {
    const some = articles?.slice(at, at + PAGE)
    if (some?.length === 0) return
    const rows = some === undefined ? await rowsAfter(db, after) : await rowsOf(db, some)
    if (rows.length === 0) {
      if (some === undefined) return
      continue
    }
    after = rows.at(-1)?.article ?? after
    yield await heldOf(db, rows, { claims, decided, pages })
    // Reading a file holds the thread; others want their turn.
    await turn()
  }
}

const standing = (db: Ledger['db']) =>
  db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.versionId')
    .innerJoin('reading', 'reading.versionId', 'version.id')
    .select(['article.id as article', 'article.firstSeen', 'article.lastSeen'])
    .select(['version.id as version', 'version.number as versionNumber', 'version.headline', 'version.outlet'])
    .select(['version.published', 'version.wire', 'version.lang'])
    .select(['reading.id as reading', 'reading.engine', 'reading.edition', 'reading.packed'])
    .where('reading.isCurrent', '=', 1)
    .orderBy('article.id')

type Row = Awaited<ReturnType<typeof rowsAfter>>[number]

const rowsAfter = (db: Ledger['db'], after: number) =>
  standing(db).where('article.id', '>', after).limit(PAGE).execute()

const rowsOf = (db: Ledger['db'], articles: readonly number[]): Promise<Row[]> =>
  standing(db)
    .where(isAmong(db, 'article.id', articles))
    .execute()

interface Held extends Pick<Chosen, 'claims'> {
  readonly decided: Awaited<ReturnType<typeof decidedMembers>>
  readonly pages: boolean
}

async function heldOf(
  db: Ledger['db'],
  rows: readonly Row[],
  { claims, decided, pages }: Held,
): Promise<ArticleHeld[]> {
  const readings = rows.map(({ reading }) => reading)
  const versions = rows.map(({ version }) => version)
  const numbers = await numbersOf(db, readings)
  const corrected = await correctedIn(db, readings)
  const urls = await urlsOf(
    db,
    rows.map(({ article }) => article),
  )
  const members = await db
    .selectFrom('member')
    .selectAll()
    .where(isAmong(db, 'readingId', readings))
    .execute()
  const memberBy = new Map(members.map((one) => [one.mention, one]))
  const placed = await db
    .selectFrom('storyMember')
    .selectAll()
    .where(isAmong(db, 'reading', readings.map(nameOf)))
    .execute()
  const storyBy = new Map(placed.map(({ reading, storyId }) => [reading, storyId]))
  const captures = await firstCaptures(db, versions)
  const words = pages ? await pagesOf(db, versions) : null

  const originOf = (mention: string): ClaimHeld['origin'] => {
    const row = memberBy.get(mention)
    const member = decided.get(mention) ?? (row === undefined ? undefined : MEMBER.read({ ...row }))
    return member === undefined ? null : { id: member.origin, confidence: member.confidence, reasons: member.reasons }
  }
  return rows.map(({ packed, ...row }): ArticleHeld => {
    const { claims: read, headline } = unpackJson(packed) as Found
    const correct = corrected.get(row.reading)
    const asRead = correct === undefined ? null : new Map(read.map((claim) => [claim.id, JSON.stringify(claim)]))
    const own = numbers.get(row.reading)
    return {
      ...row,
      url: urls.get(row.article) ?? null,
      story: storyBy.get(nameOf(row.reading)) ?? null,
      capture: captures.get(row.version) ?? null,
      headlineCheck: headline,
      page: words?.get(row.version) ?? null,
      claims: (correct?.(read) ?? read).flatMap((claim): ClaimHeld[] => {
        const number = own?.get(claim.id)
        if (number === undefined || claims?.has(number) === false) return []
        const isCorrected = asRead !== null && asRead.get(claim.id) !== JSON.stringify(claim)
        return [{ number, claim, isCorrected, origin: originOf(mentionOf(nameOf(row.reading), claim.id)) }]
      }),
    }
  })
}

/** The numbers of readings' claims by their ids in them; those of hidden ones are left out. */
async function numbersOf(db: Ledger['db'], readings: readonly number[]): Promise<Map<number, Map<string, number>>> {
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local'])
    .where(isAmong(db, 'readingId', readings))
    .where('isHidden', '=', 0)
    .execute()
  const numbers = new Map<number, Map<string, number>>(readings.map((reading) => [reading, new Map()]))
  for (const { id, readingId, local } of rows) numbers.get(readingId)?.set(local, id)
  return numbers
}

async function firstCaptures(db: Ledger['db'], versions: readonly number[]) {
  const rows = await db
    .selectFrom('capture')
    .select(['versionId', 'sha256', 'capturedAt'])
    .where(isAmong(db, 'versionId', versions))
    .orderBy('capturedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ versionId, ...capture }) => [versionId as number, capture]))
}

async function pagesOf(db: Ledger['db'], versions: readonly number[]): Promise<Map<number, Article>> {
  const rows = await db
    .selectFrom('version')
    .select(['id', 'page'])
    .where(isAmong(db, 'id', versions))
    .execute()
  return new Map(rows.map(({ id, page }) => [id, unpackJson(page) as Article]))
}
