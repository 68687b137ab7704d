/**
 * Packing: bytes and JSON compressed with Zstandard (RFC 8878) for keeping. What is packed twice packs to the same bytes
 * with one release of the library only, so digests are made of what is packed, never of the pack.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Beyond level 6 pages become hardly smaller and much slower. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 6 } }

/** The largest that is unpacked, in bytes: what is larger was not packed here. */
const LARGEST = 512 * 1024 * 1024

/** Bytes, packed. */
export const pack = (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes, OPTIONS)

/** Something kept in a ledger that cannot be unpacked: it was damaged or altered. */
class UnpackError extends Error {
  override readonly name = 'UnpackError'

  constructor(cause: unknown) {
    super('something kept in the ledger is damaged: hearsay verify says what. Restore a backup.', { cause })
  }
}

/**
 * Packed bytes as they were.
 * @throws {UnpackError} where they are damaged
 */
export function unpack(packed: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: LARGEST })
  } catch (error) {
    throw new UnpackError(error)
  }
}

/** A value as packed JSON. */
export const packJson = (value: unknown): Uint8Array => pack(Buffer.from(JSON.stringify(value)))

/**
 * A value that was packed as JSON.
 * @throws {UnpackError} where it is damaged
 */
export function unpackJson(packed: Uint8Array): unknown {
  const { buffer, byteOffset, byteLength } = unpack(packed)
  const json = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new UnpackError(error)
  }
}
