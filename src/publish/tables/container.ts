/** What files are written into: a folder, a zip file, or a stream that takes one. */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createDeflateRaw } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'

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

/** Deflate, by its number in zip files (APPNOTE.TXT, 4.4.5). */
const DEFLATE = 8

/** A file of a zip file, compressed beside the thread that makes it. */
class Deflated extends ZipPassThrough {
  readonly #deflating = createDeflateRaw({ level: LEVEL })

  constructor(path: string) {
    super(path)
    this.compression = DEFLATE
    this.mtime = NO_TIME
    this.#deflating.on('data', (piece: Buffer<ArrayBuffer>) => this.ondata(null, piece, false))
    this.#deflating.on('end', () => this.ondata(null, new Uint8Array(0), true))
  }

  protected override process(bytes: Uint8Array, isLast: boolean): void {
    if (bytes.length > 0) this.#deflating.write(bytes)
    if (isLast) this.#deflating.end()
  }

  /** What was given is compressed, or little of it waits. */
  async taken(): Promise<void> {
    if (this.#deflating.writableNeedDrain) await once(this.#deflating, 'drain')
  }

  /** All of it is compressed. */
  ended(): Promise<void> {
    return finished(this.#deflating)
  }
}

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
      const file = new Deflated(path)
      zip.add(file)
      return {
        write: async (bytes) => {
          file.push(bytes)
          await file.taken()
          await flush()
        },
        end: async () => {
          file.push(new Uint8Array(0), true)
          await file.ended()
          await flush()
        },
      }
    },
    end: () => {
      zip.end()
      return flush()
    },
  }
}
