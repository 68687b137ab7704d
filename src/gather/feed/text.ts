/**
 * Bytes of a feed, sitemap or list -> text. The order is XML's and RFC 7303's (byte order mark, Content-Type, XML
 * declaration); where the bytes contradict it, the page reader's evidence decides, since feeds are mislabelled like pages.
 */
import { decode } from '../../page/encoding.ts'

export interface FeedText {
  readonly text: string
  readonly encoding: string
  /** Characters that could not be decoded. */
  readonly replaced: number
}

/** XML 1.0, section 4.3.3: the declaration stands at the very beginning. */
const DECLARATION = /^\s{0,20}<\?xml\s[^>]{0,200}?encoding\s{0,10}=\s{0,10}["']([\w.:-]{1,40})["']/

/** What an XML document says of its own encoding: in its declaration, or by the zero bytes of UTF-16 (appendix F). */
function ownLabel(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be'
  return DECLARATION.exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1]
}

/** The encoding that a document is declared to be in, as it is written there. @param head its first bytes */
export function declaredEncoding(head: Uint8Array, contentType: string | null): string | undefined {
  const charset = contentType ? /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] : undefined
  return charset ?? ownLabel(head)
}

/**
 * @param bytes as received, not compressed
 * @param contentType the Content-Type header, if any
 */
export function feedText(bytes: Uint8Array, contentType: string | null): FeedText {
  const label = declaredEncoding(bytes, contentType)
  const { text, encoding, replaced } = decode(bytes, label ? `text/xml; charset=${label}` : null)
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, encoding, replaced }
}
