/**
 * HTTP/1 messages as WARC records hold them (RFC 9112): status line, headers, body with its transfer and content codings
 * undone. Archives differ in whether they undid them before, so a body that is not coded as its headers say is left as it is.
 */
import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'

export interface HttpMessage {
  /** Null in a request, and where the status line cannot be read. */
  readonly status: number | null
  /** `GET /path HTTP/1.1`, or the status line. */
  readonly line: string
  /** By lower-case name; values of one name joined by commas, but the cookies' by line ends. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Servers limit headers to some 16 kB; what has none in this has none. */
const MAX_HEADER_BYTES = 256 * 1024
const MAX_HEADERS = 1000

/** A message cut into its parts; null for bytes that begin like none. */
export function httpMessage(bytes: Uint8Array): HttpMessage | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = buffer.subarray(0, 16).toString('latin1')
  if (!/^(?:HTTP\/\d|[A-Z]{3,10} )/.test(start)) return null
  const end = headerEnd(buffer)
  const lines = buffer
    .subarray(0, Math.min(end.header, MAX_HEADER_BYTES))
    .toString('latin1')
    .split(/\r\n|\n/)
  const headers: Record<string, string> = Object.create(null)
  let last: string | null = null
  for (const line of lines.slice(1, MAX_HEADERS)) {
    if (/^[ \t]/.test(line)) {
      if (last !== null) headers[last] += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    last = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    const before = headers[last]
    headers[last] = before === undefined ? value : `${before}${last === 'set-cookie' ? '\n' : ', '}${value}`
  }
  const status = /^HTTP\/\d(?:\.\d)?\s{1,5}(\d{3})(?!\d)/.exec(lines[0] ?? '')?.[1]
  return {
    status: status === undefined ? null : Number(status),
    line: lines[0] ?? '',
    headers: { ...headers },
    body: bytes.subarray(end.body),
  }
}

function headerEnd(buffer: Buffer): { header: number; body: number } {
  const head = buffer.subarray(0, MAX_HEADER_BYTES)
  const crlf = head.indexOf('\r\n\r\n')
  const lf = head.indexOf('\n\n')
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return { header: crlf, body: crlf + 4 }
  if (lf !== -1) return { header: lf, body: lf + 2 }
  return { header: buffer.length, body: buffer.length }
}

export interface Decoded {
  readonly bytes: Uint8Array
  /** Whether there is more than this: beyond the limit, or it was not all there when it was archived. */
  readonly isCut: boolean
  /** Codings that could not be undone, in words; null where all were, or none was there. */
  readonly trouble: string | null
}

/** The body as the reader of a page gets it. @param maxBytes what is decoded at most */
export async function decodedBody(message: HttpMessage, maxBytes: number): Promise<Decoded> {
  const { headers } = message
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '')
  const chunks = isChunked ? dechunked(message.body) : null
  let bytes = chunks?.bytes ?? message.body
  const codings = `${headers['content-encoding'] ?? ''},${(headers['transfer-encoding'] ?? '').replace(/chunked/i, '')}`
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none')
  const wasUndone = codings.some((coding) => isPlainText(coding, bytes))
  const isShort = !isChunked && !wasUndone && bytes.length < announced(headers)
  let isCut = chunks === null ? isShort : !chunks.isWhole
  // RFC 9110, section 8.4: listed in the order in which they were applied. Nobody applies more than two.
  for (const coding of codings.slice(0, 3).reverse()) {
    const undone = await undo(coding, bytes, maxBytes)
    if (undone === 'unknown')
      return {
        bytes,
        isCut,
        trouble: `the content coding “${coding.slice(0, 40).toWellFormed()}” is none that is known`,
      }
    if (undone === 'damaged') return { bytes, isCut, trouble: `its ${coding} coding is damaged` }
    bytes = undone.bytes
    isCut ||= undone.isCut
  }
  return { bytes, isCut, trouble: null }
}

const LF = 10

/** How long a body is by its headers; 0 where they do not say (RFC 9112, section 6.3). */
function announced(headers: HttpMessage['headers']): number {
  const written = headers['content-length'] ?? ''
  return /^\d{1,15}$/.test(written) ? Number(written) : 0
}

