/**
 * Captures -> WARC 1.1 (ISO 28500:2017), one gzip member a record, for other archives' tools: a warcinfo record, then for
 * each capture the response with its request, or a resource where no HTTP was spoken, and what else is known of it as
 * metadata. Where an address gave the same bytes again, a revisit says so.
 *
 * Record ids are made of what the record says, so that writing the same captures again gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { gzipSync } from 'node:zlib'

export interface WarcCapture {
  readonly url: string
  /** When it was fetched, ISO 8601 with a zone. */
  readonly time: string
  /** Null for what was pasted or imported without HTTP. */
  readonly response: {
    readonly status: number
    readonly headers: readonly (readonly [name: string, value: string])[]
  } | null
  readonly request?: {
    readonly method: string
    readonly headers: readonly (readonly [name: string, value: string])[]
  } | null
  /** The body, its codings undone. */
  readonly bytes: Uint8Array
  /** The body's media type where there was no response. */
  readonly contentType?: string | null
  /** The address that answered. */
  readonly ip?: string | null
  /** What else is known of it, by name: a metadata record of its own. */
  readonly about?: readonly (readonly [name: string, value: string])[]
}

export interface WriteWarcOptions {
  /** Name and version of the program: `hearsay/0.1.0`. */
  readonly software: string
  /** When the file is made, ISO 8601 with a zone. */
  readonly time: string
  readonly filename?: string | null
  readonly gzip?: boolean
  /**
   * Whether several captures have bytes of this SHA-256: of one address they are written once, and then referred to. Those
   * for which it says so are remembered.
   */
  readonly isRepeated?: (sha256: string) => boolean
}

/** What cannot be written as a WARC record. */
export class WarcError extends Error {
  override readonly name = 'WarcError'
}

type Fields = readonly (readonly [name: string, value: string | null])[]

/**
 * Writes captures as a WARC file, piece by piece.
 * @throws WarcError for a capture whose address or time is none
 */
export async function* writeWarc(
  captures: AsyncIterable<WarcCapture> | Iterable<WarcCapture>,
  { software, time, filename = null, gzip = true, isRepeated = () => false }: WriteWarcOptions,
): AsyncGenerator<Uint8Array> {
  const packed = (record: Uint8Array): Uint8Array => (gzip ? gzipSync(record) : record)
  const info = fieldLines([
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
  ])
  const about = record('warcinfo', 'application/warc-fields', info, [
    ['WARC-Date', dateOf(time)],
    ['WARC-Filename', filename],
  ])
  yield packed(about.bytes)
  const kept: Kept = { isRepeated, answers: new Map() }
  for await (const capture of captures) for (const one of recordsFor(capture, about.id, kept)) yield packed(one)
}

/** An answer that was written, as a later one refers to it. */
interface Answer {
  readonly id: string
  readonly date: string
}

/** The answers whose bytes come again, by address and digest. */
interface Kept {
  readonly isRepeated: (sha256: string) => boolean
  readonly answers: Map<string, Answer>
}

/** That a server gave the same bytes again (section 6.7.2). */
const SAME = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

