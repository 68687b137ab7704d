/** All that a claim's screen tells, asked of the ledger at once. */
import { pagesOfClaims } from '../../ledger/article-pages.ts'
import { entriesOf, type Kept } from '../../ledger/corrections/record.ts'
import type { Ledger } from '../../ledger/open.ts'
import { type OriginReported, originReported } from '../../ledger/reports.ts'
import { claimsShown } from '../../ledger/shown.ts'
import { outletsAmong } from '../../ledger/source-parties.ts'
import { type CaptureShown, type ClaimStood, capturesOf, claimStood } from '../../ledger/stood.ts'
import { pageAddress } from '../../publish/cite/claim.ts'

/** An article's telling of a claim's origin. */
export type ReportOf = OriginReported['reports'][number]

/** A source's own page that tells the same. */
export interface OwnPage {
  /** The claim in it. */
  readonly claim: number
  readonly outlet: string | null
  readonly capture: CaptureShown | null
}

/** A claim as its screen shows it. */
export interface ClaimShown {
  readonly stood: ClaimStood
  /** The same claim as it is known now: what is hidden now is shown at no address. */
  readonly now: ClaimStood
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
  /** For each source of its chain its own page; null where the ledger has none. */
  readonly pages: readonly (OwnPage | null)[]
  /** Sources of its chain that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
  /** What people said of it and of its origin, by their numbers. */
  readonly entries: readonly Kept[]
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
  const now = at === null ? stood : ((await claimStood(ledger, claim)) ?? stood)
  const origin = await originReported(ledger, claim, { limit: REPORTS })
  const offset = from < (origin?.articles ?? 0) ? from : 0
  const further = offset === 0 ? origin : await originReported(ledger, claim, { limit: REPORTS, offset })
  const decisions = origin === null ? [] : await entriesOf(ledger.db, origin.decisions)
  const said = new Map([...stood.entries, ...(at === null ? decisions : [])].map((entry) => [entry.id, entry]))
  return {
    stood,
    now,
    at,
    later: now.pinned.seq > stood.pinned.seq ? now.pinned.seq : null,
    url: pageAddress(stood),
    origin,
    reports: further?.reports ?? [],
    from: offset,
    earliest: origin?.reports[0] ?? null,
    pages: await ownPages(ledger, stood),
    outlets: await outletsAmong(
      ledger,
      stood.corrected.claim.chain.map(({ name }) => name),
    ),
    entries: [...said.values()].sort((one, other) => one.id - other.id),
  }
}

async function ownPages(
  ledger: Pick<Ledger, 'db'>,
  { reading, corrected: { claim } }: ClaimStood,
): Promise<(OwnPage | null)[]> {
  const numbers = (await pagesOfClaims(ledger, reading.id, [claim])).get(claim.id) ?? []
  const told = await claimsShown(
    ledger,
    numbers.filter((number) => number !== null),
  )
  const captures = await capturesOf(
    ledger,
    told.map(({ version }) => version),
  )
  return numbers.map((number) => {
    const page = told.find((one) => one.number === number)
    if (page === undefined) return null
    return { claim: page.number, outlet: page.outlet, capture: captures.get(page.version)?.[0] ?? null }
  })
}
