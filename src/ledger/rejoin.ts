/**
 * Rejoining: the origins and stories of a whole ledger made anew from its readings, as when a newer release joins
 * otherwise. It can be stopped at any time and goes on where it stopped.
 */
import type { Kysely } from 'kysely'
import { STORIES_EDITION } from '../stories/edition.ts'
import { beginEdition, editionOf } from './neighbourhood/edition.ts'
import type { Ledger } from './open.ts'
import { settleArticles } from './settled.ts'

/** What is made anew: all of migrations/stories.ts. */
const MADE = [
  'statement',
  'origin',
  'origin_merged',
  'origin_key',
  'statement_word',
  'told_in',
  'tally',
  'text_prints',
  'print_key',
  'story',
  'story_merged',
  'story_word',
  'story_key',
  'member',
  'story_member',
  'overlap',
] as const

/** Articles joined in one transaction. */
const TOGETHER = 16

/**
 * Makes origins and stories anew where another edition made them, and joins what has not joined.
 * @param onProgress is told how many articles have joined, of how many
 */
export async function rejoin(
  ledger: Ledger,
  {
    signal,
    afresh = false,
    onProgress = () => {},
  }: {
    readonly signal?: AbortSignal
    /** Also where this edition made them. */
    readonly afresh?: boolean
    readonly onProgress?: (done: number, all: number) => void
  } = {},
): Promise<number> {
  if (afresh || (await editionOf(ledger.db)) !== STORIES_EDITION)
    await ledger.write(async (db) => {
      for (const table of MADE) await (db as unknown as Kysely<Record<string, object>>).deleteFrom(table).execute()
      await beginEdition(db)
    })
  const { all } = await ledger.db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  let [done, after] = [0, 0]
  while (!signal?.aborted) {
    const some = await ledger.db
      .selectFrom('article')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(TOGETHER)
      .execute()
    if (some.length === 0) break
    after = some.at(-1)?.id ?? after
    await ledger.write((db) =>
      settleArticles(
        db,
        some.map(({ id }) => id),
      ),
    )
    done += some.length
    onProgress(done, Number(all))
  }
  return done
}
