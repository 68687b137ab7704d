/** The keys of what a query finds, newest first: the index of words and what must be seen at the rows themselves. */
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Ledger } from '../open.ts'
import { isSliced, keysMatching, type WordIndex } from '../sql/words.ts'
import { dayOf, idIn, keyAtDay, keysBetween } from './keys.ts'
import type { FigureCheck, Match } from './match.ts'
import type { Amount, Days } from './query.ts'
import { FIRST_SLICE, olderSlice, type Slice, sliceTerms } from './slices.ts'
import { articleTerm } from './terms.ts'

/** Keys from `high` down to `low`, at most so many. */
export interface KeyWindow {
  readonly high: number
  readonly low?: number | null
  readonly limit?: number
}

/** The keys of what a match finds in a window of keys, newest first. */
export async function keysFound(
  { db }: Pick<Ledger, 'db'>,
  index: WordIndex,
  match: Match,
  { high, low, limit }: KeyWindow,
): Promise<number[]> {
  const asked = await narrowed(db, match)
  const bounds = boundsOf(match, high, low ?? 0)
  const most = limit ?? Number.MAX_SAFE_INTEGER
  if (!isSliced(db, asked)) return keysWithin(db, index, asked, bounds, most)
  const keys: number[] = []
  const first = await firstSlice(db, index, bounds)
  if (first === null) return keys
  for (let slice: Slice = first; ; ) {
    // All beginnings are gathered each time that an index is asked: the newest entries are looked at themselves.
    const isWalk = slice === first && hasPrefix(asked)
    keys.push(
      ...(await keysWithin(db, index, isWalk ? asked : inSlice(asked, slice), slice, most - keys.length, isWalk)),
    )
    if (keys.length >= most || slice.low <= first.least) return keys
    slice = olderSlice({ low: slice.low, high: first.high }, first.least, keys.length / most)
  }
}

/** Of some keys of claims those of what a match finds. */
export async function keysAmong({ db }: Pick<Ledger, 'db'>, match: Match, keys: readonly number[]): Promise<number[]> {
  if (keys.length === 0) return []
  const { from, key, where } = keysMatching(db, 'claim', match, true)
  const bounds = boundsOf(match, Number.MAX_SAFE_INTEGER, 0)
  const conditions: Expression<unknown>[] = [
    sql`${key} in (${sql.join(keys.map((one) => sql.lit(one)))})`,
    sql`${key} between ${bounds.low} and ${bounds.high}`,
    ...(where === null ? [] : [where]),
    ...atRows('claim', match, key),
  ]
  const { rows } = await sql<{ key: number }>`
    select ${key} as key from ${from} where ${sql.join(conditions, sql` and `)}`.execute(db)
  return rows.map((row) => row.key)
}

async function keysWithin(
  db: Ledger['db'],
  index: WordIndex,
  match: Match,
  bounds: Slice,
  most: number,
  isWalk = false,
): Promise<number[]> {
  const { from, key, ordered, where } = keysMatching(db, index, match, isWalk)
  const conditions: Expression<unknown>[] = [
    sql`${ordered} between ${bounds.low} and ${bounds.high}`,
    ...(where === null ? [] : [where]),
    ...atRows(index, match, key),
  ]
  const { rows } = await sql<{ key: number }>`
    select ${key} as key from ${from} where ${sql.join(conditions, sql` and `)} order by ${ordered} desc
    limit ${most}`.execute(db)
  return rows.map((row) => row.key)
}

/** What must be seen at the rows themselves. */
function atRows(index: WordIndex, match: Match, key: RawBuilder<number>): Expression<unknown>[] {
  const id = idIn(key)
  return [
    ...match.published.filter(({ not }) => not).map((days) => outside(key, days)),
    ...match.happened.map((days) => happenedCheck(index, id, days)),
    ...match.figures.map((check) => figureCheck(index, id, check)),
    ...match.claims.map((claim) => claimCheck(index, id, claim)),
  ]
}

const hasPrefix = ({ all }: Match): boolean => all.some((any) => any.some(({ isPrefix }) => isPrefix))

/** The newest entries within bounds, and the key of the oldest; null where there are none. */
async function firstSlice(
  db: Ledger['db'],
  index: WordIndex,
  { low, high }: Slice,
): Promise<(Slice & { readonly least: number }) | null> {
  const keys = db.selectFrom(`${index}Search`).select('key').where('key', '>=', low).where('key', '<=', high).limit(1)
  const newest = await keys.orderBy('key', 'desc').executeTakeFirst()
  const oldest = await keys.orderBy('key').executeTakeFirst()
  if (newest === undefined || oldest === undefined) return null
  const last = await keys.orderBy('key', 'desc').offset(FIRST_SLICE).executeTakeFirst()
  const begin = last === undefined ? oldest.key : keyAtDay(dayOf(last.key))
  return { low: Math.max(oldest.key, begin), high: newest.key, least: oldest.key }
}

