/** The table of hedges: words that weaken a claim, or say that it is hearsay. */
import type { Hedge } from '../../claims/claim.ts'
import { refers, tableOf } from './table.ts'
import type { ArticleTold } from './told.ts'

interface Row {
  readonly claim: number
  readonly at: number
  readonly hedge: Hedge
}

export const HEDGES = tableOf<ArticleTold, Row>({
  name: 'hedges',
  title: 'Hedges',
  description: 'Words that weaken a claim or its figures: could, reportedly, up to, could not be verified.',
  primaryKey: ['claim', 'hedge'],
  foreignKeys: [refers('claim', 'claims')],
  rows: ({ claims }) =>
    claims.flatMap(({ number, claim }) => claim.hedges.map((hedge, at) => ({ claim: number, at, hedge }))),
  fields: [
    {
      name: 'claim',
      type: 'integer',
      description: 'The claim that has it.',
      constraints: { required: true },
      value: ({ claim }) => claim,
    },
    {
      name: 'hedge',
      type: 'integer',
      description: "Which of the claim's hedges, from 1.",
      constraints: { required: true, minimum: 1 },
      value: ({ at }) => at + 1,
    },
    {
      name: 'kind',
      type: 'string',
      description: 'bound, approximation, modal, hearsay, unverified, conditional, denial.',
      value: ({ hedge }) => hedge.kind,
    },
    { name: 'text', type: 'string', description: 'Its words in the article.', value: ({ hedge }) => hedge.text },
    {
      name: 'start',
      type: 'integer',
      description: 'Where they begin, in the string that the claim stands in.',
      value: ({ hedge }) => hedge.start,
    },
    { name: 'end', type: 'integer', description: 'Where they end, before this one.', value: ({ hedge }) => hedge.end },
  ],
})
