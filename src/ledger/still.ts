/**
 * A ledger that stands still: all that is read through it is as it was at one moment, whoever writes meanwhile. Exports
 * read for seconds, and what they write must hang together.
 */
import { sql } from 'kysely'
import { type Ledger, openLedger } from './open.ts'
import { type Position, positionNow } from './position.ts'
import { isPostgres } from './sql/columns.ts'

/** Kibibytes of a file that are kept. */
const CACHE = 8192

/** A ledger as it was at a position of its log. */
export interface StillLedger extends Pick<Ledger, 'db'> {
  readonly position: Position
  close(): Promise<void>
}

/**
 * A ledger as it is now, for reading; it must be closed. Of a file a connection of its own is opened, of a server one is
 * held.
 * @throws {LedgerError} where it cannot be opened once more
 */
export async function standingStill(ledger: Pick<Ledger, 'db' | 'where'>): Promise<StillLedger> {
  if (isPostgres(ledger.db)) {
    const held = await ledger.db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute()
    const close = async () => {
      await held.rollback().execute()
    }
    return stood(held, close)
  }
  const own = await openLedger(ledger.where, { readOnly: true })
  return stood(
    own.db,
    () => own.close(),
    async () => {
      // All of it is read, and once: what is mapped or kept of that is only held.
      await sql`pragma mmap_size = 0`.execute(own.db)
      await sql`pragma cache_size = ${sql.lit(-CACHE)}`.execute(own.db)
      await sql`begin`.execute(own.db)
    },
  )
}

/** The first thing that is read fixes the moment. */
async function stood(
  db: Ledger['db'],
  close: () => Promise<void>,
  begin: () => Promise<void> = async () => {},
): Promise<StillLedger> {
  try {
    await begin()
    return { db, position: await positionNow({ db }), close }
  } catch (error) {
    await close()
    throw error
  }
}
