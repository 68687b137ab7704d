/** Labelled digests of WARC records (ISO 28500, section 5.8). */
import { createHash } from 'node:crypto'

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
export function intact(bytes: Uint8Array, digest: string | undefined): boolean | null {
  const match = /^(sha-?1|sha-?256|sha-?512|md5):([a-z0-9]{16,128}={0,6})$/i.exec(digest ?? '')
  if (!match) return null
  const hash = createHash((match[1] ?? '').toLowerCase().replace('-', ''))
    .update(bytes)
    .digest()
  const written = (match[2] ?? '').replace(/=+$/, '')
  return written.toLowerCase() === hash.toString('hex') || written.toUpperCase() === base32(hash)
}
