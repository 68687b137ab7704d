/** A version that was looked at again and stands as it stood. */
import { enterVersion } from './articles.ts'
import type { Writing } from './open.ts'

/**
 * Notes that a version was seen again, word for word. One that does not count any more stays as it is: an old copy that
 * is still given somewhere says nothing of the article.
 * @param at ISO time in UTC; null where it was not looked at, and stands as far as is known
 * @returns its article; null where there is no such version
 */
export async function seenAgain(db: Writing, version: number, at: string | null): Promise<number | null> {
  const found = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['article.id', 'article.versionId', 'version.lastSeen'])
    .where('version.id', '=', version)
    .executeTakeFirst()
  if (found === undefined) return null
  if (at !== null && found.versionId === version && at > found.lastSeen) {
    await db.updateTable('version').set({ lastSeen: at }).where('id', '=', version).execute()
    await enterVersion(db, at, version)
    await db.updateTable('article').set({ lastSeen: at }).where('id', '=', found.id).execute()
  }
  return found.id
}
