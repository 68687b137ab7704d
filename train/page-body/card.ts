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

export function writeNumbers({ sets }: HeldOut): void {
  const source = readFileSync(modelFile, 'utf8')
  const { features, roots, feature }: Forest = JSON.parse(source)
  const leaves = feature.filter((at) => at < 0).length
  const numbers = [
    `${features.length} features; ${roots.length} trees, ${feature.length} nodes, of which ${leaves} leaves; ${source.length} bytes of JSON.`,
    '',
    '| set | pages | precision | recall | F1 in shingles | F1 in words |',
    '|---|---:|---:|---:|---:|---:|',
    ...Object.entries(sets).map(([set, { pages, precision, recall, shingles, words }]) =>
      [`| ${set}`, pages, ...[precision, recall, shingles, words].map(share)].join(' | ').concat(' |'),
    ),
  ]
  const text = readFileSync(card, 'utf8')
  const from = text.indexOf(opening)
  const to = text.indexOf(closing)
  if (from < 0 || to < from) throw new Error(`${card} has lost the marks between which its numbers stand`)
  writeFileSync(card, [text.slice(0, from) + opening, ...numbers, text.slice(to)].join('\n'))
}
