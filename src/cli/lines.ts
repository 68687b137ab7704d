/**
 * Lines of a stream of bytes. A line ends at U+000A and nowhere else: JSON strings may hold U+2028 as it is, where
 * node:readline would cut. Memory is one chunk and one line.
 */

/** A line without its line feed; null for one that is longer than the limit, of which nothing is kept. */
export type Line = Uint8Array | null

const LINE_FEED = 0x0a

/** The lines of a stream; a last line without a line feed counts, an empty remainder does not. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  const keep = (piece: Uint8Array) => {
    length += piece.byteLength
    if (length > limit) pieces = []
    else pieces.push(piece)
  }
  const finish = (): Line => {
    const line = length > limit ? null : pieces.length === 1 ? (pieces[0] ?? null) : Buffer.concat(pieces, length)
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    if (start < chunk.byteLength) keep(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}
