/** An origin as its story tells it, by one of its claims: its account, and who carries it. */
import { mentionOf } from '../stories/reading.ts'
import type { OriginTold, StoryTold } from '../stories/told/told.ts'
import type { Ledger } from './open.ts'
import { nameOf } from './settled.ts'
import { storyTold } from './told.ts'

/** So many stories are looked into: an origin is told in the one that most of its articles are in. */
const MOST = 5

/**
 * The origin that a claim is of.
 * @param claim the reading that it stands in, its id there, and readings of other reports of the origin
 * @returns null where no story tells it
 */
export async function originTold(
  ledger: Pick<Ledger, 'db'>,
  { reading, local, others }: { readonly reading: number; readonly local: string; readonly others: readonly number[] },
): Promise<{ readonly story: StoryTold; readonly number: number; readonly origin: OriginTold } | null> {
  const mention = mentionOf(nameOf(reading), local)
  const rows = await ledger.db
    .selectFrom('storyMember')
    .select(['storyId', 'reading'])
    .where('reading', 'in', [reading, ...others].map(nameOf))
    .execute()
  const own = rows.filter((row) => row.reading === nameOf(reading)).map(({ storyId }) => storyId)
  const stories = [...new Set([...own, ...rows.map(({ storyId }) => storyId)])].slice(0, MOST)
  for (const number of stories) {
    const story = await storyTold(ledger, number)
    const origin = story?.origins.find(({ claims }) => claims.includes(mention))
    if (story !== null && origin !== undefined) return { story, number, origin }
  }
  return null
}
