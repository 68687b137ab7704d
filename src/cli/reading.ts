/**
 * The Reading of the reading contract: what one input says, as programs get it.
 */

import type { Engine } from '../claims/attribution.ts'
import { readClaims } from '../claims/index.ts'
import type { Reading } from '../gather/ingest/given.ts'
import { type Article, type ReadPageOptions, readPage } from '../page/index.ts'
import { headlineCheck } from '../stories/drift/headline.ts'

export type { Reading }

/** What stands in the place of a Reading that could not be made. */
export interface Failure {
  readonly id: string | null
  readonly error: string
}

/** One input as a page, its claims not yet read. */
export interface Page {
  readonly id: string
  readonly article: Article
}

/** Reads the claims of pages together; a page whose claims cannot be read gives a Failure in its place. */
export type ClaimReader = (pages: readonly Page[]) => Promise<readonly (Reading | Failure)[]>

/** Reads one input as a page. */
export function pageOf(id: string, input: Uint8Array | string, options: ReadPageOptions): Page {
  return { id, article: readPage(input, options) }
}

/** Reads claims with an engine; those below `minConfidence` are left out. */
export function claimReader(engine: Engine, minConfidence = 0): ClaimReader {
  const readingsOf = async (pages: readonly Page[]): Promise<Reading[]> => {
    const read = await readClaims(
      pages.map(({ article }) => article),
      engine,
    )
    return pages.map(({ id, article }, at) => {
      const claims = (read[at] ?? []).filter(({ confidence }) => confidence >= minConfidence)
      return { id, article, claims, headline: headlineCheck(article, claims) }
    })
  }
  const claimsOf: ClaimReader = async (pages) => {
    try {
      return await readingsOf(pages)
    } catch (error) {
      // One page's trouble is not the others': each is read alone.
      if (pages.length > 1) return (await Promise.all(pages.map((page) => claimsOf([page])))).flat()
      return pages.map(({ id }) => ({ id, error: `its claims could not be read: ${(error as Error).message}` }))
    }
  }
  return claimsOf
}

/** Why nothing at all could be read, in words; null where there is something to show. */
export function unreadable(article: Article): string | null {
  if (article.text !== '' || article.headline !== null) return null
  return article.notes.find(({ kind }) => kind === 'not-a-page' || kind === 'empty')?.message ?? null
}
