/** The versions of an article as they stood, with the claims of the reading that counts in each. */
import type { Article } from '../page/article.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'

/** An article as it stood in some captures. */
export interface StoodVersion extends Found {
  readonly version: number
  /** From 1. */
  readonly number: number
  readonly article: Article
  /** When it was captured first and last, ISO in UTC. */
  readonly firstSeen: string
  readonly lastSeen: string
}

const NOTHING_FOUND: Found = { claims: [], headline: null }

/** The versions of an article, in the order in which they were first seen. */
export async function versionsOf({ db }: Pick<Ledger, 'db'>, article: number): Promise<StoodVersion[]> {
  const rows = await db
    .selectFrom('version')
    .leftJoin('reading', (join) => join.onRef('reading.versionId', '=', 'version.id').on('reading.isCurrent', '=', 1))
    .select(['version.id', 'number', 'page', 'firstSeen', 'lastSeen', 'packed'])
    .where('articleId', '=', article)
    .orderBy('firstSeen')
    .orderBy('number')
    .execute()
  return rows.map(({ id, number, page, firstSeen, lastSeen, packed }) => ({
    version: id,
    number,
    article: unpackJson(page) as Article,
    firstSeen,
    lastSeen,
    ...(packed === null ? NOTHING_FOUND : (unpackJson(packed) as Found)),
  }))
}

/** An article with several versions. */
export interface Changed {
  readonly article: number
  readonly versions: number
  readonly headline: string | null
  readonly outlet: string | null
  readonly lastSeen: string
}

/** Articles that have several versions, those seen last first. */
export async function changedArticles({ db }: Pick<Ledger, 'db'>, most: number): Promise<Changed[]> {
  const rows = await db
    .selectFrom('version as newer')
    .innerJoin('article', 'article.id', 'newer.articleId')
    .innerJoin('version as current', 'current.id', 'article.versionId')
    .select(['article.id', 'article.lastSeen', 'current.headline', 'current.outlet', 'newer.number'])
    .where('newer.number', '>', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('version as other')
            .select('other.id')
            .whereRef('other.articleId', '=', 'newer.articleId')
            .whereRef('other.number', '>', 'newer.number'),
        ),
      ),
    )
    .orderBy('article.lastSeen', 'desc')
    .orderBy('article.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, number, ...rest }) => ({ article: id, versions: number, ...rest }))
}
