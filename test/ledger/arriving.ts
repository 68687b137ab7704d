// Pages as they arrive, read by the rules, for tests of which article they are.
import { loadEngine } from '../../src/claims/engines.ts'
import type { Arrival } from '../../src/gather/reading/arrival.ts'
import { readerOf } from '../../src/gather/reading/engines.ts'
import type { PageReader } from '../../src/gather/reading/pool.ts'
import { readArrivals } from '../../src/gather/reading/read.ts'
import { type Entered, enterPages } from '../../src/ledger/entry.ts'
import type { Ledger } from '../../src/ledger/open.ts'

const rules = await loadEngine('rules')

/** Reads by the rules, without threads. */
export const inlineReader: PageReader = {
  reader: readerOf('rules'),
  read: (arrivals) => readArrivals(arrivals, rules, readerOf('rules')),
  reread: async () => [],
  close: async () => {},
}

/** A page of the Harbour Post. */
export const html = (headline: string, text: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="Harbour Post">${head}</head>
<body><article><h1>${headline}</h1>${text
    .split('\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`

/** Enters what an address answered. */
export async function arrive(
  ledger: Ledger,
  url: string | null,
  page: string,
  capturedAt: string,
  over: Partial<Arrival> = {},
): Promise<Entered> {
  const arrival: Arrival = {
    bytes: Buffer.from(page),
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    capturedAt,
    how: 'fetched',
    notes: [],
    ...over,
  }
  const [read] = await readArrivals([arrival], rules, readerOf('rules'))
  if (read === undefined || 'unread' in read) throw new Error(read?.unread)
  const [entered] = await enterPages(ledger, [read], capturedAt)
  return entered as Entered
}
