/** The addresses that are watched. */
import type { Ledger, Writing } from '../../ledger/open.ts'
import { visitKey } from '../visits/visits.ts'

/** An address that is looked at again and again. */
export interface Watch {
  readonly id: number
  readonly url: string
  /** What it gave last; null until it was read. */
  readonly kind: 'feed' | 'sitemap' | 'page' | null
  readonly title: string | null
  readonly folder: readonly string[]
  /** How often its reader wants it looked at; null for as often as it asks to be. */
  readonly everyMinutes: number | null
  readonly dueAt: string
  readonly askedAt: string | null
  readonly failures: number
  readonly reason: string | null
}

/** What is to be watched. */
export interface WatchRequest {
  readonly url: string
  readonly title?: string | null
  readonly folder?: readonly string[]
  readonly everyMinutes?: number | null
}

/**
 * Watches addresses; one that is watched already is looked at as often as is said now.
 * @param at ISO time in UTC
 * @returns how many were not watched before
 */
export function addWatches(ledger: Ledger, requests: readonly WatchRequest[], at: string): Promise<number> {
  return ledger.write(async (db) => {
    let added = 0
    for (const { url, title = null, folder = [], everyMinutes = null } of requests) {
      const key = visitKey(url)
      const known = await db.selectFrom('watch').select('id').where('key', '=', key).executeTakeFirst()
      if (known !== undefined) {
        await db.updateTable('watch').set({ everyMinutes, dueAt: at }).where('id', '=', known.id).execute()
        continue
      }
      added++
      await db
        .insertInto('watch')
        .values({
          key,
          url,
          kind: null,
          title,
          folderJson: JSON.stringify(folder),
          everyMinutes,
          addedAt: at,
          dueAt: at,
          askedAt: null,
          failures: 0,
          reason: null,
        })
        .execute()
    }
    return added
  })
}

/** Watches no more what has one of these addresses. What came by it stays. @returns how many were watched */
export async function removeWatches(ledger: Ledger, urls: readonly string[]): Promise<number> {
  const { numDeletedRows } = await ledger.write((db) =>
    db.deleteFrom('watch').where('key', 'in', urls.map(visitKey)).executeTakeFirstOrThrow(),
  )
  return Number(numDeletedRows)
}

/** All that is watched, in the order in which it was added. */
export async function watchesOf({ db }: Pick<Ledger, 'db'>): Promise<Watch[]> {
  const rows = await db.selectFrom('watch').selectAll().orderBy('id').execute()
  return rows.map(watchOf)
}

/** A watch by its number; null where it is watched no more. */
export async function watchNamed({ db }: Pick<Ledger, 'db'>, id: number): Promise<Watch | null> {
  const row = await db.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : watchOf(row)
}

function watchOf({
  folderJson,
  ...row
}: Omit<Watch, 'folder'> & { readonly folderJson: string; readonly key: string; readonly addedAt: string }): Watch {
  const { id, url, kind, title, everyMinutes, dueAt, askedAt, failures, reason } = row
  return { id, url, kind, title, folder: JSON.parse(folderJson), everyMinutes, dueAt, askedAt, failures, reason }
}

/** What is known of a watch after a look at it. */
export async function noteLook(
  db: Writing,
  id: number,
  look: Partial<Pick<Watch, 'kind' | 'title'>> & Pick<Watch, 'dueAt' | 'askedAt' | 'failures' | 'reason'>,
): Promise<void> {
  await db.updateTable('watch').set(look).where('id', '=', id).execute()
}
