/**
 * A client of a Hearsay site's API: what it answers is typed by the site's own OpenAPI document, what goes wrong is an error
 * with the problem in it, and lists are walked through page by page. Runs in Node and in browsers.
 */
import createClient from 'openapi-fetch'
import type { Paths } from './api.ts'
import { errorOf } from './error.ts'

export type * from './api.ts'
export { ApiError } from './error.ts'

/** Paths that are asked with a method. */
type PathOf<Method extends 'get' | 'post'> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never
}[keyof Paths]

type Operation<Path extends keyof Paths, Method extends 'get' | 'post'> =
  Paths[Path] extends Record<Method, infer Of> ? Of : never

/** What is answered in the end. */
type Answer<Of> = Of extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202)] extends { content: { 'application/json': infer Value } }
    ? Value
    : never
  : never

/** What stands in a path's braces, and what is asked besides. */
type Parameters<Of> = Of extends { parameters: infer Given } ? Given : never
type Body<Of> = Of extends { requestBody: { content: { 'application/json': infer Value } } } ? { body: Value } : unknown

/** What a request is made with: its parameters, its body, and a signal that ends it. */
type Asked<Of> = { readonly params: Parameters<Of> } & Body<Of> & { readonly signal?: AbortSignal }

/** Whether something has to be said. */
type Given<Of> = object extends Parameters<Of> ? readonly [asked?: Partial<Asked<Of>>] : readonly [asked: Asked<Of>]

/** A record of which only some fields were asked for. */
type Part<Value> = Value extends readonly (infer One)[]
  ? Part<One>[]
  : Value extends object
    ? { [Name in keyof Value]?: Part<Value[Name]> }
    : Value
type Chosen<Value, Asking> = Asking extends readonly [{ params: { query: { fields: string } } }] ? Part<Value> : Value

/** Lists: paths whose answers come in pages. */
type ListPath = {
  [Path in PathOf<'get'>]: Answer<Operation<Path, 'get'>> extends { items: unknown[]; next: string | null }
    ? Path
    : never
}[PathOf<'get'>]
type ItemOf<Path extends ListPath> = Answer<Operation<Path, 'get'>> extends { items: (infer Item)[] } ? Item : never

/** A site's API. */
export interface Client {
  /**
   * Asks for one thing, or for a page of a list.
   * @throws {ApiError} where the site answers with a problem
   */
  get<Path extends PathOf<'get'>, Asking extends Given<Operation<Path, 'get'>>>(
    path: Path,
    ...asked: Asking
  ): Promise<Chosen<Answer<Operation<Path, 'get'>>, Asking>>
  /**
   * Everything of a list, one after another, page by page as it is walked through.
   * @throws {ApiError} where the site answers with a problem
   */
  each<Path extends ListPath, Asking extends Given<Operation<Path, 'get'>>>(
    path: Path,
    ...asked: Asking
  ): AsyncGenerator<Chosen<ItemOf<Path>, Asking>, void, undefined>
  /**
   * Writes something: this wants a token that may.
   * @throws {ApiError} where the site answers with a problem
   */
  post<Path extends PathOf<'post'>>(
    path: Path,
    asked: Asked<Operation<Path, 'post'>>,
  ): Promise<Answer<Operation<Path, 'post'>>>
}

export interface ClientOptions {
  /** A token of the site; it is said in a header, never in an address. */
  readonly token?: string
  /** Milliseconds after which a request is given up: 30,000. */
  readonly timeout?: number
  /** What asks; the platform's own where it is not said. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/** Milliseconds that a story of thousands of reports may take, made anew. */
const TIMEOUT = 30_000

/** What a request is made with, whichever it is. */
interface Loose {
  readonly params?: { readonly path?: object; readonly query?: object }
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Connects to a site.
 * @param site its address: `https://hearsay.example`
 */
export function connect(site: string, { token, timeout = TIMEOUT, fetch }: ClientOptions = {}): Client {
  const raw = createClient<Record<string, Record<'get' | 'post', object>>>({
    baseUrl: `${site.replace(/\/+$/, '')}/api/v1`,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  })
  const ask = async (method: 'GET' | 'POST', path: string, { signal, ...asked }: Loose = {}): Promise<unknown> => {
    const ends = AbortSignal.timeout(timeout)
    const own = { ...asked, signal: signal === undefined ? ends : AbortSignal.any([signal, ends]) }
    const { data, error, response } = await raw[method](path, own as never)
    if (!response.ok) throw errorOf(response, error)
    return data
  }
  async function* each(path: string, { params = {}, ...asked }: Loose = {}): AsyncGenerator<unknown> {
    let cursor: string | null | undefined
    do {
      const query = { ...params.query, ...(cursor === undefined ? {} : { cursor }) }
      const page = (await ask('GET', path, { ...asked, params: { ...params, query } })) as {
        items: unknown[]
        next: string | null
      }
      yield* page.items
      cursor = page.next
    } while (cursor !== null)
  }
  return {
    get: (path: string, asked?: Loose) => ask('GET', path, asked),
    post: (path: string, asked?: Loose) => ask('POST', path, asked),
    each,
  } as unknown as Client
}
