/**
 * What the claims of new readings tell that nothing told before: origins that nobody reported, and figures that no older
 * claim of their origin has. A page that is read again tells nothing new, and neither does a newer version in words that
 * an older one had.
 */
import type { Claim } from '../../claims/claim.ts'
import { broughtTogether, newIndex } from '../../stories/origins.ts'
import { type Mention, mentionOf } from '../../stories/reading.ts'
import { decidedIndex, originsAround } from '../corrections/decided.ts'
import * as shapes from '../neighbourhood/shapes.ts'
import type { Ledger } from '../open.ts'
import { nameOf } from '../settled.ts'
import { articleOfVersion } from '../threads.ts'

/** Which claims are new: those that readings after one, up to another, brought. */
export interface Since {
  /** The number of the last reading that was known. */
  readonly after: number
  /** The last that is looked at; what a later one brought is neither new nor known. */
  readonly upTo?: number
}

/** Claims of one origin, by their numbers. */
interface OfOrigin {
  /** New ones, the one that tells it best first. */
  readonly fresh: readonly number[]
  /** Those that were known. */
  readonly old: readonly number[]
}

export interface NewClaims {
  /** Origins that nobody reported before. */
  readonly origins: readonly OfOrigin[]
  /** Origins that were known, with new claims. */
  readonly told: readonly OfOrigin[]
}

/** What is new in the origins that some readings have claims in. */
export async function newClaims(
  ledger: Pick<Ledger, 'db'>,
  readings: readonly number[],
  { after, upTo = Number.MAX_SAFE_INTEGER }: Since,
): Promise<NewClaims> {
  if (readings.length === 0) return { origins: [], told: [] }
  const { db } = ledger
  const { members, decisions } = await originsAround(ledger, readings)
  const index = decidedIndex(
    { ...newIndex(), members: new Map(members.map((one) => [one.mention, shapes.MEMBER.read({ ...one })])) },
    decisions,
  )
  const around = [...new Set(members.map(({ readingId }) => readingId))]
  if (around.length === 0) return { origins: [], told: [] }
  const claims = await db
    .selectFrom('claim')
    .leftJoin('claim as first', 'first.id', 'claim.thread')
    .select(['claim.id', 'claim.readingId', 'claim.local', 'claim.content', 'claim.standsIn', 'claim.speaker'])
    .select('first.readingId as since')
    .where('claim.readingId', 'in', around)
    .execute()
  const sinceOf = ({ since, readingId }: (typeof claims)[number]): number => since ?? readingId
  const byMention = new Map<Mention, (typeof claims)[number]>(
    claims
      .filter((claim) => sinceOf(claim) <= upTo)
      .map((claim) => [mentionOf(nameOf(claim.readingId), claim.local), claim]),
  )
  const came = (claim: (typeof claims)[number]): boolean => sinceOf(claim) > after
  const stood = await wordsBefore(db, [...new Set(claims.filter(came).map(({ readingId }) => readingId))], after)
  const isNew = (claim: (typeof claims)[number]): boolean =>
    came(claim) && !(stood.get(claim.readingId)?.some((words) => words.includes(claim.content)) ?? false)
  const [origins, told]: [OfOrigin[], OfOrigin[]] = [[], []]
  for (const { joined } of broughtTogether(index)) {
    const own = joined.flatMap(({ mention }) => byMention.get(mention) ?? []).sort((one, other) => one.id - other.id)
    const fresh = own.filter(isNew).sort((one, other) => tells(other) - tells(one))
    const old = own.filter((claim) => !isNew(claim))
    if (fresh.length === 0) continue
    const found = { fresh: fresh.map(({ id }) => id), old: old.map(({ id }) => id) }
    if (old.length === 0) origins.push(found)
    else told.push(found)
  }
  return { origins, told }
}

/** What a claim tells of its origin: who says it, and in the text rather than above it. */
const tells = ({ speaker, standsIn }: { readonly speaker: string | null; readonly standsIn: Claim['in'] }): number =>
  2 * Number(speaker !== null) + Number(standsIn === 'text')

/**
 * The words in which the articles of readings stood before.
 * @param after the number of the last reading that was known
 * @returns by readings, those that have any: of one that reads a version anew, its own words
 */
async function wordsBefore(
  db: Ledger['db'],
  readings: readonly number[],
  after: number,
): Promise<Map<number, readonly string[]>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .innerJoin('version as before', 'before.articleId', 'version.articleId')
    .innerJoin('reading as known', 'known.versionId', 'before.id')
    .select(['reading.id', 'before.id as version'])
    .distinct()
    .where('reading.id', 'in', readings)
    .where('known.id', '<=', after)
    .execute()
  const versions = [...new Set(rows.map(({ version }) => version))]
  const words = new Map<number, readonly string[]>()
  for (const version of versions) {
    const { headline, deck, text } = await articleOfVersion({ db }, version)
    words.set(version, [headline ?? '', deck ?? '', text])
  }
  const found = Map.groupBy(rows, ({ id }) => id)
  return new Map([...found].map(([id, own]) => [id, own.flatMap(({ version }) => words.get(version) ?? [])]))
}
