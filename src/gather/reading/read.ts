/** Arrivals -> pages with their claims, ready to enter the ledger. */
import type { Engine } from '../../claims/attribution.ts'
import type { Claim } from '../../claims/claim.ts'
import { type EngineName, editionOf } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import type { Page } from '../../ledger/entry.ts'
import type { Found, Reader } from '../../ledger/readings.ts'
import type { Article } from '../../page/article.ts'
import { headlineCheck } from '../../stories/drift/headline.ts'
import { type Arrival, type Paged, pageOf, type Unread } from './arrival.ts'

/** Who reads. */
export const readerOf = (engine: EngineName): Reader => ({ engine, edition: editionOf(engine) })

/** What an engine finds in articles, or in words why it does not, for each. */
export async function foundIn(articles: readonly Article[], engine: Engine): Promise<(Found | Unread)[]> {
  try {
    const read = await readClaims(articles, engine)
    return articles.map((article, at) => {
      const claims: readonly Claim[] = read[at] ?? []
      return { claims, headline: headlineCheck(article, claims) }
    })
  } catch (error) {
    // One page's trouble is not the others': each is read alone.
    if (articles.length > 1) return (await Promise.all(articles.map((article) => foundIn([article], engine)))).flat()
    return articles.map(() => ({ unread: `its claims could not be read: ${(error as Error).message}` }))
  }
}

/** Reads arrivals; one that is no page has a reason in its place. */
export async function readArrivals(
  arrivals: readonly Arrival[],
  engine: Engine,
  reader: Reader,
): Promise<(Page | Unread)[]> {
  const paged = arrivals.map(pagedOf)
  const pages = paged.filter((one): one is Paged => !('unread' in one))
  const found = (
    await foundIn(
      pages.map(({ article }) => article),
      engine,
    )
  ).values()
  return paged.map((one) => {
    if ('unread' in one) return one
    const read = found.next().value as Found | Unread
    return 'unread' in read ? read : { ...one, reader, found: read }
  })
}

function pagedOf(arrival: Arrival): Paged | Unread {
  try {
    return pageOf(arrival)
  } catch (error) {
    return { unread: `it could not be read: ${(error as Error).message}` }
  }
}
