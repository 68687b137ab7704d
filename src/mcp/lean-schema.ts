/**
 * A tool's schema as it is listed: in short, since an assistant's program may put all of a list before its model, and with
 * one type in each place, since not every program takes more.
 */
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { z } from 'zod'

/** What holds values to nothing more: examples, names, that there is nothing else, that a whole number is one exactly. */
const isBeside = (keyword: string, value: unknown): boolean =>
  ['examples', 'id', '$schema', 'additionalProperties'].includes(keyword) ||
  Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER

/** Keywords under which schemas stand by names of their own (JSON Schema 2020-12). */
const NAMED: ReadonlySet<string> = new Set(['properties', '$defs'])

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const mapped = (value: Json, change: (value: unknown, key: string) => unknown): Json =>
  Object.fromEntries(Object.entries(value).map(([key, own]) => [key, change(own, key)]))

function lean(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(lean)
  if (!isObject(schema)) return schema
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword, value]) => !isBeside(keyword, value)))
  return ofOneType(
    mapped(kept, (value, keyword) => (NAMED.has(keyword) && isObject(value) ? mapped(value, lean) : lean(value))),
  )
}

/** `type: [string, null]` as one or the other. */
function ofOneType({ type, description, ...rest }: Json): Json {
  const about = description === undefined ? {} : { description }
  if (!Array.isArray(type)) return { ...(type === undefined ? {} : { type }), ...about, ...rest }
  return { ...about, anyOf: type.map((one) => (one === 'null' ? { type: one } : { type: one, ...rest })) }
}

/** The same schema, listed in short. */
export function leanSchema<Schema extends z.ZodObject>(
  schema: Schema,
): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  const own = schema['~standard'] as StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>>['~standard']
  return {
    '~standard': {
      ...own,
      jsonSchema: {
        input: (options) => lean(own.jsonSchema.input(options)) as Json,
        output: (options) => lean(own.jsonSchema.output(options)) as Json,
      },
    },
  }
}
