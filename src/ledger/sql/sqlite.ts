/**
 * The embedded ledger's database: one SQLite file through `node:sqlite`, as a Kysely dialect. Write-ahead logging with
 * full synchronisation: what is committed has reached the disk.
 */
import { statSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** How long a writer waits for another to finish, in milliseconds, and how long between two looks. */
const WAIT = 30_000
const LOOK = 10
/** How long it waits for a file that others are about to make, in milliseconds. */
const OPENING = 5_000

/** SQLite's result codes for a database that another writes to, and for a file that cannot be opened. */
const BUSY = 5
const CANNOT_OPEN = 14

const SETTINGS = `
  pragma busy_timeout = ${LOOK};
  pragma foreign_keys = on;
  pragma temp_store = memory;
  pragma cache_size = -65536;
  pragma mmap_size = 268435456;
`

/** Statements kept compiled; beyond these the oldest is compiled again when it comes. */
const COMPILED = 400

/** What `openSqlite` can be told. */
export interface SqliteOptions {
  /** Nothing in it is written. On a read-only disk it is read without the companions that a ledger in use has. */
  readonly readOnly?: boolean
  /** What is deleted is overwritten with zeros, not only forgotten. */
  readonly erases?: boolean
}

/**
 * Opens a SQLite file, which is made where there is none.
 * @throws the driver's error where the file cannot be opened or is no database
 */
export function openSqlite(file: string, { readOnly = false, erases = false }: SqliteOptions = {}): DatabaseSync {
  try {
    const database = opened(file, readOnly)
    if (erases) database.exec('pragma secure_delete = on')
    return database
  } catch (error) {
    const isClosed = readOnly && (error as { errcode?: number }).errcode === CANNOT_OPEN && sizeOf(`${file}-wal`) === 0
    if (!isClosed || sizeOf(file) === 0) throw error
    // Its companions cannot be made, so nobody writes to it there, and nothing of it is in them.
    const address = pathToFileURL(file)
    address.searchParams.set('immutable', '1')
    return opened(address, readOnly)
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function opened(file: string | URL, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true })
  for (let waited = 0; ; waited += LOOK)
    try {
      database.exec(SETTINGS)
      if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full;')
      // A file that is no database says so at the first read of it.
      database.prepare('select count(*) from sqlite_schema').get()
      return database
    } catch (error) {
      // Another process makes the file, or puts in order what one that was killed has left.
      if (waited >= OPENING || !isBusy(error)) {
        database.close()
        throw error
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK)
    }
}

/** Whether another writes to the database just now. */
export const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY

/** A Kysely dialect over an open SQLite database, which it closes in the end. */
export const sqliteDialect = (database: DatabaseSync): Dialect => ({
  createAdapter: () => new TransactionalAdapter(),
  createDriver: () => new SqliteDriver(database),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

/** Tables are made in transactions, too: a migration that is killed leaves nothing half made. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: SqliteConnection

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#connection = new SqliteConnection(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  // Immediate: a transaction that will write waits for its turn at once, not in the middle of its work. It waits without
  // holding the thread, which the one that it waits for may need.
  async beginTransaction(): Promise<void> {
    for (let waited = 0; ; waited += LOOK) {
      try {
        this.#database.exec('begin immediate')
        return
      } catch (error) {
        if (waited >= WAIT || !isBusy(error)) throw error
        await sleep(LOOK)
      }
    }
  }

  async commitTransaction(): Promise<void> {
    this.#database.exec('commit')
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk has rolled the transaction back already.
    if (this.#database.isTransaction) this.#database.exec('rollback')
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }
}

type Value = null | number | bigint | string | Uint8Array

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #compiled = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  #statement(sql: string): StatementSync {
    const known = this.#compiled.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    // The last row written may be one of the word index's own, whose numbers are beyond what a number holds.
    if (statement.columns().length === 0) statement.setReadBigInts(true)
    if (this.#compiled.size >= COMPILED) this.#compiled.delete(this.#compiled.keys().next().value as string)
    this.#compiled.set(sql, statement)
    return statement
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#statement(sql)
    const values = parameters as readonly Value[]
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // Its own statement: a cursor that is open must not be started again by another query of the same words.
    for (const row of this.#database.prepare(sql).iterate(...(parameters as readonly Value[])))
      yield { rows: [row as Row] }
  }
}
