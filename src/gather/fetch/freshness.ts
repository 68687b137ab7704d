/**
 * What is remembered of an answer so that the same is not fetched twice: how long it stays fresh, and by which ETag or
 * Last-Modified to ask whether it changed (RFC 9111, as a private cache). The bytes are the ledger's; this is kept
 * beside the capture, in the same transaction, so that nothing is "not modified" that was never stored.
 */
import CachePolicy from 'http-cache-semantics'

/** What is kept of the last answer from an address; plain JSON. */
export interface Remembered {
  /** The address that answered. */
  readonly url: string
  readonly policy: CachePolicy.CachePolicyObject
}

type Headers = Readonly<Record<string, string>>

/** However long a site calls a page fresh, it is asked again after a day: news is corrected. */
const LONGEST_FRESH_S = 24 * 3_600
/** No guess at freshness where the site says nothing, and no belief in `immutable`, which pages are not. */
const OPTIONS = { shared: false, cacheHeuristic: 0, immutableMinTimeToLive: 0 }

const requestOf = (url: string, headers: Headers): CachePolicy.HttpRequest => ({
  url,
  method: 'GET',
  headers: { ...headers, host: new URL(url).host },
})

/** The policy with the injected time as its present. */
function policyAt(object: CachePolicy.CachePolicyObject, now: number): CachePolicy {
  return Object.assign(CachePolicy.fromObject(object), { now: () => now })
}

/** What to remember of an answer; null where it forbids that, or where it would be of no use. */
export function remember(
  url: string,
  requested: Headers,
  answer: { readonly status: number; readonly headers: Headers },
  now: number,
): Remembered | null {
  const policy = new CachePolicy(requestOf(url, requested), { ...answer, headers: { ...answer.headers } }, OPTIONS)
  if (!policy.storable()) return null
  const object = { ...policy.toObject(), t: now }
  const isUseful = 'etag' in answer.headers || 'last-modified' in answer.headers || policyAt(object, now).maxAge() > 0
  return isUseful ? { url, policy: object } : null
}

/** Whether the last answer still stands, so that nothing need be asked. */
export function isFresh(known: Remembered, requested: Headers, now: number): boolean {
  const policy = policyAt(known.policy, now)
  // A clock set back would make the answer younger than nothing.
  return (
    now >= known.policy.t &&
    policy.age() < LONGEST_FRESH_S &&
    policy.satisfiesWithoutRevalidation(requestOf(known.url, requested))
  )
}

/** The headers of a request that asks only for what changed. */
export function conditional(known: Remembered, requested: Headers, now: number): Headers {
  const headers = policyAt(known.policy, now).revalidationHeaders(requestOf(known.url, requested))
  const conditions = ['if-none-match', 'if-modified-since'].flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]] as const] : [],
  )
  return { ...requested, ...Object.fromEntries(conditions) }
}

/** What is remembered after the site said that nothing changed (RFC 9111, 4.3.4). */
export function renewed(known: Remembered, requested: Headers, answered: Headers, now: number): Remembered {
  const { policy, matches } = policyAt(known.policy, now).revalidatedPolicy(requestOf(known.url, requested), {
    status: 304,
    headers: { ...answered },
  })
  return matches ? { ...known, policy: { ...policy.toObject(), t: now } } : known
}
