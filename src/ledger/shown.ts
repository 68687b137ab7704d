/** Claims as they are shown: as people corrected them, with the article that each stands in. */
import type { Claim } from '../claims/claim.ts'
import { correctedIn } from './corrections/reapply.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'
import { urlsOf } from './search/hits.ts'

/** The article that a claim stands in, in the version that it was read in. */
export interface Where {
  readonly article: number
  readonly version: number
  readonly reading: number
  readonly headline: string | null
  readonly outlet: string | null
  /** As the page has it. */
  readonly published: string | null
  readonly wire: string | null
  readonly url: string | null
}

/** A claim with its number. */
export interface ClaimShown extends Where {
  readonly number: number
  /** As people corrected it. */
  readonly claim: Claim
}

/** Claims by their numbers, in the order of these; hidden ones are left out. */
export async function claimsShown({ db }: Pick<Ledger, 'db'>, numbers: readonly number[]): Promise<ClaimShown[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('claim')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .select(['claim.id', 'claim.local', 'claim.articleId', 'claim.versionId', 'claim.readingId'])
    .select(['version.headline', 'version.outlet', 'version.published', 'version.wire'])
    .where('claim.id', 'in', numbers)
    .execute()
  const readings = [...new Set(rows.map(({ readingId }) => readingId))]
  const claims = await claimsOf(db, readings)
  const urls = await urlsOf(
    db,
    rows.map(({ articleId }) => articleId),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return numbers.flatMap((number): ClaimShown[] => {
    const row = byId.get(number)
    const claim = row && claims.get(row.readingId)?.get(row.local)
    if (row === undefined || claim === undefined) return []
    const { articleId: article, versionId: version, readingId: reading, headline, outlet, published, wire } = row
    return [
      { number, claim, article, version, reading, headline, outlet, published, wire, url: urls.get(article) ?? null },
    ]
  })
}

/** The claims of readings as people corrected them, by their ids. */
async function claimsOf(db: Ledger['db'], readings: readonly number[]): Promise<Map<number, Map<string, Claim>>> {
  if (readings.length === 0) return new Map()
  const rows = await db.selectFrom('reading').select(['id', 'packed']).where('id', 'in', readings).execute()
  const corrected = await correctedIn(db, readings)
  return new Map(
    rows.map(({ id, packed }) => {
      const { claims } = unpackJson(packed) as Found
      const own = corrected.get(id)?.(claims) ?? claims
      return [id, new Map(own.map((claim) => [claim.id, claim]))]
    }),
  )
}
