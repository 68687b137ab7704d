/** The API as a part of the site: guards, routes, and a problem for whatever goes wrong. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { positionNow } from '../../ledger/position.ts'
import { API_AT } from '../../publish/addresses.ts'
import { bounded, knownHost, paced, type Refuse } from '../access/guard.ts'
import { type Sessions, scopesOf } from '../access/roles.ts'
import { noticing } from '../feeds/noticing.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { allowed, refuseScope, shared } from './access.ts'
import { bodyOf, parameters } from './asked.ts'
import { documentOf } from './document.ts'
import { chosenFields, chosenOf } from './fields.ts'
import { apiPage } from './page.ts'
import { ProblemError, problemAnswer } from './problem.ts'
import type { Answered, Api, Route } from './route.ts'
import { ROUTES } from './routes.ts'

const DOCUMENT = `${API_AT}/openapi.json`

/** What the API has in common with the rest of the site. */
interface Shared {
  readonly sessions: Sessions
  /** Keeps answers as long as the ledger stays as it is. */
  readonly keep: MiddlewareHandler<Asked>
  /** Told of what fails here. */
  readonly complain: (error: Error) => void
}

/** What of a site its API answers from. */
type ApiOf = Pick<Site, 'ledger' | 'settings' | 'intake' | 'now'>

/** The API of a site. */
export function apiScreen(site: ApiOf, { sessions, keep, complain }: Shared): Screen {
  const { settings } = site
  const notice = noticing(site)
  const answerOf = (c: Context, error: ProblemError) => problemAnswer(error, settings.address + API_AT, c.req.path)
  // What was not read of a body stands in the connection's way: it is not asked over again.
  const refuse: Refuse = (c, status, why) =>
    answerOf(c, new ProblemError(KINDS[status], why, status === 413 ? { headers: { connection: 'close' } } : {}))
  const app = new Hono<Asked>()
    .use(shared(settings), knownHost(settings, refuse))
    .route('/', methodsTold())
    .use(paced(settings, { refuse, isTold: true }))
    .use(allowed(settings, sessions, (path) => path === API_AT || path === DOCUMENT))
    .use(
      bounded((path) => path === `${API_AT}/pages`, refuse),
      keep,
    )
    .get(API_AT, (c) => apiPage(c, settings.address + API_AT))
    .get(DOCUMENT, (c) => c.json(documentOf(settings.address + API_AT)))
  for (const route of ROUTES)
    app.on(route.method.toUpperCase(), pathOf(route), (c) => answered(c, route, { ...site, notice }))
  for (const [path, methods] of METHODS)
    app.all(path, (c) => {
      const error = new ProblemError('method-not-allowed', `${c.req.method.slice(0, 20)} is none of: ${methods}.`, {
        headers: { allow: methods },
      })
      return answerOf(c, error)
    })
  app.notFound((c) =>
    answerOf(c, new ProblemError('not-found', `There is nothing at this address. ${API_AT} lists what there is.`)),
  )
  app.onError((error, c) => {
    const known = error instanceof ProblemError ? error : problemOf(error)
    if (known !== null) return answerOf(c, known)
    complain(error)
    const why = error.name === 'LedgerError' ? error.message : 'Try again; if it fails again, tell who runs this site.'
    return answerOf(c, new ProblemError('failed', why))
  })
  return app
}

const KINDS = { 413: 'too-large', 421: 'other-host', 429: 'too-many-requests' } as const

/** A route's path as Hono has it. */
const pathOf = ({ path }: Route): string => API_AT + path.replaceAll(/\{(\w+)\}/g, ':$1')

/** By path, the methods that it takes. */
const METHODS: ReadonlyMap<string, string> = new Map(
  [...Map.groupBy(ROUTES, pathOf), [API_AT, []] as const, [DOCUMENT, []] as const].map(([path, routes]) => {
    const own: readonly { readonly method: string }[] = routes.length === 0 ? [{ method: 'get' }] : routes
    const methods = own.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    return [path, [...methods, 'OPTIONS'].join(', ')] as const
  }),
)

/** Says which methods a path takes (RFC 9110, 9.3.7), whoever asks: browsers ask before they say a token. */
function methodsTold(): Screen {
  const app = new Hono<Asked>()
  for (const [path, methods] of METHODS)
    app.options(path, (c) => {
      c.header('allow', methods)
      return c.body(null, 204)
    })
  return app
}

/** Errors of the domain as problems: what they say is what to do. */
function problemOf(error: Error): ProblemError | null {
  if (error.name === 'CorrectionError') return new ProblemError('unprocessable', error.message)
  if (error.name !== 'QueryError') return null
  const { trouble, span } = error as Error & { trouble: string; span: { start: number; end: number } | null }
  if (trouble === 'stale page') return new ProblemError('bad-cursor', error.message)
  const where = span === null ? '' : ` (characters ${span.start} to ${span.end})`
  const errors = [{ in: 'query', pointer: '/q', detail: `${error.message}${where}` }] as const
  return new ProblemError('bad-query', `${error.message}${where}`, { errors })
}

/** Reads what is asked by the route's schemas, has it answered, and gives of it what was chosen. */
async function answered(
  c: Asking,
  route: Route,
  { ledger, intake, settings, now, notice }: ApiOf & { readonly notice: () => Promise<boolean> },
): Promise<Response> {
  const query = parameters(route.query, c.req.queries(), 'query')
  const words = Object.entries(c.req.param()).map(([name, value]) => [name, [value]] as const)
  const params = parameters(route.params, Object.fromEntries(words), 'path')
  const fields =
    route.chosen !== null && typeof query.fields === 'string' ? chosenFields(route.chosen, query.fields) : null
  const body = route.body === null ? null : await bodyOf(route.body, c.req.raw)
  const isEditor = c.var.role === 'editor'
  if (route.scope === 'write' && !isEditor) refuseScope(scopesOf(c, settings), 'write')
  if (!route.isKept) c.set('keep', false)
  const { seq } = await positionNow(ledger)
  const pinned = { site: settings.address, seq, excerpt: isEditor ? null : settings.excerpt }
  const noticed = async (): Promise<void> => {
    if (!(await notice())) c.set('keep', false)
  }
  const api: Api = { ledger, intake, pinned, isEditor, now, noticed }
  const found = await route.read(api, { params, query, body } as never)
  if (found === null) throw new ProblemError('not-found', route.missing ?? 'There is no such thing.')
  return answerWith(c, route, found, fields, settings.address)
}

function answerWith(
  c: Asking,
  route: Route,
  { value, next, location }: Answered,
  fields: ReturnType<typeof chosenFields> | null,
  site: string,
): Response {
  if (location !== undefined) c.header('location', location)
  if (next != null) {
    const address = new URL(c.req.url)
    address.searchParams.set('cursor', next)
    c.header('link', `<${site}${address.pathname}${address.search}>; rel="next"`)
  }
  if (fields === null) return c.json(value, route.status)
  // Of a page, fields are chosen of its items.
  const isPage = route.chosen !== route.answer
  const page = value as { readonly items: unknown }
  return c.json(isPage ? { ...page, items: chosenOf(page.items, fields) } : chosenOf(value, fields), route.status)
}
