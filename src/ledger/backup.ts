/**
 * Backup: a consistent copy of an embedded ledger, made while it is in use (SQLite's online backup). A shared ledger is
 * backed up with PostgreSQL's own tools.
 */
import { rename, rm, stat } from 'node:fs/promises'
import { backup as copy } from 'node:sqlite'
import { explained, LedgerError, troubled } from './errors.ts'
import { openSqlite } from './sql/sqlite.ts'

/** Pages copied between two looks at what else is to do; what is written meanwhile is not in the copy. */
const PAGES = 1000

/**
 * Copies a ledger's file; the copy is there whole, or not at all.
 * @param to a file that is not there yet
 * @param onProgress is told the share that is copied, 0 to 1
 * @throws {LedgerError} where there is nothing to copy, it is damaged, or the copy cannot be written
 */
export async function backup(from: string, to: string, onProgress: (share: number) => void = () => {}): Promise<void> {
  if (await isThere(to))
    throw new LedgerError('busy', `${to}: there is a file already. Name another, or remove it first.`)
  if (!(await isThere(from))) throw troubled('missing', from)
  const part = `${to}.part`
  const database = await explained(from, async () => openSqlite(from, { readOnly: true }))
  try {
    await rm(part, { force: true })
    // The copy is of this moment: without a transaction that is held it would begin anew whenever somebody writes.
    await explained(from, async () => database.exec('begin; select count(*) from sqlite_schema'))
    await explained(to, () =>
      copy(database, part, {
        rate: PAGES,
        progress: ({ totalPages, remainingPages }) => onProgress(1 - remainingPages / Math.max(1, totalPages)),
      }),
    )
    if (!(await explained(from, async () => isWhole(part)))) throw troubled('damaged', from)
    await rename(part, to)
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) await rm(left, { force: true })
    database.close()
  }
}

/** Whether a copy's pages hang together: a copy that is damaged must not take the place of an older one that is not. */
function isWhole(copied: string): boolean {
  const database = openSqlite(copied, { readOnly: true })
  try {
    return database.prepare('pragma quick_check(1)').get()?.quick_check === 'ok'
  } finally {
    database.close()
  }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
