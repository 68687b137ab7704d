/** Claims that may be the same statement as one: of the same speaker or story, in words of which they share enough. */
import type { Ledger } from './open.ts'
import { termsOf } from './search/words.ts'
import { nameOf, numberOf } from './settled.ts'
import { type ClaimShown, claimsShown } from './shown.ts'

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
