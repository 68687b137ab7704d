/**
 * The Reading of the reading contract: what one input says - its article, its claims, and what its headline makes of
 * them. Given the input and an engine; opens nothing.
 */
import type { Engine } from '../claims/attribution.ts'
import type { Claim } from '../claims/claim.ts'
import type { Anchoring } from '../claims/language-model/anchoring.ts'
import { readArticles } from '../claims/read.ts'
import { type Article, type ReadPageOptions, readPage } from '../page/index.ts'
import { type HeadlineCheck, headlineCheck } from '../stories/drift/headline.ts'

/** What an engine finds in an article. */
export interface Found {
  /** In the order of the page: headline, deck, text. */
  readonly claims: readonly Claim[]
  /** What the headline loses and changes of the claim that it reports; null where the article has no headline. */
  readonly headline: HeadlineCheck | null
  /** What a language model offered, and how much of it was kept; missing where another engine read. */
  readonly anchoring?: Anchoring
  /** Which engine read instead, and why; missing where the one that was asked for did. */
  readonly instead?: { readonly engine: string; readonly because: string }
}

/** One input, read. */
export interface Reading extends Found {
  /** The name it was given: claims are told apart by `<id>#<claim id>` among all articles. */
  readonly id: string
  readonly article: Article
}

/** One input as a page, its claims not yet read. */
export interface Page {
  readonly id: string
  readonly article: Article
}

/** What stands in the place of a Reading that could not be made. */
export interface Failure {
  readonly id: string | null
  /** What was wrong, in words. */
  readonly error: string
}

/** What is known of a page beforehand. */
export interface PageOptions extends ReadPageOptions {
  /** The Reading's name among others; by default the address that was given, else one that tells nothing. */
  readonly id?: string | undefined
}

/** How claims are read. */
export interface ClaimOptions {
  /** Claims below this confidence, 0 to 1, are left out. */
  readonly minConfidence?: number | undefined
  /** Ends the reading: it is looked at between the steps that take long. */
  readonly signal?: AbortSignal | undefined
  /** Reads an article that the engine breaks over; without one, that is an error. */
  readonly fallback?: Engine | undefined
}

/** The engine broke over an article; `cause` is what it threw. What a page says is never such an error. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
}

/**
 * Reads one input as a page.
 * @param name of a page that has neither an id nor an address
 * @throws {TypeError} where the input is neither bytes nor a string
 */
export function pageOf(input: Uint8Array | string, { id, ...options }: PageOptions = {}, name = 'page'): Page {
  if (typeof input !== 'string' && !(input instanceof Uint8Array))
    throw new TypeError(
      `a page is read from its bytes or its text: give a Uint8Array or a string, not ${nameOfType(input)}`,
    )
  return { id: id ?? (options.url || name), article: readPage(input, options) }
}

const nameOfType = (value: unknown): string =>
  typeof value === 'object' ? (value?.constructor?.name ?? 'null') : typeof value

/**
 * What an engine finds in articles that are read together; an article that it breaks over has the error in its place.
 * @throws the signal's reason once it is aborted
 */
export async function foundIn(
  articles: readonly Article[],
  engine: Engine,
  options: ClaimOptions = {},
): Promise<(Found | ReadError)[]> {
  const { minConfidence = 0, signal, fallback } = options
  try {
    const read = await readArticles(articles, engine, signal)
    return articles.map((article, at) => {
      const { claims: all = [], ...told } = read[at] ?? {}
      const claims = all.filter(({ confidence }) => confidence >= minConfidence)
      return { claims, headline: headlineCheck(article, claims), ...told }
    })
  } catch (cause) {
    signal?.throwIfAborted()
    // One page's trouble is not the others': each is read alone.
    if (articles.length > 1)
      return (await Promise.all(articles.map((article) => foundIn([article], engine, options)))).flat()
    const because = (cause as Error).message
    if (fallback === undefined) return [new ReadError(`its claims could not be read: ${because}`, { cause })]
    const found = await foundIn(articles, fallback, { minConfidence, signal })
    return found.map((one) =>
      one instanceof ReadError ? one : { ...one, instead: { engine: fallback.name, because } },
    )
  }
}

/**
 * Reads the claims of one page.
 * @throws ReadError where the engine breaks over it
 * @throws the signal's reason once it is aborted
 */
export async function readingOf({ id, article }: Page, engine: Engine, options: ClaimOptions = {}): Promise<Reading> {
  const [found] = await foundIn([article], engine, options)
  if (found instanceof ReadError) throw found
  return { id, article, ...(found as Found) }
}

/**
 * Reads the claims of pages together, which is faster; a page whose claims cannot be read gives a Failure in its place.
 * @throws the signal's reason once it is aborted
 */
export async function readingsOf(
  pages: readonly Page[],
  engine: Engine,
  options: ClaimOptions = {},
): Promise<(Reading | Failure)[]> {
  const found = await foundIn(
    pages.map(({ article }) => article),
    engine,
    options,
  )
  return pages.map(({ id, article }, at) => {
    const one = found[at] as Found | ReadError
    return one instanceof ReadError ? { id, error: one.message } : { id, article, ...one }
  })
}

/** Why nothing at all could be read, in words; null where there is something to show. */
export function unreadable(article: Article): string | null {
  if (article.text !== '' || article.headline !== null) return null
  return article.notes.find(({ kind }) => kind === 'not-a-page' || kind === 'empty')?.message ?? null
}
