/** Reading a request by a route's schemas: words of an address become what the schema wants, a body has to be JSON. */
import type { z } from 'zod'
import { type Misplaced, ProblemError, pointerTo } from './problem.ts'

interface Typed {
  readonly def: { readonly type: string; readonly innerType?: z.ZodType }
}

/** What a schema wants at heart. */
function typeOf(schema: z.ZodType): string {
  const { def } = schema as unknown as Typed
  return def.innerType === undefined ? def.type : typeOf(def.innerType)
}

/** Whole numbers as addresses have them. */
const NUMBER = /^-?\d{1,15}$/

/** Words of an address, as databases may be asked for them. */
const storable = (words: string): string => words.toWellFormed().replaceAll('\u0000', '\ufffd')

/** A word of an address as its schema wants it; what cannot be is left for the schema to refuse. */
function typedValue(schema: z.ZodType | undefined, words: string): unknown {
  const type = schema === undefined ? 'string' : typeOf(schema)
  if (type === 'number' && NUMBER.test(words)) return Number(words)
  if (type === 'boolean' && (words === 'true' || words === 'false')) return words === 'true'
  return storable(words)
}

const misplaced = (where: Misplaced['in'], { issues }: z.ZodError): Misplaced[] =>
  issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [null]
    return names.map((name) => ({
      in: where,
      pointer: pointerTo(name === null ? issue.path : [...issue.path, name]),
      detail: name === null ? issue.message : unknown(name),
    }))
  })

/** Secrets do not belong in addresses, which are logged and handed on. */
const unknown = (name: string): string =>
  /token|secret|key|auth/i.test(name)
    ? 'a token is said in the header Authorization, never in an address: addresses are kept in logs'
    : 'there is no such parameter'

/** Misplaced things in words. */
const told = (errors: readonly Misplaced[]): string =>
  errors.map(({ pointer, detail }) => `${pointer.slice(1) || 'body'}: ${detail}`).join('; ')

/**
 * The parameters of a path or a query.
 * @param given each parameter as often as it was given
 * @throws {ProblemError} where one is not what its schema wants, is given twice, or is not known
 */
export function parameters(
  schema: z.ZodObject,
  given: Readonly<Record<string, readonly string[]>>,
  where: 'path' | 'query',
): Record<string, unknown> {
  const twice = Object.entries(given).flatMap(([name, { length }]) =>
    length > 1 ? [{ in: where, pointer: pointerTo([name]), detail: 'given several times' }] : [],
  )
  if (twice.length > 0) throw new ProblemError('bad-parameter', told(twice), { errors: twice })
  const shape = schema.shape as Record<string, z.ZodType>
  const values = Object.entries(given).map(([name, [words = '']]) => [
    name,
    typedValue(Object.hasOwn(shape, name) ? shape[name] : undefined, words),
  ])
  const parsed = schema.safeParse(Object.fromEntries(values))
  if (parsed.success) return parsed.data
  const errors = misplaced(where, parsed.error)
  throw new ProblemError('bad-parameter', told(errors), { errors })
}

/** `application/json`, with parameters or a suffix. */
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i

/**
 * The body of a request.
 * @throws {ProblemError} where it is not JSON, or not what its schema wants
 */
export async function bodyOf<Body>(schema: z.ZodType<Body>, request: Request): Promise<Body> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new ProblemError('unsupported-media-type', 'Send JSON, and say so: Content-Type: application/json.', {
      headers: { 'accept-post': 'application/json' },
    })
  let value: unknown
  try {
    value = JSON.parse(await request.text())
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ProblemError('not-json', `The body is not JSON: ${error.message.slice(0, 200).toWellFormed()}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = misplaced('body', parsed.error)
  throw new ProblemError('unprocessable', told(errors), { errors })
}
