/** The stories of a ledger one after another: how many articles tell each, and when the last was published. */
import type { Ledger } from '../open.ts'
import type { Tables } from '../tables.ts'

/** A story, as it is listed. */
export type StoryHeld = Pick<Tables['story'], 'id' | 'size' | 'lastDay'>

const PAGE = 1000

/**
 * Stories by their numbers, a page at a time. One that no article is of any more is not among them.
 * @param ledger one that stands still
 * @param chosen by their numbers; null for all
 */
export async function* storiesHeld(
  { db }: Pick<Ledger, 'db'>,
  chosen: ReadonlySet<number> | null,
): AsyncGenerator<readonly StoryHeld[]> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('story')
      .select(['id', 'size', 'lastDay'])
      .where('id', '>', after)
      .where('size', '>', 0)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.filter(({ id }) => chosen?.has(id) ?? true)
  }
}
