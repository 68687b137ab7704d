/**
 * The parts of WARC records read off pieces of a file: where a record begins, its header, its block, its end.
 */
import type { Piece } from './members.ts'

/** A header line with an address in it has some 2,000 bytes; a whole header some 1,000. */
const MAX_HEADER_BYTES = 256 * 1024

/** Why a record cannot be read; `offset` where that is another than the one that was begun. */
export class Damage extends Error {
  readonly offset: number | null
  readonly atEnd: boolean

  constructor(offset: number | null, message: string, atEnd: boolean) {
    super(message)
    this.offset = offset
    this.atEnd = atEnd
  }
}

const LF = 10
const CR = 13
const RECORD = Buffer.from('WARC/')

interface Reader {
  /** Whether the file is not compressed; known once something was read. */
  readonly isPlain: boolean
  /** Goes to where a record begins; `offset` is null at the end of the file. */
  seek(): Promise<{ offset: number | null; skipped: number; skippedAt: number }>
  header(): Promise<string>
  /** The next `length` bytes, of which `max` are kept. */
  block(length: number, max: number): Promise<Uint8Array>
  /** Whether the two line ends stand here that end a record; what follows them has proved sound. */
  endsRecord(): Promise<boolean>
  /**
   * Leaves a damaged record. In a compressed file the next member is gone to, since what a damaged one holds after the
   * damage may be a page that shows a record and is none; in another, the next line that begins a record.
   */
  leave(): void
}

/** Reads records' parts off pieces; throws Damage where a piece is damaged, and goes on after it. */
export function readerOf(pieces: AsyncGenerator<Piece>): Reader {
  let buffer: Uint8Array = new Uint8Array(0)
  /** Offset of the buffer's first byte, where the file is not compressed; else of its gzip member. */
  let at = 0
  let isPlain = true
  let ended = false
  /** A member that begins after the buffer. */
  let next: number | null = null
  let isLeft = false

  /** More bytes in the buffer; false where there are none before the next member or the end. */
  const more = async (): Promise<boolean> => {
    if (next !== null || ended) return false
    const { value: piece, done } = await pieces.next()
    if (done) {
      ended = true
      return false
    }
    if (piece.kind === 'start') {
      next = piece.offset
      return false
    }
    if (piece.kind === 'damage') {
      buffer = new Uint8Array(0)
      throw new Damage(piece.offset, piece.message, piece.atEnd)
    }
    isPlain = piece.isPlain
    buffer = buffer.length === 0 ? piece.bytes : Buffer.concat([buffer, piece.bytes])
    return true
  }
  /** Goes over to the next member. */
  const cross = (offset: number): void => {
    at = offset
    next = null
    isLeft = false
  }
  /** More of the member that is being read; false at its end. */
  const pull = async (): Promise<boolean> => {
    while (isLeft && (await more())) buffer = new Uint8Array(0)
    return !isLeft && (await more())
  }
  const take = (count: number): void => {
    buffer = buffer.subarray(count)
    if (isPlain) at += count
  }

  const short = (): Damage => {
    buffer = new Uint8Array(0)
    return isPlain
      ? new Damage(null, 'the file ends within a record', true)
      : new Damage(null, 'it is shorter than its Content-Length says', false)
  }

  return {
    get isPlain() {
      return isPlain
    },
    async seek() {
      let skipped = 0
      let skippedAt = at
      const skip = (count: number): void => {
        if (skipped === 0) skippedAt = at
        skipped += count
        take(count)
      }
      let isLineStart = true
      for (;;) {
        if (buffer.length < RECORD.length) {
          if (await pull()) continue
          if (next !== null) {
            // What a member ends with is no part of the next one's record.
            if (buffer.some((byte) => byte !== CR && byte !== LF)) skip(buffer.length)
            buffer = new Uint8Array(0)
            cross(next)
            isLineStart = true
            continue
          }
        }
        if (buffer.length === 0) return { offset: null, skipped, skippedAt }
        // The first letters of a record are one that the file ends in.
        if (isLineStart && RECORD.subarray(0, buffer.length).every((byte, i) => buffer[i] === byte))
          return { offset: at, skipped, skippedAt }
        // Line ends between records are no damage.
        const ends = buffer.findIndex((byte) => byte !== CR && byte !== LF)
        if (ends !== 0) {
          isLineStart = buffer[(ends === -1 ? buffer.length : ends) - 1] === LF
          take(ends === -1 ? buffer.length : ends)
          continue
        }
        const end = buffer.indexOf(LF)
        isLineStart = end !== -1
        skip(end === -1 ? buffer.length : end + 1)
      }
    },
    async header() {
      let searched = 0
      for (;;) {
        for (let end = buffer.indexOf(LF, searched); end !== -1; end = buffer.indexOf(LF, end + 1)) {
          const after = buffer[end + 1] === CR ? end + 2 : end + 1
          if (buffer[after] === LF) {
            const text = Buffer.from(buffer.subarray(0, end)).toString('utf8')
            take(after + 1)
            return text
          }
        }
        if (buffer.length > MAX_HEADER_BYTES) {
          take(buffer.length)
          throw new Damage(null, `its header has more than ${MAX_HEADER_BYTES} bytes`, false)
        }
        searched = Math.max(0, buffer.length - 3)
        if (!(await more())) throw short()
      }
    },
    async block(length, max) {
      const kept: Uint8Array[] = []
      let size = 0
      let left = length
      while (left > 0) {
        if (buffer.length === 0 && !(await more())) throw short()
        const piece = buffer.subarray(0, Math.min(left, buffer.length))
        if (size < max) {
          const part = piece.subarray(0, max - size)
          kept.push(part)
          size += part.length
        }
        left -= piece.length
        take(piece.length)
      }
      return kept.length === 1 ? (kept[0] as Uint8Array) : Buffer.concat(kept)
    },
    async endsRecord() {
      // Some writers leave the line ends out before the end of a member or of the file.
      while (buffer.length < 4 && (await more()));
      const [first, second, third, fourth] = buffer
      const crlf = first === CR && second === LF && third === CR && fourth === LF
      const lf = first === LF && second === LF
      if (crlf || lf) take(crlf ? 4 : 2)
      // The checksum of a member is known only at its end.
      if (buffer.length === 0 && !isPlain) await more()
      return crlf || lf || (buffer.length < 4 && buffer.every((byte) => byte === CR || byte === LF))
    },
    leave() {
      isLeft = !isPlain
      buffer = isPlain ? buffer : new Uint8Array(0)
    },
  }
}
