// Pages of plain text with what the rules read in them, for tests of the ledger.
import type { Claim } from '../../src/claims/claim.ts'
import { loadEngine } from '../../src/claims/engines.ts'
import { readClaims } from '../../src/claims/index.ts'
import { enterPages, type Page } from '../../src/ledger/entry.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { readPage } from '../../src/page/index.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

const rules = await loadEngine('rules')

/** How a page is told of. */
export interface Telling {
  readonly url?: string
  readonly at?: string
  readonly edition?: string
  readonly outlet?: string
  /** Another engine's eyes: what it makes of the claims that the rules read. */
  readonly read?: (claims: readonly Claim[]) => readonly Claim[]
}

export const FIRST = '2025-01-05T09:12:00.000Z'
export const LATER = '2025-01-06T10:00:00.000Z'

/** What the rules find in a text. */
export async function foundIn(text: string): Promise<readonly Claim[]> {
  return (await readClaims([readPage(text, { as: 'article' })], rules))[0] ?? []
}

/** A text as a page that was captured. */
async function told(text: string, telling: Telling = {}): Promise<Page> {
  const {
    url = 'https://news.example/a',
    at = FIRST,
    edition = '1',
    outlet = 'The Bugle',
    read = (all) => all,
  } = telling
  return {
    bytes: new TextEncoder().encode(text),
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: {},
    capturedAt: at,
    how: 'fetched',
    notes: [],
    article: readPage(text, { as: 'article', given: { outlet } }),
    addresses: [{ url, key: url }],
    reader: { engine: 'rules', edition },
    found: { claims: read(await foundIn(text)), headline: null },
  }
}

/** Enters a text; gives its claims' numbers. */
export async function tell(ledger: Ledger, text: string, telling: Telling = {}): Promise<readonly number[]> {
  const [entered] = await enterPages(ledger, [await told(text, telling)], ENTERED)
  return entered?.claims ?? []
}

/** A new ledger with some texts in it, each by an outlet of its own. @returns it, and the numbers of all their claims */
export async function toldAll(
  where: string,
  texts: readonly string[],
): Promise<{ ledger: Ledger; claims: readonly number[] }> {
  const ledger = await openLedger(where)
  const claims: number[] = []
  for (const [n, text] of texts.entries())
    claims.push(...(await tell(ledger, text, { url: `https://news.example/${n}`, outlet: `Post ${n}` })))
  return { ledger, claims }
}
