/**
 * The chain of a claim, source by source: which of them have a page of their own in the ledger that tells the same. So far
 * in the chain can be checked; further in it is a source's word for what another said.
 */
import type { Claim } from '../claims/claim.ts'
import { carrierOf } from '../stories/voice.ts'
import type { OriginReported } from './reports.ts'

/** An article's telling of the same origin. */
export type ReportOf = OriginReported['reports'][number]

/**
 * The own pages of a chain's sources, in its order; null for a source without one. The first is the page that was read: it
 * has none besides.
 * @param article the number of the article that the claim stands in
 */
export function pagesOfChain(
  chain: Claim['chain'],
  reports: readonly ReportOf[],
  article: number,
): readonly (ReportOf | null)[] {
  const others = reports.filter((report) => report.article !== article && report.outlet !== null)
  return chain.map(({ name, kind, link }, at) => {
    if (at === 0 || (kind !== 'outlet' && link !== 'wire')) return null
    const carrier = carrierOf(name)
    return others.find(({ outlet }) => carrierOf(outlet as string) === carrier) ?? null
  })
}
