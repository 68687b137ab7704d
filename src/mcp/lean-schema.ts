/**
 * A tool's schema as it is listed: without examples and names of definitions, since an assistant's program may put all of a
 * list before its model.
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

function lean(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(lean)
  if (!isObject(schema)) return schema
  const kept = Object.entries(schema).filter(([keyword, value]) => !isBeside(keyword, value))
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      NAMED.has(keyword) && isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, own]) => [name, lean(own)]))
        : lean(value),
    ]),
  )
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
