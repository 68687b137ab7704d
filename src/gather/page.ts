/** One address from the world into the ledger: fetched, read, entered, and noted what to ask with next time. */
import { type Entered, enterPages, type Page } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/open.ts'
import { seenAgain } from '../ledger/seen.ts'
import type { FeedEntry } from './feed/entry.ts'
import { listIn } from './feed/source.ts'
import { FetchError } from './fetch/errors.ts'
import type { Fetched, Fetcher } from './fetch/fetcher.ts'
import type { Arrival } from './reading/arrival.ts'
import type { PageReader } from './reading/pool.ts'
import type { Rights } from './rights/rights.ts'
import { noteVisit, rememberedOf, type Visit, versionAt } from './visits/visits.ts'

/** What gathering works with. */
export interface Gathering {
  readonly ledger: Ledger
  readonly fetcher: Fetcher
  readonly reader: PageReader
}

/** What came of an address. */
export type Gathered =
  | { readonly is: 'entered'; readonly page: Page; readonly entered: Entered; readonly instead: string | null }
  /** It stands as it stood. */
  | { readonly is: 'unchanged'; readonly article: number | null }
  /** It is no page that can be read. */
  | { readonly is: 'unread'; readonly reason: string }

/** A feed's entry with when the feed was read, ISO in UTC. */
export interface InFeed {
  readonly entry: Pick<FeedEntry, 'url' | 'html' | 'title' | 'published' | 'authors'>
  readonly outlet: string | null
  readonly at: string
}

/** How an address is gathered. */
export interface GatherOptions {
  readonly signal?: AbortSignal
  /** Whether it is to be followed: asked for again as long as it may change. */
  readonly again?: boolean
  /** What a feed has of it: its words are taken where the page cannot be had. */
  readonly inFeed?: InFeed | null
  /** Asks for all of it, whatever is known. */
  readonly afresh?: boolean
  /** Asks for nothing where the site calls its last answer fresh still: where nobody waits for it. */
  readonly unlessFresh?: boolean
  /** Milliseconds since 1970: a feed's words may have waited for long before they enter. */
  readonly now?: () => number
  /** Whether it is not tried again soon: a feed's words are taken then also where the trouble may pass. */
  readonly isLast?: boolean
}

/**
 * Gathers one address.
 * @throws {FetchError} where it cannot be had, and the feed has no words of it either
 * @throws {LedgerError} where the ledger cannot be written to
 */
export async function gatherPage(
  { ledger, fetcher, reader }: Gathering,
  url: string,
  {
    signal,
    again = false,
    inFeed = null,
    afresh = false,
    unlessFresh = false,
    now = Date.now,
    isLast = false,
  }: GatherOptions = {},
): Promise<Gathered> {
  const known = afresh ? null : await rememberedOf(ledger, url)
  let fetched: Fetched
  try {
    fetched = await fetcher.fetch(url, { known, evenIfFresh: !unlessFresh, signal })
  } catch (error) {
    if (!(error instanceof FetchError) || error.kind === 'stopped' || (error.outlook === 'soon' && !isLast)) throw error
    const arrival = inFeed === null ? null : feedArrival(inFeed)
    if (arrival === null) throw error
    return enter({ ledger, reader }, arrival, { url, again, remembered: null, instead: error, now })
  }
  const { fetchedAt: at, remembered } = fetched
  if (fetched.is !== 'fetched') {
    const wasAsked = fetched.is === 'not modified'
    const article = await ledger.write(async (db) => {
      await noteVisit(db, { url, at, remembered, wasAsked, again, failure: null })
      const version = await versionAt({ db }, url)
      return version === null ? null : seenAgain(db, version, wasAsked ? at : null)
    })
    return { is: 'unchanged', article }
  }
  const list = listIn(fetched.bytes, fetched.headers['content-type'] ?? null)
  if (list !== null) {
    const reason = `this is ${list}, which names articles and is none. Watch it: hearsay watch ADDRESS`
    await noteUnread(ledger, { url, at, again, failure: { reason, isFinal: true } })
    return { is: 'unread', reason }
  }
  return enter({ ledger, reader }, fetchedArrival(fetched), { url, again, remembered, instead: null, now })
}

interface Coming {
  readonly url: string
  readonly again: boolean
  readonly remembered: Fetched['remembered']
  /** Why the feed's words are taken instead of the page. */
  readonly instead: FetchError | null
  readonly now: () => number
}

/** Notes that nothing was had: there is nothing that could be unchanged the next time. */
const noteUnread = (ledger: Ledger, visit: Pick<Visit, 'url' | 'at' | 'again' | 'failure'>): Promise<void> =>
  ledger.write((db) => noteVisit(db, { ...visit, remembered: null, version: null }))

async function enter(
  { ledger, reader }: Pick<Gathering, 'ledger' | 'reader'>,
  arrival: Arrival,
  { url, again, remembered, instead, now }: Coming,
): Promise<Gathered> {
  const at = arrival.capturedAt
  const [page = { unread: 'it was not read' }] = await reader.read([arrival])
  if ('unread' in page) {
    await noteUnread(ledger, { url, at, again, failure: { reason: page.unread, isFinal: false } })
    return { is: 'unread', reason: page.unread }
  }
  const [entered] = await enterPages(ledger, [page], new Date(now()).toISOString(), async (db, [one]) =>
    noteVisit(db, {
      url,
      at,
      remembered,
      version: one?.version ?? null,
      hasChanged: one !== undefined && (one.isNewArticle || one.isChange),
      again,
      failure: instead && { reason: instead.reason, isFinal: instead.outlook === 'never' },
    }),
  )
  return { is: 'entered', page, entered: entered as Entered, instead: instead?.message ?? null }
}

/** A fetched page as it came in. */
export function fetchedArrival({
  bytes,
  url,
  finalUrl,
  redirects,
  status,
  headers,
  fetchedAt,
  rights,
}: Fetched): Arrival {
  return {
    bytes,
    url,
    finalUrl,
    redirects,
    status,
    headers,
    capturedAt: fetchedAt,
    how: 'fetched',
    notes: rights === null ? [] : rightsNotes(rights),
  }
}

/** What it says of the right to keep, show and mine it, as notes on the capture. */
function rightsNotes({ mining, directives }: Rights): Arrival['notes'] {
  return [
    ...mining.map(({ from, reserved, policy }) => ({
      kind: reserved ? 'mining reserved' : 'mining allowed',
      message: [`in its ${from}`, policy].filter(Boolean).join(': '),
    })),
    ...directives.map((message) => ({ kind: 'directive', message })),
  ]
}

/** An entry's own words; null where it has none. */
function feedArrival({ entry, outlet, at }: InFeed): Arrival | null {
  const { url, html, title, published, authors } = entry
  if (html === null) return null
  const byline = authors.length > 0 ? `<p>By ${authors.map(escaped).join(', ')}</p>` : ''
  const heading = title === null ? '' : `<h1>${escaped(title)}</h1>`
  return {
    bytes: Buffer.from(
      `<!doctype html><title>${escaped(title ?? '')}</title><article>${heading}${byline}${html}</article>`,
    ),
    url,
    finalUrl: url,
    redirects: [],
    status: null,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    capturedAt: at,
    how: 'feed',
    notes: [
      { kind: 'feed', message: 'The page could not be had; these are the words of the feed, perhaps not all of it.' },
    ],
    as: 'html',
    given: {
      ...(title === null ? {} : { headline: title }),
      ...(published === null ? {} : { published }),
      ...(outlet === null ? {} : { outlet }),
    },
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
