/**
 * Tokens of programs (RFC 6750): what each may do. They are said in the header Authorization, never in an address, and
 * compared in the same time whether they are right or wrong.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** What a program says, and what it may do. */
export interface Token {
  /** How people call the program; null where nobody said. */
  readonly name: string | null
  readonly secret: string
  readonly scopes: ReadonlySet<Scope>
}

/** Tokens that nobody can follow: which, and how they are written. */
class TokenError extends Error {
  override readonly name = 'TokenError'
}

/**
 * Reads tokens: `secret`, which may read and write, or `name:secret:read`, `name:secret:read+write`. Who may write may read.
 * @throws {TokenError} where one says a scope that there is not, or no secret
 */
export function tokensOf(given: readonly string[]): Token[] {
  return given.map((one) => {
    const [name = '', secret, scopes, ...rest] = one.split(':')
    if (secret === undefined || scopes === undefined || rest.length > 0)
      return { name: null, secret: one, scopes: new Set(SCOPES) }
    const own = scopes.split('+')
    const wrong = own.find((scope) => !SCOPES.some((known) => known === scope))
    if (wrong !== undefined || secret === '')
      throw new TokenError(
        `The token ${name}:... ${secret === '' ? 'has no secret' : `may "${wrong}", which is neither read nor write`}: write name:secret:read or name:secret:read+write.`,
      )
    return { name, secret, scopes: new Set<Scope>(own.includes('write') ? SCOPES : ['read']) }
  })
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What a request's token may do; null where it has none, nothing where it is no token of the site. */
export function scopesIn(authorization: string | undefined, tokens: readonly Token[]): ReadonlySet<Scope> | null {
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  if (given === undefined) return authorization === undefined ? null : new Set()
  const own = digest(given)
  const found = tokens.filter(({ secret }) => timingSafeEqual(own, digest(secret)))
  return new Set(found.flatMap(({ scopes }) => [...scopes]))
}
