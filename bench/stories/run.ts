// npm run bench:stories -- READINGS: origins of the gold stories, on the claims read (`hearsay read --jsonl`) and on the
// gold claims.
import { readFileSync } from 'node:fs'
import type { Reading } from '../../src/stories/reading.ts'
import { type GoldArticle, goldArticles } from '../claims/gold.ts'
import { goldReadings } from './gold.ts'
import { bCubed, foundOrigins, goldOrigins } from './origins.ts'

const articles = goldArticles()
const percent = (share: number) => (100 * share).toFixed(1).padStart(6)

function row(label: string, some: readonly GoldArticle[], readings: readonly Reading[]): void {
  const { f1, precision, recall } = bCubed(goldOrigins(some), foundOrigins(some, readings))
  console.log(`${label.padEnd(40)}${percent(f1)} ${percent(precision)} ${percent(recall)}`)
}

console.log(`${'origins, B-cubed'.padEnd(40)}    F1      P      R`)
const stories = [...Map.groupBy(articles, ({ id }) => id.split('/')[0] ?? '')]
for (const [name, some] of [['both', articles] as const, ...stories])
  row(`gold claims, ${name}`, some, goldReadings(some))
const [file] = process.argv.slice(2)
if (file !== undefined) {
  const readings = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading)
  for (const [name, some] of [['both', articles] as const, ...stories]) {
    const ids = new Set(some.map(({ id }) => id))
    row(
      `claims as read, ${name}`,
      some,
      readings.filter(({ id }) => ids.has(id)),
    )
  }
}
