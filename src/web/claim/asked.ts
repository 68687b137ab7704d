/** All that a claim's screen tells, asked of the ledger at once. */
import { entriesOf, type Kept } from '../../ledger/corrections/record.ts'
import type { Ledger } from '../../ledger/open.ts'
import { type OriginReported, originReported } from '../../ledger/reports.ts'
import { pagesOfChain, type ReportOf } from '../../ledger/rungs.ts'
import { type ClaimStood, claimStood } from '../../ledger/stood.ts'
import { webAddress } from '../../publish/address.ts'

/** A claim as its screen shows it. */
export interface ClaimShown {
  readonly stood: ClaimStood
  /** The ledger's version that the address names; null where it names none. */
  readonly at: number | null
  /** With which entry it came to stand as it does now, where that is a later one. */
  readonly later: number | null
  /** The address of the page that it stands in. */
  readonly url: string | null
  /** Its origin; null where it is in none. */
  readonly origin: OriginReported | null
  /** Reports that are shown, and how many come before them. */
  readonly reports: readonly ReportOf[]
  readonly from: number
  /** The earliest report, which the others are held against. */
  readonly earliest: ReportOf | null
  /** The own pages of its chain's sources. */
  readonly pages: readonly (ReportOf | null)[]
  /** What people said of it and of its origin, by their numbers. */
  readonly entries: readonly Kept[]
}

/** The address of the page that a claim stands in: the one it names, else the one it was captured at. */
export function pageAddress({ page, captures: [capture] }: Pick<ClaimStood, 'page' | 'captures'>): string | null {
  return webAddress(page.url) ?? webAddress(capture?.finalUrl ?? capture?.url ?? null)
}

/** Reports of a page. */
export const REPORTS = 30

/**
 * Asks for a claim.
 * @param at the ledger's version; null for now
 * @param from how many reports come before those that are shown
 * @returns null where there is no such claim, or not yet
 */
export async function claimAsked(
  ledger: Pick<Ledger, 'db'>,
  claim: number,
  { at, from }: { readonly at: number | null; readonly from: number },
): Promise<ClaimShown | null> {
  const stood = await claimStood(ledger, claim, at === null ? {} : { at })
  if (stood === null) return null
  const now = at === null ? stood : await claimStood(ledger, claim)
  const origin = await originReported(ledger, claim, { limit: REPORTS })
  const further = from === 0 ? origin : await originReported(ledger, claim, { limit: REPORTS, offset: from })
  const decisions = origin === null ? [] : await entriesOf(ledger.db, origin.decisions)
  const said = new Map([...stood.entries, ...(at === null ? decisions : [])].map((entry) => [entry.id, entry]))
  return {
    stood,
    at,
    later: now !== null && now.pinned.seq > stood.pinned.seq ? now.pinned.seq : null,
    url: pageAddress(stood),
    origin,
    reports: further?.reports ?? [],
    from,
    earliest: origin?.reports[0] ?? null,
    pages: pagesOfChain(stood.corrected.claim.chain, origin?.reports ?? [], stood.article),
    entries: [...said.values()].sort((one, other) => one.id - other.id),
  }
}
