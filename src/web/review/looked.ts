/** All that is shown of one thing to look at. */
import { claimsAlike, claimsOneWith } from '../../ledger/alike.ts'
import { type Member, memberOf } from '../../ledger/corrections/reapply.ts'
import type { Ledger } from '../../ledger/open.ts'
import { type OriginReported, originReported } from '../../ledger/reports.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import { articleOfVersion } from '../../ledger/threads.ts'
import type { Article } from '../../page/article.ts'
import type { Item } from './queue.ts'

/** Other reports of its origin that are shown. */
const REPORTS = 6

/** A claim with what a person needs to judge it. */
export interface Looked {
  readonly item: Item
  readonly member: Member
  readonly page: Article
  readonly origin: OriginReported | null
  /** Claims that may be the same statement and are counted apart. */
  readonly alike: readonly ClaimShown[]
  /** The claim that a waiting correction was made at. */
  readonly before: Member | null
}

/** @returns null where there is no such claim */
export async function lookedAt(ledger: Pick<Ledger, 'db'>, item: Item): Promise<Looked | null> {
  const before = item.held === null ? null : await memberOf(ledger.db, item.held.claim)
  const member = item.claim === null ? before : await memberOf(ledger.db, item.claim)
  if (member === null) return null
  const origin = await originReported(ledger, member.id, { limit: REPORTS })
  const own = new Set(await claimsOneWith(ledger, member.id))
  return {
    item,
    member,
    page: await articleOfVersion(ledger, member.version),
    origin,
    alike: origin === null ? [] : await claimsAlike(ledger, member.id, { without: own }),
    before,
  }
}
