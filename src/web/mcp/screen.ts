/**
 * The ledger's answers for assistants at `/mcp`: Streamable HTTP of the Model Context Protocol, without sessions. Readers
 * of a public site ask of the ledger; editors, by token, also have pages and drafts of theirs read. Nothing is fetched or
 * stored here.
 */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mcpOverHttp } from '../../mcp/http.ts'
import type { Serving } from '../../mcp/serving.ts'
import { knownHost, paced } from '../access/guard.ts'
import { isUnguarded, scopesOf } from '../access/roles.ts'
import type { Asked, Asking, Role, Screen, Site, SiteSettings } from '../site.ts'

/** Where assistants ask. */
export const MCP = '/mcp'

const MIB = 1024 * 1024

/** The largest question, in bytes: editors bring pages, readers ask. */
const MOST_BYTES = { editor: 4 * MIB, reader: MIB / 16 } as const

/** @param complain told of what fails here */
export function mcpScreen({ ledger, settings, intake, now }: Site, complain: (error: Error) => void): Screen {
  const common = { ledger, address: settings.address, now, complain }
  const reader: Serving = { ...common, excerpt: settings.excerpt, reading: null }
  const editor: Serving = {
    ...common,
    excerpt: null,
    reading: { reader: intake.reader, fetcher: null, mayStore: false },
  }
  const answer = {
    editor: mcpOverHttp(editor, MOST_BYTES.editor),
    reader: mcpOverHttp(reader, MOST_BYTES.reader),
  }
  const upTo = (role: keyof typeof MOST_BYTES) =>
    bodyLimit({ maxSize: MOST_BYTES[role], onError: (c) => c.text(`More than ${MOST_BYTES[role]} bytes.`, 413) })
  const limits = { editor: upTo('editor'), reader: upTo('reader') }
  return new Hono<Asked>()
    .use(knownHost(settings), sameOrigin(settings), paced(settings, { as: 'asking' }), asking(settings))
    .use((c, next) => limits[c.var.role as keyof typeof limits](c, next))
    .all(MCP, (c) => answer[c.var.role as keyof typeof answer](c.req.raw))
}

/** Refuses what a page of another site asks through its reader's browser (MCP, Streamable HTTP: security). */
function sameOrigin({ address }: SiteSettings): MiddlewareHandler<Asked> {
  const own = new URL(address).origin
  return async (c, next) => {
    const origin = c.req.header('origin')
    return origin === undefined || origin === own || origin === new URL(c.req.url).origin
      ? next()
      : c.text('Pages of other sites may not ask here.', 403)
  }
}

/** Finds out who asks, by token alone: no cookie counts here. Refuses strangers, and tokens that are none of the site's. */
function asking(settings: SiteSettings): MiddlewareHandler<Asked> {
  return async (c, next) => {
    const role = roleOf(c, settings)
    if (role === 'stranger') {
      c.header('WWW-Authenticate', 'Bearer realm="hearsay"')
      return c.text('Say a token of this site: Authorization: Bearer ...', 401)
    }
    c.set('role', role)
    return next()
  }
}

function roleOf(c: Asking, settings: SiteSettings): Role {
  if (isUnguarded(settings)) return 'editor'
  const scopes = scopesOf(c, settings)
  if (scopes?.has('write')) return 'editor'
  return scopes?.has('read') || (scopes === null && settings.isPublic) ? 'reader' : 'stranger'
}
