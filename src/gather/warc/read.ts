/**
 * The door to WARC files: what a crawler archived, record by record, with the bytes a page reader takes. A reading that
 * was killed goes on from the offset of the last record that was kept.
 */
import { decodedBody, httpMessage } from './http.ts'
import { recordsOf, type WarcNote, type WarcRecord } from './records.ts'

export interface ArchivedRecord {
  /** The record's WARC-Type: `response`, `resource`, `revisit`, `request`, `metadata`, `conversion`, `warcinfo`. */
  readonly kind: string
  /** Where to begin to read the file to come to this record again: its own offset or that of its gzip member. */
  readonly offset: number
  readonly id: string | null
  /** WARC-Target-URI. */
  readonly url: string | null
  /** WARC-Date, ISO 8601 in UTC. */
  readonly time: string | null
  /** The server's answer; null where the record holds none. */
  readonly status: number | null
  /** HTTP headers by lower-case name; `content-type` also of records without HTTP. */
  readonly headers: Readonly<Record<string, string>>
  /** The body with its transfer and content codings undone. */
  readonly bytes: Uint8Array
  /**
   * Whether `bytes` is not all of it: longer than the limit, cut when it was archived (WARC-Truncated), its first segment
   * alone, or less than its HTTP headers and codings say.
   */
  readonly isCut: boolean
  /** Whether the block is what its digest says; null without a digest of a known kind. */
  readonly isIntact: boolean | null
  /**
   * Whether something before it in an uncompressed file is damaged. Where records begin was then found by searching, and
   * a page that shows a record is not told from one: do not take its word for whose page it is.
   */
  readonly isAfterDamage: boolean
  /** Of a revisit: where the body is that was the same. */
  readonly refersTo: { readonly id: string | null; readonly url: string | null; readonly time: string | null } | null
  /** Of metadata and requests: the record that they belong to. */
  readonly concurrentTo: string | null
}

export interface ReadWarcOptions {
  /** The offset in the file at which the bytes begin: 0, or that of a record. */
  readonly offset?: number
  /** Bytes that are kept of one record, and of its body when decoded. */
  readonly maxBytes?: number
}

/** News pages are some 2 MB at most with everything inlined; larger records are films. */
const MAX_BYTES = 32 * 1024 * 1024
/** A file with more damage than this is made of it; what more there is, is skipped in silence. */
const MAX_NOTES = 1000

/**
 * Reads WARC 1.0 and 1.1, gzip by record or not compressed. Damage costs the record that it is in, and a note says so;
 * memory stays that of one record.
 * @param chunks the file from `offset` on
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { offset = 0, maxBytes = MAX_BYTES }: ReadWarcOptions = {},
): AsyncGenerator<ArchivedRecord | WarcNote> {
  let notes = 0
  for await (const record of recordsOf(chunks, offset, maxBytes)) {
    if (record.kind !== 'note') yield* archived(record, maxBytes)
    else if (notes++ < MAX_NOTES) yield record
    else if (notes === MAX_NOTES + 1)
      yield { ...record, message: `${record.message} More damage is skipped without a note.` }
  }
}

const HAS_HTTP = new Set(['response', 'request', 'revisit'])

async function* archived(record: WarcRecord, maxBytes: number): AsyncGenerator<ArchivedRecord | WarcNote> {
  const { fields, block, offset, isIntact, isAfterDamage } = record
  const kind = (fields.get('warc-type') ?? '').toLowerCase()
  const field = (name: string): string | null => fields.get(name) || null
  const address = (name: string): string | null => field(name)?.replace(/^<(.*)>$/, '$1') ?? null
  const type = field('content-type')
  const common = {
    kind,
    offset,
    id: address('warc-record-id'),
    url: address('warc-target-uri'),
    time: timeOf(field('warc-date')),
    isIntact,
    isAfterDamage,
    concurrentTo: address('warc-concurrent-to'),
    refersTo:
      kind === 'revisit'
        ? {
            id: address('warc-refers-to'),
            url: address('warc-refers-to-target-uri'),
            time: timeOf(field('warc-refers-to-date')),
          }
        : null,
  }
  const isCut = record.isCut || fields.has('warc-truncated') || fields.has('warc-segment-number')
  const message = HAS_HTTP.has(kind) && !/^text\/dns/i.test(type ?? '') ? httpMessage(block) : null
  if (message === null) {
    const headers: Record<string, string> = type === null || HAS_HTTP.has(kind) ? {} : { 'content-type': type }
    yield { ...common, status: null, headers, bytes: block, isCut }
    return
  }
  const body = await decodedBody(message, maxBytes)
  if (body.trouble !== null && !isCut)
    yield {
      kind: 'note',
      offset,
      about: 'damaged',
      message: `The body of the record at ${offset} is given as it is: ${body.trouble}.`,
    }
  yield {
    ...common,
    status: message.status,
    headers: message.headers,
    bytes: body.bytes,
    isCut: isCut || body.isCut,
  }
}

/** WARC 1.0 has times to the second, 1.1 any part of W3CDTF; null for what is no time. */
function timeOf(written: string | null): string | null {
  return written !== null && /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z)?)?)?$/.test(written)
    ? written
    : null
}
