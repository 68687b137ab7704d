/** What is known of asking for an address: what to ask with next time, and when it is worth asking again. */
import type { Ledger, Writing } from '../../ledger/open.ts'
import { addressKey } from '../feed/canonical.ts'
import type { Remembered } from '../fetch/freshness.ts'

const HOUR_MS = 3_600_000

/** An article is corrected within hours, or days; it is asked for again after so long at the earliest, */
const SOONEST_MS = HOUR_MS / 2
/** so long at the latest, */
const LATEST_MS = 24 * HOUR_MS
/** and no more when it has not changed for so long. */
const SETTLED_MS = 14 * 24 * HOUR_MS

/**
 * When to ask for an article again, in milliseconds since 1970: after as long as it has stood unchanged. Null where it
 * is settled.
 * @param changed when other words were found in it last
 */
export function nextVisit(now: number, changed: number): number | null {
  const unchanged = Math.max(0, now - changed)
  if (unchanged > SETTLED_MS) return null
  return now + Math.min(LATEST_MS, Math.max(SOONEST_MS, unchanged))
}

/** How visits to an address are kept: by what is compared of it. */
export const visitKey = (url: string): string => addressKey(url) ?? url

/** What was remembered of the last answer. */
export async function rememberedOf({ db }: Pick<Ledger, 'db'>, url: string): Promise<Remembered | null> {
  const row = await db.selectFrom('visit').select('rememberedJson').where('key', '=', visitKey(url)).executeTakeFirst()
  return row?.rememberedJson == null ? null : (JSON.parse(row.rememberedJson) as Remembered)
}

/** The version that was found at an address with what is remembered of it; null where none was. */
export async function versionAt({ db }: Pick<Ledger, 'db'>, url: string): Promise<number | null> {
  const row = await db.selectFrom('visit').select('versionId').where('key', '=', visitKey(url)).executeTakeFirst()
  return row?.versionId ?? null
}

/** What came of asking for an address. */
export interface Visit {
  readonly url: string
  /** ISO time in UTC. */
  readonly at: string
  /** What to ask with next time; undefined leaves what is there. */
  readonly remembered?: Remembered | null
  /** The version that was found; undefined leaves what is there. */
  readonly version?: number | null
  /** False where what is remembered is still fresh, and the site was not asked. */
  readonly wasAsked?: boolean
  readonly hasChanged: boolean
  /** Whether it is asked for again as long as it may change. */
  readonly again: boolean
  /** Why it could not be had; null where it was. */
  readonly reason: string | null
}

/** Notes a visit, in the transaction of what it brought. */
export async function noteVisit(
  db: Writing,
  { url, at, remembered, version, wasAsked = true, hasChanged, again, reason }: Visit,
): Promise<void> {
  const key = visitKey(url)
  const known = await db.selectFrom('visit').select(['changedAt']).where('key', '=', key).executeTakeFirst()
  const changedAt = hasChanged || known?.changedAt == null ? at : known.changedAt
  const next = again ? nextVisit(Date.parse(at), Date.parse(changedAt)) : null
  const row = {
    url,
    ...(remembered === undefined ? {} : { rememberedJson: remembered === null ? null : JSON.stringify(remembered) }),
    ...(version === undefined ? {} : { versionId: version }),
    ...(wasAsked ? { askedAt: at } : {}),
    changedAt,
    dueAt: next === null ? null : new Date(next).toISOString(),
    reason,
  }
  await db
    .insertInto('visit')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}
