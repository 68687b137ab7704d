/** Sparse fields: of a record only what was asked for, by names that its schema has. */
import type { z } from 'zod'
import { ProblemError } from './problem.ts'

/** Names of fields as a tree: a leaf is the whole of it. */
export interface Chosen {
  readonly [name: string]: Chosen | true
}

interface Inner {
  readonly def: { readonly type: string; readonly [key: string]: unknown }
}

/** What a schema holds within: arrays, nulls and defaults are looked through. */
function within(schema: z.ZodType): z.ZodType[] {
  const { def } = schema as unknown as Inner
  switch (def.type) {
    case 'array':
      return within(def.element as z.ZodType)
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return within(def.innerType as z.ZodType)
    case 'lazy':
      return within((def.getter as () => z.ZodType)())
    case 'union':
      return (def.options as z.ZodType[]).flatMap(within)
    default:
      return [schema]
  }
}

/** The schemas of a field of a schema; empty where it has no such field. */
const fieldOf = (schema: z.ZodType, name: string): z.ZodType[] =>
  within(schema).flatMap((one) => {
    const { def } = one as unknown as Inner
    if (def.type === 'record') return [def.valueType as z.ZodType]
    const shape = def.type === 'object' ? (def.shape as Record<string, z.ZodType>) : {}
    return Object.hasOwn(shape, name) ? [shape[name] as z.ZodType] : []
  })

/** The names of a schema's fields. */
const namesIn = (schema: z.ZodType): string[] =>
  within(schema).flatMap((one) => {
    const { def } = one as unknown as Inner
    return def.type === 'object' ? Object.keys(def.shape as object) : []
  })

/** The deepest that a name leads, and the most of them. */
const MOST = { deep: 8, names: 100 }

/**
 * Reads which fields are asked for.
 * @throws {ProblemError} where the schema has no such field
 */
export function chosenFields(schema: z.ZodType, fields: string): Chosen {
  const names = fields.split(',').map((name) => name.trim())
  if (names.length > MOST.names) throw wrong(`at most ${MOST.names} names`)
  const chosen: Record<string, unknown> = Object.create(null)
  for (const name of names) {
    const parts = name.split('.')
    if (parts.length > MOST.deep) throw wrong(`"${name}" leads deeper than ${MOST.deep} names`)
    let schemas = [schema]
    let at = chosen
    for (const [i, part] of parts.entries()) {
      const known = [...new Set(schemas.flatMap(namesIn))]
      const inner = schemas.flatMap((one) => fieldOf(one, part))
      if (inner.length === 0)
        throw wrong(`there is no field "${parts.slice(0, i + 1).join('.')}"; there are: ${known.join(', ') || 'none'}`)
      schemas = inner
      if (i === parts.length - 1) at[part] = true
      else if (at[part] !== true) {
        at[part] ??= Object.create(null)
        at = at[part] as Record<string, unknown>
      } else break
    }
  }
  return chosen as Chosen
}

const wrong = (detail: string) =>
  new ProblemError('bad-parameter', `fields: ${detail.toWellFormed()}`, {
    errors: [{ in: 'query', pointer: '/fields', detail }],
  })

/** What was chosen of a value; of a list, of each. */
export function chosenOf(value: unknown, chosen: Chosen): unknown {
  if (Array.isArray(value)) return value.map((one) => chosenOf(one, chosen))
  if (value === null || typeof value !== 'object') return value
  const own = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([name, inner]) => {
      if (!Object.hasOwn(own, name)) return []
      return [[name, inner === true ? own[name] : chosenOf(own[name], inner)] as const]
    }),
  )
}
