/** What entered the log since it was last looked through for developments: a batch of bounded size. */
import { rejoinedUpTo } from '../neighbourhood/edition.ts'
import type { Ledger } from '../open.ts'
import { lastBy } from '../position.ts'

/** Entries of the log that are looked through together: some five hundred pages. */
const TOGETHER = 1500

export interface Batch {
  /** The positions of the log that it is after, and that it ends with. */
  readonly after: number
  readonly upTo: number
  /** The last reading that was known before it, and the last that it has. */
  readonly known: number
  readonly last: number
  /** Articles with versions that entered. */
  readonly articles: readonly number[]
  /** What people said of claims, by the numbers of corrections. */
  readonly corrections: readonly number[]
}

/** How far the log was looked through. */
export async function noticedUpTo(db: Ledger['db']): Promise<number> {
  const { upTo } = await db.selectFrom('noticed').select('upTo').executeTakeFirstOrThrow()
  return upTo
}

/** The next batch; null where nothing entered, or stories are being made anew and tell nothing yet. */
export async function nextBatch(ledger: Pick<Ledger, 'db'>): Promise<Batch | null> {
  const { db } = ledger
  const after = await noticedUpTo(db)
  const entries = await db
    .selectFrom('log')
    .select(['seq', 'kind', 'subject'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(TOGETHER)
    .execute()
  const last = entries.at(-1)
  if (last === undefined || (await rejoinedUpTo(db)) !== null) return null
  const of = (kind: string): number[] => entries.filter((entry) => entry.kind === kind).map(({ subject }) => subject)
  return {
    after,
    upTo: last.seq,
    known: await lastBy(ledger, 'reading', after),
    last: await lastBy(ledger, 'reading', last.seq),
    articles: await articlesOf(db, of('reading')),
    corrections: of('correction'),
  }
}

/** The articles whose versions were read for the first time: a page that is read again is no news. */
async function articlesOf(db: Ledger['db'], readings: readonly number[]): Promise<number[]> {
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select('version.articleId')
    .distinct()
    .where('reading.id', 'in', readings)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading as older')
            .select('older.id')
            .whereRef('older.versionId', '=', 'reading.versionId')
            .whereRef('older.id', '<', 'reading.id'),
        ),
      ),
    )
    .orderBy('version.articleId')
    .execute()
  return rows.map(({ articleId }) => articleId)
}
