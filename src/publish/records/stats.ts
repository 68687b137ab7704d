/** What a ledger holds, counted; shares come with what they are counted of. */
import { z } from 'zod'
import type { Stats as Counted } from '../../ledger/stats.ts'
import { Share } from './source.ts'
import { Count } from './words.ts'

export const Stats = z
  .object({
    captures: Count,
    articles: Count,
    versions: Count,
    claims: Count.describe('Claims that count, hidden ones apart.'),
    hidden: Count,
    byType: z.object({ direct: Count, indirect: Count, mixed: Count, none: Count }),
    unnamed: Share.describe('Of the claims that somebody is given for, those of unnamed sources.'),
    origins: Count,
    stories: Count,
    readings: z
      .array(z.object({ engine: z.string(), edition: z.string(), readings: Count, current: Count }))
      .describe('Who read how many versions, and how many of these readings count.'),
    corrections: z.object({
      entries: Count,
      inForce: Count,
      undone: Count,
      waiting: Count.describe('In force, and about words that no reading has now.'),
      people: Count,
      byField: z.record(z.string(), Count),
      judged: z
        .array(
          z.object({
            engine: z.string(),
            edition: z.string(),
            claims: Count,
            right: z.record(z.string(), Share).describe('By field, how many people left as they were read.'),
            missed: z.object({ claims: Count, figures: Count }),
          }),
        )
        .describe("How each engine's readings stood up to people."),
    }),
  })
  .meta({ id: 'Stats', description: 'What the ledger holds, in numbers.' })
export type Stats = z.infer<typeof Stats>

export const statsRecord = (stats: Counted): Stats => ({
  captures: stats.captures,
  articles: stats.articles,
  versions: stats.versions,
  claims: stats.claims,
  hidden: stats.hidden,
  byType: { ...stats.byType },
  unnamed: { ...stats.unnamed },
  origins: stats.origins,
  stories: stats.stories,
  readings: stats.readings.map(({ engine, edition, readings, current }) => ({ engine, edition, readings, current })),
  corrections: {
    entries: stats.corrections.entries,
    inForce: stats.corrections.inForce,
    undone: stats.corrections.undone,
    waiting: stats.corrections.waiting,
    people: stats.corrections.people,
    byField: { ...stats.corrections.byField },
    judged: stats.corrections.judged.map(({ engine, edition, claims, right, missed }) => ({
      engine,
      edition,
      claims,
      right: { ...right },
      missed: { ...missed },
    })),
  },
})
