/** What files are written into: a folder, a zip file, or a stream that takes one. */
import { Zip, ZipDeflate } from 'fflate'

/** A file that is being written. */
export interface Out {
  write(bytes: Uint8Array): void | Promise<void>
  end(): void | Promise<void>
}

/** Where files are made, several at once. */
export interface Container {
  file(path: string): Out | Promise<Out>
  /** All files have ended. */
  end(): void | Promise<void>
}

/** Zip files know no zone, so a time in them would differ from machine to machine: theirs is when they begin to count. */
const NO_TIME = new Date(1980, 0, 1)
/** Beyond this level tables become hardly smaller, and take half as long again. */
const LEVEL = 3

/**
 * A zip file, piece by piece. Files may be written at the same time: what is not yet its turn waits compressed.
 * @param write takes each piece in order; where it waits, writing waits
 */
export function zipped(write: (bytes: Uint8Array) => void | Promise<void>): Container {
  let pieces: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    pieces.push(bytes)
  })
  const flush = async (): Promise<void> => {
    const some = pieces
    pieces = []
    for (const piece of some) if (piece.length > 0) await write(piece)
  }
  return {
    file: (path) => {
      const file = new ZipDeflate(path, { level: LEVEL })
      file.mtime = NO_TIME
      zip.add(file)
      return {
        write: (bytes) => {
          file.push(bytes)
          return flush()
        },
        end: () => {
          file.push(new Uint8Array(0), true)
          return flush()
        },
      }
    },
    end: () => {
      zip.end()
      return flush()
    },
  }
}
