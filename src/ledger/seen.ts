/** An article that was looked at again and stands as it stood. */
import type { Writing } from './open.ts'

/**
 * Notes that an address still gives the version seen last.
 * @param key the address as it is compared
 * @param at ISO time in UTC
 * @returns the article; null where the address leads to none
 */
export async function seenAgain(db: Writing, key: string, at: string): Promise<number | null> {
  const found = await db
    .selectFrom('address')
    .innerJoin('article', 'article.id', 'address.articleId')
    .select(['article.id', 'article.versionId', 'article.lastSeen'])
    .where('address.key', '=', key)
    .executeTakeFirst()
  if (found === undefined) return null
  if (found.versionId !== null && at > found.lastSeen) {
    await db.updateTable('version').set({ lastSeen: at }).where('id', '=', found.versionId).execute()
    await db.updateTable('article').set({ lastSeen: at }).where('id', '=', found.id).execute()
  }
  return found.id
}
