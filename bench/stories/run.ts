// npm run bench:stories -- READINGS: origins of the gold stories, on the claims read (`hearsay read --jsonl`) and on the
// gold claims; their articles grouped to stories, alone and among articles that have nothing to do with them.
import { readFileSync } from 'node:fs'
import type { Reading } from '../../src/stories/reading.ts'
import { type GoldArticle, goldArticles } from '../claims/gold.ts'
import { goldReadings } from './gold.ts'
import { type Grouping, groupingOf, storyOf } from './grouping.ts'
import { inventedArticle, inventor } from './invented.ts'
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
/** The readings of some files; a line that is none is passed over. */
function readingsOf(files: readonly string[]): Reading[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reading)
      .filter(({ article }) => article !== undefined),
  )
}

const [file] = process.argv.slice(2)
if (file !== undefined) {
  const readings = readingsOf([file])
  for (const [name, some] of [['both', articles] as const, ...stories]) {
    const ids = new Set(some.map(({ id }) => id))
    row(
      `claims as read, ${name}`,
      some,
      readings.filter(({ id }) => ids.has(id)),
    )
  }
}

/** Articles of nothing in common, each a story of its own. */
const world = inventor(11)
const strangers = Array.from({ length: 300 }, (_, n) => inventedArticle(world, `stranger${n}/1`, 380 + (n % 60)))

function groups(label: string, { articles: all, stories: wanted, found, score, joined, apart }: Grouping): void {
  const { f1, precision, recall } = score
  const counts = `${all} articles, ${wanted} stories, ${found} found`
  console.log(
    `${`${label}: ${counts}`.padEnd(64)}${percent(f1)} ${percent(precision)} ${percent(recall)}   ${joined} of ${apart} unrelated pairs joined`,
  )
}

const all = goldReadings(articles)
console.log(`\n${'stories, B-cubed over articles'.padEnd(64)}    F1      P      R`)
for (const [name, some] of stories)
  groups(
    `gold, ${name}`,
    groupingOf(
      all.filter(({ id }) => some.some((article) => article.id === id)),
      storyOf,
    ),
  )
groups('gold, both', groupingOf(all, storyOf))
groups('gold among strangers', groupingOf([...all, ...strangers], storyOf))
const families = readingsOf(process.argv.slice(3))
if (families.length > 0) groups('others given', groupingOf([...all, ...families], storyOf))
