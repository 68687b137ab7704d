/**
 * The bytes of a WARC file as they are before compression, with the places in the file where a record can begin.
 *
 * Compressed WARC files are one gzip member a record (ISO 28500, annex D), so that each can be read by its offset alone
 * and damage to one leaves the next whole; gzip readers join members and lose both. Each member's checksum is verified.
 */
import { Readable } from 'node:stream'
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { type Window, windowOn } from './window.ts'

export type Piece =
  /** A gzip member, or the file if it is not compressed, begins at this offset. */
  | { readonly kind: 'start'; readonly offset: number }
  /** Bytes; in a file that is not compressed, `offset` is theirs, otherwise their member's. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly offset: number; readonly isPlain: boolean }
  /** What began at the last start cannot be trusted. */
  | { readonly kind: 'damage'; readonly offset: number; readonly message: string; readonly atEnd: boolean }

/** A record of a page is compressed to some 50 kB; a member within this is inflated at once. */
const AT_ONCE = 256 * 1024
const AT_ONCE_INFLATED = 8 * 1024 * 1024
/** So much of a member is held until it has proved sound, to look for the next one in it if it does not. */
const MAX_HELD = 16 * 1024 * 1024
/** Compressed bytes that are enough to see how a record begins, where its Huffman codes come first. */
const PROBE = 512
/** Compressed data has the mark of a member by chance once in 16 MB; a file with so many in a row is made to be slow. */
const MAX_TRIED = 10_000
const MAGIC = [0x1f, 0x8b, 0x08] as const

/**
 * @param chunks the file from `base` on
 * @param base the offset in the file at which the chunks begin: 0, or that of a record
 */
export async function* piecesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  base: number,
): AsyncGenerator<Piece> {
  const window = windowOn(chunks, base)
  await window.reach(base + 3)
  const head = window.slice(base, base + 3)
  if (!MAGIC.slice(0, head.length).every((byte, i) => head[i] === byte)) return yield* plainPieces(window, base)
  let at: number | null = base
  while (at !== null && (await window.reach(at + 1))) at = yield* member(window, at)
}

async function* plainPieces(window: Window, base: number): AsyncGenerator<Piece> {
  yield { kind: 'start', offset: base }
  for (let at = base; await window.reach(at + 1); at = window.to) {
    yield { kind: 'bytes', bytes: window.slice(at, window.to), offset: at, isPlain: true }
    window.drop(window.to)
  }
}

/** One gzip member (RFC 1952). Returns where the next begins, or null at the end of the file. */
async function* member(window: Window, offset: number): AsyncGenerator<Piece, number | null> {
  yield { kind: 'start', offset }
  const data = await headerEnd(window, offset)
  if (data === null) {
    const atEnd = !(await window.reach(offset + 11))
    yield {
      kind: 'damage',
      offset,
      message: atEnd ? 'the file ends within a record' : 'no compressed record begins here',
      atEnd,
    }
    return nextMember(window, offset + 1)
  }
  await window.reach(data + AT_ONCE)
  const quick = atOnce(window.slice(data, window.to))
  let read: { size: number; crc: number; length: number } | string
  if (quick) {
    read = { size: quick.size, crc: crc32(quick.bytes), length: quick.bytes.length }
    if (await isSound(window, data, read)) yield { kind: 'bytes', bytes: quick.bytes, offset, isPlain: false }
  } else read = yield* inStream(window, data, offset)
  if (typeof read !== 'string' && (await isSound(window, data, read))) {
    const end = data + read.size + 8
    window.drop(end)
    return end
  }
  const atEnd = read === 'end' || (typeof read !== 'string' && !(await window.reach(data + read.size + 8)))
  yield {
    kind: 'damage',
    offset,
    message: atEnd
      ? 'the file ends within a record'
      : typeof read === 'string'
        ? 'its compression is damaged'
        : 'its checksum differs',
    atEnd,
  }
  // A member that ends properly with another checksum is left whole; damage may be anywhere in the others.
  return nextMember(window, Math.max(window.from, typeof read === 'string' ? offset + 1 : data + read.size))
}

