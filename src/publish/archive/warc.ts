/**
 * Captures as a WARC file (ISO 28500): the bytes as they came, for archives' tools and for another ledger. What a capture
 * does not know - a request's headers, the answers that redirected it - is not made up: it has no record.
 */
import { type AsRead, aboutFields } from '../../gather/warc/about.ts'
import { type WarcCapture, writeWarc } from '../../gather/warc/write.ts'
import { type CaptureHeld, capturesHeld, repeatedBytes } from '../../ledger/holdings/captures.ts'
import type { Chosen } from '../../ledger/holdings/chosen.ts'
import type { StillLedger } from '../../ledger/still.ts'
import { decode } from '../../page/encoding.ts'
import { looksLikeHtml } from '../../page/index.ts'

export interface ArchiveOptions {
  /** Name and version of the program: `hearsay/0.1.0`. */
  readonly software: string
  readonly gzip?: boolean
  /** Is told how many captures there are so far. */
  readonly onProgress?: (captures: number) => void
}

/** A ledger that nothing has entered has no time. */
const NEVER = '1970-01-01T00:00:00Z'

/**
 * The file, piece by piece. The same position of the ledger gives the same bytes: its time is the last entry's.
 * @param chosen captures of all versions of its articles; all captures where it is all
 */
export async function* warcPieces(
  ledger: StillLedger,
  chosen: Chosen,
  { software, gzip = true, onProgress = () => {} }: ArchiveOptions,
): AsyncGenerator<Uint8Array> {
  const repeated = await repeatedBytes(ledger)
  let captures = 0
  const counted = async function* (): AsyncGenerator<WarcCapture> {
    for await (const held of capturesHeld(ledger, chosen)) {
      yield archived(held)
      onProgress(++captures)
    }
  }
  yield* writeWarc(counted(), {
    software,
    gzip,
    time: ledger.position.at || NEVER,
    isRepeated: (sha256) => repeated.has(sha256),
  })
}

function archived(held: CaptureHeld): WarcCapture {
  const { bytes, capturedAt, finalUrl, headers, sha256, status, url } = held
  return {
    url: addressOf(finalUrl) ?? addressOf(url) ?? `urn:sha256:${sha256}`,
    time: capturedAt,
    response: status === null ? null : { status, headers: Object.entries(headers).flatMap(valuesOf) },
    contentType: headers['content-type'] ?? null,
    bytes,
    about: aboutFields({ ...held, ...readAs(held) }),
  }
}

const addressOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? url : null)

/** Cookies that were set come as lines. */
const valuesOf = ([name, value]: [string, string]): (readonly [string, string])[] =>
  value.split('\n').map((one) => [name, one] as const)

/** How what no server gave was read: it has no headers that say so. */
function readAs({ page, bytes, headers }: CaptureHeld): AsRead {
  if (page === null) return { as: null, outlet: null, published: null, headline: null }
  const { outlet, published, headline } = page
  const type = headers['content-type'] ?? null
  const { text } = decode(bytes, type)
  const isHtml = /html/i.test(type ?? '') || looksLikeHtml(text)
  return { as: page.text === text ? 'article' : isHtml ? 'html' : 'text', outlet, published, headline }
}
