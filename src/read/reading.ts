/**
 * The Reading of the reading contract: what one input says - its article, its claims, and what its headline makes of
 * them. Given the input and an engine; opens nothing.
 */
import type { Engine } from '../claims/attribution.ts'
import type { Claim } from '../claims/claim.ts'
import { readClaims } from '../claims/index.ts'
import { type Article, type ReadPageOptions, readPage } from '../page/index.ts'
import { type HeadlineCheck, headlineCheck } from '../stories/drift/headline.ts'

/** What an engine finds in an article. */
export interface Found {
  /** In the order of the page: headline, deck, text. */
  readonly claims: readonly Claim[]
  /** What the headline loses and changes of the claim that it reports; null where the article has no headline. */
  readonly headline: HeadlineCheck | null
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

/** How claims are read. */
export interface ClaimOptions {
  /** Claims below this confidence, 0 to 1, are left out. */
  readonly minConfidence?: number | undefined
  /** Ends the reading: it is looked at between the steps that take long. */
  readonly signal?: AbortSignal | undefined
}

/** The engine broke over an article; `cause` is what it threw. What a page says is never such an error. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
}

/**
 * Reads one input as a page.
 * @throws {TypeError} where the input is neither bytes nor a string
 */
export function pageOf(id: string, input: Uint8Array | string, options: ReadPageOptions): Page {
  if (typeof input !== 'string' && !(input instanceof Uint8Array))
    throw new TypeError(
      `a page is read from its bytes or its text: give a Uint8Array or a string, not ${nameOfType(input)}`,
    )
  return { id, article: readPage(input, options) }
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
  { minConfidence = 0, signal }: ClaimOptions = {},
): Promise<(Found | ReadError)[]> {
  try {
    const read = await readClaims(articles, engine, signal)
    return articles.map((article, at) => {
      const claims = (read[at] ?? []).filter(({ confidence }) => confidence >= minConfidence)
      return { claims, headline: headlineCheck(article, claims) }
    })
  } catch (cause) {
    signal?.throwIfAborted()
    if (articles.length === 1)
      return [new ReadError(`its claims could not be read: ${(cause as Error).message}`, { cause })]
    // One page's trouble is not the others': each is read alone.
    const alone = articles.map((article) => foundIn([article], engine, { minConfidence, signal }))
    return (await Promise.all(alone)).flat()
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
