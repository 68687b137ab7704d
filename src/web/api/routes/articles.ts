/** Articles: the list, each as it stands or stood, its claims, and what changed between two versions. */
import { articlesListed } from '../../../ledger/article-list.ts'
import { type ArticleStood, articleStood } from '../../../ledger/article-stood.ts'
import { changesBetween } from '../../../ledger/changes.ts'
import type { ClaimShown } from '../../../ledger/shown.ts'
import { capturesOf } from '../../../ledger/stood.ts'
import { Article, ArticleListed, articleListedRecord, articleRecord } from '../../../publish/records/article.ts'
import { Changes, changesRecord } from '../../../publish/records/changes.ts'
import { Claim } from '../../../publish/records/claim.ts'
import { NUMBER_PLACE } from '../cursor.ts'
import { ProblemError } from '../problem.ts'
import { type Api, list, one, type Route } from '../route.ts'
import { claimRecords, LIMIT, numbered } from './given.ts'

const article = numbered('article')
const version = numbered('version, from 1')
const NONE = 'The ledger has no article of this number, or no such version of it.'

/** An article with the captures of its version. */
async function articleOf({ ledger, pinned }: Api, number: number, at?: number) {
  const stood = await articleStood(ledger, number, at)
  if (stood === null) return null
  const captures = await capturesOf(ledger, [stood.version.version])
  return articleRecord(stood, captures.get(stood.version.version)?.slice(0, stood.captures.length) ?? [], pinned)
}

const listArticles = list({
  path: '/articles',
  name: 'listArticles',
  tag: 'articles',
  summary: 'All articles, the newest first',
  example: '/articles',
  item: ArticleListed,
  limit: LIMIT,
  place: NUMBER_PLACE,
  read: async ({ ledger, pinned }, _, { limit, place }) => {
    const { articles, next } = await articlesListed(ledger, { limit, before: place === null ? null : Number(place) })
    return {
      items: articles.map((one) => articleListedRecord(one, pinned)),
      next: next === null ? null : String(next),
    }
  },
})

const getArticle = one({
  path: '/articles/{article}',
  name: 'getArticle',
  tag: 'articles',
  summary: 'An article as it stands now, with its versions, captures and stories',
  params: { article },
  example: '/articles/1',
  answer: Article,
  missing: NONE,
  read: (api, { params }) => articleOf(api, params.article),
})

const getVersion = one({
  path: '/articles/{article}/versions/{version}',
  name: 'getVersion',
  tag: 'articles',
  summary: 'An article as it stood',
  params: { article, version },
  example: '/articles/1/versions/1',
  answer: Article,
  missing: NONE,
  read: (api, { params }) => articleOf(api, params.article, params.version),
})

/** The claims of an article as they are shown. */
const shownIn = (stood: ArticleStood): ClaimShown[] =>
  stood.claims.map(({ number, claim }) => ({
    number,
    claim,
    article: stood.id,
    version: stood.version.version,
    reading: 0,
    headline: stood.article.headline,
    outlet: stood.article.outlet,
    published: stood.article.published,
    wire: stood.article.wire,
    url: stood.article.url,
  }))

const listArticleClaims = list({
  path: '/articles/{article}/claims',
  name: 'listArticleClaims',
  tag: 'articles',
  summary: "An article's claims, in the order of its text",
  params: { article },
  query: { version: version.optional().describe('Of this version; without it, of the one seen last.') },
  example: '/articles/1/claims',
  item: Claim,
  limit: LIMIT,
  place: NUMBER_PLACE,
  missing: NONE,
  read: async (api, { params, query }, { limit, place }) => {
    const stood = await articleStood(api.ledger, params.article, query.version)
    if (stood === null) return null
    const from = Number(place ?? 0)
    const claims = shownIn(stood)
    return {
      items: await claimRecords(api, claims.slice(from, from + limit)),
      next: from + limit < claims.length ? String(from + limit) : null,
    }
  },
})

/** Texts longer than this, and more claims, are not compared while somebody waits. */
const COMPARED = { characters: 300_000, claims: 500 }

const getChanges = one({
  path: '/articles/{article}/changes',
  name: 'getChanges',
  tag: 'articles',
  summary: 'What changed from one version of an article to another, in claims and words',
  params: { article },
  query: { from: version.describe('The older version.'), to: version.describe('The newer one.') },
  example: '/articles/1/changes?from=1&to=1',
  answer: Changes,
  missing: NONE,
  read: async ({ ledger, pinned }, { params, query: { from, to } }) => {
    const older = await articleStood(ledger, params.article, from)
    const newer = await articleStood(ledger, params.article, to)
    if (older === null || newer === null) return null
    if ([older, newer].some(isLong))
      throw new ProblemError('unprocessable', 'These versions are too long to be compared at once.')
    const [before, now] = [older, newer].map(stoodOf) as [ReturnType<typeof stoodOf>, ReturnType<typeof stoodOf>]
    const numbers = new Map([...older.claims, ...newer.claims].map(({ claim, number }) => [claim, number]))
    return changesRecord({ article: params.article, from, to }, changesBetween(before, now), numbers, pinned)
  },
})

const stoodOf = ({ article, claims }: ArticleStood) => ({ article, claims: claims.map(({ claim }) => claim) })

const isLong = ({ article, claims }: ArticleStood): boolean =>
  article.text.length > COMPARED.characters || claims.length > COMPARED.claims

export const articleRoutes: readonly Route[] = [listArticles, getArticle, getVersion, listArticleClaims, getChanges]
