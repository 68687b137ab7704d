/**
 * WARC records (ISO 28500: WARC 1.0 and 1.1): header fields and block, each with its offset in the file. A record that
 * is damaged is skipped with a note, and the next one looked for; a block beyond the limit is cut, the rest read over.
 */
import { intact } from './digest.ts'
import { piecesOf } from './members.ts'
import { Damage, readerOf } from './reader.ts'

export interface WarcRecord {
  readonly kind: 'record'
  /** Where to start reading the file to come to this record first: its own offset, or its gzip member's. */
  readonly offset: number
  readonly version: string
  /** Named fields in lower case; of one that is repeated, the first. */
  readonly fields: ReadonlyMap<string, string>
  readonly block: Uint8Array
  /** Whether the block was longer than what is read of one. */
  readonly isCut: boolean
  /** Whether the block is what its digest says; null without a digest of a known kind. */
  readonly isIntact: boolean | null
  /**
   * Whether something before it in an uncompressed file is damaged. Where records begin was then found by searching, and
   * a page that shows a record is not told from one.
   */
  readonly isAfterDamage: boolean
}

export interface WarcNote {
  readonly kind: 'note'
  readonly offset: number
  readonly about: 'damaged' | 'truncated' | 'altered' | 'cut'
  readonly message: string
}

/** @param maxBytes bytes of a block that are kept */
export async function* recordsOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  base: number,
  maxBytes: number,
): AsyncGenerator<WarcRecord | WarcNote> {
  const reader = readerOf(piecesOf(chunks, base))
  const note = (offset: number, about: WarcNote['about'], message: string): WarcNote => ({
    kind: 'note',
    offset,
    about,
    message,
  })
  let isAfterDamage = false
  for (;;) {
    let offset = base
    try {
      const start = await reader.seek()
      isAfterDamage ||= start.skipped > 0 && reader.isPlain
      if (start.skipped > 0)
        yield note(start.skippedAt, 'damaged', `${start.skipped} byte(s) from ${start.skippedAt} on are no record.`)
      if (start.offset === null) return
      offset = start.offset
      const { version, fields } = headerOf(await reader.header())
      const length = lengthOf(fields)
      const bytes = await reader.block(length, maxBytes)
      const isCut = bytes.length < length
      if (!(await reader.endsRecord())) throw new Damage(null, 'it does not end where its Content-Length says', false)
      const isIntact = isCut ? null : intact(bytes, fields.get('warc-block-digest'))
      if (isIntact === false)
        yield note(offset, 'altered', `The record at ${offset} is not what its WARC-Block-Digest says.`)
      if (isCut)
        yield note(offset, 'cut', `The record at ${offset} has ${length} bytes; the first ${maxBytes} were read.`)
      yield { kind: 'record', offset, version, fields, block: bytes, isCut, isIntact, isAfterDamage }
    } catch (error) {
      if (!(error instanceof Damage)) throw error
      const at = error.offset ?? offset
      yield error.atEnd
        ? note(at, 'truncated', `The file ends within the record at ${at}. Go on from there when it is complete.`)
        : note(at, 'damaged', `The record at ${at} was skipped: ${error.message}.`)
      isAfterDamage ||= reader.isPlain
      reader.leave()
    }
  }
}

function headerOf(text: string): { version: string; fields: Map<string, string> } {
  const lines = text.split(/\r\n|\n/)
  const version = /^WARC\/(\d\.\d{1,2})\s{0,10}$/.exec(lines[0] ?? '')?.[1]
  if (version === undefined) throw new Damage(null, 'it has no version that is known', false)
  const fields = new Map<string, string>()
  let last: string | null = null
  for (const line of lines.slice(1)) {
    if (/^[ \t]/.test(line)) {
      // Folded lines go on with the field before them (section 4).
      if (last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    if (colon <= 0) {
      last = null
      continue
    }
    const name = line.slice(0, colon).trim().toLowerCase()
    last = fields.has(name) ? null : name
    if (last !== null) fields.set(name, line.slice(colon + 1).trim())
  }
  return { version, fields }
}

function lengthOf(fields: ReadonlyMap<string, string>): number {
  const written = fields.get('content-length') ?? ''
  if (!/^\d{1,15}$/.test(written)) throw new Damage(null, 'it has no Content-Length', false)
  if (!fields.has('warc-type')) throw new Damage(null, 'it has no WARC-Type', false)
  return Number(written)
}
