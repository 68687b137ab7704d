/**
 * The numbers in the model's card, from the model and its scores: between two marks in models/page-body.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type HeldOut, modelFile } from '../../bench/page/held-out.ts'
import type { Forest } from '../../src/page/forest.ts'

const card = modelFile.replace(/json$/, 'md')
const opening = '<!-- written by npm run train:page-body -->'
const closing = '<!-- written until here -->'

const share = (value: number): string => value.toFixed(3).replace(/^0/, '')

/** A table as the formatter sets it: columns of one width, all but the first aligned to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  )
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].map((cells) => `| ${cells.join(' | ')} |`)
}

export function writeNumbers({ sets }: HeldOut): void {
  const source = readFileSync(modelFile, 'utf8')
  const { features, roots, feature }: Forest = JSON.parse(source)
  const leaves = feature.filter((at) => at < 0).length
  const rows = Object.entries(sets).map(([set, { pages, precision, recall, shingles, words }]) => [
    set,
    String(pages),
    ...[precision, recall, shingles, words].map(share),
  ])
  const numbers = [
    `${features.length} features; ${roots.length} trees, ${feature.length} nodes, of which ${leaves} leaves; ${source.length} bytes of JSON.`,
    '',
    ...table([['set', 'pages', 'precision', 'recall', 'F1 in shingles', 'F1 in words'], ...rows]),
  ]
  const text = readFileSync(card, 'utf8')
  const from = text.indexOf(opening)
  const to = text.indexOf(closing)
  if (from < 0 || to < from) throw new Error(`${card} has lost the marks between which its numbers stand`)
  writeFileSync(card, [text.slice(0, from) + opening, ...numbers, text.slice(to)].join('\n'))
}
