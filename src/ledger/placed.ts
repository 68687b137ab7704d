/** Which origin and which story claims are of, many at once: what stands in a list is reports, and origins are counted. */
import { broughtTogether, newIndex } from '../stories/origins.ts'
import { articleOf, mentionOf } from '../stories/reading.ts'
import { decidedIndex, originsAround } from './corrections/decided.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { nameOf } from './settled.ts'
import type { ClaimShown } from './shown.ts'

/** Where a claim is. */
export interface ClaimPlaced {
  /** Its origin's number, as people decided; null where it is in none. */
  readonly origin: number | null
  /** How many articles report that; 0 where it is in none. */
  readonly articles: number
  /** The story that its article is in; null where it is in none. */
  readonly story: number | null
}

/** The places of claims, by their numbers. */
export async function claimsPlaced(
  ledger: Pick<Ledger, 'db'>,
  claims: readonly Pick<ClaimShown, 'number' | 'claim' | 'reading'>[],
): Promise<Map<number, ClaimPlaced>> {
  const readings = [...new Set(claims.map(({ reading }) => reading))]
  if (readings.length === 0) return new Map()
  const { members, decisions } = await originsAround(ledger, readings)
  const found = broughtTogether(
    decidedIndex(
      { ...newIndex(), members: new Map(members.map((one) => [one.mention, shapes.MEMBER.read({ ...one })])) },
      decisions,
    ),
  )
  const placeOf = new Map(
    found.flatMap(({ id, joined }) => {
      const articles = new Set(joined.map(({ mention }) => articleOf(mention))).size
      return joined.map(({ mention }) => [mention, { origin: id, articles }] as const)
    }),
  )
  const rows = await ledger.db
    .selectFrom('storyMember')
    .select(['reading', 'storyId'])
    .where('reading', 'in', readings.map(nameOf))
    .execute()
  const storyOf = new Map(rows.map(({ reading, storyId }) => [reading, storyId]))
  return new Map(
    claims.map(({ number, claim, reading }) => {
      const name = nameOf(reading)
      const { origin = null, articles = 0 } = placeOf.get(mentionOf(name, claim.id)) ?? {}
      return [number, { origin, articles, story: storyOf.get(name) ?? null }]
    }),
  )
}
