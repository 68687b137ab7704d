/** gzip files as sitemaps and feeds come: unpacked up to a limit, so that a small file cannot fill the memory. */
import { Readable } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { SourceError } from './error.ts'

/** sitemaps.org: a sitemap has at most 50 MB (52,428,800 bytes) uncompressed. Nothing watched is larger. */
export const MAX_UNPACKED = 52_428_800

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The whole of a file that may be gzip. @throws SourceError `malformed` where it is damaged or too large */
export function unpacked(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (cause) {
    throw new SourceError(
      'malformed',
      `The gzip file is damaged, or has more than ${MAX_UNPACKED} bytes unpacked. Fetch it again; watch a smaller sitemap or feed.`,
      { cause },
    )
  }
}

/** So much of a gzip file unpacks to more than enough to tell what it is, and to 8 MB at most. */
const HEAD_BYTES = 8192

/** The beginning of a file that may be gzip. @throws SourceError `malformed` where it is damaged */
export function unpackedHead(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? unpacked(bytes.subarray(0, HEAD_BYTES)) : bytes
}

/**
 * A stream that may be gzip, unpacked as it comes.
 * @throws SourceError `malformed` where it is damaged; what came before has been given by then
 */
export async function* unpackedStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = []
  const source = (async function* () {
    for await (const chunk of chunks) if (chunk.length > 0) yield chunk
  })()
  let size = 0
  while (size < 2) {
    const { value, done } = await source.next()
    if (done) break
    held.push(value)
    size += value.length
  }
  const head = Buffer.concat(held)
  const whole = (async function* () {
    if (head.length > 0) yield head as Uint8Array
    yield* source
  })()
  if (!isGzip(head)) return yield* whole
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  const input = Readable.from(whole)
  input.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))
      throw new SourceError('malformed', 'The gzip file is damaged from here on; what came before was read.', { cause })
    throw cause
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}
