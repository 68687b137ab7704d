/**
 * Readings for what is told of many articles: from files of Readings (`hearsay read --jsonl` or `--json`), and from pages
 * that are read here. What a file of Readings holds is checked before it is believed.
 */
import { z } from 'zod'
import type { EngineName } from '../claims/engines.ts'
import { NOTHING } from '../page/article.ts'
import { bytesOf, InputError, nameOf } from './input.ts'
import { complain } from './output.ts'
import { type ClaimReader, claimReader, pageOf, type Reading, unreadable } from './reading.ts'

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

/** What could not be read is told and listed; the rest is given. */
export interface Gathered {
  readonly readings: readonly Reading[]
  /** A line for each input that could not be read: its name, what was wrong, what to do. */
  readonly failed: readonly string[]
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The values of a file of Readings: one a line, an array or a single one; null where the file is something else. */
function valuesOf(bytes: Uint8Array): unknown[] | null {
  let source: string
  try {
    source = decoder.decode(bytes)
  } catch {
    return null
  }
  if (!/^\s*[[{]/.test(source)) return null
  try {
    const value: unknown = JSON.parse(source)
    return Array.isArray(value) ? value : [value]
  } catch {
    const lines = source.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => {
      try {
        return JSON.parse(line) as unknown
      } catch (error) {
        return { error: `not JSON: ${(error as Error).message}` }
      }
    })
  }
}

/** A Reading of a file, or what is wrong with it. */
function readingGiven(value: unknown): Reading | string {
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

/**
 * The Readings of several inputs, in their order; of one id the first is kept.
 * @param engineNamed loads what reads pages, when the first page comes
 */
export async function gather(inputs: readonly string[], engine: EngineName): Promise<Gathered> {
  const readings = new Map<string, Reading>()
  const failed: string[] = []
  let reader: ClaimReader | null = null
  const fail = (message: string) => {
    failed.push(message)
    complain(message)
  }
  const keep = (reading: Reading, name: string) => {
    if (readings.has(reading.id)) complain(`${name}: the id ${reading.id} is given twice; the first is kept`)
    else readings.set(reading.id, reading)
  }
  for (const input of inputs) {
    const name = nameOf(input)
    try {
      const bytes = await bytesOf(input)
      const values = valuesOf(bytes)
      if (values !== null) {
        for (const [at, value] of values.entries()) {
          const reading = readingGiven(value)
          if (typeof reading === 'string') fail(`${name}: line ${at + 1}: ${reading}`)
          else keep(reading, name)
        }
        continue
      }
      if (reader === null) {
        const { loadEngine } = await import('../claims/engines.ts')
        reader = claimReader(await loadEngine(engine))
      }
      const [result] = await reader([pageOf(input, bytes, {})])
      if (result === undefined || 'error' in result) fail(`${name}: ${result?.error}`)
      else {
        const reason = unreadable(result.article)
        if (reason === null) keep(result, name)
        else fail(`${name}: ${reason}`)
      }
    } catch (error) {
      fail(error instanceof InputError ? error.message : `${name}: ${(error as Error).message}`)
    }
  }
  return { readings: [...readings.values()], failed }
}
