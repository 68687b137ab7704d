/** What values of records are made of: numbers of things, days, moments, addresses. What is not known is null. */
import { z } from 'zod'

/** A thing's number in the ledger, as the site's addresses have it. */
export const Numbered = z.int().min(1)

/** How many. */
export const Count = z.int().min(0)

/** A place in a string, in UTF-16 code units. */
const Offset = z.int().min(0)

export const Span = z.object({ start: Offset, end: Offset }).meta({
  id: 'Span',
  description: 'A half-open range of UTF-16 code units, as JavaScript counts them: `string.slice(start, end)`.',
  examples: [{ start: 4, end: 9 }],
})

export const Quote = z.object({ start: Offset, end: Offset, text: z.string() }).meta({
  id: 'Quote',
  description:
    'A span with the words it covers: `text` is `slice(start, end)` of the string that it indexes. Where a role stands in several parts, `text` is the parts joined with one space.',
  examples: [{ start: 120, end: 130, text: 'Ilse Maren' }],
})

/** A moment, ISO 8601 in UTC. */
export const Moment = z.string().describe('ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`.')

/** When a page was published, as it says so. */
export const Published = z
  .string()
  .nullable()
  .describe('When it was published, as the page says it: ISO 8601, with a zone only where the page has one.')

/** A day, or a month or a year where no more is known. */
export const Day = z.string().nullable().describe('A day as exact as is known: `2031`, `2031-05` or `2031-05-12`.')

export const Permalink = z
  .string()
  .describe(
    "Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log.",
  )

/** The address of a page of the web. */
export const PageAddress = z.string().nullable().describe("The outlet's page; null where no address is known.")

export const SPEAKER_KINDS = ['person', 'organisation', 'unnamed', 'document', 'outlet'] as const
export const STRINGS = ['text', 'headline', 'deck'] as const
