/**
 * Opening the store of who follows what: beside a ledger's file one of its own (`news.ledger`, `news.followers`), which
 * nobody else on the machine may read; in a server's database the schema `following`.
 */
import type { Transaction } from 'kysely'
import { isServer, type OpenOptions, openStore, type Store } from '../../ledger/store.ts'
import { migrations } from './migrations/index.ts'
import type { FollowingTables } from './tables.ts'

/** Who follows what in one ledger. */
export type Following = Store<FollowingTables>

/** A transaction in which it is written to. */
export type FollowingWriting = Transaction<FollowingTables>

/** The number of PostgreSQL's advisory lock that its writers take: the letters `foll`. */
const LOCK = 0x666f6c6c

/** Where the followers of a ledger stand. @param ledger where that is */
export const followersAt = (ledger: string): string =>
  isServer(ledger) ? ledger : `${ledger.replace(/\.ledger$/, '')}.followers`

/**
 * Opens the followers of a ledger.
 * @param ledger where that is: a file's path, or `postgres://user:password@host/database`
 * @throws {LedgerError} where they cannot be opened, are newer, or are something else
 */
export const openFollowing = (ledger: string, options: OpenOptions = {}): Promise<Following> =>
  openStore<FollowingTables>(
    followersAt(ledger),
    { migrations, schema: 'following', lock: LOCK, isPrivate: true },
    options,
  )
