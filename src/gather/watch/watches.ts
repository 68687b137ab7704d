/** The addresses that are watched. */
import type { Ledger, Writing } from '../../ledger/open.ts'
import type { Remembered } from '../fetch/freshness.ts'
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
          rememberedJson: '{}',
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

function watchOf({ folderJson, ...row }: Omit<Watch, 'folder'> & { readonly folderJson: string }): Watch {
  const { id, url, kind, title, everyMinutes, dueAt, askedAt, failures, reason } = row
  return { id, url, kind, title, folder: JSON.parse(folderJson), everyMinutes, dueAt, askedAt, failures, reason }
}

/** What to ask a watched address and the sitemaps that it names with next time, by address. */
export type RememberedThere = Readonly<Record<string, Remembered>>

/** What was remembered of the last look at a watch. */
export async function rememberedThere({ db }: Pick<Ledger, 'db'>, id: number): Promise<RememberedThere> {
  const row = await db.selectFrom('watch').select('rememberedJson').where('id', '=', id).executeTakeFirst()
  return JSON.parse(row?.rememberedJson ?? '{}') as RememberedThere
}

/** What came of a look. */
type Noted = Partial<Pick<Watch, 'kind' | 'title'>> &
  Pick<Watch, 'dueAt' | 'askedAt' | 'failures' | 'reason'> & {
    /** Undefined leaves what is there. */
    readonly remembered?: RememberedThere
  }

/** Notes what is known of a watch after a look at it. */
export async function noteLook(db: Writing, id: number, { remembered, ...look }: Noted): Promise<void> {
  const rememberedJson = remembered === undefined ? {} : { rememberedJson: JSON.stringify(remembered) }
  await db
    .updateTable('watch')
    .set({ ...look, ...rememberedJson })
    .where('id', '=', id)
    .execute()
}
