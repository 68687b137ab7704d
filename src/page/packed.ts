/** The files of weights that pages and English are read with, and which of them are packed. */

/** Files of `models/`: the body model, and the taggers of parts of speech and names. */
export type WeightsName = 'page-body.json' | 'names.bin'

/** Whether bytes are packed with gzip (RFC 1952 begins a file with 1F 8B). */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