/** A chunked body put together (RFC 9112, section 7.1); cut short, up to there; null for what is not chunked. */
function dechunked(body: Uint8Array): { readonly bytes: Uint8Array; readonly isWhole: boolean } | null {
  const pieces: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const end = body.subarray(at, at + 1024).indexOf(LF)
    const line = end === -1 ? '' : Buffer.from(body.subarray(at, at + end)).toString('latin1')
    const size = /^\s{0,8}([0-9a-f]{1,8})\s{0,8}(?:;[^\n]{0,1000})?\r?$/i.exec(line)?.[1]
    if (size === undefined) return at === 0 ? null : { bytes: Buffer.concat(pieces), isWhole: false }
    const length = Number.parseInt(size, 16)
    if (length === 0) return { bytes: Buffer.concat(pieces), isWhole: true }
    const start = at + end + 1
    pieces.push(body.subarray(start, start + length))
    at = start + length
    if (at >= body.length) break
    // The line end after the chunk; where there is none, these were no chunks.
    if (body[at] === 13) at++
    if (body[at] === LF) at++
    else if (pieces.length === 1) return null
  }
  return { bytes: Buffer.concat(pieces), isWhole: false }
}

const CODINGS = {
  gzip: [gunzipSync, createGunzip],
  'x-gzip': [gunzipSync, createGunzip],
  deflate: [inflateSync, createInflate],
  'deflate-raw': [inflateRawSync, createInflateRaw],
  br: [brotliDecompressSync, createBrotliDecompress],
  zstd: [zstdDecompressSync, createZstdDecompress],
} as const

/** Where the body cannot be compressed as it says: it was decoded before it was archived. */
function isPlainText(coding: string, bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third, fourth] = bytes
  if (coding === 'gzip' || coding === 'x-gzip') return first !== 0x1f || second !== 0x8b
  if (coding === 'zstd') return first !== 0x28 || second !== 0xb5 || third !== 0x2f || fourth !== 0xfd
  // Markup, JSON and text: neither brotli nor deflate has a mark of its own.
  return /^\s{0,40}(?:<[!?a-z]|\{["\s]|\[[{"\s])/i.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))
}

const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE'
const ENDS_EARLY = 'Z_BUF_ERROR'

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Uint8Array

/** What bytes unpack to, or by its code why they do not. */
function inOne(inflate: Inflate, bytes: Uint8Array, options: Parameters<Inflate>[1]): Uint8Array | string {
  try {
    return inflate(bytes, options)
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

async function undo(
  coding: string,
  bytes: Uint8Array,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; isCut: boolean } | 'unknown' | 'damaged'> {
  if (!Object.hasOwn(CODINGS, coding)) return 'unknown'
  if (bytes.length === 0 || isPlainText(coding, bytes)) return { bytes, isCut: false }
  const isZlib = coding !== 'deflate' || ((bytes[0] ?? 0) & 0x0f) === 8
  // Some servers send deflate without zlib's wrapping.
  const [sync, stream] = CODINGS[isZlib ? (coding as keyof typeof CODINGS) : 'deflate-raw']
  const flush =
    coding === 'br'
      ? constants.BROTLI_OPERATION_FLUSH
      : coding === 'zstd'
        ? constants.ZSTD_e_flush
        : constants.Z_SYNC_FLUSH
  const whole = inOne(sync, bytes, { maxOutputLength: maxBytes })
  if (typeof whole !== 'string') return { bytes: whole, isCut: false }
  const begun = whole === TOO_LARGE ? whole : inOne(sync, bytes, { maxOutputLength: maxBytes, finishFlush: flush })
  if (typeof begun !== 'string') return { bytes: begun, isCut: whole === ENDS_EARLY }
  if (begun !== TOO_LARGE) return 'damaged'
  const decoder = stream({ finishFlush: flush })
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    decoder.end(bytes)
    for await (const piece of decoder) {
      pieces.push(piece.subarray(0, maxBytes - size))
      size += piece.length
      if (size >= maxBytes) break
    }
  } catch {
    return 'damaged'
  } finally {
    decoder.destroy()
  }
  return { bytes: Buffer.concat(pieces), isCut: true }
}
