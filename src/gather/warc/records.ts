/**
 * WARC records (ISO 28500: WARC 1.0 and 1.1): header fields and block, each with its offset in the file. A record that
 * is damaged is skipped with a note, and the next one looked for; a block beyond the limit is cut, the rest read over.
 */
import { createHash } from 'node:crypto'
import { type Piece, piecesOf } from './members.ts'

export interface WarcRecord {
  readonly kind: 'record'
  /** Where to start reading the file to come to this record first: its own offset, or its gzip member's. */
  readonly offset: number
  readonly version: string
  /** Named fields in lower case; of one that is repeated, the first. */
  readonly fields: ReadonlyMap<string, string>
  readonly block: Uint8Array
  /** Whether the block was longer than what is read of one. */
  readonly isCut: boolean
  /** Whether the block is what its digest says; null without a digest of a known kind. */
  readonly isIntact: boolean | null
}

export interface WarcNote {
  readonly kind: 'note'
  readonly offset: number
  readonly about: 'damaged' | 'truncated' | 'altered' | 'cut'
  readonly message: string
}

/** A header line with an address in it has some 2,000 bytes; a whole header some 1,000. */
const MAX_HEADER_BYTES = 256 * 1024

/** @param maxBytes bytes of a block that are kept */
export async function* recordsOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  base: number,
  maxBytes: number,
): AsyncGenerator<WarcRecord | WarcNote> {
  const reader = readerOf(piecesOf(chunks, base))
  const note = (offset: number, about: WarcNote['about'], message: string): WarcNote => ({
    kind: 'note',
    offset,
    about,
    message,
  })
  for (;;) {
    let offset = base
    try {
      const start = await reader.seek()
      if (start.skipped > 0)
        yield note(start.skippedAt, 'damaged', `${start.skipped} byte(s) from ${start.skippedAt} on are no record.`)
      if (start.offset === null) return
      offset = start.offset
      const { version, fields } = headerOf(await reader.header())
      const length = lengthOf(fields)
      const bytes = await reader.block(length, maxBytes)
      const isCut = bytes.length < length
      if (!(await reader.endsRecord())) throw new Damage(null, 'it does not end where its Content-Length says', false)
      const isIntact = isCut ? null : intact(bytes, fields.get('warc-block-digest'))
      if (isIntact === false)
        yield note(offset, 'altered', `The record at ${offset} is not what its WARC-Block-Digest says.`)
      if (isCut)
        yield note(offset, 'cut', `The record at ${offset} has ${length} bytes; the first ${maxBytes} were read.`)
      yield { kind: 'record', offset, version, fields, block: bytes, isCut, isIntact }
    } catch (error) {
      if (!(error instanceof Damage)) throw error
      const at = error.offset ?? offset
      yield error.atEnd
        ? note(at, 'truncated', `The file ends within the record at ${at}. Go on from there when it is complete.`)
        : note(at, 'damaged', `The record at ${at} was skipped: ${error.message}.`)
      reader.leave()
    }
  }
}

/** Why a record cannot be read; `offset` where that is another than the one that was begun. */
class Damage extends Error {
  readonly offset: number | null
  readonly atEnd: boolean

  constructor(offset: number | null, message: string, atEnd: boolean) {
    super(message)
    this.offset = offset
    this.atEnd = atEnd
  }
}

function headerOf(text: string): { version: string; fields: Map<string, string> } {
  const lines = text.split(/\r\n|\n/)
  const version = /^WARC\/(\d\.\d{1,2})\s{0,10}$/.exec(lines[0] ?? '')?.[1]
  if (version === undefined) throw new Damage(null, 'it has no version that is known', false)
  const fields = new Map<string, string>()
  let last: string | null = null
  for (const line of lines.slice(1)) {
    if (/^[ \t]/.test(line)) {
      // Folded lines go on with the field before them (section 4).
      if (last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    if (colon <= 0) {
      last = null
      continue
    }
    const name = line.slice(0, colon).trim().toLowerCase()
    last = fields.has(name) ? null : name
    if (last !== null) fields.set(name, line.slice(colon + 1).trim())
  }
  return { version, fields }
}

function lengthOf(fields: ReadonlyMap<string, string>): number {
  const written = fields.get('content-length') ?? ''
  if (!/^\d{1,15}$/.test(written)) throw new Damage(null, 'it has no Content-Length', false)
  if (!fields.has('warc-type')) throw new Damage(null, 'it has no WARC-Type', false)
  return Number(written)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32, as WARC digests are usually written. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      text += ALPHABET[(value >> (bits - 5)) & 31]
      bits -= 5
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

/** Whether bytes have a labelled digest (section 5.8): `sha1:` in base32 or hexadecimal, `sha256:`, `md5:`. */
function intact(bytes: Uint8Array, digest: string | undefined): boolean | null {
  const match = /^(sha-?1|sha-?256|sha-?512|md5):([a-z0-9]{16,128}={0,6})$/i.exec(digest ?? '')
  if (!match) return null
  const hash = createHash((match[1] ?? '').toLowerCase().replace('-', ''))
    .update(bytes)
    .digest()
  const written = (match[2] ?? '').replace(/=+$/, '')
  return written.toLowerCase() === hash.toString('hex') || written.toUpperCase() === base32(hash)
}

const LF = 10
const CR = 13
const RECORD = Buffer.from('WARC/')

interface Reader {
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
function readerOf(pieces: AsyncGenerator<Piece>): Reader {
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
  const cross = (): boolean => {
    if (next === null) return false
    at = next
    next = null
    isLeft = false
    return true
  }
  const pull = async (): Promise<boolean> => {
    while (isLeft && (await more())) buffer = new Uint8Array(0)
    return (!isLeft && (await more())) || (cross() && (await pull()))
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
        if (buffer.length < RECORD.length && (await pull())) continue
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
