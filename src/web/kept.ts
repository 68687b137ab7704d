/**
 * Pages that were made are kept until something enters the ledger: what a page shows follows from its address, who asks
 * and the ledger's last entry. Browsers ask again and are told that nothing changed (RFC 9110, 13.1.2).
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../ledger/log.ts'
import type { Ledger } from '../ledger/open.ts'
import { positionNow } from '../ledger/position.ts'
import { hereOf } from './access/roles.ts'
import type { Asked } from './site.ts'

/** Bytes of pages that are kept. */
const MOST_BYTES = 64 * 1024 * 1024

type Encoding = 'br' | 'gzip' | 'identity'

interface Made {
  readonly tag: string
  readonly type: string
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

/** Keeps the pages that are made from here on, and answers with them. */
export function kept(ledger: Pick<Ledger, 'db'>): MiddlewareHandler<Asked> {
  const pages = new LRUCache<string, Made>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bodies }) => bodies.br.length + bodies.gzip.length + bodies.identity.length,
  })
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const key = `${(await positionNow(ledger)).seq} ${c.var.role} ${hereOf(c)}`
    let made = pages.get(key)
    if (made === undefined) {
      await next()
      const type = c.res.headers.get('content-type') ?? ''
      if (c.res.status !== 200 || !c.var.keep || !/^(?:text\/html|image\/svg\+xml|application\/json)/.test(type)) return
      made = madeOf(new Uint8Array(await c.res.arrayBuffer()), type)
      pages.set(key, made)
    }
    const headers = {
      'content-type': made.type,
      etag: made.tag,
      'cache-control': `${c.var.role === 'reader' ? 'public' : 'private'}, no-cache`,
      vary: 'accept-encoding, cookie',
    }
    if (c.req.header('if-none-match') === made.tag) {
      c.res = new Response(null, { status: 304, headers })
      return
    }
    const encoding = encodingOf(c.req.header('accept-encoding') ?? '')
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    c.res = new Response(made.bodies[encoding], { headers: { ...headers, ...coded } })
  }
}

function madeOf(body: Uint8Array<ArrayBuffer>, type: string): Made {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }
  return {
    tag: `W/"${sha256(body).slice(0, 24)}"`,
    type,
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
