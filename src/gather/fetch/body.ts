/**
 * The body of an answer: no more than the limits of it, and its content coding undone (RFC 9110, 8.4).
 */
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { FetchError } from './errors.ts'
import type { Limits } from './settings.ts'

/** What is understood, best first; `deflate` last, because servers disagree on what it is. */
export const ACCEPT_ENCODING = 'gzip, br, zstd, deflate'

type Undo = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const zlibInflate = promisify(inflate) as Undo
const rawInflate = promisify(inflateRaw) as Undo
const CODINGS: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ['br', promisify(brotliDecompress) as Undo],
  // "deflate" is zlib's format; servers that send the bare one are understood too, as browsers do.
  ['deflate', (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? zlibInflate : rawInflate)(bytes, options)],
  ['gzip', promisify(gunzip) as Undo],
  ['x-gzip', promisify(gunzip) as Undo],
  ['zstd', promisify(zstdDecompress) as Undo],
])
/** Nobody compresses a page more often than this in earnest. */
const MAX_CODINGS = 2

/** `1.5 MiB`. */
export const mebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 100) / 100} MiB`

/** A body that is larger than a page may be. */
export function tooLarge(url: string, found: string, limit: number): FetchError {
  return new FetchError(
    'too-large',
    url,
    `${found}, and a page may have ${mebibytes(limit)}. If it is one, save it in a browser and give Hearsay the file.`,
  )
}

/**
 * The bytes as they come in.
 * @param cut where true, what goes beyond the limit is left out; else it is an error
 * @throws {FetchError} `too-large`; whatever the stream throws
 */
export async function received(
  url: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
  cut: boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    pieces.push(chunk)
    length += chunk.byteLength
    if (length <= limits.receivedBytes) continue
    if (cut) break
    throw tooLarge(url, `it goes on after ${mebibytes(limits.receivedBytes)}`, limits.receivedBytes)
  }
  const bytes = Buffer.concat(pieces, length)
  return cut ? bytes.subarray(0, limits.receivedBytes) : bytes
}

/**
 * The content with its codings undone, the last one first. A coding that nobody knows (`utf-8` is seen) is none.
 * @throws {FetchError} `too-large` where it swells beyond the limit, `broken` where it is not what it says
 */
export async function undone(
  url: string,
  bytes: Uint8Array,
  coding: string | undefined,
  limit: number,
): Promise<Uint8Array> {
  const codings = (coding ?? '')
    .split(',', 20)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => CODINGS.has(name))
  if (codings.length > MAX_CODINGS)
    throw new FetchError('broken', url, `its content is compressed ${codings.length} times over. No page is.`)
  let content = bytes
  for (const name of codings.reverse()) {
    const undo = CODINGS.get(name)
    if (!undo || content.byteLength === 0) continue
    try {
      content = await undo(content, { maxOutputLength: limit })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw tooLarge(url, `it swells from ${mebibytes(bytes.byteLength)} to more than ${mebibytes(limit)}`, limit)
      throw new FetchError(
        'broken',
        url,
        `its content is not the ${name} that it says it is, or breaks off (${(cause as Error).message}). Try again later, or save it in a browser.`,
        { cause },
      )
    }
  }
  if (content.byteLength > limit) throw tooLarge(url, `it has ${mebibytes(content.byteLength)}`, limit)
  return content
}
