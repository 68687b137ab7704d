/** What goes wrong, as programs are told (RFC 9457): which kind of problem, what to do, and where in the request it is. */
import { z } from 'zod'

/** The kinds of problems. Their names end the addresses that `type` holds, and the page of the API explains them there. */
export const PROBLEMS = {
  'bad-parameter': { status: 400, title: 'A parameter is not what it has to be' },
  'bad-query': { status: 400, title: 'The query cannot be understood' },
  'bad-cursor': { status: 400, title: 'The cursor is none of this list' },
  'not-json': { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'A token is needed' },
  forbidden: { status: 403, title: 'The token may not do this' },
  'cross-site': { status: 403, title: 'Another site may not write here' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  gone: { status: 410, title: 'A person has hidden this claim' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has to be JSON' },
  'other-host': { status: 421, title: 'This is another host' },
  unprocessable: { status: 422, title: 'The request cannot be followed' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'It failed here' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>

export type ProblemKind = keyof typeof PROBLEMS

/** Where in a request something is wrong. */
export interface Misplaced {
  readonly in: 'path' | 'query' | 'body'
  /** A JSON Pointer (RFC 6901) into that part of the request: `/limit`, `/change/speaker/name`. */
  readonly pointer: string
  readonly detail: string
}

export const Problem = z
  .object({
    type: z.string().describe('The address that explains this kind of problem.'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What is wrong here, and what to do.'),
    instance: z.string().describe('The path that was asked for.'),
    errors: z
      .array(z.object({ in: z.enum(['path', 'query', 'body']), pointer: z.string(), detail: z.string() }))
      .describe('Where in the request it is wrong: a JSON Pointer into its path, query or body.'),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong (RFC 9457).',
    examples: [
      {
        type: 'https://hearsay.example/api/v1#bad-parameter',
        title: 'A parameter is not what it has to be',
        status: 400,
        detail: 'limit: Too big: expected number to be <=100',
        instance: '/api/v1/claims',
        errors: [{ in: 'query', pointer: '/limit', detail: 'Too big: expected number to be <=100' }],
      },
    ],
  })
export type Problem = z.infer<typeof Problem>

/** A problem that ends the answering of a request. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly kind: ProblemKind
  readonly errors: readonly Misplaced[]
  readonly headers: Readonly<Record<string, string>>

  /** @param detail what is wrong and what to do */
  constructor(
    kind: ProblemKind,
    detail: string,
    {
      errors = [],
      headers = {},
    }: { readonly errors?: readonly Misplaced[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail)
    this.kind = kind
    this.errors = errors
    this.headers = headers
  }
}

/** A pointer to a part of a value (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * A problem as an answer.
 * @param api the address of the API, whose page explains its problems
 */
export function problemAnswer({ kind, message, errors, headers }: ProblemError, api: string, path: string): Response {
  const { status, title } = PROBLEMS[kind]
  const problem: Problem = {
    type: `${api}#${kind}`,
    title,
    status,
    detail: message,
    instance: path,
    errors: [...errors],
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  })
}
