/** The ledger as a store: its tables, and the line its writers stand in. */
import type { Transaction } from 'kysely'
import { migrations } from './migrations/index.ts'
import { type OpenOptions, openStore, type Store } from './store.ts'
import type { Tables } from './tables.ts'

export type { OpenOptions } from './store.ts'

/** A transaction in which a ledger is written to. */
export type Writing = Transaction<Tables>

export type Ledger = Store<Tables>

/** The number of PostgreSQL's advisory lock that a ledger's writers take: the letters `hear`. */
const LOCK = 0x68656172

/**
 * Opens a ledger.
 * @param where a file's path, or `postgres://user:password@host/database`
 * @throws {LedgerError} where it cannot be opened, is newer, or is something else
 */
export const openLedger = (where: string, options: OpenOptions = {}): Promise<Ledger> =>
  openStore<Tables>(where, { migrations, schema: null, lock: LOCK, isPrivate: false }, options)
