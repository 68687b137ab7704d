/**
 * Re-reading: versions that were read by another engine or edition are read again from the article as it was kept. Old
 * readings stay; what a version's claims continue, and what people corrected, is carried over.
 */
import type { Article } from '../page/article.ts'
import type { Ledger, Writing } from './open.ts'
import { unpackJson } from './pack.ts'
import { addReading, type Found, type Kept, type Reader } from './readings.ts'
import { indexForSearch } from './search/entries.ts'
import { settleArticles } from './settled.ts'

/** Which versions are to be read again. */
export interface Wanted {
  /** Of this article only. */
  readonly article?: number
  /** Last seen at this time or after it, ISO in UTC. */
  readonly since?: string
  /** Old versions too, not only those that count. */
  readonly all?: boolean
  /** Of these only, whether they count or not. */
  readonly versions?: readonly number[]
}

/** A version to be read again. */
export interface Unread {
  readonly version: number
  readonly article: Article
}

const unreadBy = (
  { db }: Pick<Ledger, 'db'>,
  { engine, edition }: Reader,
  { article, since, all, versions }: Wanted,
) => {
  let query = db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading')
            .select('reading.id')
            .whereRef('reading.versionId', '=', 'version.id')
            .where('reading.isCurrent', '=', 1)
            .where('reading.engine', '=', engine)
            .where('reading.edition', '=', edition),
        ),
      ),
    )
  if (article !== undefined) query = query.where('version.articleId', '=', article)
  if (since !== undefined) query = query.where('version.lastSeen', '>=', since)
  if (versions !== undefined) return query.where('version.id', 'in', versions)
  if (all !== true) query = query.whereRef('article.versionId', '=', 'version.id')
  return query
}

/** How many versions the reader has not read, or whose reading by it does not count. */
export async function countUnread(ledger: Pick<Ledger, 'db'>, reader: Reader, wanted: Wanted = {}): Promise<number> {
  const { all } = await unreadBy(ledger, reader, wanted)
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return Number(all)
}

/**
 * The next versions that the reader has not read, by their numbers: what is read falls out of them, so that work that was
 * stopped goes on where it was.
 * @param after a version's number; 0 for the first
 */
export async function unreadVersions(
  ledger: Pick<Ledger, 'db'>,
  reader: Reader,
  { after, limit, ...wanted }: Wanted & { readonly after: number; readonly limit: number },
): Promise<Unread[]> {
  const rows = await unreadBy(ledger, reader, wanted)
    .select(['version.id', 'version.page'])
    .where('version.id', '>', after)
    .orderBy('version.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, page }) => ({ version: id, article: unpackJson(page) as Article }))
}

/** The numbers of the next versions that the reader has not read. */
export async function unreadNumbers(
  ledger: Pick<Ledger, 'db'>,
  reader: Reader,
  { after, limit, ...wanted }: Wanted & { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const rows = await unreadBy(ledger, reader, wanted)
    .select('version.id')
    .where('version.id', '>', after)
    .orderBy('version.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What was read again in a version. */
export interface Reread {
  readonly version: number
  readonly found: Found
}

/**
 * Keeps what was read again in a version and makes it what counts; the same reader's reading is kept once.
 * @param at ISO time in UTC
 */
export async function rereadVersion(
  ledger: Ledger,
  version: number,
  reader: Reader,
  found: Found,
  at: string,
): Promise<Kept> {
  const [kept] = await rereadVersions(ledger, reader, [{ version, found }], at)
  return kept as Kept
}

/** The same of several versions, together or none of them. */
export async function rereadVersions(
  ledger: Ledger,
  reader: Reader,
  versions: readonly Reread[],
  at: string,
): Promise<Kept[]> {
  if (versions.length === 0) return []
  return ledger.write(async (db) => {
    const kept: Kept[] = []
    const articles: number[] = []
    for (const { version, found } of versions) {
      const place = await placeOf(db, version)
      articles.push(place.article)
      kept.push(await addReading(db, place, reader, at, found))
    }
    await settleArticles(db, articles)
    await indexForSearch(db, articles)
    return kept
  })
}

async function placeOf(db: Writing, version: number) {
  const { articleId, current } = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['version.articleId', 'article.versionId as current'])
    .where('version.id', '=', version)
    .executeTakeFirstOrThrow()
  return { article: articleId, version, isCurrent: current === version }
}
