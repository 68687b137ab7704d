/** Databases whose errors about a ledger as a whole are LedgerErrors, wherever it is read or written. */
import type { DatabaseConnection, Dialect, Driver } from 'kysely'
import { explained } from '../errors.ts'

/**
 * A dialect with its errors explained.
 * @param ledger how people know the ledger
 */
export const explainedDialect = (ledger: string, dialect: Dialect): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createDriver: () => explainedDriver(ledger, dialect.createDriver()),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
})

function explainedDriver(ledger: string, driver: Driver): Driver {
  const known = new WeakSet<DatabaseConnection>()
  return {
    init: (options) => driver.init(options),
    acquireConnection: (options) =>
      explained(ledger, async () => {
        const connection = await driver.acquireConnection(options)
        if (!known.has(connection)) {
          explainQueries(ledger, connection)
          known.add(connection)
        }
        return connection
      }),
    beginTransaction: (connection, settings) => explained(ledger, () => driver.beginTransaction(connection, settings)),
    commitTransaction: (connection) => explained(ledger, () => driver.commitTransaction(connection)),
    rollbackTransaction: (connection) => explained(ledger, () => driver.rollbackTransaction(connection)),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  }
}

/** The connection itself is changed: its driver knows it again. */
function explainQueries(ledger: string, connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection) as DatabaseConnection['executeQuery']
  const stream = connection.streamQuery.bind(connection) as DatabaseConnection['streamQuery']
  connection.executeQuery = (query, options) => explained(ledger, () => execute(query, options))
  connection.streamQuery = async function* <Row>(...asked: Parameters<DatabaseConnection['streamQuery']>) {
    const rows = stream<Row>(...asked)
    try {
      for (;;) {
        const { done, value } = await explained(ledger, () => rows.next())
        if (done) return
        yield value
      }
    } finally {
      await rows.return?.()
    }
  }
}
