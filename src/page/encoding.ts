/**
 * Bytes -> text: which encoding a page is in, by the HTML standard's order, mended where sites are known to lie.
 *
 * Byte order mark, Content-Type header, meta prescan (html-encoding-sniffer); then, where the bytes contradict the
 * declaration, what they are: text that is valid UTF-8 with multi-byte characters is UTF-8 whatever a legacy label says,
 * and text declared UTF-8 (or nothing) that is not is guessed from its byte statistics (chardet).
 */
import { analyse } from 'chardet'
import sniffHTMLEncoding from 'html-encoding-sniffer'
import type { Evidence } from './article.ts'

export interface Decoded {
  readonly text: string
  /** The WHATWG name of the encoding: `UTF-8`, `EUC-KR`, `windows-1252`. */
  readonly encoding: string
  readonly evidence: Evidence
  /** Characters that could not be decoded. */
  readonly replaced: number
}

/** chardet looks at this many bytes; the statistics do not improve beyond. */
const SAMPLE = 65_536
/** What is a file and no page, by its first bytes. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive (or an office document)'],
  [[0x1f, 0x8b], 'gzip-compressed data'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd-compressed data'],
  [[0x52, 0x49, 0x46, 0x46], 'a RIFF file (WebP, audio or video)'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document'],
  [[0x49, 0x44, 0x33], 'an MP3 file'],
  [[0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70], 'a video'],
  [[0x00, 0x00, 0x00, 0x20, 0x66, 0x74, 0x79, 0x70], 'a video'],
]

/** What kind of file the bytes are if they are no text, in words; null for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [signature, kind] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) return kind
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return null
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return null
  // Text holds hardly any control characters; a stray NUL is dirt. Of random or compressed bytes about one in ten
  // is one: half of that is a binary.
  const sample = bytes.subarray(0, 4096)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return sample.length > 0 && controls > sample.length / 20 ? 'binary data' : null
}

function isUtf8(bytes: Uint8Array): { valid: boolean; multibyte: boolean } {
  let multibyte = false
  for (const byte of bytes) {
    if (byte > 127) {
      multibyte = true
      break
    }
  }
  if (!multibyte) return { valid: true, multibyte }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { valid: true, multibyte }
  } catch {
    return { valid: false, multibyte }
  }
}

function decodeAs(bytes: Uint8Array, label: string): { text: string; encoding: string; replaced: number } | null {
  try {
    const decoder = new TextDecoder(label)
    const text = decoder.decode(bytes)
    let replaced = 0
    for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replaced++
    return { text, encoding: decoder.encoding, replaced }
  } catch {
    return null
  }
}

/**
 * @param bytes the capture as received
 * @param contentType the Content-Type header, if any
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const charset = contentType ? /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] : undefined
  const declared = sniffHTMLEncoding(bytes, {
    defaultEncoding: '',
    ...(charset ? { transportLayerEncodingLabel: charset } : {}),
  })
  const utf8 = isUtf8(bytes)
  const from =
    declared === '' || declared === null
      ? 'no declaration'
      : charset
        ? 'Content-Type header, byte order mark or meta'
        : 'byte order mark or meta'
  const made = (label: string, evidence: Evidence): Decoded | null => {
    const decoded = decodeAs(bytes, label)
    return decoded ? { ...decoded, evidence } : null
  }
  const utf16 = declared?.startsWith('UTF-16') ?? false
  if (!utf16 && utf8.valid && (utf8.multibyte || !declared || declared === 'UTF-8')) {
    const because =
      declared && declared !== 'UTF-8'
        ? `the bytes are valid UTF-8, though it says ${declared}`
        : 'the bytes are valid UTF-8'
    const decoded = made('utf-8', { from, because })
    if (decoded) return decoded
  }
  if (declared && declared !== 'UTF-8') {
    const decoded = made(declared, { from })
    if (decoded && decoded.replaced <= bytes.length / 200) return decoded
  }
  // A few broken characters in a UTF-8 page are a truncated or spliced page, not another encoding.
  const sample = bytes.length > SAMPLE ? bytes.subarray(0, SAMPLE) : bytes
  const multibytes = sample.reduce((n, byte) => n + (byte >= 0xc0 ? 1 : 0), 0)
  const brokenUtf8 = decodeAs(sample, 'utf-8')?.replaced ?? sample.length
  if ((declared === 'UTF-8' || !declared) && brokenUtf8 <= multibytes / 4) {
    const decoded = made('utf-8', { from, because: 'nearly all bytes are UTF-8' })
    if (decoded) return decoded
  }
  for (const { name, confidence } of analyse(sample)) {
    if (name === 'ASCII' || name === 'UTF-8' || name.startsWith('UTF-32') || confidence < 10) continue
    const tried = decodeAs(sample, name)
    if (!tried || tried.replaced > sample.length / 100) continue
    const decoded = made(name, { from: 'byte statistics', because: `${confidence} % sure` })
    if (decoded) return decoded
  }
  return made('windows-1252', {
    from: 'the HTML standard',
    because: 'the default for text of unknown encoding',
  }) as Decoded
}
