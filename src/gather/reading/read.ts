/** Arrivals -> pages with their claims, ready to enter the ledger. */
import type { Engine } from '../../claims/attribution.ts'
import type { Page } from '../../ledger/entry.ts'
import type { Reader } from '../../ledger/readings.ts'
import type { Article } from '../../page/article.ts'
import { type Found, foundIn, ReadError } from '../../read/reading.ts'
import { type Arrival, type Paged, pageOf, type Unread } from './arrival.ts'

/** Articles that were captured before, read again; one that cannot be read has a reason in its place. */
export async function reread(articles: readonly Article[], engine: Engine): Promise<(Found | Unread)[]> {
  return (await foundIn(articles, engine)).map(toldOf)
}

const toldOf = (found: Found | ReadError): Found | Unread =>
  found instanceof ReadError ? { unread: found.message } : found

/** Reads arrivals; one that is no page has a reason in its place. */
export async function readArrivals(
  arrivals: readonly Arrival[],
  engine: Engine,
  reader: Reader,
): Promise<(Page | Unread)[]> {
  const paged = arrivals.map(pagedOf)
  const pages = paged.filter((one): one is Paged => !('unread' in one))
  const found = (
    await reread(
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
