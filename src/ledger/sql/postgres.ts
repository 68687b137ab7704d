/**
 * The shared ledger's database: PostgreSQL, as a Kysely dialect, with the types of values that SQLite gives.
 */
import pg from 'pg'

/** Connections that one process holds at most. */
const CONNECTIONS = 8
/** How long a connection may take to come about, in milliseconds. */
const CONNECT = 10_000

/** PostgreSQL's number for `bigint`, whose values `pg` gives as strings, since a number may not hold them. */
const BIGINT = 20
/** The same for `numeric`, which sums and averages have. */
const NUMERIC = 1700

/**
 * A connection that must come about in time. The pool itself sets no time: who waits for one of its connections waits for
 * other work here, and not for the server.
 */
class Connection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), connectionTimeoutMillis: CONNECT })
  }
}

const types = new pg.TypeOverrides()
types.setTypeParser(BIGINT, Number)
types.setTypeParser(NUMERIC, Number)

/**
 * A pool of connections to a PostgreSQL database. Whole numbers come as numbers: none here is beyond 2^53.
 * @param address `postgres://user:password@host:port/database`
 * @param schema where tables are looked for and made; null for where the server does so
 */
export function openPostgres(address: string, schema: string | null = null): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    Client: Connection,
    types,
    application_name: 'hearsay',
    // To compile a query takes longer than any query here.
    onConnect: async (client) => {
      await client.query('set jit = off')
      if (schema !== null) await client.query(`set search_path to ${client.escapeIdentifier(schema)}`)
    },
  })
  // A connection that breaks between two queries fails the next one; without listeners it would end the process at once.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
