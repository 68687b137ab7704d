/**
 * Positions of the log: a ledger at a position is what had entered by then. They are what permalinks are pinned to; a
 * time is not, since the clocks of those who enter differ.
 */
import { BEGINNING, type Entry } from './log.ts'
import type { Ledger } from './open.ts'

/** An entry of the log; its hash vouches for all before it. */
export type Position = Pick<Entry, 'seq' | 'at' | 'hash'>

/** The last entry; position 0 of a ledger that nothing has entered. */
export async function positionNow({ db }: Pick<Ledger, 'db'>): Promise<Position> {
  const last = await db
    .selectFrom('log')
    .select(['seq', 'at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, at: '', hash: BEGINNING }
}

/** The first entry, by which a ledger is told from others; position 0 of one that nothing has entered. */
export async function beginning({ db }: Pick<Ledger, 'db'>): Promise<Position> {
  const first = await db.selectFrom('log').select(['seq', 'at', 'hash']).orderBy('seq').limit(1).executeTakeFirst()
  return first ?? { seq: 0, at: '1970-01-01T00:00:00.000Z', hash: BEGINNING }
}

/** The entries with which some subjects of a kind came, by their numbers. */
export async function positionOf(
  { db }: Pick<Ledger, 'db'>,
  kind: Entry['kind'],
  subjects: readonly number[],
): Promise<Map<number, Position>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('log')
    .select(['subject', 'seq', 'at', 'hash'])
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .orderBy('seq', 'desc')
    .execute()
  return new Map(rows.map(({ subject, ...position }) => [subject, position]))
}

/** The last of a kind that had entered by a position; 0 where there was none. */
export async function lastBy({ db }: Pick<Ledger, 'db'>, kind: Entry['kind'], seq: number): Promise<number> {
  const row = await db
    .selectFrom('log')
    .select('subject')
    .where('kind', '=', kind)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.subject ?? 0
}
