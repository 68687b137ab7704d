/** The captures of a ledger one after another, with their bytes. */
import type { Article } from '../../page/article.ts'
import { bodyOf, type Captured, type CaptureNote, type Redirect } from '../captures.ts'
import type { Ledger } from '../open.ts'
import { unpackJson } from '../pack.ts'
import { isAmong } from '../sql/lists.ts'
import type { Chosen } from './chosen.ts'

/** A capture that is kept. */
export interface CaptureHeld extends Omit<Captured, 'isUntimed'> {
  readonly id: number
  readonly sha256: string
  /** What it was read as, of what no server gave; null for what is no article, or came from one. */
  readonly page: Article | null
}

/** Captures whose rows are read together; bytes are read one after another. */
const PAGE = 200

/**
 * Captures by their numbers.
 * @param ledger one that stands still
 * @param articles those of all their versions; null for all captures, also of what is no article
 */
export async function* capturesHeld(
  ledger: Pick<Ledger, 'db'>,
  { articles }: Pick<Chosen, 'articles'>,
): AsyncGenerator<CaptureHeld> {
  const { db } = ledger
  if (articles?.length === 0) return
  for (let after = 0; ; ) {
    let query = db.selectFrom('capture').selectAll().where('id', '>', after).orderBy('id').limit(PAGE)
    if (articles !== null)
      query = query.where('versionId', 'in', (own) =>
        own
          .selectFrom('version')
          .select('version.id')
          .where(isAmong(db, 'version.articleId', articles)),
      )
    const rows = await query.execute()
    for (const { id, sha256, redirectsJson, headersJson, notesJson, versionId, ...row } of rows) {
      const bytes = await bodyOf(ledger, sha256)
      if (bytes === null) continue
      const { url, finalUrl, status, capturedAt, how } = row
      yield {
        ...{ id, sha256, url, finalUrl, status, capturedAt, how, bytes },
        redirects: JSON.parse(redirectsJson) as Redirect[],
        headers: JSON.parse(headersJson) as Record<string, string>,
        notes: JSON.parse(notesJson) as CaptureNote[],
        page: status === null && versionId !== null ? await pageOf(db, versionId) : null,
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

async function pageOf(db: Ledger['db'], version: number): Promise<Article> {
  const { page } = await db.selectFrom('version').select('page').where('id', '=', version).executeTakeFirstOrThrow()
  return unpackJson(page) as Article
}

/** The SHA-256 of the bytes that several captures have. */
export async function repeatedBytes({ db }: Pick<Ledger, 'db'>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('capture')
    .select('sha256')
    .groupBy('sha256')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}
