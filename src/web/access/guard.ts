/**
 * What every answer and every request is held to: nothing runs but the site's own scripts, nothing is loaded from
 * elsewhere, no other site frames it or writes through its readers' browsers, and nobody asks too often.
 */
import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Asked, Asking, SiteSettings } from '../site.ts'
import { hasToken, isUnguarded, scopesOf } from './roles.ts'
import { isLoopback } from './settings.ts'

/** What no screen says may be kept is kept nowhere: it is of one moment, or for one person. */
export const unkept = (): MiddlewareHandler => async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
}

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

/** Says why a request is refused: in words for people, unless programs ask. */
export type Refuse = (c: Context, status: 413 | 421 | 429, why: string) => Response

const inWords: Refuse = (c, status, why) => c.text(why, status)

/** Refuses requests that name another host than the site's: a page elsewhere may have pointed its own name at us. */
export function knownHost({ hosts }: SiteSettings, refuse = inWords): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    return known.has(host)
      ? next()
      : refuse(c, 421, `This is not ${host}. If it should be, say so with hearsay serve --address.`)
  }
}

/** Mail programs end letters by themselves: they say no origin, and their authority is the address (RFC 8058). */
const endsLetters = (path: string): boolean => path.startsWith('/follow/end/')

/**
 * Refuses what another site's page sends through its readers' browsers. Programs with a token need say no origin: a browser
 * adds no token by itself, and says its page's.
 */
export function sameSite(settings: SiteSettings): MiddlewareHandler<Asked> {
  const own = new URL(settings.address).origin
  const check = csrf({ origin: (origin, c) => origin === own || origin === new URL(c.req.url).origin })
  return (c, next) =>
    endsLetters(c.req.path) || (c.req.header('origin') === undefined && hasToken(c, settings)) ? next() : check(c, next)
}

const KIB = 1024

/** The most bytes that a request may bring: to the desk a large page, or several; a password; any other form. */
const MOST_BYTES = { desk: 64 * KIB * KIB, signingIn: 4 * KIB, form: 256 * KIB } as const

/** Refuses larger bodies than a request has. @param takesPages whether a path takes pages, as the desk does */
export function bounded(
  takesPages: (path: string) => boolean = (path) => path === '/',
  refuse = inWords,
): MiddlewareHandler {
  const upTo = (maxSize: number, why: string) => bodyLimit({ maxSize, onError: (c) => refuse(c, 413, why) })
  const desk = upTo(MOST_BYTES.desk, 'More than 64 MiB at once: add it with hearsay ingest.')
  const signingIn = upTo(MOST_BYTES.signingIn, 'More than a password.')
  const form = upTo(MOST_BYTES.form, 'More than a form takes.')
  return (c, next) => (takesPages(c.req.path) ? desk : c.req.path === '/sign-in' ? signingIn : form)(c, next)
}

/** Requests that one address may make in a minute. */
const RATE = { reading: 600, asking: 240, writing: 60, signingIn: 5 } as const
type Rated = keyof typeof RATE
const SECONDS = 60

/**
 * Refuses those who ask too often, for a minute at most: each address by itself. On one's own machine nobody is. Programs
 * that are `told` how much they may still ask can wait by themselves (draft-ietf-httpapi-ratelimit-headers).
 * @param options.as what every request counts as, where its method does not tell: assistants ask with POST
 */
export function paced(
  settings: SiteSettings,
  {
    refuse = inWords,
    isTold = false,
    as,
  }: { readonly refuse?: Refuse; readonly isTold?: boolean; readonly as?: Rated } = {},
): MiddlewareHandler<Asked> {
  if (isUnguarded(settings)) return (_, next) => next()
  const { address } = settings
  const isBehind = !isLoopback(new URL(address).hostname)
  const limiters = {
    reading: new RateLimiterMemory({ points: RATE.reading, duration: SECONDS }),
    asking: new RateLimiterMemory({ points: RATE.asking, duration: SECONDS }),
    writing: new RateLimiterMemory({ points: RATE.writing, duration: SECONDS }),
    signingIn: new RateLimiterMemory({ points: RATE.signingIn, duration: SECONDS }),
  }
  /** Whether somebody says a wrong token, or any after too many wrong ones: who guesses does not learn which is right. */
  const guesses = async (c: Asking, who: string): Promise<boolean> => {
    const scopes = scopesOf(c, settings)
    if (scopes === null) return false
    return scopes.size === 0 || ((await limiters.signingIn.get(who))?.remainingPoints ?? RATE.signingIn) <= 0
  }
  return async (c, next) => {
    const who = subscriberOf(askingFrom(c, isBehind))
    const kind = (await guesses(c, who)) ? 'signingIn' : (as ?? kindOf(c))
    const { limited, isRefused } = await consumed(limiters[kind], who)
    const seconds = Math.max(1, Math.ceil(limited.msBeforeNext / 1000))
    if (isRefused) c.res = refuse(c, 429, 'Too many requests: wait a minute.')
    else await next()
    if (isRefused) c.res.headers.set('retry-after', String(seconds))
    if (!isTold) return
    c.res.headers.set('ratelimit-policy', `"${kind}";q=${RATE[kind]};w=${SECONDS}`)
    c.res.headers.set('ratelimit', `"${kind}";r=${limited.remainingPoints};t=${seconds}`)
  }
}

async function consumed(limiter: RateLimiterMemory, who: string) {
  try {
    return { limited: await limiter.consume(who), isRefused: false }
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return { limited: error, isRefused: true }
  }
}

const kindOf = ({ req }: Asking): Rated =>
  req.method === 'GET' || req.method === 'HEAD' ? 'reading' : req.path === '/sign-in' ? 'signingIn' : 'writing'

/** Who asks, as they are counted. */
export const subscriberAsking = (c: Asking, { address }: Pick<SiteSettings, 'address'>): string =>
  subscriberOf(askingFrom(c, !isLoopback(new URL(address).hostname)))

/**
 * The address that asks; one for all where a request came without a connection.
 * @param isBehind whether a server on this machine may stand before the site: it says for whom it asks, at the end
 */
function askingFrom(c: Asking, isBehind: boolean): string {
  let peer = 'none'
  try {
    peer = getConnInfo(c).remote.address ?? peer
  } catch {}
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isBehind && isLoopback(peer) && said ? said : peer
}

/** Whom an address is counted as: of IPv6 its first 64 bits, within which one subscriber has all (RFC 6177). */
function subscriberOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  const groups = [...head, ...zeros, ...tail].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
