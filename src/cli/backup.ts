/** `hearsay backup`: a copy of an embedded ledger. */
import { isShared, type LedgerOptions, ledgerAt, saying } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** Copies the ledger. @returns the exit code */
export function backupLedger(file: string, options: LedgerOptions): Promise<number> {
  return saying(async () => {
    const where = ledgerAt(options)
    if (isShared(where)) {
      complain('a shared ledger is backed up with PostgreSQL: pg_dump --format=custom --file=FILE DATABASE')
      return 1
    }
    const { backup } = await import('../ledger/backup.ts')
    const bar = startProgress(100, '%')
    await backup(where, file, (share) => bar.at(share * 100, Math.floor(share * 100)))
    bar.clear()
    await print(`${where} is copied to ${file}\n`)
    return 0
  })
}
