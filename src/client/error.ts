/** What a site's API says of what went wrong (RFC 9457). */
import type { Problem } from './api.ts'

/** A site answered that something is wrong: `message` says what, and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** The kind of problem, as the end of its `type` names it: `not-found`; null where the answer was not the API's. */
  readonly kind: string | null
  /** Where in the request it is wrong. */
  readonly errors: Problem['errors']
  /** Seconds to wait before asking again; null where the site does not say. */
  readonly retryAfter: number | null

  constructor(message: string, { status, kind, errors, retryAfter }: Omit<ApiError, keyof Error>) {
    super(message)
    this.status = status
    this.kind = kind
    this.errors = errors
    this.retryAfter = retryAfter
  }
}

/** @param body of the answer, as far as it could be read */
export function errorOf({ status, statusText, headers }: Response, body: unknown): ApiError {
  const problem = isProblem(body) ? body : null
  const after = Number(headers.get('retry-after') ?? Number.NaN)
  return new ApiError(problem?.detail ?? `The site answered ${status} ${statusText}`.trim(), {
    status,
    kind: problem?.type.split('#')[1] ?? null,
    errors: problem?.errors ?? [],
    retryAfter: Number.isNaN(after) ? null : after,
  })
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && 'detail' in body
