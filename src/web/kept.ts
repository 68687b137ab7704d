/**
 * Pages that were made are kept until something enters the ledger: what a page shows follows from its address, who asks
 * and the ledger's last entry, and from which edition made its stories. Browsers ask again and are told that nothing changed (RFC 9110, 13.1.2).
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../ledger/log.ts'
import { editionOf, rejoinedUpTo } from '../ledger/neighbourhood/edition.ts'
import type { Ledger } from '../ledger/open.ts'
import { positionNow } from '../ledger/position.ts'
import { hereOf } from './access/roles.ts'
import type { Asked, Asking } from './site.ts'

/** Bytes of pages that are kept. */
const MOST_BYTES = 64 * 1024 * 1024

type Encoding = 'br' | 'gzip' | 'identity'

interface Made {
  readonly tag: string
  readonly type: string
  /** What else is said of it: its name where it is taken along, and where the next page is. */
  readonly said: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

/** What answers follow from besides their address and who asks; null while origins and stories are made anew. */
export async function standing(ledger: Pick<Ledger, 'db'>): Promise<string | null> {
  const [{ seq }, edition, upTo] = await Promise.all([
    positionNow(ledger),
    editionOf(ledger.db),
    rejoinedUpTo(ledger.db),
  ])
  return upTo === null ? `${seq} ${edition}` : null
}

/** How late what other processes write is seen, in milliseconds: a crowd asks for one page far more often than that. */
const LATE = 200

/** `standing`, asked again when this process wrote, and now and then for others. */
function standingLately(ledger: Pick<Ledger, 'db' | 'writes'>): () => Promise<string | null> {
  let asked = { stands: Promise.resolve<string | null>(null), writes: -1, at: 0 }
  return () => {
    const now = performance.now()
    if (asked.writes !== ledger.writes || now - asked.at > LATE)
      asked = { stands: standing(ledger), writes: ledger.writes, at: now }
    return asked.stands
  }
}

/** Who may keep an answer, to ask again whether it stayed: caches between, only of what anybody is answered. */
export const keeping = (c: Asking): string =>
  `${c.var.role === 'reader' && c.req.header('authorization') === undefined ? 'public' : 'private'}, no-cache`

/** Keeps the pages that are made from here on, and answers with them. What is made while stories are rejoined is not. */
export function kept(ledger: Pick<Ledger, 'db' | 'writes'>): MiddlewareHandler<Asked> {
  const lately = standingLately(ledger)
  const pages = new LRUCache<string, Made>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bodies }) => bodies.br.length + bodies.gzip.length + bodies.identity.length,
  })
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const stands = await lately()
    const key = `${stands} ${c.var.role} ${hereOf(c)}`
    let made = stands === null ? undefined : pages.get(key)
    if (made === undefined) {
      await next()
      const type = c.res.headers.get('content-type') ?? ''
      if (
        c.res.status !== 200 ||
        !c.var.keep ||
        !/^(?:text\/html|image\/svg\+xml|application\/(?:(?:ld\+|feed\+)?json|(?:atom|rss)\+xml))/.test(type)
      )
        return
      if (stands === null || stands !== (await standing(ledger))) return
      made = madeOf(new Uint8Array(await c.res.arrayBuffer()), type, c.res.headers)
      pages.set(key, made)
    }
    const headers = {
      'content-type': made.type,
      etag: made.tag,
      'cache-control': keeping(c),
      vary: 'accept-encoding, cookie, authorization',
      ...made.said,
    }
    if (isAmong(c.req.header('if-none-match'), made.tag) || isUnchanged(c.req, made)) {
      c.res = new Response(null, { status: 304, headers })
      return
    }
    const encoding = encodingOf(c.req.header('accept-encoding') ?? '')
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    c.res = new Response(made.bodies[encoding], { headers: { ...headers, ...coded } })
  }
}

/** A tag without what says that it is weak (RFC 9110, 8.8.3.2). */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether one of the tags that a browser has is this one (RFC 9110, 13.1.2: weak ones count). */
export const isAmong = (known: string | undefined, tag: string): boolean =>
  known?.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag)) === true

/** Whether a page that tells when it last changed has not since then, asked by who names no tag (RFC 9110, 13.1.3). */
function isUnchanged(asked: Asking['req'], { said }: Made): boolean {
  const [since, last] = [asked.header('if-modified-since'), said['last-modified']]
  if (since === undefined || last === undefined || asked.header('if-none-match') !== undefined) return false
  return Date.parse(since) >= Date.parse(last)
}

/** What is said of a page besides its type and its state. */
const SAID = ['content-disposition', 'link', 'last-modified']

function madeOf(body: Uint8Array<ArrayBuffer>, type: string, headers: Headers): Made {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }
  return {
    tag: `W/"${sha256(body).slice(0, 24)}"`,
    type,
    said: Object.fromEntries(SAID.flatMap((name) => [[name, headers.get(name)]]).filter(([, value]) => value !== null)),
    bodies: {
      br: new Uint8Array(brotliCompressSync(body, options)),
      gzip: new Uint8Array(gzipSync(body, { level: 6 })),
      identity: body,
    },
  }
}

/** The best encoding that the other side takes. */
export const encodingOf = (accepted: string): Encoding =>
  /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\b)/.test(accepted)
    ? 'br'
    : /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\b)/.test(accepted)
      ? 'gzip'
      : 'identity'
