/**
 * From tokens to the vectors that the network reads: GloVe's row of the word, then the learned rows of word, prefix,
 * suffix, shape, quotation state, cue class and place; all numbers between -1 and 1.
 */
import type { Token } from '../../language/tokens.ts'
import type { ClassFeatures } from './features.ts'
import { affixesOf, formsOf } from './features.ts'
import type { Model, Table } from './model.ts'

/** Row of the word, its own row (0 for words that have none), and the rows of its affixes. */
type Rows = readonly [word: number, own: number, prefix: number, suffix: number]

/** Different words kept; a text of ever new words does not grow the memory. */
const KEPT = 50_000

/** Writes vectors of a model; it remembers the rows of words it has met. */
export function vectorWriter(
  model: Model,
): (x: Float32Array, at: number, tokens: readonly Token[], features: ClassFeatures, token: number) => void {
  const { words, prefixes, suffixes, glove, tables, taggers } = model
  const [first] = tables
  const owned = first ? first.rows.length / first.width : 0
  const met = new Map<string, Rows>()
  const rowsOf = (word: string): Rows => {
    const known = met.get(word)
    if (known) return known
    let row = 0
    for (const form of formsOf(word)) {
      const found = words.get(form)
      if (found === undefined) continue
      row = found
      break
    }
    const { prefix, suffix } = affixesOf(word)
    const rows: Rows = [row, row < owned ? row : 0, prefixes.get(prefix) ?? 0, suffixes.get(suffix) ?? 0]
    if (met.size >= KEPT) met.clear()
    met.set(word, rows)
    return rows
  }
  const widths = tables.map(({ width }) => width / taggers)
  const rows = new Int32Array(tables.length)
  return (x, at, tokens, { shapes, quotes, cues, places }, token) => {
    const [word, own, prefix, suffix] = rowsOf(tokens[token]?.text ?? '')
    const scale = glove.scales[word] as number
    const first = word * glove.width
    for (let k = 0; k < glove.width; k++) x[at + k] = (glove.rows[first + k] as number) * scale
    rows[0] = own
    rows[1] = prefix
    rows[2] = suffix
    rows[3] = shapes[token] ?? 0
    rows[4] = quotes[token] ?? 0
    rows[5] = cues[token] ?? 0
    rows[6] = places[token] ?? 0
    let to = at + glove.width
    for (let tagger = 0; tagger < taggers; tagger++)
      for (let i = 0; i < tables.length; i++) {
        const table = tables[i] as Table
        const width = widths[i] as number
        const from = (rows[i] as number) * table.width + tagger * width
        for (let k = 0; k < width; k++) x[to + k] = table.rows[from + k] as number
        to += width
      }
    // the ends of the range, in which the network quantizes what it is given
    x[to] = 1
    x[to + 1] = -1
  }
}
