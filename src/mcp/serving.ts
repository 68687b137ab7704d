/** What the server for assistants works with: a ledger, how it is known to others, and what may be done besides reading it. */
import type { Fetcher } from '../gather/fetch/fetcher.ts'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Ledger } from '../ledger/open.ts'

/** How pages that are not in the ledger are read. */
export interface ReadingPages {
  readonly reader: PageReader
  /** The world, opened when it is first asked; null where nothing is fetched. */
  readonly fetcher: (() => Promise<Fetcher>) | null
  /** Whether what is read may be kept. */
  readonly mayStore: boolean
}

export interface Serving {
  readonly ledger: Ledger
  /** The address of the site that shows the ledger, without a slash at its end: permalinks begin with it. */
  readonly address: string
  /** Of an article's text, the most characters that are shown; null for all of it. */
  readonly excerpt: number | null
  /** Null where only the ledger is read. */
  readonly reading: ReadingPages | null
  /** The time, ISO in UTC. */
  readonly now: () => string
  /** Told of what went wrong in Hearsay itself. */
  readonly complain: (error: Error) => void
}
