/**
 * Backup: a consistent copy of an embedded ledger, made while it is in use (SQLite's online backup). A shared ledger is
 * backed up with PostgreSQL's own tools.
 */
import { rename, rm, stat } from 'node:fs/promises'
import { backup as copy, DatabaseSync } from 'node:sqlite'
import { explained, LedgerError, troubled } from './errors.ts'

/** Pages copied between two looks at what else is to do. */
const PAGES = 1000

/**
 * Copies a ledger's file; the copy is there whole, or not at all.
 * @param to a file that is not there yet
 * @param onProgress is told the share that is copied, 0 to 1
 * @throws {LedgerError} where there is nothing to copy, or the copy cannot be written
 */
export async function backup(from: string, to: string, onProgress: (share: number) => void = () => {}): Promise<void> {
  if (await isThere(to))
    throw new LedgerError('busy', `${to}: there is a file already. Name another, or remove it first.`)
  if (!(await isThere(from))) throw troubled('missing', from)
  const part = `${to}.part`
  await explained(from, async () => {
    const database = new DatabaseSync(from, { readOnly: true })
    try {
      await rm(part, { force: true })
      await copy(database, part, {
        rate: PAGES,
        progress: ({ totalPages, remainingPages }) => onProgress(1 - remainingPages / Math.max(1, totalPages)),
      })
      await rename(part, to)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    } finally {
      database.close()
    }
  })
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
