/** Search: claims and articles that a query finds, what results are made of, and names to ask for. */
import { z } from 'zod'
import { facetsOf } from '../../../ledger/search/facets.ts'
import { NAMED_FIELDS, suggestNames } from '../../../ledger/search/names.ts'
import { queryOf } from '../../../ledger/search/query.ts'
import { searchArticles, searchClaims } from '../../../ledger/search/search.ts'
import { claimsShown } from '../../../ledger/shown.ts'
import {
  ArticleFound,
  articleFoundRecord,
  ClaimFound,
  claimFoundRecord,
  Facets,
  Found,
  facetsRecord,
  Name,
  nameRecord,
} from '../../../publish/records/found.ts'
import { narrowed } from '../../search/asked.ts'
import { list, one, type Route } from '../route.ts'
import { claimRecords, LIMIT, q, queryIn } from './given.ts'

/** Where a page of results ended, as the ledger's search says it. */
const SEARCH_PLACE = /^[\w-]{1,200}$/

const more = { query: z.string().describe('The query as it is always written.'), found: Found }

const searchClaimsRoute = list({
  path: '/claims',
  name: 'searchClaims',
  tag: 'claims',
  summary: 'Claims that a query finds, the best first',
  description: 'Without a query, all claims that count, the newest first.',
  query: { q: q.optional() },
  example: '/claims',
  item: ClaimFound,
  more,
  limit: LIMIT,
  place: SEARCH_PLACE,
  read: async (api, { query: { q: text } }, { limit, place }) => {
    const { query, hits, found, next } = await searchClaims(api.ledger, queryIn(text), { limit, after: place })
    const shown = await claimsShown(
      api.ledger,
      hits.map((hit) => hit.claim),
    )
    const records = new Map((await claimRecords(api, shown)).map((record) => [record.number, record]))
    const items = hits.flatMap((hit) => {
      const record = records.get(hit.claim)
      return record === undefined ? [] : [claimFoundRecord(record, hit)]
    })
    return { items, query, found, next }
  },
})

const searchArticlesRoute = list({
  path: '/search/articles',
  name: 'searchArticles',
  tag: 'articles',
  summary: 'Articles that a query finds: in their headlines, and in all their claims together',
  query: { q: q.optional() },
  example: '/search/articles',
  item: ArticleFound,
  more,
  limit: LIMIT,
  place: SEARCH_PLACE,
  read: async ({ ledger, pinned }, { query: { q: text } }, { limit, place }) => {
    const { query, hits, found, next } = await searchArticles(ledger, queryIn(text), { limit, after: place })
    return { items: hits.map((hit) => articleFoundRecord(hit, pinned)), query, found, next }
  },
})

const getFacets = one({
  path: '/search/facets',
  name: 'getFacets',
  tag: 'claims',
  summary: "What a query's newest results are made of, to narrow it",
  query: { q: q.optional(), of: z.enum(['claims', 'articles']).default('claims') },
  example: '/search/facets',
  answer: Facets,
  read: async ({ ledger, pinned }, { query: { q: text, of } }) => {
    const query = queryIn(text)
    const facets = await facetsOf(ledger, of === 'claims' ? 'claim' : 'article', query)
    return facetsRecord(queryOf(query), facets, pinned)
  },
})

const Names = z
  .object({ names: z.array(Name) })
  .meta({ id: 'Names', description: 'Names that begin, at one of their words, as what was typed.' })

const suggestNamesRoute = one({
  path: '/search/names',
  name: 'suggestNames',
  tag: 'claims',
  summary: 'Names that begin as what is typed: speakers, outlets, places and measures',
  query: {
    q: z.string().max(200).default('').describe('What is typed so far; nothing for the most frequent.'),
    field: z
      .enum(NAMED_FIELDS as [(typeof NAMED_FIELDS)[number]])
      .optional()
      .describe('Names of this field alone.'),
    limit: z.int().min(1).max(50).default(10),
  },
  example: '/search/names',
  answer: Names,
  read: async ({ ledger }, { query: { q: typed, field, limit } }) => {
    const names = await suggestNames(ledger, field ?? null, typed, limit)
    return { names: names.map((name) => nameRecord(name, narrowed({ conditions: [] }, name.field, name.name))) }
  },
})

export const searchRoutes: readonly Route[] = [searchClaimsRoute, searchArticlesRoute, getFacets, suggestNamesRoute]
