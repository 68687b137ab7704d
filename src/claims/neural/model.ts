/**
 * The attribution model as `train/attributions` writes it: vocabulary, embedding tables, CRF, linker and calibration.
 * The LSTMs lie beside it as ONNX; `models/attributions.md` says on what it was trained and how well it does.
 */
import { readFileSync } from 'node:fs'
import type { Crf, Role } from './crf.ts'
import { SIZES } from './features.ts'
import { PAIR_FEATURES, type Weigher } from './links.ts'

interface WrittenWeigher {
  readonly weights: readonly number[]
  readonly bias: readonly number[]
  readonly out: readonly number[]
  readonly offset: number
}

/** What attributions.json holds. */
interface Parameters {
  readonly taggers: number
  readonly glove: number
  readonly widths: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, number>>
  readonly fill: number
  readonly crf: Readonly<Record<'transitions' | 'starts' | 'ends', readonly number[]>>
  readonly linker: Readonly<Record<'content' | 'source', WrittenWeigher>>
  readonly calibration: readonly number[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  readonly words: readonly string[]
}

const weigherOf = ({ weights, bias, out, offset }: WrittenWeigher): Weigher => ({
  weights: Float32Array.from(weights),
  bias: Float32Array.from(bias),
  out: Float32Array.from(out),
  offset,
})

/** Rows of numbers, one row an id. */
export interface Table {
  readonly width: number
  readonly rows: Float32Array
}

export interface Model {
  readonly taggers: number
  /** Numbers a token. */
  readonly width: number
  /** Paragraphs are read together up to this many tokens. */
  readonly fill: number
  readonly words: ReadonlyMap<string, number>
  readonly prefixes: ReadonlyMap<string, number>
  readonly suffixes: ReadonlyMap<string, number>
  /** GloVe's vectors, a byte a number, and what a byte of each row is worth. */
  readonly glove: { readonly width: number; readonly rows: Int8Array; readonly scales: Float32Array }
  /** In the order in which a token's vector joins them: own, prefix, suffix, shapes, quotes, cues, places. */
  readonly tables: readonly Table[]
  readonly crf: Crf
  readonly linker: Readonly<Record<Exclude<Role, 'cue'>, Weigher>>
  readonly calibration: readonly number[]
}

const TABLES = ['own', 'prefix', 'suffix', 'shapes', 'quotes', 'cues', 'places'] as const

/** The model in the folder `models`, checked against the features this code computes. */
export function loadModel(models: URL): Model {
  const at = new URL('attributions.json', models)
  const read: Parameters = JSON.parse(readFileSync(at, 'utf8'))
  const bytes = readFileSync(new URL('attributions.vectors', models))
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = read.words.length
  // floats begin at a multiple of four bytes
  let offset = Math.ceil((rows * read.glove) / 4) * 4
  const floats = (length: number) => {
    const found = new Float32Array(buffer, offset, length)
    offset += length * 4
    return found
  }
  const scales = floats(rows)
  const tables = TABLES.map((name) => {
    const width = (read.widths[name] ?? 0) * read.taggers
    return { width, rows: floats(width * (read.counts[name] ?? 0)) }
  })
  const fits =
    Object.entries(SIZES).every(([name, size]) => read.counts[name] === size) &&
    read.linker.content.weights.length === read.linker.content.bias.length * PAIR_FEATURES &&
    offset === buffer.byteLength
  if (!fits)
    throw new Error(
      `${at} was trained on other features than src/claims/neural computes; retrain it: npm run train:attributions`,
    )
  const ids = (list: readonly string[]) => new Map(list.map((entry, id) => [entry, id]))
  return {
    taggers: read.taggers,
    width: read.glove + tables.reduce((sum, { width }) => sum + width, 0) + 2,
    fill: read.fill,
    words: ids(read.words),
    prefixes: ids(read.prefixes),
    suffixes: ids(read.suffixes),
    glove: { width: read.glove, rows: new Int8Array(buffer, 0, rows * read.glove), scales },
    tables,
    crf: {
      transitions: Float32Array.from(read.crf.transitions),
      starts: Float32Array.from(read.crf.starts),
      ends: Float32Array.from(read.crf.ends),
    },
    linker: { content: weigherOf(read.linker.content), source: weigherOf(read.linker.source) },
    calibration: read.calibration,
  }
}
