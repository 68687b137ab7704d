/** What is known of asking for an article: what to ask with next time, and when it is worth asking again. */
import type { Ledger, Writing } from '../../ledger/open.ts'
import type { Tables } from '../../ledger/tables.ts'
import { addressKey } from '../feed/canonical.ts'
import type { Remembered } from '../fetch/freshness.ts'

const HOUR_MS = 3_600_000

/** An article is corrected within hours, or days; it is asked for again after so long at the earliest, */
const SOONEST_MS = HOUR_MS / 2
/** so long at the latest, */
const LATEST_MS = 24 * HOUR_MS
/** and no more when it has not changed for so long. */
const SETTLED_MS = 14 * 24 * HOUR_MS
/** One that could not be had is tried again after so long, then twice as long each time: over three days, */
const FIRST_TRY_MS = HOUR_MS
/** and no more after so many failures in a row. */
const MOST_FAILURES = 8

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

/**
 * When to try again what could not be had, in milliseconds since 1970; null where it was tried often enough.
 * @param failures how often in a row it could not be had, from 1
 */
export function nextTry(now: number, failures: number): number | null {
  if (failures >= MOST_FAILURES) return null
  return now + Math.min(LATEST_MS, FIRST_TRY_MS * 2 ** (failures - 1))
}

/** After so long what was sent to be fetched is sent again where nothing is known of it: its job was lost. */
export const LOST_MS = 24 * HOUR_MS

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

/** Why an article could not be had. */
interface Failure {
  readonly reason: string
  /** Whether it will never be had, however often it is asked for. */
  readonly isFinal: boolean
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
  readonly hasChanged?: boolean
  /** Whether it is to be followed: asked for again as long as it may change. What is followed already stays so. */
  readonly again: boolean
  /** Null where it was had. */
  readonly failure: Failure | null
}

const FOLLOWED: ReadonlySet<Tables['visit']['state']> = new Set(['followed', 'settled', 'given up'])

/** Notes a visit, in the transaction of what it brought. */
export async function noteVisit(
  db: Writing,
  { url, at, remembered, version, wasAsked = true, hasChanged = false, again, failure }: Visit,
): Promise<void> {
  const key = visitKey(url)
  const known = await db
    .selectFrom('visit')
    .select(['state', 'changedAt', 'failures'])
    .where('key', '=', key)
    .executeTakeFirst()
  const isFirst = known?.changedAt == null && failure === null
  const changedAt = hasChanged || isFirst ? at : (known?.changedAt ?? null)
  const failures = failure === null ? 0 : (known?.failures ?? 0) + 1
  const now = Date.parse(at)
  const isFollowed = again || (known !== undefined && FOLLOWED.has(known.state))
  const next =
    !isFollowed || failure?.isFinal
      ? null
      : failure === null
        ? nextVisit(now, Date.parse(changedAt ?? at))
        : nextTry(now, failures)
  const row = {
    url,
    state: stateOf(isFollowed, next, failure),
    ...(remembered === undefined ? {} : { rememberedJson: remembered === null ? null : JSON.stringify(remembered) }),
    ...(version === undefined ? {} : { versionId: version }),
    ...(wasAsked ? { askedAt: at } : {}),
    changedAt,
    dueAt: next === null ? null : new Date(next).toISOString(),
    failures,
    reason: failure?.reason ?? null,
  }
  await db
    .insertInto('visit')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

function stateOf(isFollowed: boolean, next: number | null, failure: Failure | null): Tables['visit']['state'] {
  if (!isFollowed) return 'asked'
  if (next !== null) return 'followed'
  return failure === null ? 'settled' : 'given up'
}

/** Follows articles that were asked for by a person, from when they changed last. @param now milliseconds since 1970 */
export async function followAsked(db: Writing, keys: readonly string[], now: number): Promise<void> {
  const rows = await db.selectFrom('visit').select(['key', 'changedAt']).where('key', 'in', keys).execute()
  for (const { key, changedAt } of rows) {
    const next = nextVisit(now, changedAt === null ? now : Date.parse(changedAt))
    const dueAt = next === null ? null : new Date(next).toISOString()
    await db
      .updateTable('visit')
      .set({ state: next === null ? 'settled' : 'followed', dueAt })
      .where('key', '=', key)
      .where('state', '=', 'asked')
      .execute()
  }
}
