/**
 * An origin by one of its claims: every report that is of it, as people decided, the earliest first, with the words in
 * which each differs from the earliest and the capture that proves it.
 */

import { driftBetween } from '../stories/drift/between.ts'
import type { Drift } from '../stories/drift/drift.ts'
import { broughtTogether, type Joined, newIndex } from '../stories/origins.ts'
import type { Mention } from '../stories/reading.ts'
import { type Wording, wordingBetween } from './changes.ts'
import { decidedIndex, originsAround } from './corrections/decided.ts'
import * as shapes from './neighbourhood/shapes.ts'
import type { Ledger } from './open.ts'
import { type ClaimShown, claimsShown, type Where } from './shown.ts'
import { type CaptureShown, capturesOf } from './stood.ts'

/** A claim that reports an origin. */
interface Reported extends Pick<ClaimShown, 'number' | 'claim'> {
  readonly mention: Mention
  /** Why it is with the origin. */
  readonly joined: Joined
  /** Its words against those of the earliest report's text; null where they are the same. */
  readonly words: readonly Wording[] | null
  /** What it lost or changed of the earliest, by type. */
  readonly drift: readonly Drift[]
}

/** An article's telling of an origin. */
interface ReportShown extends Where {
  readonly claims: readonly Reported[]
  /** The first capture in which it was seen so; null where none is kept. */
  readonly capture: CaptureShown | null
}

export interface OriginReported {
  /** Its number; one that a person split off has a number of its own. */
  readonly origin: number
  /** The story that the claim's article is in. */
  readonly story: number | null
  /** The decisions in force on any of its claims: numbers of corrections. */
  readonly decisions: readonly number[]
  /** How many articles report it. */
  readonly articles: number
  /** The claim that the others are held against; null where none is shown. */
  readonly earliest: { readonly article: number; readonly claim: number } | null
  /** Those that were asked for, the earliest published first, those without a date last. */
  readonly reports: readonly ReportShown[]
}

/** Reports of a page: what each changed takes a millisecond or two to tell. */
const USUAL = 50

/**
 * The origin that a claim is of, and who else reports it.
 * @param page which of its reports: `limit` of them, 50 without it, from `offset` on
 * @returns null where it is in none: it does not count, is hidden, or is not there
 */
export async function originReported(
  ledger: Pick<Ledger, 'db'>,
  claim: number,
  { limit = USUAL, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<OriginReported | null> {
  const { db } = ledger
  const row = await db.selectFrom('claim').select(['readingId', 'local']).where('id', '=', claim).executeTakeFirst()
  if (row === undefined) return null
  const { members, decisions } = await originsAround(ledger, [row.readingId])
  const index = decidedIndex(
    { ...newIndex(), members: new Map(members.map((one) => [one.mention, shapes.MEMBER.read({ ...one })])) },
    decisions,
  )
  const own = `r${row.readingId}#${row.local}`
  const origin = broughtTogether(index).find(({ joined }) => joined.some(({ mention }) => mention === own))
  if (origin === undefined) return null
  const joinedBy = new Map(origin.joined.map((joined) => [joined.mention, joined]))
  const numbers = await numbersOf(db, joinedBy)
  const shown = (await claimsShown(ledger, [...numbers.keys()])).sort(byTime)
  const [earliest] = shown
  // Of the earliest article its text: its own headline is a retelling of that.
  const first =
    shown.find(({ article, claim: told }) => article === earliest?.article && told.in === 'text') ?? earliest
  const reports = [...Map.groupBy(shown, ({ article }) => article).values()]
  const captures = await capturesOf(ledger, [...new Set(shown.map(({ version }) => version))])
  const reported = (one: ClaimShown): Reported => {
    const { number, claim: told } = one
    const mention = numbers.get(number) as Mention
    const isFirst = first === undefined || one === first
    return {
      number,
      claim: told,
      mention,
      joined: joinedBy.get(mention) as Joined,
      words: isFirst ? null : wordingBetween(first.claim.content.text, told.content.text),
      drift: isFirst ? [] : driftBetween(first.claim, told),
    }
  }
  const member = await db
    .selectFrom('storyMember')
    .select('storyId')
    .where('reading', '=', `r${row.readingId}`)
    .executeTakeFirst()
  return {
    origin: origin.id,
    story: member?.storyId ?? null,
    decisions: decisions
      .filter(({ one, not }) => [...one, ...not].some((mention) => joinedBy.has(mention)))
      .map(({ correction }) => correction),
    articles: reports.length,
    earliest: first === undefined ? null : { article: first.article, claim: first.number },
    reports: reports.slice(offset, offset + limit).map((claims) => {
      const { number: _, claim: __, ...where } = claims[0] as ClaimShown
      return { ...where, claims: claims.map(reported), capture: captures.get(where.version)?.[0] ?? null }
    }),
  }
}

/** The numbers of claims, with the names that they have in the index. */
async function numbersOf(db: Ledger['db'], mentions: ReadonlyMap<Mention, unknown>): Promise<Map<number, Mention>> {
  const readings = [...mentions.keys()].map((mention) => Number(mention.slice(1, mention.lastIndexOf('#'))))
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local'])
    .where('readingId', 'in', [...new Set(readings)])
    .orderBy('id')
    .execute()
  return new Map(
    rows.flatMap(({ id, readingId, local }): [number, Mention][] => {
      const mention = `r${readingId}#${local}`
      return mentions.has(mention) ? [[id, mention]] : []
    }),
  )
}

/** Days sort as they are written; of one day the one that came first is first. */
function byTime(one: ClaimShown, other: ClaimShown): number {
  const [a, b] = [one.published ?? '~', other.published ?? '~']
  return a < b ? -1 : a > b ? 1 : one.number - other.number
}
