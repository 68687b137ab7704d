/**
 * A file of many pages, one thing at a time, each with where it begins: a WARC file, or JSON lines of pages or Readings.
 * Reading goes on from where anything began.
 */
import type { Page } from '../../ledger/entry.ts'
import { looksLikeHtml } from '../../page/index.ts'
import type { Arrival } from '../reading/arrival.ts'
import { readWarc } from '../warc/read.ts'
import { lineArrival } from './line.ts'
import { linesFrom } from './lines.ts'

/** What stands in such a file. */
export type Item = {
  /** Where it begins, in bytes. */
  readonly offset: number
} & (
  | { readonly is: 'arrival'; readonly arrival: Arrival }
  /** Read already. */
  | { readonly is: 'page'; readonly page: Page }
  /** No page: a request, a picture. */
  | { readonly is: 'passed over' }
  | { readonly is: 'failed'; readonly reason: string }
  /** The file ends within it. */
  | { readonly is: 'cut'; readonly reason: string }
)

/** How a file is read from somewhere on. */
export interface PagesFrom {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly offset: number
  /** When what does not say when it was captured was, ISO in UTC. */
  readonly at: string
}

const isPage = (status: number | null): boolean => status === null || (status >= 200 && status <= 203)
const HTML = /html/i
/** Servers that say nothing, and those that call everything text. */
const UNSURE = /^(?:$|text\/plain|application\/octet-stream|unknown)/i

/** The pages of a WARC file. Damage costs the record that it is in. */
export async function* warcPages({ chunks, offset, at }: PagesFrom): AsyncGenerator<Item> {
  for await (const record of readWarc(chunks, { offset })) {
    if (record.kind === 'note') {
      if (!('about' in record)) continue
      const { message: reason } = record
      if (record.about === 'truncated') yield { is: 'cut', offset: record.offset, reason }
      else if (record.about === 'damaged') yield { is: 'failed', offset: record.offset, reason }
      continue
    }
    if (!('bytes' in record)) continue
    const { kind, url, time, status, headers, bytes, isAfterDamage } = record
    const begins = { offset: record.offset }
    const type = headers['content-type'] ?? ''
    const isHtml =
      HTML.test(type) || (UNSURE.test(type) && looksLikeHtml(Buffer.from(bytes).toString('latin1', 0, 20_000)))
    if ((kind !== 'response' && kind !== 'resource') || !isPage(status) || !isHtml || url === null)
      yield { ...begins, is: 'passed over' }
    else if (isAfterDamage)
      yield { ...begins, is: 'failed', reason: `${url}: it stands behind damage, so whose page it is is not certain.` }
    else
      yield {
        ...begins,
        is: 'arrival',
        arrival: {
          bytes,
          url,
          finalUrl: url,
          redirects: [],
          status,
          headers,
          capturedAt: time === null ? at : new Date(time).toISOString(),
          ...(time === null ? { isUntimed: true } : {}),
          how: 'imported',
          notes: [
            ...(record.isCut ? [{ kind: 'cut', message: 'The archive holds its beginning only.' }] : []),
            ...(record.isIntact === false
              ? [{ kind: 'altered', message: 'It is not what its digest in the archive says.' }]
              : []),
          ],
        },
      }
  }
}

/** The pages of JSON lines: what `hearsay read --jsonl` reads, and what it writes. */
export async function* linePages({ chunks, offset, at }: PagesFrom): AsyncGenerator<Item> {
  for await (const { line, start } of linesFrom(chunks, offset)) {
    if (line === null) yield { offset: start, is: 'failed', reason: 'a line is longer than any page' }
    else if (line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09))
      yield { offset: start, is: 'passed over' }
    else yield { offset: start, ...lineArrival(line, at) }
  }
}
