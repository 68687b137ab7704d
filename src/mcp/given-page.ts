/** A page or draft that an assistant gives or names, read as the ledger's are, and kept by nobody. */
import type { Arrival } from '../gather/reading/arrival.ts'
import type { Page } from '../ledger/entry.ts'
import { AskError } from './ask-error.ts'
import type { ReadingPages, Serving } from './serving.ts'

/** What was given instead of an address. */
export interface GivenPage {
  readonly words: string
  readonly as: Arrival['as']
  readonly url?: string | undefined
  readonly given?: Arrival['given']
}

/** The most characters of a page that are read for an assistant. */
export const LONGEST_PAGE = 3_000_000

/** @throws {AskError} where only the ledger is read */
export function readingOf({ reading }: Serving): ReadingPages {
  if (reading !== null) return reading
  throw new AskError(
    "Here only what is in the ledger can be asked for. Pages and drafts are read by a server of one's own (hearsay mcp), or for editors with a token.",
  )
}

/** What was given, as it came in. */
export const arrivalOf = ({ words, as, url, given }: GivenPage, { now }: Serving): Arrival => ({
  bytes: new TextEncoder().encode(words.toWellFormed()),
  url: url ?? null,
  finalUrl: url ?? null,
  redirects: [],
  status: null,
  headers: { 'content-type': `text/${as === 'html' ? 'html' : 'plain'}; charset=utf-8` },
  capturedAt: now(),
  how: 'pasted',
  notes: [],
  as,
  given,
})

/** @throws {AskError} where it cannot be read */
export async function readArrival(serving: Serving, arrival: Arrival, signal: AbortSignal): Promise<Page> {
  const [page] = await readingOf(serving).reader.read([arrival])
  signal.throwIfAborted()
  if (page === undefined) throw new AskError('It could not be read.')
  if ('unread' in page) throw new AskError(`It could not be read: ${page.unread}`)
  return page
}
