/**
 * Opening a store of tables: one SQLite file, or PostgreSQL that many share. Migrations go forward when it is opened for
 * writing; a newer store than this is refused. The ledger is one; what must not be copied with it stands in others.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { CamelCasePlugin, Kysely, type KyselyPlugin, PostgresDialect, sql, type Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { explained, troubled } from './errors.ts'
import { explainedDialect } from './sql/explained.ts'
import { storablePlugin } from './sql/storable.ts'
import { inLine, inTurn } from './sql/turn.ts'

export interface Store<Tables> {
  /** How people know it: the file's name, or the server's address without a password. */
  readonly name: string
  /** What it was opened by, a password too: for opening it once more, not for showing. */
  readonly where: string
  /** For reading. What is written outside `write` has no turn among other writers. */
  readonly db: Kysely<Tables>
  /**
   * Does some work as one transaction: all of it is kept, or nothing. One writer at a time has its turn, among all
   * processes that share the store.
   * @throws {LedgerError} where it cannot be written to
   */
  write<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result>
  /** How often it was written to through this: what was read is as it was while this stays and nobody else writes. */
  readonly writes: number
  /**
   * Leaves nothing of what was deleted in the log of a private file, where nobody reads in it just now; else the next time.
   * A server does so by itself (vacuum).
   */
  erase(): Promise<void>
  close(): Promise<void>
}

/** What one kind of store is made of. */
export interface StoreKind {
  readonly migrations: Readonly<Record<string, Migration>>
  /** On a server: the schema of its own that its tables stand in; null for the one that the server gives. */
  readonly schema: string | null
  /** On a server: the number of the lock that its writers take in turn. */
  readonly lock: number
  /** Whether nobody but its owner may read its file, and what is deleted in it is overwritten. */
  readonly isPrivate: boolean
}

/** How a store is opened. */
export interface OpenOptions {
  /** `existing`: a store that is not there is an error. `new` (the default): it is made. */
  readonly if?: 'existing' | 'new'
  /** It will not be written to: no migration, no lock, and a file on a read-only disk can be read. */
  readonly readOnly?: boolean
}

const SERVER = /^postgres(?:ql)?:\/\//

/** Whether an address is of a server; else it is a file's path. */
export const isServer = (where: string): boolean => SERVER.test(where)

/**
 * Opens a store.
 * @param where a file's path, or `postgres://user:password@host/database`
 * @throws {LedgerError} where it cannot be opened, is newer, or is something else
 */
export async function openStore<Tables>(
  where: string,
  kind: StoreKind,
  options: OpenOptions = {},
): Promise<Store<Tables>> {
  const name = nameOf(where)
  return explained(name, async () => {
    const db = isServer(where)
      ? await server<Tables>(where, name, kind)
      : await file<Tables>(where, name, kind, options)
    try {
      await migrate(db, name, kind, options.readOnly === true)
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
          return await wait(() =>
            db.transaction().execute((writing) => inTurn(writing, kind.lock, () => work(writing))),
          )
        } finally {
          writes++
        }
      },
      get writes() {
        return writes
      },
      erase: async () => {
        if (kind.isPrivate && !isServer(where)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
      },
      close: () => db.destroy(),
    }
  })
}

/** The address without what must not be shown. */
function nameOf(where: string): string {
  if (!isServer(where) || !URL.canParse(where)) return where
  const address = new URL(where)
  address.password = ''
  return address.href
}

const plugins = (): KyselyPlugin[] => [new CamelCasePlugin(), storablePlugin()]

async function server<Tables>(where: string, name: string, { schema }: StoreKind): Promise<Kysely<Tables>> {
  const { openPostgres } = await import('./sql/postgres.ts')
  const dialect = explainedDialect(name, new PostgresDialect({ pool: openPostgres(where, schema) }))
  return new Kysely<Tables>({ dialect, plugins: plugins() })
}

async function file<Tables>(
  where: string,
  name: string,
  { isPrivate }: StoreKind,
  options: OpenOptions,
): Promise<Kysely<Tables>> {
  const path = resolve(where)
  if ((options.if === 'existing' || options.readOnly) && !existsSync(path)) throw troubled('missing', name)
  // SQLite gives its companions the file's own permissions.
  if (isPrivate && !existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  const { openSqlite, sqliteDialect } = await import('./sql/sqlite.ts')
  const database = openSqlite(path, { readOnly: options.readOnly === true, erases: isPrivate })
  return new Kysely<Tables>({ dialect: explainedDialect(name, sqliteDialect(database)), plugins: plugins() })
}

/** Brings a store forward to the tables of this release. */
async function migrate<Tables>(db: Kysely<Tables>, name: string, kind: StoreKind, readOnly: boolean): Promise<void> {
  const { migrations, schema, lock } = kind
  let done = await doneMigrations(db)
  // Where it is not empty, another process may have begun to make it in between.
  if (done === null && !readOnly && !(await isEmpty(db, schema))) {
    done = await doneMigrations(db)
    if (done === null) throw troubled('not a ledger', name)
  }
  if (done === null && readOnly) throw troubled('not a ledger', name)
  if (done?.some((one) => !(one in migrations))) throw troubled('newer', name)
  if (done?.length === Object.keys(migrations).length) return
  if (readOnly) throw troubled('older', name)
  // In turn: several processes may make it at once.
  await db.transaction().execute((writing) =>
    inTurn(writing, lock, async () => {
      const migrator = new Migrator({
        db: writing,
        provider: { getMigrations: async () => ({ ...migrations }) },
        ...(schema !== null && isServer(name) ? { migrationTableSchema: schema } : {}),
      })
      const { error } = await migrator.migrateToLatest()
      if (error !== undefined) throw error
    }),
  )
}

/** What SQLite and PostgreSQL say of a table that is not there. */
const NO_TABLE = /no such table|does not exist/

/** The migrations that were made; null where there is no store. Asked first, since looking all tables up takes long. */
async function doneMigrations<Tables>(db: Kysely<Tables>): Promise<string[] | null> {
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

/** Schemas of a ledger's database whose tables are not the ledger's: of jobs, and of who follows what. */
const BESIDE: ReadonlySet<string | undefined> = new Set(['pgboss', 'following'])

/** Whether a database has no tables that would stand in the way. */
async function isEmpty<Tables>(db: Kysely<Tables>, schema: string | null): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return tables.every((table) =>
    schema === null || table.schema === undefined ? BESIDE.has(table.schema) : table.schema !== schema,
  )
}
