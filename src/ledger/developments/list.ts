/** Developments, as they are followed: of a story, a source, an outlet, a search, or all. */
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Ledger } from '../open.ts'
import { claimsAmong } from '../search/among.ts'
import { currentReadings } from '../search/current.ts'
import { parseQuery } from '../search/parse.ts'
import type { Query } from '../search/query.ts'
import { nameOf } from '../settled.ts'
import type { Tables } from '../tables.ts'
import { storyNow } from '../told.ts'
import type { Development, Followed } from './development.ts'
import { developmentOf } from './rows.ts'

/** Developments of one answer. */
const USUAL = 50
/** Those that a search looks at in one go, and back from the newest in all: it finds by what claims say now. */
const LOOKED = 500
const MOST_LOOKED = 20_000

/** Which developments are asked for. */
export interface DevelopmentsAsked {
  /** Those after this one, the oldest first. */
  readonly after?: number
  /** Those before this one. */
  readonly before?: number
  /** At most so many: 50. */
  readonly limit?: number
}

/**
 * Developments: the oldest first after `after`, else the newest first. What tells of claims that people hid is left out.
 * @throws {QueryError} where a search cannot be understood
 */
export async function developmentsOf(
  ledger: Pick<Ledger, 'db'>,
  followed: Followed,
  { after, before, limit = USUAL }: DevelopmentsAsked = {},
): Promise<Development[]> {
  const query = followed.kind === 'search' ? parseQuery(followed.query) : null
  const isFollowed = await conditionOf(ledger, followed)
  if (isFollowed === null) return []
  const found: Row[] = []
  let [from, to, looked] = [after, before, 0]
  while (found.length < limit && (after !== undefined || looked < MOST_LOOKED)) {
    const rows = await rowsOf(ledger.db, isFollowed, {
      after: from,
      before: to,
      limit: query === null ? limit : LOOKED,
    })
    found.push(...(query === null ? rows : await foundBy(ledger, query, rows)))
    looked += rows.length
    const last = rows.at(-1)
    if (query === null || last === undefined || rows.length < LOOKED) break
    if (after === undefined) to = last.id
    else from = last.id
  }
  const shown = found.slice(0, limit)
  const stories = await storiesOf(
    ledger.db,
    shown.map(({ articleId }) => articleId),
  )
  return shown.map((row) => developmentOf(row, stories.get(row.articleId) ?? null))
}

/** The number of the last development; 0 where there is none. */
export async function lastDevelopment({ db }: Pick<Ledger, 'db'>): Promise<number> {
  const last = await db.selectFrom('development').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return last?.id ?? 0
}

type Row = Selectable<Tables['development']>

interface Asked {
  readonly after: number | undefined
  readonly before: number | undefined
  readonly limit: number
}

/** Rows of what is followed; of a search all, for it to choose from. */
async function rowsOf(db: Ledger['db'], isFollowed: Condition, { after, before, limit }: Asked): Promise<Row[]> {
  let query = db
    .selectFrom('development')
    .selectAll()
    .where(isFollowed)
    .where(
      sql<SqlBool>`not exists (select 1 from claim where is_hidden = 1 and id in (development.claim_id, development.before_id))`,
    )
    .orderBy('development.id', after === undefined ? 'desc' : 'asc')
    .limit(limit)
  if (after !== undefined) query = query.where('development.id', '>', after)
  if (before !== undefined) query = query.where('development.id', '<', before)
  return query.execute()
}

type Condition = RawBuilder<SqlBool>

/** What a development must be to be told to who follows; null where what is followed is not there. */
async function conditionOf(ledger: Pick<Ledger, 'db'>, followed: Followed): Promise<Condition | null> {
  switch (followed.kind) {
    case 'story': {
      const story = await storyNow(ledger, followed.story)
      if (story === null) return null
      return sql`development.article_id in (select version.article_id from story_member
        join reading on reading.id = cast(substr(story_member.reading, 2) as bigint)
        join version on version.id = reading.version_id where story_member.story_id = ${story})`
    }
    case 'speaker':
      return toldOf(sql`speaker_key = ${followed.key}`)
    case 'unnamed':
      return toldOf(sql`speaker = ${followed.name} and speaker_key is null`)
    case 'outlet':
      return sql`development.article_id in (select id from article where outlet = ${followed.name})`
    case 'search':
    case 'all':
      return sql`1 = 1`
  }
}

/** Developments in what somebody says, and in what is said of it: a denial, another figure. */
const toldOf = (isTheirs: RawBuilder<unknown>): Condition => sql`(
  development.claim_id in (select id from claim where ${isTheirs}) or
  development.before_id in (select id from claim where ${isTheirs}))`

/** Of some developments those whose claims a query finds, in the words that count now. */
async function foundBy(ledger: Pick<Ledger, 'db'>, query: Query, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return []
  const current = await ledger.db
    .selectFrom('claim')
    .innerJoin('claim as now', 'now.thread', 'claim.thread')
    .select(['claim.id', 'now.id as current'])
    .where('claim.id', 'in', [...new Set(rows.map(({ claimId }) => claimId))])
    .where('now.isCurrent', '=', 1)
    .execute()
  const found = await claimsAmong(
    ledger,
    query,
    current.map((row) => row.current),
  )
  const wanted = new Set(current.filter((row) => found.has(row.current)).map(({ id }) => id))
  return rows.filter(({ claimId }) => wanted.has(claimId))
}

/** The stories of articles now. */
async function storiesOf(db: Ledger['db'], articles: readonly number[]): Promise<Map<number, number>> {
  if (articles.length === 0) return new Map()
  const readings = await currentReadings(db, [...new Set(articles)])
  const placed = await db
    .selectFrom('storyMember')
    .select(['reading', 'storyId'])
    .where(
      'reading',
      'in',
      [...readings.values()].map(({ reading }) => nameOf(reading)),
    )
    .execute()
  const byReading = new Map(placed.map(({ reading, storyId }) => [reading, storyId]))
  return new Map(
    [...readings].flatMap(([article, { reading }]) => {
      const story = byReading.get(nameOf(reading))
      return story === undefined ? [] : [[article, story] as const]
    }),
  )
}