/** A match within a slice; of a long one all is asked for, and the keys that are in it count. */
function inSlice(match: Match, slice: Slice): Match {
  const terms = sliceTerms(slice)
  return terms === null
    ? match
    : { ...match, all: [...match.all, terms.map((term) => ({ terms: [term], isPrefix: false }))] }
}

/** A claim that is asked for by its number is looked for among those of its article, not among all. */
async function narrowed(db: Ledger['db'], match: Match): Promise<Match> {
  const ids = match.claims.filter(({ not }) => !not).map(({ id }) => id)
  if (ids.length === 0) return match
  const rows = await db.selectFrom('claim').select('articleId').where('id', 'in', ids).execute()
  const articles = rows.length === 0 ? [NOBODY] : rows.map(({ articleId }) => articleId)
  return { ...match, all: [...match.all, ...articles.map((id) => [{ terms: [articleTerm(id)], isPrefix: false }])] }
}

/** No article has this number. */
const NOBODY = 0

/** The keys within all published windows. */
function boundsOf({ published }: Match, high: number, low: number): { low: number; high: number } {
  const windows = published.filter(({ not }) => !not).map(({ from, to }) => keysBetween(from, to))
  return {
    low: Math.max(low, ...windows.map(({ first }) => first)),
    high: Math.min(high, ...windows.map(({ last }) => last)),
  }
}

function outside(key: RawBuilder<number>, { from, to }: Days): Expression<unknown> {
  const { first, last } = keysBetween(from, to)
  return sql`${key} not between ${first} and ${last}`
}

/** Claims of the row: of an article all that count. */
const claimsOf = (index: WordIndex, id: RawBuilder<number>): Expression<unknown> =>
  index === 'claim' ? sql`c.id = ${id}` : sql`c.article_id = ${id} and c.is_current = 1`

/** Looked up for each row found: PostgreSQL would rather join all that there is. */
const EACH = sql`limit 1 offset 0`

const negated = (not: boolean): RawBuilder<unknown> => (not ? sql`not ` : sql``)

function happenedCheck(
  index: WordIndex,
  id: RawBuilder<number>,
  { from, to, not }: Days & { readonly not: boolean },
): Expression<unknown> {
  return sql`${negated(not)}exists (select 1 from claim c where ${claimsOf(index, id)}
    and (c.happened_from is not null or c.happened_to is not null)
    and (c.happened_from is null or c.happened_from <= ${to ?? '9999-12-31'})
    and (c.happened_to is null or c.happened_to >= ${from ?? '0000-01-01'}) ${EACH})`
}

function figureCheck(index: WordIndex, id: RawBuilder<number>, check: FigureCheck): Expression<unknown> {
  const { not, amount, measures, units } = check
  const conditions = [
    ...(amount === null ? [] : amountChecks(amount)),
    ...measures.map((measure) => sql`lower(f.measure) = ${measure}`),
    ...units.map((unit) => sql`lower(f.unit) = ${unit}`),
  ]
  const where = sql.join(conditions, sql` and `)
  return index === 'claim'
    ? sql`${negated(not)}exists (select 1 from figure f where f.claim_id = ${id} and ${where} ${EACH})`
    : sql`${negated(not)}exists (select 1 from claim c join figure f on f.claim_id = c.id
        where ${claimsOf(index, id)} and ${where} ${EACH})`
}

/** The figure's bounds, open where null, could hold a number of the range. */
function amountChecks({ low, high, isAbove, isBelow }: Amount): Expression<unknown>[] {
  const [below, above] = [isBelow ? sql`<` : sql`<=`, isAbove ? sql`>` : sql`>=`]
  return [
    sql`(f.low is not null or f.high is not null)`,
    ...(high === null ? [] : [sql`(f.low is null or f.low ${below} ${high})`]),
    ...(low === null ? [] : [sql`(f.high is null or f.high ${above} ${low})`]),
  ]
}

function claimCheck(
  index: WordIndex,
  id: RawBuilder<number>,
  claim: { readonly id: number; readonly not: boolean },
): Expression<unknown> {
  return sql`${negated(claim.not)}exists (select 1 from claim c where ${claimsOf(index, id)} and c.id = ${claim.id} ${EACH})`
}