function* recordsFor(capture: WarcCapture, warcinfo: string, { isRepeated, answers }: Kept): Generator<Uint8Array> {
  const url = addressOf(capture.url)
  const common: Fields = [
    ['WARC-Target-URI', url.href],
    ['WARC-Date', dateOf(capture.time)],
    ['WARC-IP-Address', capture.ip ?? null],
    ['WARC-Warcinfo-ID', warcinfo],
  ]
  const sha256 = createHash('sha256').update(capture.bytes).digest('hex')
  const payload: Fields[number] = ['WARC-Payload-Digest', `sha256:${sha256}`]
  const { response, request, about = [] } = capture
  const metadata = (of: string): Uint8Array =>
    record('metadata', 'application/warc-fields', fieldLines(about), [...common, ['WARC-Concurrent-To', of]]).bytes
  if (response === null) {
    const type = capture.contentType ?? 'application/octet-stream'
    const resource = record('resource', type, capture.bytes, [...common, payload])
    yield resource.bytes
    if (about.length > 0) yield metadata(resource.id)
    return
  }
  const { status, headers } = response
  const head = headerBytes(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(), [
    ...undoneCodings(headers),
    ['Content-Length', String(capture.bytes.length)],
  ])
  const key = `${sha256} ${url.href}`
  const before = answers.get(key)
  const answer =
    before === undefined
      ? record('response', 'application/http; msgtype=response', Buffer.concat([head, capture.bytes]), [
          ...common,
          payload,
        ])
      : record('revisit', 'application/http; msgtype=response', head, [
          ...common,
          payload,
          ['WARC-Profile', SAME],
          ['WARC-Refers-To', before.id],
          ['WARC-Refers-To-Target-URI', url.href],
          ['WARC-Refers-To-Date', before.date],
        ])
  if (before === undefined && isRepeated(sha256)) answers.set(key, { id: answer.id, date: dateOf(capture.time) })
  yield answer.bytes
  if (about.length > 0) yield metadata(answer.id)
  if (!request) return
  const asked = headerBytes(`${oneLine(request.method)} ${url.pathname}${url.search} HTTP/1.1`, [
    ...(request.headers.some(([name]) => name.toLowerCase() === 'host') ? [] : ([['Host', url.host]] as const)),
    ...request.headers,
  ])
  yield record('request', 'application/http; msgtype=request', asked, [...common, ['WARC-Concurrent-To', answer.id]])
    .bytes
}

/**
 * Headers that describe a body which is not there any more get the prefix that web archives give them; what is written is
 * the body decoded, with its own length.
 */
function undoneCodings(
  headers: readonly (readonly [name: string, value: string])[],
): (readonly [name: string, value: string])[] {
  return headers.map(([name, value]) =>
    /^(?:content-encoding|content-length|transfer-encoding)$/i.test(name)
      ? [`X-Archive-Orig-${name}`, value]
      : [name, value],
  )
}

/** A header cannot hold line ends, or it would be two. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim()

const fieldLines = (fields: Fields): Buffer =>
  Buffer.from(
    fields
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}: ${oneLine(value ?? '').toWellFormed()}\r\n`)
      .join(''),
  )

/** HTTP headers are bytes; fetch gives them as Latin-1. */
function headerBytes(start: string, headers: readonly (readonly [name: string, value: string])[]): Buffer {
  const lines = headers
    .map(([name, value]) => [oneLine(name).replace(/[:\s]/g, '-'), oneLine(value)] as const)
    .filter(([name]) => name !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
  const text = `${start}\r\n${lines.join('')}\r\n`
  return Buffer.from(text, /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8')
}

function record(type: string, contentType: string, block: Uint8Array, fields: Fields): { id: string; bytes: Buffer } {
  const digest = createHash('sha256').update(block).digest('hex')
  const described: Fields = [
    ['WARC-Type', type],
    ...fields,
    ['WARC-Block-Digest', `sha256:${digest}`],
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ]
  const id = `<urn:uuid:${uuidOf(fieldLines(described))}>`
  const [first, ...others] = described
  const header = fieldLines([first as Fields[number], ['WARC-Record-ID', id], ...others])
  return {
    id,
    bytes: Buffer.concat([Buffer.from('WARC/1.1\r\n'), header, Buffer.from('\r\n'), block, Buffer.from('\r\n\r\n')]),
  }
}

/** A name-based UUID by SHA-256: version 8 of RFC 9562. */
function uuidOf(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function addressOf(url: string): URL {
  try {
    return new URL(url)
  } catch (cause) {
    throw new WarcError(`“${url.slice(0, 100).toWellFormed()}” is no address; a WARC record needs an absolute one.`, {
      cause,
    })
  }
}

function dateOf(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime()) || !/(?:Z|[+-]\d{2}:\d{2})$/.test(time))
    throw new WarcError(
      `“${time.slice(0, 40).toWellFormed()}” is no time with a zone; give it as 2025-01-06T10:00:00Z.`,
    )
  return date.toISOString()
}
