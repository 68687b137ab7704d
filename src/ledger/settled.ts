/**
 * Which readings of articles stand in origins and stories: for each article the one that counts. When another comes to
 * count, it takes over from the one that did.
 */
import type { Article } from '../page/article.ts'
import type { Reading } from '../stories/reading.ts'
import { correctedIn, reapply } from './corrections/reapply.ts'
import { settle } from './neighbourhood/settle.ts'
import type { Ledger, Writing } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'
import { indexForSearch } from './search/entries.ts'

/** Under which name a reading stands in origins and stories. */
export const nameOf = (reading: number): string => `r${reading}`

/** A reading's number by its name. */
export const numberOf = (name: string): number => Number(name.slice(1))

/** Brings the origins and stories of the ledger up to what counts now in some articles. */
export async function settleArticles(db: Writing, articles: readonly number[]): Promise<void> {
  if (articles.length === 0) return
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['reading.id', 'reading.isCurrent', 'reading.versionId', 'article.versionId as current'])
    .where('article.id', 'in', [...new Set(articles)])
    .orderBy('reading.id')
    .execute()
  const names = rows.map(({ id }) => nameOf(id))
  const placed = await db.selectFrom('storyMember').select('reading').where('reading', 'in', names).execute()
  const stands = new Set(placed.map(({ reading }) => reading))
  const counts = ({ isCurrent, versionId, current }: (typeof rows)[number]) => isCurrent === 1 && versionId === current
  const came = rows.filter((row) => counts(row) && !stands.has(nameOf(row.id))).map(({ id }) => id)
  const went = rows.filter((row) => !counts(row) && stands.has(nameOf(row.id))).map(({ id }) => id)
  await settle(db, { came: await readingsOf(db, came), went: await readingsOf(db, went) })
}

/**
 * Does what changes how the claims of an article are to be taken, and brings along all that follows from them: what is
 * looked for, origins and stories.
 */
export async function resettled<Result>(db: Writing, article: number, work: () => Promise<Result>): Promise<Result> {
  const standing = await db
    .selectFrom('reading')
    .innerJoin('article', 'article.versionId', 'reading.versionId')
    .select('reading.id')
    .where('article.id', '=', article)
    .where('reading.isCurrent', '=', 1)
    .execute()
  const ids = standing.map(({ id }) => id)
  const before = await readingsOf(db, ids)
  const result = await work()
  await reapply(db, article)
  const after = await readingsOf(db, ids)
  if (JSON.stringify(after.map(({ claims }) => claims)) !== JSON.stringify(before.map(({ claims }) => claims))) {
    await settle(db, {
      came: [],
      went: [],
      again: after.flatMap((now, at) => (before[at] === undefined ? [] : [{ before: before[at], after: now }])),
    })
  }
  await indexForSearch(db, [article], { again: true })
  return result
}

/** Readings with their articles, by their numbers, in the order of these; claims as people corrected them, with added and without hidden ones. */
export async function readingsOf(db: Ledger['db'], ids: readonly number[]): Promise<Reading[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select(['reading.id', 'reading.packed', 'version.page'])
    .where('reading.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const corrected = await correctedIn(db, ids)
  return ids.flatMap((id): Reading[] => {
    const row = byId.get(id)
    if (row === undefined) return []
    const { claims } = unpackJson(row.packed) as Found
    const own = corrected.get(id)
    return [
      {
        id: nameOf(id),
        article: unpackJson(row.page) as Article,
        claims: own === undefined ? claims : own(claims),
      },
    ]
  })
}
