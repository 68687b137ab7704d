/** The tables of origins and stories: what reports trace to, and what articles tell. */
import type { OriginHeld } from '../../ledger/holdings/origins.ts'
import type { StoryHeld } from '../../ledger/holdings/stories.ts'
import { SPEAKER_KINDS } from './claims.ts'
import { tableOf } from './table.ts'

const count = { required: true, minimum: 1 } as const

/** @param isWhole whether contents are given, also beyond the excerpts of the articles that they stand in */
export const originsTable = (isWhole: boolean) =>
  tableOf<OriginHeld, OriginHeld>({
    name: 'origins',
    title: 'Origins',
    description:
      'Each original statement, with who made it and how many reports it has. Counts are those of the whole ledger. Origins are counted, not outlets; of two origins independence is not established.',
    primaryKey: ['origin'],
    rows: (origin) => [origin],
    fields: [
      {
        name: 'origin',
        type: 'integer',
        description: 'Its number in the ledger.',
        constraints: { required: true, unique: true },
        value: ({ origin }) => origin,
      },
      {
        name: 'speaker_name',
        type: 'string',
        description: 'Who said it, as the earliest report has it that names one.',
        value: ({ speaker }) => speaker?.name,
      },
      {
        name: 'speaker_kind',
        type: 'string',
        description: 'What the speaker is.',
        constraints: { enum: SPEAKER_KINDS },
        value: ({ speaker }) => speaker?.kind,
      },
      {
        name: 'speaker_key',
        type: 'string',
        description: 'The same for the same speaker in all articles; empty for the unnamed.',
        value: ({ speaker }) => speaker?.key,
      },
      {
        name: 'said_time_date',
        type: 'string',
        description: 'The day, month or year when it was said, as most reports that date it have it.',
        value: ({ said }) => said,
      },
      {
        name: 'content_text',
        type: 'string',
        description: 'In the words of the earliest report; empty where only excerpts are given, which claims.csv has.',
        value: ({ content }) => (isWhole ? content : null),
      },
      {
        name: 'articles',
        type: 'integer',
        description: 'How many articles report it.',
        constraints: count,
        value: ({ articles }) => articles,
      },
      {
        name: 'outlets',
        type: 'integer',
        description: 'Of how many outlets these are.',
        constraints: { required: true, minimum: 0 },
        value: ({ outlets }) => outlets,
      },
      {
        name: 'claims',
        type: 'integer',
        description: 'In how many claims they tell it.',
        constraints: count,
        value: ({ claims }) => claims,
      },
      {
        name: 'first_published',
        type: 'string',
        description: 'When the earliest report was published, as its page has it.',
        value: ({ first }) => first,
      },
      {
        name: 'last_published',
        type: 'string',
        description: 'When the latest report was published, as its page has it.',
        value: ({ last }) => last,
      },
      {
        name: 'decided',
        type: 'boolean',
        description: 'Whether a person decided what is of it.',
        constraints: { required: true },
        value: ({ isDecided }) => isDecided,
      },
    ],
  })

const DAY = 86_400_000

export const STORIES = tableOf<StoryHeld, StoryHeld>({
  name: 'stories',
  title: 'Stories',
  description: 'Each developing matter that several articles may tell. Counts are those of the whole ledger.',
  primaryKey: ['story'],
  rows: (story) => [story],
  fields: [
    {
      name: 'story',
      type: 'integer',
      description: 'Its number in the ledger: /story/N on the site.',
      constraints: { required: true, unique: true },
      value: ({ id }) => id,
    },
    {
      name: 'articles',
      type: 'integer',
      description: 'How many articles tell it.',
      constraints: count,
      value: ({ size }) => size,
    },
    {
      name: 'last_published',
      type: 'date',
      description: 'The last day on which one was published.',
      value: ({ lastDay }) => (lastDay === null ? null : new Date(lastDay * DAY).toISOString().slice(0, 10)),
    },
  ],
})
