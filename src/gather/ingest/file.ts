/**
 * A file of many pages, told by its first bytes and not by its name: a WARC file, or JSON lines, as they are or packed
 * with gzip or Zstandard.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { constants, createGunzip, createZstdDecompress, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { binaryKind } from '../../page/encoding.ts'
import { type Item, linePages, warcPages } from './pages.ts'

/** A file that cannot be taken in. The message says what it is, and what to do with it. */
class FileError extends Error {
  override readonly name = 'FileError'
}

/** A file of many pages. */
export interface PagesFile {
  readonly path: string
  /** SHA-256 of how it begins. */
  readonly key: string
  readonly bytes: number
  /** What offsets in it run up to, in bytes; null for packed lines, whose offsets are those of what is unpacked. */
  readonly size: number | null
  /** Where to go on after all of it. */
  readonly end: number
  /** When it was written, ISO in UTC. */
  readonly modified: string
  readonly holds: 'archive' | 'lines'
  readonly packing: Packing | null
}

type Packing = 'gzip' | 'zstd'

/** By so much of its beginning a file is known, also when it has grown. */
const KEY_BYTES = 4 * 1024
/** So much of it tells what it holds. */
const HEAD_BYTES = 64 * 1024
/** So much of what is packed tells what it is. */
const UNPACKED_BYTES = 64 * 1024
const PACKED_BYTES = 16 * 1024
/** So much of it is made to be more. */
const UNPACKED_AT_MOST = 64 * 1024 * 1024

/**
 * Tells what a file holds.
 * @throws {FileError} for what holds no pages
 * @throws the system's error where it cannot be read
 */
export async function fileOf(path: string): Promise<PagesFile> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { size, mtimeMs } = await file.stat()
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES))
    await file.read(head, 0, head.length, 0)
    const key = createHash('sha256').update(head.subarray(0, KEY_BYTES)).digest('hex')
    const packing = packingOf(head)
    const holds = holding(packing === null ? head : unpackedHead(head, packing), packing)
    const isUnpacked = holds === 'lines' && packing !== null
    return {
      path,
      key,
      bytes: size,
      size: isUnpacked ? null : size,
      end: isUnpacked ? Number.MAX_SAFE_INTEGER : size,
      modified: new Date(mtimeMs).toISOString(),
      holds,
      packing,
    }
  } finally {
    await file?.close()
  }
}

function packingOf([first, second, third, fourth]: Uint8Array): Packing | null {
  if (first === 0x1f && second === 0x8b) return 'gzip'
  return first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd ? 'zstd' : null
}

/** How a packed file begins; nothing where it is damaged from the start. */
function unpackedHead(head: Uint8Array, packing: Packing): Uint8Array {
  const begin = head.subarray(0, PACKED_BYTES)
  const maxOutputLength = UNPACKED_AT_MOST
  try {
    return packing === 'gzip'
      ? gunzipSync(begin, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength })
      : zstdDecompressSync(begin, { finishFlush: constants.ZSTD_e_flush, maxOutputLength })
  } catch {
    return new Uint8Array(0)
  }
}

/** What bytes hold by their beginning. */
function holding(head: Uint8Array, packing: Packing | null): PagesFile['holds'] {
  const text = Buffer.from(head.subarray(0, UNPACKED_BYTES))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  const begin = text.trimStart()[0] ?? ''
  const isArchive = packing !== 'zstd' && (RECORD.test(text) || (packing === 'gzip' && !/[<[{]/.test(begin)))
  if (isArchive) return 'archive'
  if (begin !== '<' && OBJECT.test(text)) return 'lines'
  if (begin === '' && packing === null) return 'lines'
  const what =
    binaryKind(head) ??
    (begin === '[' ? 'a JSON array' : begin === '<' ? 'HTML or XML' : begin === '' ? 'damaged' : 'plain text')
  throw new FileError(`this is ${what}. Files of many pages are WARC files and JSON lines; hearsay add takes one page.`)
}

/** A record, and a line of JSON: damage may stand before the first that is whole. */
const RECORD = /^WARC\/1\.\d/m
const OBJECT = /^[ \t]{0,100}\{[ \t]{0,100}"/m

/** What stands in a file, from somewhere on; it is closed when it has been read, or when that is given up. */
export async function* itemsFrom(file: PagesFile, offset: number): AsyncGenerator<Item> {
  const { path, modified: at, holds, packing } = file
  const isUnpacked = holds === 'lines' && packing !== null
  const stream = createReadStream(path, { start: isUnpacked ? 0 : offset })
  try {
    if (holds === 'archive') yield* warcPages({ chunks: stream, offset, at })
    else if (!isUnpacked) yield* linePages({ chunks: stream, offset, at })
    else yield* packedLines(stream, packing, offset, at)
  } finally {
    stream.destroy()
  }
}

/** Packed lines; where their packing ends or is damaged, the file is cut. */
async function* packedLines(stream: Readable, packing: Packing, offset: number, at: string): AsyncGenerator<Item> {
  let end: { readonly place: number; readonly reason: string } | null = null
  const unpacking = packing === 'gzip' ? createGunzip() : createZstdDecompress()
  const chunks = (async function* () {
    let place = 0
    try {
      for await (const chunk of stream.on('error', (error) => unpacking.destroy(error)).pipe(unpacking)) {
        const bytes = chunk as Uint8Array
        place += bytes.byteLength
        if (place > offset)
          yield place - bytes.byteLength < offset ? bytes.subarray(bytes.byteLength - (place - offset)) : bytes
      }
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (!/^(?:Z_|ZSTD_)/.test(code)) throw error
      end = {
        place,
        reason: code === 'Z_BUF_ERROR' ? 'the file ends within it' : `its ${packing} is damaged from here on`,
      }
    } finally {
      unpacking.destroy()
    }
  })()
  let last: Item | null = null
  for await (const item of linePages({ chunks, offset, at })) {
    // What the last line is cannot be known before it is known that it is whole.
    if (last !== null) yield last
    last = item
  }
  if (end === null) {
    if (last !== null) yield last
  } else yield { offset: last?.offset ?? offset, is: 'cut', reason: (end as { reason: string }).reason }
}
