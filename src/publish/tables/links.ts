/** The table of links: the chain of sources of each claim, from the outlet down to the innermost. */
import type { Link } from '../../claims/claim.ts'
import { SPEAKER_KINDS } from './claims.ts'
import { refers, tableOf } from './table.ts'
import type { ArticleTold } from './told.ts'

interface Row {
  readonly claim: number
  readonly at: number
  readonly link: Link
}

export const LINKS = tableOf<ArticleTold, Row>({
  name: 'links',
  title: 'Links of chains',
  description:
    'The line of sources of each claim, outermost (the outlet) first. A link says how its source has what it passes on.',
  primaryKey: ['claim', 'position'],
  foreignKeys: [refers('claim', 'claims')],
  rows: ({ claims }) =>
    claims.flatMap(({ number, claim }) => claim.chain.map((link, at) => ({ claim: number, at, link }))),
  fields: [
    {
      name: 'claim',
      type: 'integer',
      description: 'The claim whose chain it is of.',
      constraints: { required: true },
      value: ({ claim }) => claim,
    },
    {
      name: 'position',
      type: 'integer',
      description: 'From 1, the outermost; the last is the innermost source that the article names.',
      constraints: { required: true, minimum: 1 },
      value: ({ at }) => at + 1,
    },
    { name: 'name', type: 'string', description: 'The source.', value: ({ link }) => link.name },
    {
      name: 'kind',
      type: 'string',
      description: 'What it is.',
      constraints: { required: true, enum: SPEAKER_KINDS },
      value: ({ link }) => link.kind,
    },
    {
      name: 'link',
      type: 'string',
      description: 'How it has what it passes on.',
      constraints: { required: true, enum: ['wire', 'quotes', 'cites', 'told', 'own reporting', 'unnamed'] },
      value: ({ link }) => link.link,
    },
    {
      name: 'anchor_text',
      type: 'string',
      description: 'The words that say so; empty for the outlet and for a credit outside the text.',
      value: ({ link }) => link.anchor?.text,
    },
    {
      name: 'anchor_start',
      type: 'integer',
      description: 'Where they begin, in the string that the claim stands in.',
      value: ({ link }) => link.anchor?.start,
    },
    {
      name: 'anchor_end',
      type: 'integer',
      description: 'Where they end, before this one.',
      value: ({ link }) => link.anchor?.end,
    },
  ],
})