/** Where the compressed data begins, or null where no member does (RFC 1952, section 2.3). */
async function headerEnd(window: Window, offset: number): Promise<number | null> {
  if (!(await window.reach(offset + 10))) return null
  const header = window.slice(offset, offset + 10)
  if (!MAGIC.every((byte, i) => header[i] === byte)) return null
  const flags = header[3] ?? 0
  if (flags & 0xe0) return null
  let at = offset + 10
  if (flags & 4) {
    if (!(await window.reach(at + 2))) return null
    const [low = 0, high = 0] = window.slice(at, at + 2)
    at += 2 + low + 256 * high
  }
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    // A file name or comment, ended by a zero byte.
    for (let end = -1; end === -1; ) {
      if (!(await window.reach(at + 1)) || window.to - at > 65_536) return null
      end = window.slice(at, window.to).indexOf(0)
      if (end !== -1) at += end + 1
      else if (!(await window.reach(window.to + 1))) return null
    }
  }
  if (flags & 2) at += 2
  return (await window.reach(at + 1)) ? at : null
}

/** Inflates a member that ends within the bytes; null for one that is larger, or damaged. */
function atOnce(data: Uint8Array): { bytes: Uint8Array; size: number } | null {
  try {
    const { buffer, engine } = inflateRawSync(data, {
      info: true,
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: AT_ONCE_INFLATED,
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } }
    // What is left over proves that the member ended: its checksum follows.
    return engine.bytesWritten < data.length ? { bytes: buffer, size: engine.bytesWritten } : null
  } catch {
    return null
  }
}

/** Inflates a member of any size. Returns its measures, `end` where the file ended in it, `damaged` where it is. */
async function* inStream(
  window: Window,
  data: number,
  offset: number,
): AsyncGenerator<Piece, { size: number; crc: number; length: number } | 'end' | 'damaged'> {
  const inflate = createInflateRaw()
  let at = data
  let hasEnded = false
  const input = Readable.from(
    (async function* () {
      for (;;) {
        if (!(await window.reach(at + 1))) {
          hasEnded = true
          return
        }
        const chunk = window.slice(at, window.to)
        at = window.to
        yield chunk
        window.drop(Math.min(data + inflate.bytesWritten, at - MAX_HELD))
      }
    })(),
    { highWaterMark: 1 },
  )
  let crc = 0
  let length = 0
  try {
    for await (const bytes of input.on('error', (error) => inflate.destroy(error)).pipe(inflate)) {
      crc = crc32(bytes, crc)
      length += bytes.length
      yield { kind: 'bytes', bytes, offset, isPlain: false }
    }
    return { size: inflate.bytesWritten, crc, length }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
    return hasEnded && error.code === 'Z_BUF_ERROR' ? 'end' : 'damaged'
  } finally {
    input.destroy()
    inflate.destroy()
  }
}

async function isSound(
  window: Window,
  data: number,
  { size, crc, length }: { size: number; crc: number; length: number },
): Promise<boolean> {
  const end = data + size
  if (!(await window.reach(end + 8))) return false
  const trailer = Buffer.from(window.slice(end, end + 8))
  return trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === length % 2 ** 32
}

/** Where the next gzip member begins that holds a record; null where none does, or where too many only seem to. */
async function nextMember(window: Window, start: number): Promise<number | null> {
  let from = start
  for (let tried = 0; tried < MAX_TRIED; ) {
    const found = window.find(MAGIC, from)
    if (found !== -1) {
      tried++
      window.drop(found)
      if (await holdsRecord(window, found)) return found
      from = found + 1
      continue
    }
    from = Math.max(from, window.to - 2)
    window.drop(from)
    if (!(await window.reach(window.to + 1))) return null
  }
  return null
}

/** Whether a gzip member begins here whose first bytes are a record's. */
async function holdsRecord(window: Window, offset: number): Promise<boolean> {
  const data = await headerEnd(window, offset)
  if (data === null) return false
  await window.reach(data + PROBE)
  const probe = window.slice(data, data + PROBE)
  // RFC 1951, section 3.2.3: there are three kinds of block, and the fourth is an error.
  if (((probe[0] ?? 6) & 6) === 6) return false
  try {
    const begin = inflateRawSync(probe, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 1024 * PROBE,
    })
    return begin.subarray(0, 5).toString('latin1') === 'WARC/'
  } catch {
    return false
  }
}
