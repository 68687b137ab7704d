/** What a search finds: claims and articles with the places where they were found, what results are made of, and names. */
import { z } from 'zod'
import { FACETS, type FacetField, type Facets as FacetsFound } from '../../ledger/search/facets.ts'
import type { ArticleHit, ClaimHit } from '../../ledger/search/hits.ts'
import { NAMED_FIELDS, type Suggestion } from '../../ledger/search/names.ts'
import type { Span as At } from '../../page/article.ts'
import { webAddress } from '../address.ts'
import { articleAt, searchAt } from '../addresses.ts'
import { ArticleListed } from './article.ts'
import { Claim } from './claim.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Count, Moment, PageAddress, Permalink, Span } from './words.ts'

const marks = z.array(Span)

export const ClaimFound = Claim.extend({
  score: z.number().describe('How well it fits, among the results that are ranked together.'),
  marks: z
    .object({ content: marks, speaker: marks, outlet: marks, place: marks })
    .describe('What was asked for, in UTF-16 units of `content.text`, `speaker.name`, `outlet` and `place.name`.'),
}).meta({ id: 'ClaimFound', description: 'A claim that was found, with the places where.' })
export type ClaimFound = z.infer<typeof ClaimFound>

const cut = (spans: readonly At[], words: string) =>
  spans.flatMap(({ start, end }) => (end <= words.length ? [{ start, end }] : []))

export const claimFoundRecord = (claim: Claim, { score, marks: found }: ClaimHit): ClaimFound => ({
  ...claim,
  score,
  marks: {
    content: cut(found.content, claim.content.text),
    speaker: cut(found.speaker, claim.speaker?.name ?? ''),
    outlet: cut(found.outlet, claim.outlet ?? ''),
    place: cut(found.place, claim.place?.name ?? ''),
  },
})

export const ArticleFound = ArticleListed.omit({ versions: true })
  .extend({
    url: PageAddress,
    firstSeen: Moment,
    lastSeen: Moment,
    score: z.number(),
    marks: z.object({ headline: marks, outlet: marks }),
  })
  .meta({ id: 'ArticleFound', description: 'An article that was found, with the places where.' })
export type ArticleFound = z.infer<typeof ArticleFound>

export function articleFoundRecord(hit: ArticleHit, pinned: Pinned): ArticleFound {
  const headline = hit.headline && excerptOf(hit.headline, pinned)
  return {
    number: hit.article,
    headline,
    outlet: hit.outlet,
    published: hit.published,
    claims: Number(hit.claims),
    url: webAddress(hit.url),
    firstSeen: hit.firstSeen,
    lastSeen: hit.lastSeen,
    score: hit.score,
    marks: { headline: cut(hit.marks.headline, headline ?? ''), outlet: cut(hit.marks.outlet, hit.outlet ?? '') },
    permalink: pinned.site + articleAt(hit.article),
  }
}

export const Found = z
  .object({ count: Count, isMore: z.boolean().describe('Whether there are more than `count`.') })
  .meta({
    id: 'Found',
    description: 'How many results there are on all pages.',
    examples: [{ count: 41, isMore: false }],
  })

const Value = z.object({ value: z.string(), count: Count })

export const Facets = z
  .object({
    query: z.string().describe('The query as it is always written.'),
    of: Count.describe('How many results were looked at: the newest.'),
    values: z
      .object(
        Object.fromEntries(FACETS.map((field) => [field, z.array(Value)])) as Record<
          FacetField,
          z.ZodArray<typeof Value>
        >,
      )
      .describe('By field of the query, values that some of them have, and how many.'),
    permalink: Permalink,
  })
  .meta({ id: 'Facets', description: "What a query's newest results are made of: how it can be narrowed." })
export type Facets = z.infer<typeof Facets>

export const facetsRecord = (query: string, { of, values }: FacetsFound, { site }: Pick<Pinned, 'site'>): Facets => ({
  query,
  of,
  values: Object.fromEntries(
    FACETS.map((field) => [field, values[field].map(({ value, count }) => ({ value, count }))]),
  ) as Facets['values'],
  permalink: site + searchAt(query),
})

export const Name = z
  .object({
    field: z.enum(NAMED_FIELDS as [(typeof NAMED_FIELDS)[number]]),
    name: z.string(),
    claims: Count,
    query: z.string().nullable().describe('What asks for its claims; null for a name that no query can hold.'),
  })
  .meta({
    id: 'Name',
    description: 'A name that claims have, with how many have it.',
    examples: [{ field: 'speaker', name: 'Ilse Maren', claims: 12, query: 'speaker:"Ilse Maren"' }],
  })
export type Name = z.infer<typeof Name>

export const nameRecord = ({ field, name, claims }: Suggestion, query: string | null): Name => ({
  field,
  name,
  claims: Number(claims),
  query,
})
