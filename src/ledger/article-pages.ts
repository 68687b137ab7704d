/**
 * The chains of an article's claims, source by source: which have a page of their own in the ledger that tells the same. So
 * far in a chain can be checked.
 */
import type { Claim, Link } from '../claims/claim.ts'
import { broughtTogether, newIndex } from '../stories/origins.ts'
import { articleOf, mentionOf } from '../stories/reading.ts'
import { carrierOf } from '../stories/voice.ts'
import { decidedIndex, originsAround } from './corrections/decided.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { nameOf } from './settled.ts'

/** In origins of more reports than this no pages are looked for while somebody waits. */
const MOST = 5000

/**
 * For each source of a claim's chain the number of the claim in that source's own page, as people decided origins.
 * @returns by the claims' ids; null for a source without such a page, and no entry where there is none at all
 */
export async function pagesOfClaims(
  ledger: Pick<Ledger, 'db'>,
  reading: number,
  claims: readonly Claim[],
): Promise<Map<string, readonly (number | null)[]>> {
  const found = new Map<string, readonly (number | null)[]>()
  const named = new Set(claims.flatMap(({ chain }) => chain.slice(1).filter(isPrinter).map(carrier)))
  if (named.size === 0) return found
  const { members, decisions } = await originsAround(ledger, [reading])
  if (members.length > MOST) return found
  const printed = await printedBy(ledger, named, members)
  if (printed.size === 0) return found
  const index = decidedIndex(
    { ...newIndex(), members: new Map(members.map((one) => [one.mention, shapes.MEMBER.read({ ...one })])) },
    decisions,
  )
  const name = nameOf(reading)
  const own = new Map(claims.map((claim) => [mentionOf(name, claim.id), claim]))
  for (const { joined } of broughtTogether(index)) {
    const others = joined.flatMap(({ mention }) => (articleOf(mention) === name ? [] : (printed.get(mention) ?? [])))
    for (const { mention } of joined) {
      const claim = own.get(mention)
      if (claim === undefined || others.length === 0) continue
      const pageOf = (link: Link) => others.find((other) => other.carrier === carrier(link))?.claim ?? null
      found.set(
        claim.id,
        claim.chain.map((link, at) => (at > 0 && isPrinter(link) ? pageOf(link) : null)),
      )
    }
  }
  return found
}

const carrier = ({ name }: Link): string => carrierOf(name)

/** Who has pages of their own: outlets, and those whose copy others print. */
const isPrinter = ({ kind, link }: Link): boolean => kind === 'outlet' || link === 'wire'

/** A claim with whose page it stands in. */
interface Printed {
  readonly claim: number
  readonly carrier: string
}

/** Claims by their mentions, of those who are named. */
async function printedBy(
  { db }: Pick<Ledger, 'db'>,
  named: ReadonlySet<string>,
  members: readonly { readonly readingId: number }[],
): Promise<Map<string, Printed>> {
  const readings = [...new Set(members.map(({ readingId }) => readingId))]
  if (readings.length === 0) return new Map()
  const outlets = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select(['reading.id', 'version.outlet'])
    .where('reading.id', 'in', readings)
    .execute()
  const carriers = new Map(
    outlets.flatMap(({ id, outlet }) => {
      const carrier = outlet === null ? null : carrierOf(outlet)
      return carrier !== null && named.has(carrier) ? [[id, carrier] as const] : []
    }),
  )
  if (carriers.size === 0) return new Map()
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'local', 'readingId'])
    .where('readingId', 'in', [...carriers.keys()])
    .where('isHidden', '=', 0)
    .execute()
  return new Map(
    rows.map(({ id, local, readingId }) => [
      mentionOf(nameOf(readingId), local),
      { claim: id, carrier: carriers.get(readingId) as string },
    ]),
  )
}
