/** The claims of a ledger that give figures of some measures, brought together by origins as people decided. */
import { sql } from 'kysely'
import { mentionOf } from '../../stories/reading.ts'
import { decidedMembers } from '../corrections/decided.ts'
import type { Ledger } from '../open.ts'
import { nameOf } from '../settled.ts'
import { isAmong } from '../sql/lists.ts'
import { type ArticleHeld, articlesHeld } from './articles.ts'
import type { Chosen } from './chosen.ts'

/** An origin with the articles that give a figure of it, by their numbers; of these such claims only. */
export interface MeasuredOrigin {
  /** Null for a claim that is of no origin, which stands alone. */
  readonly origin: number | null
  readonly articles: readonly ArticleHeld[]
}

/** Claims that are read together. */
const PAGE = 250

interface Row {
  readonly id: number
  readonly article: number
  readonly origin: number | null
}

/**
 * Origins by their numbers, then claims of none, a page at a time.
 * @param ledger one that stands still
 * @param measures `killed`, `wounded`: see claims/figures/measures.ts
 */
export async function* measuredOrigins(
  ledger: Pick<Ledger, 'db'>,
  measures: readonly string[],
  chosen: Chosen,
): AsyncGenerator<readonly MeasuredOrigin[]> {
  const groups = [...Map.groupBy(await rowsOf(ledger, measures, chosen), ({ origin, id }) => origin ?? -id).values()]
  let page: Row[][] = []
  let size = 0
  for (const [at, group] of groups.entries()) {
    page.push(group)
    size += group.length
    if (size < PAGE && at < groups.length - 1) continue
    yield await broughtTogether(ledger, page)
    page = []
    size = 0
  }
}

async function broughtTogether(ledger: Pick<Ledger, 'db'>, groups: readonly Row[][]): Promise<MeasuredOrigin[]> {
  const rows = groups.flat()
  const articles = new Map<number, ArticleHeld>()
  const chosen: Chosen = {
    articles: [...new Set(rows.map(({ article }) => article))].sort((one, other) => one - other),
    claims: new Set(rows.map(({ id }) => id)),
  }
  for await (const some of articlesHeld(ledger, chosen)) for (const one of some) articles.set(one.article, one)
  return groups.map((group) => {
    const own = new Set(group.map(({ id }) => id))
    return {
      origin: group[0]?.origin ?? null,
      articles: [...new Set(group.map(({ article }) => article))].flatMap((number) => {
        const article = articles.get(number)
        return article === undefined
          ? []
          : [{ ...article, claims: article.claims.filter((one) => own.has(one.number)) }]
      }),
    }
  })
}

/** The claims that are asked for, by origins and numbers, those of none last. */
async function rowsOf(
  { db }: Pick<Ledger, 'db'>,
  measures: readonly string[],
  { articles, claims }: Chosen,
): Promise<Row[]> {
  let query = db
    .selectFrom('figure')
    .innerJoin('claim', 'claim.id', 'figure.claimId')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'claim.articleId').onRef('article.versionId', '=', 'claim.versionId'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.readingId', '=', 'claim.readingId')
        .on(
          sql<boolean>`${sql.ref('member.mention')} = 'r' || ${sql.ref('claim.readingId')} || '#' || ${sql.ref('claim.local')}`,
        ),
    )
    .select(['claim.id', 'claim.articleId', 'claim.readingId', 'claim.local', 'member.originId'])
    .distinct()
    .where('figure.measure', 'in', measures)
    .where('claim.isCurrent', '=', 1)
    .where('claim.isHidden', '=', 0)
  if (articles !== null) query = query.where(isAmong(db, 'claim.articleId', articles))
  const decided = await decidedMembers({ db })
  const last = Number.POSITIVE_INFINITY
  return (await query.execute())
    .filter(({ id }) => claims?.has(id) ?? true)
    .map(({ id, articleId, readingId, local, originId }): Row => {
      const origin = decided.get(mentionOf(nameOf(readingId), local))?.origin ?? originId
      return { id, article: articleId, origin }
    })
    .sort((one, other) => (one.origin ?? last) - (other.origin ?? last) || one.id - other.id)
}
