/**
 * The OpenAPI 3.1 document of the API, made from the schemas that check its requests. zod writes them as JSON Schema 2020-12,
 * which is what OpenAPI 3.1 has schemas in.
 */
import { z } from 'zod'
import { PROBLEMS, Problem } from './problem.ts'
import { type Route, TAGS } from './route.ts'
import { ROUTES } from './routes.ts'

type Json = Record<string, unknown>

/** The document's version: raised when a route or a field goes or changes its meaning. */
const VERSION = '1.0.0'

/** Schemas that have a name, by it. */
class Components {
  readonly schemas: Record<string, unknown> = {}

  /** A schema as the document has it: what has a name is pointed to. @param io whether it is of what is asked or answered */
  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => tidy(jsonSchema) })
    for (const [name, one] of Object.entries($defs)) this.schemas[name] ??= pointed(one)
    return pointed(own) as Json
  }
}

/** Leaves out what says nothing: the largest whole number, and that an answer will never have more fields. */
function tidy(schema: Json): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.additionalProperties === false) delete schema.additionalProperties
  delete schema.id
}

/** With pointers to where the document keeps schemas. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : pointed(inner),
    ]),
  )
}

/** @param address of the API, as others know it */
export function documentOf(address: string): Json {
  const components = new Components()
  const paths: Record<string, Json> = {}
  for (const route of ROUTES) {
    const own = paths[route.path] ?? {}
    own[route.method] = operationOf(route, components)
    paths[route.path] = own
  }
  components.of(Problem, 'output')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version: VERSION,
      summary: 'A ledger of what news pages report: who said it, on whose word, how many, where, when, how sure.',
      description:
        'Each claim is anchored to the exact words of a page. Origins are counted, not outlets; nothing is graded true or false. What is not known is null. Spans are UTF-16 offsets. An answer has an `ETag`: ask again with `If-None-Match`, and 304 says that nothing changed.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: address }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token that whoever runs the site gives. It may `read`, which private sites ask for, or `write` too.',
        },
      },
      responses: problemAnswers(new Set(ROUTES.flatMap(statusesOf))),
      headers: HEADERS,
      schemas: Object.fromEntries(Object.entries(components.schemas).sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  }
}

const text = (description: string) => ({ description, schema: { type: 'string' } })
const HEADERS = {
  ETag: text('Which state of the ledger it was made of: for If-None-Match.'),
  Link: text('The address of the next page, where there is one (RFC 8288).'),
  Location: text('Where what was made can be asked for.'),
  RateLimit: text('How much may still be asked, and in how many seconds there is more.'),
  'RateLimit-Policy': text('How much may be asked in how many seconds.'),
}

const pointTo = (names: readonly (keyof typeof HEADERS)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function operationOf(route: Route, components: Components): Json {
  const { name, tag, summary, description, body, answer, status, method, scope } = route
  const isList = route.chosen !== null && route.chosen !== answer
  const headers = pointTo([
    ...(method === 'get' ? (['ETag'] as const) : (['Location'] as const)),
    ...(isList ? (['Link'] as const) : []),
    'RateLimit',
    'RateLimit-Policy',
  ])
  const problems = statusesOf(route).map((one) => [one, { $ref: `#/components/responses/Problem${one}` }])
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(scope === 'write' ? { security: [{ token: ['write'] }] } : {}),
    parameters: [...parametersOf(route.params, 'path', components), ...parametersOf(route.query, 'query', components)],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: components.of(body, 'input') } } } }),
    responses: {
      [status]: {
        description: status === 202 ? 'It was taken in, and is being read.' : summary,
        headers,
        content: { 'application/json': { schema: components.of(answer, 'output') } },
      },
      ...(method === 'get' ? { 304: { description: 'Nothing changed.' } } : {}),
      ...Object.fromEntries(problems),
    },
  }
}

/** Problems as answers, by their statuses. */
const problemAnswers = (statuses: ReadonlySet<number>) =>
  Object.fromEntries(
    [...statuses].map((status) => {
      const own = Object.entries(PROBLEMS).filter(([, problem]) => problem.status === status)
      const description = own.map(([kind, { title }]) => `${title} (\`${kind}\`).`).join(' ')
      const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
      return [`Problem${status}`, { description, content }]
    }),
  )

/** The statuses of the problems that a route may have. */
function statusesOf({ method, missing, path, scope }: Route): number[] {
  return [
    400,
    401,
    403,
    ...(missing === undefined ? [] : [404]),
    ...(path.startsWith('/claims/{') && scope === 'read' ? [410] : []),
    ...(method === 'post' ? [413, 415, 422] : []),
    429,
    500,
  ]
}

function parametersOf(schema: z.ZodObject, where: 'path' | 'query', components: Components): Json[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, one]) => {
    const { description, ...own } = components.of(one, 'input')
    return {
      name,
      in: where,
      required: where === 'path' || !one.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: own,
    }
  })
}
