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

/**
 * Packed bytes as they were.
 * @throws where they are damaged
 */
export const unpack = (packed: Uint8Array): Uint8Array => zstdDecompressSync(packed, { maxOutputLength: LARGEST })

/** A value as packed JSON. */
export const packJson = (value: unknown): Uint8Array => pack(Buffer.from(JSON.stringify(value)))

/**
 * A value that was packed as JSON.
 * @throws where it is damaged
 */
export const unpackJson = (packed: Uint8Array): unknown => JSON.parse(Buffer.from(unpack(packed)).toString('utf8'))
