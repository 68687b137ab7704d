// The Web Annotation Data Model (W3C Recommendation of 23 February 2017) as a checker, for what Hearsay writes of it: the
// sections are named where they ask for something. The schemas of its test suite are in no package, so they are not used.
import { z } from 'zod'

const iri = z.string().regex(/^(?:https?:\/\/[^\s<>"{}|\\^`]+|urn:[^\s<>"{}|\\^`]+)$/)
// 3.3.1, 4.3.1: expressed in UTC with the Z.
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/)
// 3.3.5
const motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'reviewing',
  'tagging',
])
/** One or several. */
const some = <Type extends z.ZodType>(type: Type) => z.union([type, z.array(type).min(2)])

// 3.3.1 and 3.3.2
const agent = z.strictObject({
  id: iri.optional(),
  type: z.enum(['Person', 'Organization', 'Software']),
  name: z.string().min(1),
})
// 4.2.4: exactly one exact, at most one prefix and suffix.
const quote = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
// 4.2.5: non-negative integers; the end is not included.
const place = z
  .strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine(({ start, end }) => start < end)
// 4.3.1
const state = z.strictObject({ type: z.literal('TimeState'), sourceDate: instant, cached: iri })
// 4: exactly one source.
const specific = z.strictObject({
  type: z.literal('SpecificResource'),
  source: iri,
  purpose: motivation.optional(),
  selector: some(z.union([quote, place])).optional(),
  state: state.optional(),
})
// 3.2.4
const textual = z.strictObject({
  type: z.literal('TextualBody'),
  value: z.string().min(1),
  format: z.enum(['text/plain', 'application/json']),
  purpose: motivation,
})
// 3.1: exactly one id, one or more targets; 3.3.5: motivations.
const Annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation,
  body: some(z.union([iri, specific, textual])),
  target: some(z.union([iri, specific])),
  creator: agent.optional(),
  created: instant.optional(),
})

/** What is wrong with an annotation, each in a line; nothing where it is one. */
export function annotationFaults(annotation: unknown): string[] {
  const { error } = Annotation.safeParse(annotation)
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}
