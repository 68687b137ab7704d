/** The table of articles: who published what when, and the capture that proves it. */
import { refers, tableOf } from './table.ts'
import type { ArticleTold } from './told.ts'

export const ARTICLES = tableOf<ArticleTold, ArticleTold>({
  name: 'articles',
  title: 'Articles',
  description:
    'Each article as it counts now: the version seen last, and the reading of it. No text of articles is here.',
  primaryKey: ['article'],
  foreignKeys: [refers('story', 'stories')],
  rows: (article) => [article],
  fields: [
    {
      name: 'article',
      type: 'integer',
      description: 'Its number in the ledger, which stays: /article/N on the site.',
      constraints: { required: true, unique: true },
      value: ({ article }) => article,
    },
    { name: 'story', type: 'integer', description: 'The story that it is of.', value: ({ story }) => story },
    { name: 'outlet', type: 'string', description: 'Who published it.', value: ({ outlet }) => outlet },
    { name: 'headline', type: 'string', description: 'As printed.', value: ({ headline }) => headline },
    {
      name: 'published',
      type: 'string',
      description: 'As the page has it, ISO 8601: a day or a time, with a zone only where the page has one.',
      value: ({ published }) => published,
    },
    { name: 'wire', type: 'string', description: 'The agency whose copy it prints.', value: ({ wire }) => wire },
    { name: 'lang', type: 'string', description: 'Its language (BCP 47).', value: ({ lang }) => lang },
    { name: 'url', type: 'string', description: 'Where it is published.', value: ({ url }) => url },
    {
      name: 'version',
      type: 'integer',
      description: 'Which of the versions that were seen, from 1.',
      constraints: { required: true, minimum: 1 },
      value: ({ versionNumber }) => versionNumber,
    },
    {
      name: 'first_seen',
      type: 'datetime',
      description: 'When the article was captured first, in UTC.',
      value: ({ firstSeen }) => firstSeen,
    },
    {
      name: 'last_seen',
      type: 'datetime',
      description: 'When the article was captured last, in UTC.',
      value: ({ lastSeen }) => lastSeen,
    },
    {
      name: 'capture_sha256',
      type: 'string',
      description: 'SHA-256 of the first capture of this version: the bytes that were read.',
      constraints: { pattern: '[0-9a-f]{64}' },
      value: ({ capture }) => capture?.sha256,
    },
    {
      name: 'capture_time',
      type: 'datetime',
      description: 'When that was captured, in UTC.',
      value: ({ capture }) => capture?.capturedAt,
    },
    { name: 'engine', type: 'string', description: 'What read its claims.', value: ({ engine }) => engine },
    {
      name: 'edition',
      type: 'string',
      description: 'Which weights and rules that had.',
      value: ({ edition }) => edition,
    },
  ],
})
