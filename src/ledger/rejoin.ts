/**
 * Rejoining: the origins and stories of a whole ledger made anew from its readings, as when a newer release joins
 * otherwise. It can be stopped at any time and goes on where it stopped.
 */
import type { Kysely } from 'kysely'
import { STORIES_EDITION } from '../stories/edition.ts'
import { beginEdition, editionOf, noteRejoined, rejoinedUpTo } from './neighbourhood/edition.ts'
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

/** How far origins and stories that are being made anew have come. */
export interface Rejoining {
  /** Articles that have joined, of all that there are. */
  readonly done: number
  readonly of: number
}

/** How far it has come where origins and stories are being made anew, or were until it was stopped; null where they are whole. */
export async function rejoining({ db }: Pick<Ledger, 'db'>): Promise<Rejoining | null> {
  const upTo = await rejoinedUpTo(db)
  return upTo === null ? null : { done: await articles(db, upTo), of: await articles(db) }
}

/** How many articles there are, up to one of them. */
async function articles(db: Ledger['db'], upTo?: number): Promise<number> {
  const all = db.selectFrom('article').select(({ fn }) => fn.countAll<number>().as('all'))
  const { all: count } = await (upTo === undefined ? all : all.where('id', '<=', upTo)).executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Makes origins and stories anew where another edition made them or it was not finished, and joins what has not joined.
 * @param onProgress is told how many articles have joined, of how many
 * @returns how many have joined
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
      await noteRejoined(db, 0)
    })
  const upTo = await rejoinedUpTo(ledger.db)
  const all = await articles(ledger.db)
  let [done, after] = [await articles(ledger.db, upTo ?? 0), upTo ?? 0]
  while (!signal?.aborted) {
    const some = await ledger.db
      .selectFrom('article')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(TOGETHER)
      .execute()
    if (some.length === 0) {
      if (upTo !== null) await ledger.write((db) => noteRejoined(db, null))
      break
    }
    const last = some.at(-1)?.id ?? after
    after = last
    await ledger.write(async (db) => {
      await settleArticles(
        db,
        some.map(({ id }) => id),
      )
      if (upTo !== null) await noteRejoined(db, last)
    })
    done += some.length
    onProgress(done, all)
  }
  return done
}
