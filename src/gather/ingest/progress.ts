/**
 * How far a file has been taken in, as the ledger keeps it: with the digest of what was read of it, so that it goes on
 * only where that stands as it stood. A file that was cut goes on when it is complete; one that was altered begins anew.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
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
  const row = await ledger.db.selectFrom('ingest').selectAll().where('key', '=', key).executeTakeFirst()
  const mayGoOn = row !== undefined && (row.finishedAt === null || row.offset === file.end)
  const read = beginningOf(file)
  const known = mayGoOn && row.digest === (await read.upTo(row.offset)) ? row : null
  const { offset = 0, entered = 0, passedOver = 0, failed = 0, beganAt = now } = known ?? {}
  // What was read of another file that begins alike is no beginning of this one's.
  const beginning = known === null ? beginningOf(file) : read
  return {
    progress: { offset, size: file.size, entered, passedOver, failed, before: { offset, entered } },
    isFinished: known != null && known.finishedAt !== null,
    write: async (db, progress, finishedAt) => {
      const stands = {
        size: file.bytes,
        offset: progress.offset,
        digest: await beginning.upTo(progress.offset),
        entered: progress.entered,
        passedOver: progress.passedOver,
        failed: progress.failed,
        finishedAt,
      }
      await db
        .insertInto('ingest')
        .values({ key, name: file.path, beganAt, ...stands })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(stands))
        .execute()
    },
  }
}

/** The digest of a file's beginning, which is read on as that grows. */
interface Beginning {
  /** SHA-256 of what is before an offset, no lower than the last; of all of a packed file, whose offsets are others. */
  upTo(offset: number): Promise<string>
}

function beginningOf({ path, bytes, size }: PagesFile): Beginning {
  const hash = createHash('sha256')
  let at = 0
  return {
    upTo: async (offset) => {
      const end = size === null ? bytes : Math.min(offset, bytes)
      if (end > at)
        for await (const chunk of createReadStream(path, { start: at, end: end - 1, highWaterMark: 1024 * 1024 })) {
          hash.update(chunk)
          at += (chunk as Uint8Array).byteLength
        }
      return hash.copy().digest('hex')
    },
  }
}
