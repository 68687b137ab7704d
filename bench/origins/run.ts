// Systems on families of made-up articles whose copying is known, in one table. usage: npm run bench:origins -- [OPTIONS]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Answer, answerOf } from './answer.ts'
import { exactHash } from './baselines/exact.ts'
import { countOutlets } from './baselines/outlets.ts'
import { simHash } from './baselines/simhash.ts'
import { tfIdf } from './baselines/tfidf.ts'
import { familiesOf } from './family.ts'
import { EVIDENCE, type Family, type InputLine } from './gold.ts'
import { hearsay } from './hearsay.ts'
import { LEVELS } from './levels.ts'
import { type Score, scoreOf } from './score.ts'
import { driftsTable, levelsTable, type Result, scoresTable } from './table.ts'

const usage = `usage: npm run bench:origins -- [OPTIONS]
  --families N          so many families (default: 64)
  --seed WORDS          what they depend on (default: 1)
  --level 1|2|3|4       all of one level (default: each in turn, eight families at a time)
  --system NAME,...     only these: outlets, exact, simhash, tfidf, hearsay
  --write FOLDER        write articles.jsonl and gold.jsonl there and stop
  --answer FILE         score another system's answer to those articles beside the others
  --by-level --by-drift the scores in parts
  --markdown | --json   the table in Markdown; every number`

/** A problem that is the caller's to mend. */
class UsageError extends Error {}

const SYSTEMS: Readonly<Record<string, readonly [string, (articles: readonly InputLine[]) => Answer | string]>> = {
  outlets: ['counting outlets', countOutlets],
  exact: ['exact hash', exactHash],
  simhash: ['SimHash', (articles) => simHash(articles)],
  tfidf: ['TF-IDF clusters', (articles) => tfIdf(articles)],
  hearsay: ['Hearsay', hearsay],
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const jsonLines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

function whole(value: string, [low, high]: readonly [number, number], name: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < low || number > high)
    throw new UsageError(`${name} takes a whole number from ${low} to ${high}`)
  return number
}

function resultOf(system: string, answer: Answer, families: readonly Family[]): Result {
  const published = new Map(
    families.flatMap(({ articles }) => articles.map(({ id, published }) => [id, published] as const)),
  )
  const byLevel = [...Map.groupBy(families, ({ gold }) => gold.level)].sort(([one], [other]) => one - other)
  const of = (some: readonly Family[]): Score => {
    const ids = new Set(some.flatMap(({ gold }) => gold.articles))
    const own: Answer = {
      ...answer,
      edges: answer.edges.filter(({ from }) => ids.has(from)),
      unknown: answer.unknown.filter((id) => ids.has(id)),
      drift: answer.drift.filter(({ article }) => ids.has(article)),
    }
    return scoreOf(
      some.map(({ gold }) => gold),
      own,
      published,
    )
  }
  return {
    system,
    score: of(families),
    levels: byLevel.map(([level, some]) => [level, of(some)]),
    skipped: answer.skipped,
  }
}

function main(): number {
  const { values } = parseArgs({
    options: {
      families: { type: 'string', default: '64' },
      seed: { type: 'string', default: '1' },
      level: { type: 'string' },
      system: { type: 'string', default: Object.keys(SYSTEMS).join(',') },
      write: { type: 'string' },
      answer: { type: 'string' },
      'by-level': { type: 'boolean', default: false },
      'by-drift': { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const count = whole(values.families, [1, 100_000], '--families')
  const level = values.level === undefined ? null : whole(values.level, [1, LEVELS.length], '--level')
  const families = familiesOf(values.seed, count, level)
  const articles = families.flatMap((family) => family.articles)
  if (values.write !== undefined) {
    mkdirSync(values.write, { recursive: true })
    writeFileSync(join(values.write, 'articles.jsonl'), jsonLines(articles))
    writeFileSync(join(values.write, 'gold.jsonl'), jsonLines(families.map(({ gold }) => gold)))
    say(`${articles.length} articles of ${count} families in ${values.write}`)
    return 0
  }

  const results: Result[] = []
  for (const name of values.system.split(',').filter(Boolean)) {
    const system = SYSTEMS[name]
    if (!system) throw new UsageError(`no system is called "${name}"; there are ${Object.keys(SYSTEMS).join(', ')}`)
    const [title, answers] = system
    const answer = answers(articles)
    if (typeof answer === 'string') {
      say(`${title} is left out: ${answer}`)
      continue
    }
    for (const [what, why] of Object.entries(answer.skipped))
      if (name === 'hearsay') say(`${title}, ${what}: skipped, ${why}`)
    results.push(resultOf(title, answer, families))
  }
  if (values.answer !== undefined)
    results.push(resultOf(values.answer, answerOf(readFileSync(values.answer, 'utf8')), families))

  const edges = families.flatMap(({ gold }) => gold.edges)
  const facts = {
    seed: values.seed,
    families: count,
    articles: articles.length,
    origins: families.reduce((sum, { gold }) => sum + gold.origins.length, 0),
    claims: families.flatMap(({ gold }) => gold.origins).reduce((sum, { claims }) => sum + claims.length, 0),
    edges: edges.length,
    edgesBy: Object.fromEntries([
      ...EVIDENCE.map((kind) => [kind, edges.filter(({ evidence }) => evidence.includes(kind)).length]),
      ['none printed', edges.filter(({ evidence }) => evidence.length === 0).length],
    ]),
    drift: families.reduce((sum, { gold }) => sum + gold.drift.length, 0),
  }
  if (values.json) {
    console.log(JSON.stringify({ ...facts, results }, null, 2))
    return 0
  }
  const by = Object.entries(facts.edgesBy).map(([kind, n]) => `${kind} ${n}`)
  console.log(
    `Seed ${facts.seed}: ${count} families, ${facts.articles} articles, ${facts.origins} origins in ${facts.claims} claims, ${facts.edges} edges (${by.join(', ')}), ${facts.drift} drifts.\n`,
  )
  console.log(scoresTable(results, values.markdown))
  if (values['by-level']) console.log(`\n${levelsTable(results, values.markdown)}`)
  if (values['by-drift']) console.log(`\n${driftsTable(results, values.markdown)}`)
  return 0
}

try {
  process.exitCode = main()
} catch (error) {
  const own = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  say(own ? `${(error as Error).message}\n\n${usage}` : String((error as Error).stack))
  process.exitCode = own ? 2 : 1
}
