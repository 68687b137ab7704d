/** Claims that a query finds: reports, of which many may be of one origin. */
import { z } from 'zod'
import { claimsPlaced } from '../../ledger/placed.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import { searchClaims as search } from '../../ledger/search/search.ts'
import { claimsShown } from '../../ledger/shown.ts'
import { searchAt } from '../../publish/addresses.ts'
import { counted } from '../../publish/numbers.ts'
import { Claim, claimRecord } from '../../publish/records/claim.ts'
import { cursor, limit, next, pinnedTo } from '../fields.ts'
import { listed, pinnedNow } from '../pinned.ts'
import { quotation } from '../quotation.ts'
import { tool } from '../tool.ts'
import { claimLines } from '../words.ts'

const input = z.object({
  query: z
    .string()
    .max(1000)
    .describe(
      'Words ("ammonia leak", in quotation marks as a phrase) and conditions, all of which must hold: speaker:"Ilse Maren", outlet:"The Harbour Post", place:Kursk, measure:killed, figure:>=1000, figure:100..500, said:2025-01-04, published:2025-01..2025-02, kind:unnamed, drift:"hedge dropped". A minus before one excludes it. Empty: the newest claims.',
    ),
  limit: limit(25, 8),
  cursor: cursor.optional(),
})

const Hit = Claim.pick({
  number: true,
  in: true,
  article: true,
  outlet: true,
  headline: true,
  published: true,
  type: true,
  speaker: true,
  figures: true,
  saidTime: true,
  confidence: true,
  anchor: true,
  permalink: true,
})
  .extend({
    origin: z.int().nullable().describe('Its origin: hits with one number repeat one statement. null: in none.'),
    articles: z.int().describe('How many articles report that origin: reports, not confirmations.'),
    story: z.int().nullable(),
  })
  .meta({ id: 'Hit', description: 'A claim that was found.' })

const output = z.object({
  query: z.string().describe('The query as it was understood.'),
  found: z.int(),
  isMore: z.boolean().describe('Whether there are more than `found`.'),
  origins: z.int().describe('How many origins the claims of this answer are of.'),
  position: pinnedTo,
  permalink: z.string(),
  claims: z.array(Hit),
  next,
})

export const searchClaims = tool({
  name: 'search_claims',
  title: 'Search claims',
  description: `Finds claims: who said what, in which article. Use it first; other tools take the numbers that it gives (claim, article, story).
Hits are reports, not confirmations: several are often one statement told again - they have one origin number. trace_claim counts the origins.
Ask with few words or with conditions; a question in whole sentences finds little.`,
  input,
  output,
  answer: async (serving, { query: asked, limit: most, cursor: after }, signal) => {
    const { ledger } = serving
    const query = parseQuery(asked)
    const {
      query: own,
      hits,
      found,
      next: further,
    } = await search(ledger, query, { limit: most, after: after ?? null })
    signal.throwIfAborted()
    const pinned = listed(await pinnedNow(serving))
    const shown = await claimsShown(
      ledger,
      hits.map(({ claim }) => claim),
    )
    const placed = await claimsPlaced(ledger, shown)
    const claims = shown.map((one) => {
      const { origin = null, articles = 0, story = null } = placed.get(one.number) ?? {}
      return {
        ...Hit.omit({ origin: true, articles: true, story: true }).parse(claimRecord(one, pinned, null)),
        origin,
        articles,
        story,
      }
    })
    const origins = new Set(claims.flatMap(({ origin }) => origin ?? [])).size
    return {
      value: {
        query: own,
        found: found.count,
        isMore: found.isMore,
        origins,
        position: pinned.seq,
        permalink: pinned.site + searchAt(own),
        claims,
        next: further,
      },
      text: [
        `${found.isMore ? 'More than ' : ''}${counted(found.count, 'claim')} found for ${quotation(own)}.`,
        ...(claims.length === 0
          ? [
              'Ask with fewer words or conditions, or another spelling. What is not found may still have been reported: the ledger has only what was captured.',
            ]
          : [
              `${counted(claims.length, 'claim')} here, of ${counted(origins, 'origin')}: those with one origin number repeat one statement. Several origins are not for that independent.`,
            ]),
        ...claims.flatMap((claim) => [
          ...claimLines(claim),
          `  origin ${claim.origin ?? 'not known'}${claim.articles > 1 ? `, reported by ${counted(claim.articles, 'article')}` : ''}; story ${claim.story ?? 'none'}`,
        ]),
        ...(further === null ? [] : [`There are more: ask again with the same query and cursor "${further}".`]),
      ].join('\n'),
    }
  },
})
