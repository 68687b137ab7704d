/** What is shown of a result, with the places where it was found. */
import type { Span } from '../../page/article.ts'
import type { Ledger } from '../open.ts'
import { idOf } from './keys.ts'
import { marksIn, soughtNames, soughtWords } from './marks.ts'
import type { Query } from './query.ts'
import type { Ranked } from './rank.ts'

/** The article that something stands in. */
interface Where {
  readonly article: number
  readonly version: number
  readonly headline: string | null
  readonly outlet: string | null
  /** As the page has it. */
  readonly published: string | null
  readonly url: string | null
}

/** A claim that was found. */
export interface ClaimHit extends Where {
  readonly claim: number
  /** Its id in the reading. */
  readonly local: string
  readonly speaker: string | null
  readonly speakerKind: string | null
  /** What all articles have for the speaker, whatever the spelling. */
  readonly speakerKey: string | null
  readonly type: 'direct' | 'indirect' | 'mixed' | 'none'
  readonly content: string
  /** The string that `start` and `end` index. */
  readonly in: 'text' | 'headline' | 'deck'
  readonly start: number
  readonly end: number
  readonly saidOn: string | null
  readonly happenedFrom: string | null
  readonly happenedTo: string | null
  readonly place: string | null
  readonly confidence: number
  readonly figures: readonly {
    readonly text: string
    readonly low: number | null
    readonly high: number | null
    readonly measure: string | null
    readonly unit: string | null
    readonly of: string | null
  }[]
  readonly score: number
  /** What was asked for, in UTF-16 units of `content`, `speaker`, `outlet` and `place`. */
  readonly marks: Readonly<Record<'content' | 'speaker' | 'outlet' | 'place', readonly Span[]>>
}

/** An article that was found. */
export interface ArticleHit extends Where {
  readonly claims: number
  readonly firstSeen: string
  readonly lastSeen: string
  readonly score: number
  readonly marks: Readonly<Record<'headline' | 'outlet', readonly Span[]>>
}

/** Results as claims, in their order. */
export async function claimHits(
  { db }: Pick<Ledger, 'db'>,
  query: Query,
  results: readonly Ranked[],
): Promise<ClaimHit[]> {
  if (results.length === 0) return []
  const ids = results.map(({ key }) => idOf(key))
  const claims = await db
    .selectFrom('claim')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .selectAll('claim')
    .select(['version.headline', 'version.outlet', 'version.published'])
    .where('claim.id', 'in', ids)
    .execute()
  const figures = await db.selectFrom('figure').selectAll().where('claimId', 'in', ids).orderBy('id').execute()
  const urls = await urlsOf(
    db,
    claims.map(({ articleId }) => articleId),
  )
  const figuresOf = Map.groupBy(figures, ({ claimId }) => claimId)
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const words = soughtWords(query)
  const names = {
    speaker: soughtNames(query, 'speaker'),
    outlet: soughtNames(query, 'outlet'),
    place: soughtNames(query, 'place'),
  }

  return results.flatMap(({ key, score }) => {
    const claim = claimOf.get(idOf(key))
    if (claim === undefined) return []
    return {
      claim: claim.id,
      local: claim.local,
      article: claim.articleId,
      version: claim.versionId,
      headline: claim.headline,
      outlet: claim.outlet,
      published: claim.published,
      url: urls.get(claim.articleId) ?? null,
      speaker: claim.speaker,
      speakerKind: claim.speakerKind,
      speakerKey: claim.speakerKey,
      type: claim.type,
      content: claim.content,
      in: claim.standsIn,
      start: claim.start,
      end: claim.end,
      saidOn: claim.saidOn,
      happenedFrom: claim.happenedFrom,
      happenedTo: claim.happenedTo,
      place: claim.place,
      confidence: claim.confidence,
      figures: (figuresOf.get(claim.id) ?? []).map(({ text, low, high, measure, unit, population }) => ({
        text,
        low,
        high,
        measure,
        unit,
        of: population,
      })),
      score,
      marks: {
        content: marksIn(claim.content, words),
        speaker: marksIn(claim.speaker ?? '', [...words, ...names.speaker]),
        outlet: marksIn(claim.outlet ?? '', names.outlet),
        place: marksIn(claim.place ?? '', names.place),
      },
    }
  })
}

/** Results as articles, in their order. */
export async function articleHits(
  { db }: Pick<Ledger, 'db'>,
  query: Query,
  results: readonly Ranked[],
): Promise<ArticleHit[]> {
  if (results.length === 0) return []
  const ids = results.map(({ key }) => idOf(key))
  const articles = await db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.versionId')
    .select(['article.id', 'article.firstSeen', 'article.lastSeen', 'version.id as version'])
    .select(['version.headline', 'version.outlet', 'version.published'])
    .where('article.id', 'in', ids)
    .execute()
  const counts = await db
    .selectFrom('claimSearch')
    .select(({ fn }) => ['articleId', fn.countAll<number>().as('claims')])
    .where('articleId', 'in', ids)
    .groupBy('articleId')
    .execute()
  const urls = await urlsOf(db, ids)
  const countOf = new Map(counts.map(({ articleId, claims }) => [articleId, claims]))
  const articleOf = new Map(articles.map((article) => [article.id, article]))

  return results.flatMap(({ key, score }) => {
    const article = articleOf.get(idOf(key))
    if (article === undefined) return []
    const { id, version, headline, outlet, published, firstSeen, lastSeen } = article
    return {
      article: id,
      version,
      headline,
      outlet,
      published,
      url: urls.get(id) ?? null,
      claims: countOf.get(id) ?? 0,
      firstSeen,
      lastSeen,
      score,
      marks: {
        headline: marksIn(headline ?? '', soughtWords(query)),
        outlet: marksIn(outlet ?? '', soughtNames(query, 'outlet')),
      },
    }
  })
}

/** An address of each article that has one: of several the shortest, of these the first. */
export async function urlsOf(db: Ledger['db'], articles: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('address')
    .select(['articleId', 'url'])
    .where('articleId', 'in', [...new Set(articles)])
    .execute()
  const urls = new Map<number, string>()
  for (const { articleId, url } of rows) {
    const known = urls.get(articleId)
    if (known === undefined || url.length < known.length || (url.length === known.length && url < known))
      urls.set(articleId, url)
  }
  return urls
}
