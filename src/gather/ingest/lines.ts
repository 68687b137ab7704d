/** Lines of a stream of bytes with where each begins, so that reading can go on there. */

/** A page of 64 MiB with every character escaped once; nothing is kept of what is longer. */
const LONGEST = 128 * 1024 * 1024
const LINE_FEED = 0x0a

/** A line without its line feed, and where it begins; null in place of one that is too long. */
export interface Line {
  readonly line: Uint8Array | null
  readonly start: number
}

/** @param offset where the stream begins in its file */
export async function* linesFrom(chunks: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  let start = offset
  const keep = (piece: Uint8Array): void => {
    length += piece.byteLength
    if (length > LONGEST) pieces = []
    else pieces.push(piece)
  }
  const finished = (): Line => {
    const whole = { line: length > LONGEST ? null : Buffer.concat(pieces, length), start }
    start += length + 1
    pieces = []
    length = 0
    return whole
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end))
      yield finished()
      from = end + 1
    }
    if (from < chunk.byteLength) keep(chunk.subarray(from))
  }
  if (length > 0) yield finished()
}
