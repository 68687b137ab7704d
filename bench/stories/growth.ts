// npm run bench:stories:growth: what adding an article costs in a collection of 1,000, 10,000 and 100,000 articles, and
// whether copies under other headlines are joined and unrelated articles kept apart. Articles are invented; a tenth are
// copies of one of the last thousand.
import { addArticle, newCollection } from '../../src/stories/collection.ts'
import { broughtTogether, originOf } from '../../src/stories/origins.ts'
import type { Reading } from '../../src/stories/reading.ts'
import { storyOf } from '../../src/stories/stories.ts'
import { copyOf, inventedArticle, inventor } from './invented.ts'

const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number)
const most = Math.max(...sizes)
const world = inventor(7)
const collection = newCollection()
const latest: Reading[] = []
const copies: { copy: Reading; of: Reading }[] = []
const times: number[] = []

const at = (share: number, some: readonly number[]): number =>
  [...some].sort((a, b) => a - b)[Math.floor(share * (some.length - 1))] ?? 0

console.log('articles   median    95 %    99 %     max   (ms for one article, the last 1,000)   heap')
for (let n = 1; n <= most; n++) {
  const of = latest[Math.floor(world.next() * latest.length)]
  const isCopy = of !== undefined && world.next() < 0.1
  const reading = isCopy ? copyOf(world, of, `a${n}`) : inventedArticle(world, `a${n}`, Math.floor(n / 300))
  if (isCopy) copies.push({ copy: reading, of })
  else latest.push(reading)
  if (latest.length > 1000) latest.shift()
  const started = performance.now()
  addArticle(collection, reading)
  times.push(performance.now() - started)
  if (times.length > 1000) times.shift()
  if (sizes.includes(n)) {
    const row = [at(0.5, times), at(0.95, times), at(0.99, times), at(1, times)]
      .map((ms) => ms.toFixed(2).padStart(8))
      .join('')
    console.log(
      `${String(n).padStart(8)} ${row}${' '.repeat(42)}${Math.round(process.memoryUsage().heapUsed / 1048576)} MiB`,
    )
  }
}

const copied = new Set(copies.map(({ copy, of }) => `${of.id}|${copy.id}`))
const family = new Map(copies.map(({ copy, of }) => [copy.id, of.id]))
const found = new Set(collection.overlaps.filter(({ copy }) => copy).map(({ one, other }) => `${one}|${other}`))
const joined = copies.filter(({ copy, of }) => found.has(`${of.id}|${copy.id}`)).length
const rootOf = (id: string) => family.get(id) ?? id
const wrong = collection.overlaps.filter(({ one, other, copy }) => copy && rootOf(one) !== rootOf(other)).length
const { origins } = collection
const claims = copies.flatMap(({ copy, of }) =>
  copy.claims.map((claim) => [originOf(origins, `${copy.id}#${claim.id}`), originOf(origins, `${of.id}#${claim.id}`)]),
)
const same = claims.filter(([one, other]) => one === other).length
const mixed = broughtTogether(origins).filter(
  ({ joined: all }) => new Set(all.map(({ mention }) => rootOf(mention.slice(0, mention.indexOf('#'))))).size > 1,
)
const pairs = mixed.reduce((sum, { joined: all }) => sum + (all.length * (all.length - 1)) / 2, 0)
console.log(
  `copies joined: ${joined} of ${copied.size} (${((100 * joined) / copied.size).toFixed(2)} %); their claims: ${same} of ${claims.length} (${((100 * same) / claims.length).toFixed(2)} %)`,
)
console.log(
  `unrelated articles taken for copies: ${wrong}; origins that mix unrelated articles: ${mixed.length} of ${origins.origins.size} (${pairs} pairs of claims)`,
)
console.log(
  `stories: ${collection.stories.stories.size}; of copies in the story of their original: ${copies.filter(({ copy, of }) => storyOf(collection.stories, copy.id) === storyOf(collection.stories, of.id)).length} of ${copies.length}`,
)
