/**
 * Who may ask what of the API: readers of a public site read; a private site wants a token that may read; writing wants
 * one that may write. Pages of other sites may read public sites through their readers' browsers, and never write.
 */
import type { MiddlewareHandler } from 'hono'
import { isUnguarded, roleOf, type Sessions, scopesOf } from '../access/roles.ts'
import { isLoopback } from '../access/settings.ts'
import type { Asked, Asking, SiteSettings } from '../site.ts'
import { ProblemError } from './problem.ts'

/** How a token is said (RFC 6750, 3). */
const CHALLENGE = 'Bearer realm="Hearsay"'

const isReading = ({ req: { method } }: Asking): boolean => method === 'GET' || method === 'HEAD'

/** Finds out who asks, and refuses what they may not. @param isOpen paths that everybody may read */
export function allowed(
  settings: SiteSettings,
  sessions: Sessions,
  isOpen: (path: string) => boolean,
): MiddlewareHandler<Asked> {
  const own = new URL(settings.address).origin
  return async (c, next) => {
    const scopes = isUnguarded(settings) ? null : scopesOf(c, settings)
    if (scopes?.size === 0)
      throw new ProblemError('unauthorized', 'This is no token of this site: Authorization: Bearer <token>.', {
        headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
      })
    const role = roleOf(c, settings, sessions)
    c.set('role', role)
    c.set('keep', true)
    c.set('hasSignIn', settings.password !== null)
    if (!isReading(c)) {
      // A token is added by no browser itself, yet no page elsewhere has one to say.
      const origin = c.req.header('origin')
      const site = c.req.header('sec-fetch-site')
      if ((origin !== undefined && origin !== own) || site === 'cross-site' || site === 'same-site')
        throw new ProblemError(
          'cross-site',
          'Pages of other sites may not write here: write from a program, with a token.',
        )
      if (role !== 'editor') refuseScope(scopes, 'write')
    } else if (role === 'stranger' && !isOpen(c.req.path)) refuseScope(scopes, 'read')
    return next()
  }
}

/** Refuses who may not do something: without a token, or with one that does not allow it. */
export function refuseScope(scopes: ReadonlySet<string> | null, wanted: 'read' | 'write'): never {
  if (scopes === null)
    throw new ProblemError('unauthorized', `Say a token that may ${wanted}: Authorization: Bearer <token>.`, {
      headers: { 'www-authenticate': `${CHALLENGE}, scope="${wanted}"` },
    })
  throw new ProblemError('forbidden', `This token may not ${wanted}.`, {
    headers: { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope", scope="${wanted}"` },
  })
}

/** What pages of other sites are told of an answer besides its body. */
const EXPOSED = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After'

/** Whether everybody may read the site, wherever their page is from; of one's own machine no page elsewhere may. */
const isForAll = ({ isPublic, address }: SiteSettings): boolean => isPublic && !isLoopback(new URL(address).hostname)

/** Lets pages of other sites read a public site, without anything by which its readers are known (Fetch standard, CORS). */
export function shared(settings: SiteSettings): MiddlewareHandler {
  if (!isForAll(settings)) return (_, next) => next()
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('access-control-allow-origin', '*')
    headers.set('access-control-expose-headers', EXPOSED)
    if (c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') === undefined) return
    headers.set('access-control-allow-methods', 'GET, HEAD')
    headers.set('access-control-allow-headers', 'Accept, If-None-Match')
    headers.set('access-control-max-age', '86400')
  }
}
