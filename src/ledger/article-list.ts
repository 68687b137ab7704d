/** Articles as they are listed: by the day of publication, newest first, in pages that go on where the last one ended. */
import type { Ledger } from './open.ts'

/** An article in a list. */
interface ArticleListed {
  readonly article: number
  readonly headline: string | null
  readonly outlet: string | null
  /** As the page has it. */
  readonly published: string | null
  readonly claims: number
  readonly versions: number
}

/** A page of the list. */
export interface ArticlesListed {
  readonly articles: readonly ArticleListed[]
  /** Where the next page begins; null where there is none. */
  readonly next: number | null
}

/**
 * A page of the list of articles.
 * @param before the place of the list that the page begins after, as the page before it gave
 */
export async function articlesListed(
  { db }: Pick<Ledger, 'db'>,
  { before = null, limit = 50 }: { readonly before?: number | null; readonly limit?: number } = {},
): Promise<ArticlesListed> {
  let query = db
    .selectFrom('articleSearch')
    .innerJoin('article', 'article.id', 'articleSearch.articleId')
    .innerJoin('version', 'version.id', 'article.versionId')
    .select(['articleSearch.key', 'article.id', 'version.headline', 'version.outlet', 'version.published'])
    .orderBy('articleSearch.key', 'desc')
    .limit(limit + 1)
  if (before !== null) query = query.where('articleSearch.key', '<', before)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const claims = await countsOf(db, 'claimSearch', ids)
  const versions = await countsOf(db, 'version', ids)
  return {
    articles: shown.map(({ id, headline, outlet, published }) => ({
      article: id,
      headline,
      outlet,
      published,
      claims: claims.get(id) ?? 0,
      versions: versions.get(id) ?? 1,
    })),
    next: rows.length > limit ? Number(shown.at(-1)?.key) : null,
  }
}

async function countsOf(
  db: Ledger['db'],
  table: 'claimSearch' | 'version',
  articles: readonly number[],
): Promise<Map<number, number>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .select(({ fn }) => ['articleId', fn.countAll<number | string>().as('count')])
    .where('articleId', 'in', [...articles])
    .groupBy('articleId')
    .execute()
  return new Map(rows.map(({ articleId, count }) => [articleId, Number(count)]))
}
