/**
 * A file of many pages, one thing at a time, each with where it begins: a WARC file, or JSON lines of pages or Readings.
 * Reading goes on from where anything began.
 */
import type { Page } from '../../ledger/entry.ts'
import type { Arrival } from '../reading/arrival.ts'
import { type About, aboutOf } from '../warc/about.ts'
import { type ArchivedRecord, readWarc } from '../warc/read.ts'
import { archivedPage } from './archived.ts'
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

/** The pages of a WARC file. Damage costs the record that it is in. */
export async function* warcPages({ chunks, offset, at }: PagesFrom): AsyncGenerator<Item> {
  // What Hearsay knows of a capture stands behind it.
  let held: ArchivedRecord | null = null
  const release = function* (about: About | null = null): Generator<Item> {
    if (held !== null) yield { offset: held.offset, ...archivedPage(held, about, at) }
    held = null
  }
  for await (const record of readWarc(chunks, { offset })) {
    if (record.kind === 'note') {
      if (!('about' in record)) continue
      yield* release()
      const { message: reason } = record
      if (record.about === 'truncated') yield { is: 'cut', offset: record.offset, reason }
      else if (record.about === 'damaged') yield { is: 'failed', offset: record.offset, reason }
      continue
    }
    if (!('bytes' in record)) continue
    const isOfHeld = record.kind === 'metadata' && record.concurrentTo !== null && record.concurrentTo === heldId(held)
    yield* release(isOfHeld ? aboutOf(record.bytes) : null)
    if (record.kind === 'response' || record.kind === 'resource') held = record
    else yield { offset: record.offset, is: 'passed over' }
  }
  yield* release()
}

const heldId = (held: ArchivedRecord | null): string | null => held?.id ?? null

/** The pages of JSON lines: what `hearsay read --jsonl` reads, and what it writes. */
export async function* linePages({ chunks, offset, at }: PagesFrom): AsyncGenerator<Item> {
  for await (const { line, start } of linesFrom(chunks, offset)) {
    if (line === null) yield { offset: start, is: 'failed', reason: 'a line is longer than any page' }
    else if (line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09))
      yield { offset: start, is: 'passed over' }
    else yield { offset: start, ...lineArrival(line, at) }
  }
}
