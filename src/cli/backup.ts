/** `hearsay backup`: a copy of an embedded ledger. */
import { existsSync } from 'node:fs'
import { isShared, type LedgerOptions, ledgerAt, saying } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** Copies the ledger. @returns the exit code */
export function backupLedger(file: string, options: LedgerOptions): Promise<number> {
  return saying(async () => {
    const where = ledgerAt(options)
    if (isShared(where)) {
      complain(
        'a shared ledger is backed up with PostgreSQL: pg_dump --format=custom --exclude-schema=following --file=FILE DATABASE\nWho follows what by mail is in the schema following: without --exclude-schema their addresses are in the copy.',
      )
      return 1
    }
    const { backup } = await import('../ledger/backup.ts')
    const { followersAt } = await import('../publish/following/open.ts')
    const bar = startProgress(100, '%')
    await backup(where, file, (share) => bar.at(share * 100, Math.floor(share * 100)))
    bar.clear()
    await print(`${where} is copied to ${file}\n`)
    const followers = followersAt(where)
    if (existsSync(followers))
      complain(
        `who follows what by mail is not in it. To copy that by itself: sqlite3 ${followers} ".backup FILE" - addresses are in it.`,
      )
    return 0
  })
}
