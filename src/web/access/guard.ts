/**
 * What every answer and every request is held to: nothing runs but the site's own scripts, nothing is loaded from
 * elsewhere, no other site frames it or writes through its readers' browsers, and nobody asks too often.
 */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Asked, Asking, SiteSettings } from '../site.ts'

/** Content Security Policy Level 3, and what goes with it. */
export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: false,
    xPermittedCrossDomainPolicies: false,
    xDownloadOptions: false,
    xXssProtection: false,
    originAgentCluster: '?1',
  })

/** Refuses requests that name another host than the site's: a page elsewhere may have pointed its own name at us. */
export function knownHost({ hosts }: SiteSettings): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    return known.has(host)
      ? next()
      : c.text(`This is not ${host}. If it should be, say so with hearsay serve --address.`, 421)
  }
}

/** Refuses what another site's page sends. */
export const sameSite = (): MiddlewareHandler => csrf()

/** The most bytes that a request may bring: a large page, or several. */
const MOST_BYTES = 64 * 1024 * 1024

/** Refuses larger bodies than pages have. */
export const bounded = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: MOST_BYTES,
    onError: (c) => c.text('More than 64 MiB at once: add it with hearsay ingest.', 413),
  })

/** Requests that one address may make in a minute. */
const RATE = { reading: 600, writing: 60, signingIn: 5 } as const
const SECONDS = 60

/** Refuses those who ask too often, for a minute at most: each address by itself. On one's own machine nobody is. */
export function paced({ password, tokens }: SiteSettings): MiddlewareHandler<Asked> {
  if (password === null && tokens.length === 0) return (_, next) => next()
  const limiters = {
    reading: new RateLimiterMemory({ points: RATE.reading, duration: SECONDS }),
    writing: new RateLimiterMemory({ points: RATE.writing, duration: SECONDS }),
    signingIn: new RateLimiterMemory({ points: RATE.signingIn, duration: SECONDS }),
  }
  return async (c, next) => {
    try {
      await limiters[kindOf(c)].consume(addressOf(c))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      c.header('Retry-After', String(Math.max(1, Math.ceil(error.msBeforeNext / 1000))))
      return c.text('Too many requests: wait a minute.', 429)
    }
    return next()
  }
}

const kindOf = ({ req }: Asking): keyof typeof RATE =>
  req.method === 'GET' || req.method === 'HEAD' ? 'reading' : req.path === '/sign-in' ? 'signingIn' : 'writing'

/** The address that asks; one for all where a request came without a connection. */
function addressOf(c: Asking): string {
  try {
    return getConnInfo(c).remote.address ?? 'none'
  } catch {
    return 'none'
  }
}
