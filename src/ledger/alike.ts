/**
 * Claims beside one: those that are one origin with it, as people decided, and those that may be the same statement and are
 * counted apart, of the same speaker or story, in words of which they share enough.
 */
import { originsAround } from './corrections/decided.ts'
import { constrained } from './corrections/decisions.ts'
import type { Ledger } from './open.ts'
import { termsOf } from './search/words.ts'
import { nameOf, numberOf } from './settled.ts'
import { type ClaimShown, claimsShown } from './shown.ts'

/** The other claims of a claim's origin, in the order of their numbers. */
export async function claimsOneWith({ db }: Pick<Ledger, 'db'>, claim: number): Promise<number[]> {
  const own = await db.selectFrom('claim').select(['readingId', 'local']).where('id', '=', claim).executeTakeFirst()
  if (own === undefined) return []
  const { members, decisions } = await originsAround({ db }, [own.readingId])
  const found = [...Map.groupBy(members, ({ originId }) => originId).values()]
  const groups = constrained(
    found.map((all) => all.map(({ mention }) => mention)),
    decisions,
  )
  const mention = `${nameOf(own.readingId)}#${own.local}`
  const group = new Set(groups.find((all) => all.includes(mention)))
  group.delete(mention)
  if (group.size === 0) return []
  const readings = members.filter((member) => group.has(member.mention)).map(({ readingId }) => readingId)
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local'])
    .where('readingId', 'in', [...new Set(readings)])
    .orderBy('id')
    .execute()
  return rows.filter(({ readingId, local }) => group.has(`${nameOf(readingId)}#${local}`)).map(({ id }) => id)
}

/** Claims that are looked at: the newest of the speaker, and of the story. */
const LOOKED_AT = 300

/** Words of a claim that are compared. */
const WORDS = 80

/** Of the words of both, the share that both must have to be offered (Jaccard's index). */
const LEAST = 0.2

/**
 * Claims like one, the most alike first.
 * @param without claims that are not offered: those that are one with it already
 */
export async function claimsAlike(
  ledger: Pick<Ledger, 'db'>,
  claim: number,
  { without, limit = 4 }: { readonly without: ReadonlySet<number>; readonly limit?: number },
): Promise<ClaimShown[]> {
  const { db } = ledger
  const row = await db
    .selectFrom('claim')
    .select(['content', 'speakerKey', 'readingId'])
    .where('id', '=', claim)
    .executeTakeFirst()
  if (row === undefined) return []
  const counting = db
    .selectFrom('claim')
    .select(['claim.id', 'claim.content'])
    .where('claim.isCurrent', '=', 1)
    .where('claim.isHidden', '=', 0)
    .orderBy('claim.id', 'desc')
    .limit(LOOKED_AT)
  const speaker = row.speakerKey
  const said = speaker === null ? [] : await counting.where('claim.speakerKey', '=', speaker).execute()
  const readings = await readingsBeside(db, row.readingId)
  const told = readings.length === 0 ? [] : await counting.where('claim.readingId', 'in', readings).execute()
  const own = new Set(termsOf(row.content, WORDS))
  const others = new Map([...said, ...told].map(({ id, content }) => [id, content]))
  const alike = [...others]
    .filter(([id]) => id !== claim && !without.has(id))
    .map(([id, content]) => ({ id, share: shareOf(own, new Set(termsOf(content, WORDS))) }))
    .filter(({ share }) => share >= LEAST)
    .sort((one, other) => other.share - one.share || one.id - other.id)
  return claimsShown(
    ledger,
    alike.slice(0, limit).map(({ id }) => id),
  )
}

const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.intersection(other).size / Math.max(1, one.union(other).size)

/** The readings of the stories that a reading is in. */
async function readingsBeside(db: Ledger['db'], reading: number): Promise<number[]> {
  const rows = await db
    .selectFrom('storyMember')
    .select('reading')
    .where('storyId', 'in', (own) =>
      own.selectFrom('storyMember').select('storyId').where('reading', '=', nameOf(reading)),
    )
    .execute()
  return rows.map((row) => numberOf(row.reading))
}
