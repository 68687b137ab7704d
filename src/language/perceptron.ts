/**
 * An averaged perceptron over hashed features (Collins 2002; feature hashing: Weinberger et al. 2009): every feature
 * points at a row of small integers, one for each tag; the tag with the highest sum is chosen. Rows that decide nothing
 * are not kept.
 */

/** Features are hashed into this many buckets. */
export const BUCKETS = 1 << 20

export interface Perceptron {
  readonly tags: readonly string[]
  /** For each bucket the number of its row, from 1 on; 0 where none was kept. */
  readonly rowOf: Uint16Array
  /** Weights, `tags.length` to a row; row 0 is all zero. */
  readonly weights: Int16Array
  /** Tags of words that have only one, by the word's hash. */
  readonly certain: ReadonlyMap<number, number>
}

/** The bucket of a feature: the template's number mixed with what it found. */
export function bucketOf(hash: number): number {
  return ((hash ^ (hash >>> 16)) >>> 0) & (BUCKETS - 1)
}

/** Sums the rows of `features` (buckets) into `scores`, one for each tag. */
export function scoreInto(model: Perceptron, features: Int32Array, scores: Int32Array): void {
  const { rowOf, weights, tags } = model
  const width = tags.length
  scores.fill(0)
  for (let f = 0; f < features.length; f++) {
    const row = rowOf[features[f] as number] as number
    if (row === 0) continue
    const base = row * width
    for (let t = 0; t < width; t++) (scores[t] as number) += weights[base + t] as number
  }
}

/** The number of the highest score; the first of equals. */
export function highest(scores: Int32Array): number {
  let best = 0
  for (let t = 1; t < scores.length; t++) if ((scores[t] as number) > (scores[best] as number)) best = t
  return best
}

/** Whether numbers lie in this machine's memory as they lie in the file, the low byte first. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * Models from the unpacked bytes of a file: a line of JSON, `{name: {tags, rows, certain}}`, then for every model its rows'
 * buckets as 32-bit and its weights as 16-bit little-endian integers.
 */
export function perceptronsOf<Name extends string>(bytes: Uint8Array): Readonly<Record<Name, Perceptron>> {
  const feed = bytes.indexOf(10)
  const head: Record<Name, { tags: string[]; rows: number; certain: [number, number][] }> = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, feed)),
  )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const models = {} as Record<Name, Perceptron>
  let at = feed + 1
  for (const name of Object.keys(head) as Name[]) {
    const { tags, rows, certain } = head[name]
    const rowOf = new Uint16Array(BUCKETS)
    for (let row = 1; row <= rows; row++, at += 4) rowOf[view.getUint32(at, true)] = row
    const weights = new Int16Array((rows + 1) * tags.length)
    const length = rows * tags.length * 2
    if (isLittleEndian) new Uint8Array(weights.buffer).set(bytes.subarray(at, at + length), 2 * tags.length)
    else for (let i = 0; i < length; i += 2) weights[tags.length + i / 2] = view.getInt16(at + i, true)
    at += length
    models[name] = { tags, rowOf, weights, certain: new Map(certain) }
  }
  return models
}
