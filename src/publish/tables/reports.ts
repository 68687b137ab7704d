/** The table of reports: which article tells which origin. */
import { refers, tableOf } from './table.ts'
import type { ArticleTold, ClaimTold } from './told.ts'

interface Row {
  readonly origin: number
  readonly from: ArticleTold
  /** In the order of the reading. */
  readonly claims: readonly ClaimTold[]
}

export const REPORTS = tableOf<ArticleTold, Row>({
  name: 'reports',
  title: 'Reports',
  description:
    'Each telling of an origin by an article. Many reports of one origin are one source told many times, not many sources.',
  primaryKey: ['origin', 'article'],
  foreignKeys: [refers('origin', 'origins'), refers('article', 'articles'), refers('claim', 'claims')],
  rows: (from) =>
    [...Map.groupBy(from.claims, ({ origin }) => origin?.id ?? null)]
      .flatMap(([origin, claims]) => (origin === null ? [] : [{ origin, from, claims }]))
      .sort((one, other) => one.origin - other.origin),
  fields: [
    {
      name: 'origin',
      type: 'integer',
      description: 'What is told.',
      constraints: { required: true },
      value: ({ origin }) => origin,
    },
    {
      name: 'article',
      type: 'integer',
      description: 'Who tells it.',
      constraints: { required: true },
      value: ({ from }) => from.article,
    },
    {
      name: 'claim',
      type: 'integer',
      description: 'The first of its claims that does, of its text if one of these does.',
      constraints: { required: true },
      value: ({ claims }) => telling(claims)?.number,
    },
    {
      name: 'claims',
      type: 'integer',
      description: 'How many of its claims do.',
      constraints: { required: true, minimum: 1 },
      value: ({ claims }) => claims.length,
    },
    { name: 'outlet', type: 'string', description: "The article's outlet.", value: ({ from }) => from.outlet },
    {
      name: 'link',
      type: 'string',
      description: 'How the outlet has it, by that claim; empty where the article does not say.',
      constraints: { enum: ['wire', 'quotes', 'cites', 'told', 'own reporting', 'unnamed'] },
      value: ({ claims }) => outermost(claims)?.link,
    },
    {
      name: 'source_name',
      type: 'string',
      description: 'From whom, as far as the article says: the next of the chain.',
      value: ({ claims }) => telling(claims)?.claim.chain[1]?.name,
    },
  ],
})

/** Of an article its text: headline and deck retell that. */
const telling = (claims: readonly ClaimTold[]): ClaimTold | undefined =>
  claims.find(({ claim }) => claim.in === 'text') ?? claims[0]

function outermost(claims: readonly ClaimTold[]) {
  const first = telling(claims)?.claim.chain[0]
  return first?.kind === 'outlet' ? first : undefined
}
