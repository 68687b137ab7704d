/**
 * The table of claims: who said what. A column is named by the way to it in a Reading: `speaker.name` is `speaker_name`,
 * `eventTime.start` is `event_time_start`.
 */
import { refers, tableOf } from './table.ts'
import type { ArticleTold, ClaimTold } from './told.ts'

interface Row extends ClaimTold {
  readonly from: ArticleTold
}

const offset = { required: true, minimum: 0 } as const
export const SPEAKER_KINDS = ['person', 'organisation', 'unnamed', 'document', 'outlet'] as const

export const CLAIMS = tableOf<ArticleTold, Row>({
  name: 'claims',
  title: 'Claims',
  description:
    'Each claim of each article: who said what, on whose word, where and when, anchored to the exact words. As people corrected it; what they hid is not here.',
  primaryKey: ['claim'],
  foreignKeys: [refers('article', 'articles'), refers('origin', 'origins')],
  rows: (from) => from.claims.map((claim) => ({ ...claim, from })),
  fields: [
    {
      name: 'claim',
      type: 'integer',
      description: 'Its number in the ledger, which stays: /claim/N on the site.',
      constraints: { required: true, unique: true },
      value: ({ number }) => number,
    },
    {
      name: 'article',
      type: 'integer',
      description: 'The article that it stands in.',
      constraints: { required: true },
      value: ({ from }) => from.article,
    },
    {
      name: 'origin',
      type: 'integer',
      description:
        'The original statement that it traces to: claims of one origin are one, however many outlets carry it.',
      value: ({ origin }) => origin?.id,
    },
    { name: 'outlet', type: 'string', description: "Its article's outlet.", value: ({ from }) => from.outlet },
    {
      name: 'published',
      type: 'string',
      description: 'When its article was published, as the page has it.',
      value: ({ from }) => from.published,
    },
    { name: 'url', type: 'string', description: "Its article's address.", value: ({ from }) => from.url },
    {
      name: 'type',
      type: 'string',
      description:
        'Whether the words are quoted (direct), told (indirect) or both; none: a figure that nobody is given for.',
      constraints: { required: true, enum: ['direct', 'indirect', 'mixed', 'none'] },
      value: ({ claim }) => claim.type,
    },
    {
      name: 'act',
      type: 'string',
      description: 'Whether it is said, believed or intended.',
      constraints: { required: true, enum: ['speech', 'belief', 'intention'] },
      value: ({ claim }) => claim.act,
    },
    {
      name: 'speaker_name',
      type: 'string',
      description: 'Who answers for it: the full name, or the words for one who is not named.',
      value: ({ claim }) => claim.speaker?.name,
    },
    {
      name: 'speaker_kind',
      type: 'string',
      description: 'What the speaker is.',
      constraints: { enum: SPEAKER_KINDS },
      value: ({ claim }) => claim.speaker?.kind,
    },
    {
      name: 'speaker_key',
      type: 'string',
      description: 'The same for the same speaker in all articles, whatever the spelling; empty for the unnamed.',
      value: ({ claim }) => claim.speaker?.key,
    },
    {
      name: 'content_text',
      type: 'string',
      description: 'What is said, in the words of the article. An ellipsis at the end: there is more of it.',
      value: ({ content }) => content,
    },
    {
      name: 'in',
      type: 'string',
      description: 'Where it stands: the string that starts and ends count in.',
      constraints: { required: true, enum: ['text', 'headline', 'deck'] },
      value: ({ claim }) => claim.in,
    },
    {
      name: 'content_start',
      type: 'integer',
      description: 'Where the content begins, in UTF-16 code units from 0.',
      constraints: offset,
      value: ({ claim }) => claim.content.start,
    },
    {
      name: 'content_end',
      type: 'integer',
      description: 'Where it ends, before this one.',
      constraints: offset,
      value: ({ claim }) => claim.content.end,
    },
    {
      name: 'source_text',
      type: 'string',
      description: 'The words that name the source.',
      value: ({ claim }) => claim.source?.text,
    },
    {
      name: 'cue_text',
      type: 'string',
      description: 'The words that tell that it is said.',
      value: ({ claim }) => claim.cue?.text,
    },
    {
      name: 'place_name',
      type: 'string',
      description: 'Where it happened, with the larger places that the article names around it.',
      value: ({ claim }) => claim.place?.name,
    },
    {
      name: 'event_time_text',
      type: 'string',
      description: 'When it happened, in the words of the article.',
      value: ({ claim }) => claim.eventTime?.text,
    },
    {
      name: 'event_time_start',
      type: 'date',
      description: 'The first day that these words mean; empty where they leave it open.',
      value: ({ claim }) => claim.eventTime?.start,
    },
    {
      name: 'event_time_end',
      type: 'date',
      description: 'The last day that they mean.',
      value: ({ claim }) => claim.eventTime?.end,
    },
    {
      name: 'said_time_text',
      type: 'string',
      description: 'When it was said, in the words of the article.',
      value: ({ claim }) => claim.saidTime?.text,
    },
    {
      name: 'said_time_date',
      type: 'string',
      description: 'The day, month or year that these words mean: 2025-01-04, 2025-01, 2025.',
      value: ({ claim }) => claim.saidTime?.date,
    },
    {
      name: 'confidence',
      type: 'number',
      description: 'How often readings like this one are right, 0 to 1.',
      constraints: { minimum: 0, maximum: 1 },
      value: ({ claim }) => within(claim.confidence),
    },
    {
      name: 'why',
      type: 'string',
      description: 'What found it: a rule, or the model.',
      value: ({ claim }) => claim.why,
    },
    {
      name: 'corrected',
      type: 'boolean',
      description: 'Whether a person changed something of it, or added it.',
      constraints: { required: true },
      value: ({ isCorrected }) => isCorrected,
    },
    {
      name: 'origin_confidence',
      type: 'number',
      description: 'How sure it is that it is of its origin, 0 to 1.',
      constraints: { minimum: 0, maximum: 1 },
      value: ({ origin }) => within(origin?.confidence),
    },
    {
      name: 'origin_why',
      type: 'string',
      description: 'By what evidence; empty for the first claim of an origin.',
      value: ({ origin }) => origin?.reasons.map(({ words }) => words).join('; ') || null,
    },
  ],
})

const within = (share: number | null | undefined): number | null =>
  typeof share === 'number' ? Math.min(1, Math.max(0, share)) : null
