/**
 * The log: what entered the ledger, when, in an order that cannot be altered unnoticed. Each entry's hash covers its own
 * words and the hash before it (Haber and Stornetta, 1991), so that the last hash vouches for all of them.
 */
import { createHash } from 'node:crypto'
import type { Writing } from './open.ts'
import { storable } from './sql/storable.ts'
import type { Tables } from './tables.ts'

/** SHA-256 in hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** SHA-256 of some values, as both databases keep them. */
export const digestOf = (...values: readonly unknown[]): string => sha256(JSON.stringify(values.map(storable)))

export type Entry = Tables['log']

/** The hash before the first entry's. */
export const BEGINNING = sha256('hearsay')

/** The hash of an entry that comes after another. */
export const hashOf = (before: string, { seq, at, kind, subject, digest }: Omit<Entry, 'hash'>): string =>
  sha256([before, seq, at, kind, subject, digest].join('\n'))

/** The entry that a transaction wrote last: as long as it has its turn, nobody else writes one. */
const written = new WeakMap<Writing, Pick<Entry, 'seq' | 'hash'>>()

/**
 * Writes down that something entered. What enters once more is as the last of its entries says.
 * @param at when it enters, ISO in UTC; a page of an archive may have been captured years before
 * @param digest SHA-256 of it, in hexadecimal
 */
export async function enter(db: Writing, at: string, kind: Entry['kind'], subject: number, digest: string) {
  const last =
    written.get(db) ??
    (await db.selectFrom('log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst())
  const entry = { seq: (last?.seq ?? 0) + 1, at, kind, subject, digest }
  const hash = hashOf(last?.hash ?? BEGINNING, entry)
  await db
    .insertInto('log')
    .values({ ...entry, hash })
    .execute()
  written.set(db, { seq: entry.seq, hash })
}
