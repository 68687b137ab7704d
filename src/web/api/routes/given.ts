/** What routes are asked with and read alike: numbers in paths, the query, claims with their captures. */
import { z } from 'zod'
import { parseQuery } from '../../../ledger/search/parse.ts'
import type { Query } from '../../../ledger/search/query.ts'
import type { ClaimShown } from '../../../ledger/shown.ts'
import { capturesOf } from '../../../ledger/stood.ts'
import { type Claim, claimRecord } from '../../../publish/records/claim.ts'
import type { Api } from '../route.ts'

/** The largest number that a ledger gives. */
const LARGEST = 10 ** 15 - 1

/** A thing's number, as the site's addresses have it. */
export const numbered = (what: string) => z.int().min(1).max(LARGEST).describe(`The number of the ${what}.`)

/** Claims of a page, and articles. */
export const LIMIT = { usual: 20, most: 100 } as const

/** A query of the search. */
export const q = z
  .string()
  .describe('A query: words, "phrases", -excluded, begin*, and fields, as `speaker:"Ilse Maren" figure:>=40`.')

/** Reads a query; without one, all is asked for. */
export const queryIn = (text: string | undefined): Query => parseQuery(text ?? '')

/** Claims as programs get them, with the first capture of each. */
export async function claimRecords({ ledger, pinned }: Api, shown: readonly ClaimShown[]): Promise<Claim[]> {
  const captures = await capturesOf(ledger, [...new Set(shown.map(({ version }) => version))])
  return shown.map((one) => claimRecord(one, pinned, captures.get(one.version)?.[0] ?? null))
}
