/** How far a file has been taken in, as the ledger keeps it. */
import type { Ledger, Writing } from '../../ledger/open.ts'
import type { PagesFile } from './file.ts'

/** How far it has come. */
export interface IngestProgress {
  /** Bytes of the file that are done, and how many it has; null where that is not known, of packed lines. */
  readonly offset: number
  readonly size: number | null
  /** Pages that were entered, or sent to workers. */
  readonly entered: number
  /** What is no page. */
  readonly passedOver: number
  readonly failed: number
  /** What this run began with: bytes and pages that were done before. */
  readonly before: { readonly offset: number; readonly entered: number }
}

/** How an ingest is followed. */
export interface FollowOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: IngestProgress) => void
  /** Told of each thing that could not be read: where it begins, and why. */
  readonly onFailure?: (offset: number, reason: string) => void
}

/** What is known of a file, and what writes on. */
export interface Known {
  readonly progress: IngestProgress
  readonly isFinished: boolean
  /** Writes how far it has come. @param finishedAt ISO in UTC; null where there is more */
  write(db: Writing, progress: IngestProgress, finishedAt: string | null): Promise<void>
}

/**
 * How far a file has come.
 * @param key by which it is known
 * @param now ISO in UTC
 */
export async function progressOf(ledger: Ledger, file: PagesFile, key: string, now: string): Promise<Known> {
  const known = await ledger.db.selectFrom('ingest').selectAll().where('key', '=', key).executeTakeFirst()
  const { offset = 0, entered = 0, passedOver = 0, failed = 0, beganAt = now } = known ?? {}
  return {
    progress: { offset, size: file.size, entered, passedOver, failed, before: { offset, entered } },
    isFinished: known != null && known.finishedAt !== null,
    write: async (db, progress, finishedAt) => {
      const stands = {
        offset: progress.offset,
        entered: progress.entered,
        passedOver: progress.passedOver,
        failed: progress.failed,
        finishedAt,
      }
      await db
        .insertInto('ingest')
        .values({ key, name: file.path, size: file.bytes, beganAt, ...stands })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(stands))
        .execute()
    },
  }
}
