/**
 * The ledger as a data package: all tables in one walk over its articles, then what they refer to, then the descriptor.
 * The same position of the ledger gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { type ArticleHeld, articlesHeld } from '../../ledger/holdings/articles.ts'
import type { Chosen } from '../../ledger/holdings/chosen.ts'
import { originsHeld } from '../../ledger/holdings/origins.ts'
import { storiesHeld } from '../../ledger/holdings/stories.ts'
import type { StillLedger } from '../../ledger/still.ts'
import { ARTICLES } from './articles.ts'
import { CLAIMS } from './claims.ts'
import type { Container, Out } from './container.ts'
import { descriptorOf, type Resource } from './descriptor.ts'
import { FIGURES } from './figures.ts'
import { HEDGES } from './hedges.ts'
import { LINKS } from './links.ts'
import { originsTable, STORIES } from './origins.ts'
import { REPORTS } from './reports.ts'
import type { Table } from './table.ts'
import { type ArticleTold, toldOf } from './told.ts'

/** The tables that have something of each article. */
const OF_ARTICLES: readonly Table<ArticleTold>[] = [CLAIMS, FIGURES, HEDGES, LINKS, REPORTS, ARTICLES]

/** The names of all tables, as their files are called. */
export const TABLES = [...OF_ARTICLES.map(({ name }) => name), 'origins', 'stories'] as const

export interface PackageOptions {
  /** What was chosen, in a few words; null for all. */
  readonly of?: string | null
  /** The site's own address. */
  readonly address?: string | null
  /** Of each article's claims, the most characters that are given; null for all. */
  readonly excerpt?: number | null
  /** A byte order mark before each table, by which Excel knows UTF-8. */
  readonly bom?: boolean
  /** Is told how many articles and claims there are so far. */
  readonly onProgress?: (articles: number, claims: number) => void
}

const BOM = '\ufeff'
/** Letters that are put together before they are written. */
const TOGETHER = 32 * 1024

/** A table's file, with what its descriptor tells of it. */
interface TableFile<Source> {
  add(source: Source): Promise<void>
  end(): Promise<Resource>
}

async function fileOf<Source>(table: Table<Source>, into: Container, bom: boolean): Promise<TableFile<Source>> {
  const { lines, head, ...about } = table
  const out: Out = await into.file(`${table.name}.csv`)
  const hash = createHash('sha256')
  let [waiting, bytes] = [bom ? BOM + head : head, 0]
  const write = async (): Promise<void> => {
    const some = Buffer.from(waiting)
    waiting = ''
    bytes += some.length
    hash.update(some)
    await out.write(some)
  }
  return {
    add: async (source) => {
      waiting += lines(source)
      if (waiting.length >= TOGETHER) await write()
    },
    end: async () => {
      await write()
      await out.end()
      return { ...about, bytes, sha256: hash.digest('hex') }
    },
  }
}

/** Writes the tables and their descriptor. What was written of a container that fails is not whole. */
export async function writePackage(
  ledger: StillLedger,
  chosen: Chosen,
  into: Container,
  { of = null, address = null, excerpt = null, bom = false, onProgress = () => {} }: PackageOptions = {},
): Promise<void> {
  const files: TableFile<ArticleTold>[] = []
  for (const table of OF_ARTICLES) files.push(await fileOf(table, into, bom))
  const referred = { origins: new Set<number>(), stories: new Set<number>(), outlets: new Set<string>() }
  const isPart = chosen.articles !== null
  let [articles, claims] = [0, 0]
  for await (const some of articlesHeld(ledger, chosen)) {
    for (const article of some) {
      const told = toldOf(article, excerpt)
      for (const file of files) await file.add(told)
      refer(article, referred, isPart)
      articles++
      claims += article.claims.length
    }
    onProgress(articles, claims)
  }
  const resources: Resource[] = []
  for (const file of files) resources.push(await file.end())
  const origins = await fileOf(originsTable(excerpt === null), into, bom)
  for await (const some of originsHeld(ledger, isPart ? referred.origins : null))
    for (const origin of some) await origins.add(origin)
  resources.push(await origins.end())
  const stories = await fileOf(STORIES, into, bom)
  for await (const some of storiesHeld(ledger, isPart ? referred.stories : null))
    for (const story of some) await stories.add(story)
  resources.push(await stories.end())
  const descriptor = await into.file('datapackage.json')
  const outlets = [...referred.outlets].sort()
  await descriptor.write(descriptorOf(resources, { of, position: ledger.position, address, excerpt, outlets }))
  await descriptor.end()
  await into.end()
}

interface Referred {
  readonly origins: Set<number>
  readonly stories: Set<number>
  readonly outlets: Set<string>
}

/** An outlet's name that is longer is none. */
const OUTLET = 200

/** Notes what an article refers to; of all articles all origins and stories are written anyway. */
function refer({ outlet, story, claims }: ArticleHeld, { origins, stories, outlets }: Referred, isPart: boolean): void {
  if (outlet !== null) outlets.add(outlet.slice(0, OUTLET).toWellFormed())
  if (!isPart) return
  if (story !== null) stories.add(story)
  for (const { origin } of claims) if (origin !== null) origins.add(origin.id)
}
