/** Which of a ledger's articles and claims are taken along: all, those of a story, those that a query finds, or both. */
import type { Ledger } from '../open.ts'
import { keysFound } from '../search/found.ts'
import { idOf } from '../search/keys.ts'
import { matchOf } from '../search/match.ts'
import type { Query } from '../search/query.ts'
import { numberOf } from '../settled.ts'
import { isAmong } from '../sql/lists.ts'
import { storyNow } from '../told.ts'

/** What is asked for. */
export interface Asked {
  /** A story's number. */
  readonly story?: number | null
  readonly query?: Query | null
}

/** What is chosen. */
export interface Chosen {
  /** By their numbers, rising; null for all that count. */
  readonly articles: readonly number[] | null
  /** Of these articles the claims; null for all of them. */
  readonly claims: ReadonlySet<number> | null
}

/** All that counts. */
export const ALL: Chosen = { articles: null, claims: null }

const BEYOND = Number.MAX_SAFE_INTEGER
/** Keys of one statement. */
const TOGETHER = 5000

/**
 * What is asked for, by numbers.
 * @returns null where the ledger has no such story
 */
export async function chosenFrom(
  ledger: Pick<Ledger, 'db'>,
  { story = null, query = null }: Asked,
): Promise<Chosen | null> {
  const articles = story === null ? null : await articlesOf(ledger, story)
  if (story !== null && articles === null) return null
  if (query === null || query.conditions.length === 0) return { articles, claims: null }
  const inStory = articles === null ? null : new Set(articles)
  const [claims, found] = [new Set<number>(), new Set<number>()]
  const keys = await keysFound(ledger, 'claim', matchOf(query), { high: BEYOND })
  for (let at = 0; at < keys.length; at += TOGETHER) {
    const rows = await ledger.db
      .selectFrom('claimSearch')
      .select(['key', 'articleId'])
      .where(isAmong(ledger.db, 'key', keys.slice(at, at + TOGETHER)))
      .execute()
    for (const { key, articleId } of rows) {
      if (inStory?.has(articleId) === false) continue
      claims.add(idOf(key))
      found.add(articleId)
    }
  }
  return { articles: [...found].sort(byNumber), claims }
}

/** The articles of a story; null where there is none. */
async function articlesOf(ledger: Pick<Ledger, 'db'>, story: number): Promise<number[] | null> {
  const now = await storyNow(ledger, story)
  if (now === null) return null
  const { db } = ledger
  const members = await db.selectFrom('storyMember').select('reading').where('storyId', '=', now).execute()
  const readings = members.map(({ reading }) => numberOf(reading))
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select('version.articleId')
    .where(isAmong(db, 'reading.id', readings))
    .execute()
  return [...new Set(rows.map(({ articleId }) => articleId))].sort(byNumber)
}

const byNumber = (one: number, other: number): number => one - other
