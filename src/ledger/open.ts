/**
 * Opening a ledger: one SQLite file, or a PostgreSQL database that many share. Migrations go forward when it is opened
 * for writing; a newer ledger than this is refused.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CamelCasePlugin, Kysely, type KyselyPlugin, PostgresDialect, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { explained, troubled } from './errors.ts'
import { migrations } from './migrations/index.ts'
import { explainedDialect } from './sql/explained.ts'
import { storablePlugin } from './sql/storable.ts'
import { inLine, inTurn } from './sql/turn.ts'
import type { Tables } from './tables.ts'

/** A transaction in which a ledger is written to. */
export type Writing = Transaction<Tables>

export interface Ledger {
  /** How people know it: the file's name, or the server's address without a password. */
  readonly name: string
  /** What it was opened by, a password too: for opening it once more, not for showing. */
  readonly where: string
  /** For reading. What is written outside `write` has no turn among other writers. */
  readonly db: Kysely<Tables>
  /**
   * Does some work as one transaction: all of it is kept, or nothing. One writer at a time has its turn, among all
   * processes that share the ledger.
   * @throws {LedgerError} where the ledger cannot be written to
   */
  write<Result>(work: (db: Writing) => Promise<Result>): Promise<Result>
  /** How often it was written to through this: what was read is as it was while this stays and nobody else writes. */
  readonly writes: number
  close(): Promise<void>
}

/** How a ledger is opened. */
export interface OpenOptions {
  /** `existing`: a ledger that is not there is an error. `new` (the default): it is made. */
  readonly if?: 'existing' | 'new'
  /** It will not be written to: no migration, no lock, and a file on a read-only disk can be read. */
  readonly readOnly?: boolean
}

const SERVER = /^postgres(?:ql)?:\/\//

/**
 * Opens a ledger.
 * @param where a file's path, or `postgres://user:password@host/database`
 * @throws {LedgerError} where it cannot be opened, is newer, or is something else
 */
export async function openLedger(where: string, options: OpenOptions = {}): Promise<Ledger> {
  const name = nameOf(where)
  return explained(name, async () => {
    const db = SERVER.test(where) ? await server(where, name) : await file(where, name, options)
    try {
      await migrate(db, name, options.readOnly === true)
    } catch (error) {
      await db.destroy()
      throw error
    }
    const wait = inLine()
    let writes = 0
    return {
      name,
      where,
      db,
      write: async (work) => {
        try {
          return await wait(() => db.transaction().execute((writing) => inTurn(writing, () => work(writing))))
        } finally {
          writes++
        }
      },
      get writes() {
        return writes
      },
      close: () => db.destroy(),
    }
  })
}

/** The address without what must not be shown. */
function nameOf(where: string): string {
  if (!SERVER.test(where) || !URL.canParse(where)) return where
  const address = new URL(where)
  address.password = ''
  return address.href
}

const plugins = (): KyselyPlugin[] => [new CamelCasePlugin(), storablePlugin()]

async function server(where: string, name: string): Promise<Kysely<Tables>> {
  const { openPostgres } = await import('./sql/postgres.ts')
  const dialect = explainedDialect(name, new PostgresDialect({ pool: openPostgres(where) }))
  return new Kysely<Tables>({ dialect, plugins: plugins() })
}

async function file(where: string, name: string, options: OpenOptions): Promise<Kysely<Tables>> {
  const path = resolve(where)
  if ((options.if === 'existing' || options.readOnly) && !existsSync(path)) throw troubled('missing', name)
  const { openSqlite, sqliteDialect } = await import('./sql/sqlite.ts')
  const database = openSqlite(path, options.readOnly ? { readOnly: true } : {})
  return new Kysely<Tables>({ dialect: explainedDialect(name, sqliteDialect(database)), plugins: plugins() })
}

/** Brings a ledger forward to the tables of this release. */
async function migrate(db: Kysely<Tables>, name: string, readOnly: boolean): Promise<void> {
  let done = await doneMigrations(db)
  // Where it is not empty, another process may have begun to make it in between.
  if (done === null && !readOnly && !(await isEmpty(db))) {
    done = await doneMigrations(db)
    if (done === null) throw troubled('not a ledger', name)
  }
  if (done === null && readOnly) throw troubled('not a ledger', name)
  if (done?.some((one) => !(one in migrations))) throw troubled('newer', name)
  if (done?.length === Object.keys(migrations).length) return
  if (readOnly) throw troubled('older', name)
  // In turn: several processes may make it at once.
  await db.transaction().execute((writing) =>
    inTurn(writing, async () => {
      const migrator = new Migrator({ db: writing, provider: { getMigrations: async () => ({ ...migrations }) } })
      const { error } = await migrator.migrateToLatest()
      if (error !== undefined) throw error
    }),
  )
}

/** What SQLite and PostgreSQL say of a table that is not there. */
const NO_TABLE = /no such table|does not exist/

/** The migrations that were made; null where there is no ledger. Asked first, since looking all tables up takes long. */
async function doneMigrations(db: Kysely<Tables>): Promise<string[] | null> {
  try {
    const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
      .selectFrom('kysely_migration')
      .select('name')
      .execute()
    return rows.map((row) => row.name)
  } catch (error) {
    if (NO_TABLE.test((error as Error).message)) return null
    throw error
  }
}

/** Whether a database has no tables but those of jobs. */
async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return tables.every((table) => table.schema === 'pgboss')
}
