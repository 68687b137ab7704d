/**
 * Who asks. Readers have no cookie; an editor's session is a random name that the browser keeps and the server knows by its
 * hash, for a working day. A site beyond loopback lets nobody write who has neither signed in nor a token.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Asked, Asking, Role, SiteSettings } from '../site.ts'
import { type Scope, scopesIn, tokensOf } from './tokens.ts'

const COOKIE = 'hearsay'

/** Milliseconds for which an editor stays signed in. */
const SESSION = 12 * 3600 * 1000

/** More sessions than this are not kept: the oldest go. */
const MOST = 1000

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Are two secrets the same? Takes as long for any two. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** The sessions of editors. */
export interface Sessions {
  /** Signs an editor in. */
  begin(c: Asking): void
  /** Signs an editor out. */
  end(c: Asking): void
  has(c: Asking): boolean
}

/** @param now in milliseconds since 1970 */
export function newSessions({ address }: Pick<SiteSettings, 'address'>, now: () => number): Sessions {
  const until = new Map<string, number>()
  const keyOf = (name: string): string => digest(name).toString('hex')
  const nameIn = (c: Asking): string | undefined => getCookie(c, COOKIE)
  return {
    begin: (c) => {
      const name = randomBytes(32).toString('base64url')
      until.set(keyOf(name), now() + SESSION)
      for (const key of [...until.keys()].slice(0, -MOST)) until.delete(key)
      setCookie(c, COOKIE, name, {
        httpOnly: true,
        sameSite: 'Strict',
        secure: new URL(address).protocol === 'https:',
        path: '/',
        maxAge: SESSION / 1000,
      })
    },
    end: (c) => {
      const name = nameIn(c)
      if (name !== undefined) until.delete(keyOf(name))
      deleteCookie(c, COOKIE, { path: '/' })
    },
    has: (c) => {
      const name = nameIn(c)
      return name !== undefined && (until.get(keyOf(name)) ?? 0) > now()
    },
  }
}

/** Finds out who asks, and lets each do what they may. */
export function roles(settings: SiteSettings, sessions: Sessions): MiddlewareHandler<Asked> {
  return async (c, next) => {
    const role = roleOf(c, settings, sessions)
    c.set('role', role)
    c.set('keep', true)
    c.set('hasSignIn', settings.password !== null)
    if (role === 'editor' || isOpen(c.req.path) || (role === 'reader' && asksForLetters(c.req.path))) return next()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('Sign in to change something: /sign-in', 403)
    if (role === 'stranger') return c.redirect(`/sign-in?to=${encodeURIComponent(hereOf(c))}`, 303)
    return next()
  }
}

/** Whether whoever reaches the site may write: on one's own machine, where there is nothing to sign in with. */
export const isUnguarded = ({ password, tokens }: Pick<SiteSettings, 'password' | 'tokens'>): boolean =>
  password === null && tokens.length === 0

/** Who asks, by token or session. */
export function roleOf(c: Asking, settings: SiteSettings, sessions: Sessions): Role {
  if (isUnguarded(settings)) return 'editor'
  const scopes = scopesOf(c, settings)
  if (scopes?.has('write') || sessions.has(c)) return 'editor'
  return settings.isPublic || scopes?.has('read') ? 'reader' : 'stranger'
}

/** What a request's token may do; null where it has none, nothing where it is none of the site's. */
export const scopesOf = (c: Asking, { tokens }: Pick<SiteSettings, 'tokens'>): ReadonlySet<Scope> | null =>
  scopesIn(c.req.header('authorization'), tokensOf(tokens))

/** Whether a program asks that may write (RFC 6750, 2.1). */
export const hasToken = (c: Asking, settings: Pick<SiteSettings, 'tokens'>): boolean =>
  scopesOf(c, settings)?.has('write') === true

/** What everybody may ask for. */
const isOpen = (path: string): boolean =>
  /^\/(?:sign-in|robots\.txt|terms|privacy)$/.test(path) || path.startsWith('/assets/') || isSigned(path)

/** Addresses that letters lead to: whoever has one may, signed in or not. */
const isSigned = (path: string): boolean => /^\/(?:letter|follow\/(?:confirm|mine|end|never))\/./.test(path)

/** Where readers write: they ask for letters. */
const asksForLetters = (path: string): boolean => path === '/follow'

/** The path and query of a request. */
export function hereOf(c: Asking): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
