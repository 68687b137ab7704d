/** Readings from elsewhere: what a file of them holds is checked before it is believed. */
import { z } from 'zod'
import { NOTHING } from '../../page/article.ts'
import type { Reading } from '../../read/reading.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null)
const span = z.looseObject({ start: z.number(), end: z.number() })
const quote = span.extend({ text: z.string() })
/** A part of a claim that may be missing. */
const optional = <Part extends z.ZodType>(part: Part) => part.nullish().transform((value) => value ?? null)
const named = z.looseObject({
  name: z.string(),
  kind: z.enum(['person', 'organisation', 'unnamed', 'document', 'outlet']),
})

const ClaimGiven = z.looseObject({
  id: z.string(),
  in: z.enum(['text', 'headline', 'deck']).default('text'),
  type: z.enum(['direct', 'indirect', 'mixed', 'none']),
  act: z.enum(['speech', 'belief', 'intention']).default('speech'),
  content: quote
    .extend({ parts: z.array(span).default([]) })
    .transform((own) => (own.parts.length > 0 ? own : { ...own, parts: [{ start: own.start, end: own.end }] })),
  source: optional(quote),
  cue: optional(quote),
  speaker: optional(named.extend({ key: text })),
  chain: z
    .array(
      named.extend({
        link: z.enum(['wire', 'quotes', 'cites', 'told', 'own reporting', 'unnamed']),
        anchor: optional(quote),
      }),
    )
    .default([]),
  hedges: z.array(quote.extend({ kind: z.string(), scope: span.optional() })).default([]),
  figures: z
    .array(
      quote.extend({
        low: number,
        high: number,
        approximate: z.boolean().default(false),
        qualifier: text,
        unit: text,
        measure: text,
        of: text,
      }),
    )
    .default([]),
  place: optional(z.looseObject({ name: z.string() })),
  eventTime: optional(z.looseObject({ start: text, end: text })),
  saidTime: optional(z.looseObject({ date: text })),
  confidence: z.number().default(1),
  why: z.string().default(''),
})

const ReadingGiven = z.looseObject({
  id: z.string(),
  article: z.looseObject({
    text: z.string(),
    outlet: text,
    headline: text,
    published: text,
    modified: text,
    wire: text,
    deck: text,
  }),
  claims: z.array(ClaimGiven),
})

/** A Reading, or in words what is wrong with it. */
export function readingGiven(value: unknown): Reading | string {
  const failure = (value as { error?: unknown } | null)?.error
  if (typeof failure === 'string') return failure
  const parsed = ReadingGiven.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `no Reading: ${issue?.path.join('.')}: ${issue?.message}. Write Readings with: hearsay read --jsonl`
  }
  const { article } = parsed.data
  return { ...parsed.data, article: { ...NOTHING, ...article } } as unknown as Reading
}
